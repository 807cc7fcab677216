// SPDX-License-Identifier: MIT
#include "picture/timeline_geometry.h"

#include "picture/theme.h"

#include <algorithm>
#include <cmath>

namespace playground {
namespace {

/// Room right of the axis for the end of the overview's window and the last labels.
constexpr int rightMargin = 20;
/// Above and below the plot in the overview.
constexpr int overviewMargin = 5;
/// Lower strips have a low header.
constexpr int lowStrip = 160;

/// The window's bars take their share of the height at which the whole window counts as small.
int smallHeight()
{
    return Theme::size(Size::SmallHeight) - Theme::size(Size::TransportBar) - Theme::size(Size::MetricsBar) -
           Theme::size(Size::StatusBar);
}

} // namespace

/// Heights of everything but the lanes.
struct TimelineGeometry::Heights {
    int overview, ruler, header, marbles, legend;
    std::array<int, 3> counters;
    int levels = 0, levelCount = 0, box = 0, keys = 0;

    void makeRoom(const TimelineLayout &layout);
    int sum() const
    {
        return overview + ruler + header + 2 * marbles + legend + counters[0] + counters[1] + counters[2] +
               levels * levelCount + box + keys;
    }
};

/// Levels and the policy box take room from the lanes, but leave them a third of the height if they need it: counters
/// and levels shrink first, then the last levels go.
void TimelineGeometry::Heights::makeRoom(const TimelineLayout &layout)
{
    Heights &heights = *this;
    heights.levelCount = std::clamp(layout.levels, 0, int(mostLevels));
    heights.box = layout.policyBox ? Theme::size(Size::PolicyBox) : 0;
    heights.levels = Theme::size(Size::Counter);
    if (heights.levelCount == 0 && heights.box == 0)
        return;
    const qint64 wanted = std::min<qint64>(layout.lanes * Theme::size(Size::LanePitchMin), layout.size.height() / 3);
    const auto fits = [&] { return layout.size.height() - heights.sum() >= wanted; };
    const int middle = Theme::size(Size::Counter), small = Theme::size(Size::CounterSmall);
    for (const auto &[first, others] : {std::pair(middle, small), std::pair(small, small)}) {
        if (fits())
            return;
        heights.counters = {first, others, others};
        heights.levels = others;
    }
    while (heights.levelCount > 0 && !fits())
        --heights.levelCount;
}

TimelineGeometry::Heights TimelineGeometry::heightsFor(const TimelineLayout &layout, bool small)
{
    Heights heights{.overview = Theme::size(Size::Overview),
                    .ruler = Theme::size(Size::Ruler),
                    .header = Theme::size(Size::StripHeader),
                    .marbles = Theme::size(Size::MarbleLane),
                    .legend = Theme::size(Size::Legend),
                    .counters = {}};
    heights.counters = {Theme::size(Size::CounterFirst), Theme::size(Size::Counter), Theme::size(Size::Counter)};
    if (!small) {
        heights.keys = layout.keyCaps ? Theme::size(Size::MarbleLaneKeys) - heights.marbles : 0;
        heights.makeRoom(layout);
        return heights;
    }
    heights.overview = heights.legend = 0;
    heights.marbles = Theme::size(Size::MarbleLaneSmall);
    heights.counters = {};
    heights.counters[size_t(layout.chosen)] = Theme::size(Size::CounterSmall);
    // Two lanes matter more than a counter, and more than the marbles.
    const int least = 2 * Theme::size(Size::LanePitchMin);
    if (layout.size.height() - heights.sum() < least)
        heights.counters = {};
    if (layout.size.height() - heights.sum() < least)
        heights.marbles = 0;
    // The box and the levels, too, as long as the lanes keep a third of the height if they need it.
    const qint64 wanted = std::min<qint64>(layout.lanes * Theme::size(Size::LanePitchMin), layout.size.height() / 3);
    const auto fits = [&](int more) { return layout.size.height() - heights.sum() - more >= wanted; };
    if (layout.policyBox && heights.marbles > 0 && fits(Theme::size(Size::PolicyBox)))
        heights.box = Theme::size(Size::PolicyBox);
    heights.levels = Theme::size(Size::CounterSmall);
    while (heights.levelCount < std::min(layout.levels, int(mostLevels)) && fits(heights.levels))
        ++heights.levelCount;
    return heights;
}

/// The heights within a strip. Lanes come first, then what tells most; below each stands how much the lanes keep.
TimelineGeometry::Heights TimelineGeometry::stripHeights(const TimelineLayout &layout, bool small, int height)
{
    const int pitch = Theme::size(Size::LanePitchMin);
    const bool low = height < lowStrip;
    Heights heights{.overview = small ? 0 : Theme::size(Size::Overview),
                    .ruler = Theme::size(Size::Ruler),
                    .header = Theme::size(low ? Size::SmallButton : Size::StripHeader),
                    .marbles = 0,
                    .legend = small ? 0 : Theme::size(Size::Legend),
                    .counters = {}};
    int free = height - heights.header;
    const auto fits = [&](int wanted, int lanes) {
        const bool there = free - wanted >= int(std::min<qint64>(layout.lanes, lanes)) * pitch;
        free -= there ? wanted : 0;
        return there;
    };
    const int marbles = Theme::size(Size::MarbleLaneSmall), track = Theme::size(Size::CounterSmall);
    if (layout.policyBox && fits(2 * marbles, 3)) {
        heights.marbles = marbles;
        heights.box = fits(Theme::size(Size::PolicyBox), 3) ? Theme::size(Size::PolicyBox) : 0;
    }
    if (fits(track, 5))
        heights.counters[size_t(layout.chosen)] = track;
    if (heights.marbles == 0 && fits(2 * marbles, 12))
        heights.marbles = marbles;
    heights.levels = track;
    while (heights.levelCount < std::min(layout.levels, int(mostLevels)) && fits(track, 12))
        ++heights.levelCount;
    // What the lanes of another strip have no room for goes to the counter.
    int &counter = heights.counters[size_t(layout.chosen)];
    if (counter > 0 && layout.lanesHeight > 0)
        counter += std::clamp(free - layout.lanesHeight, 0, Theme::size(Size::CounterFirst) - track);
    return heights;
}

/// What bars took for a while may be lent as long as two lanes fit.
bool TimelineGeometry::isSmall(const TimelineLayout &layout)
{
    const int height = layout.size.height();
    if (height >= smallHeight())
        return false;
    if (height + layout.lentHeight < smallHeight())
        return true;
    return layout.strips == 1 && height - heightsFor(layout, false).sum() < 2 * Theme::size(Size::LanePitchMin);
}

TimelineGeometry::TimelineGeometry(const TimelineLayout &layout)
    : m_layout(layout)
    , m_small(isSmall(layout))
{
    m_axisLeft = isComparing() ? Theme::grid(24) : Theme::size(Size::Gutter);
    m_axisRight = std::max(m_axisLeft + 1, layout.size.width() - rightMargin);
    m_scale = axisWidth() / double(std::max<qint64>(layout.range.length(), 1));
    const int shared = Theme::size(Size::Ruler) + (m_small ? 0 : Theme::size(Size::Overview)),
              below = m_small ? 0 : Theme::size(Size::Legend), room = std::max(0, layout.size.height() - shared - below);
    const int stripTop = shared + room * layout.strip / layout.strips;
    m_stripEnd = shared + room * (layout.strip + 1) / layout.strips;
    const Heights heights = isComparing() ? stripHeights(layout, m_small, m_stripEnd - stripTop) : heightsFor(layout, m_small);
    const int taken = heights.sum() - (isComparing() ? heights.overview + heights.ruler + heights.legend : 0);
    int free = std::max(0, (isComparing() ? m_stripEnd - stripTop : layout.size.height()) - taken);
    m_lanesRoom = free;
    if (layout.lanesHeight > 0)
        free = std::min(free, layout.lanesHeight);
    const int least = Theme::size(Size::LanePitchMin), most = Theme::size(Size::LanePitchMax),
              grid = Theme::size(Size::Grid);
    if (layout.lanes > 0)
        m_pitch = int(std::clamp<qint64>(free / layout.lanes / grid * grid, least, most));
    const qint64 wanted = layout.lanes * m_pitch;
    // Where lanes scroll they do so by whole lanes: none is cut.
    const int shown = wanted <= free ? int(wanted) : std::max(free / m_pitch * m_pitch, std::min(free, m_pitch));
    m_maxScroll = wanted - shown;
    m_scroll = std::clamp<qint64>(layout.scroll, 0, m_maxScroll) / m_pitch * m_pitch;

    int y = 0;
    placeBelow(m_overview, heights.overview, y);
    placeBelow(m_ruler, heights.ruler, y);
    if (isComparing())
        y = stripTop;
    placeBelow(m_header, heights.header, y);
    placeBelow(m_in, heights.marbles, y);
    placeBelow(m_keys, heights.keys, y);
    placeBelow(m_policyBox, heights.box, y);
    if (heights.box > 0)
        placeBelow(m_out, heights.marbles, y);
    placeBelow(m_lanes, layout.lanes > 0 ? shown : free, y);
    if (heights.box == 0)
        placeBelow(m_out, heights.marbles, y);
    for (size_t i = 0; i < m_counters.size(); ++i)
        placeBelow(m_counters[i], heights.counters[i], y);
    for (int i = 0; i < heights.levelCount; ++i)
        placeBelow(m_levels[size_t(i)], heights.levels, y);
    if (heights.legend > 0)
        m_legend = QRect(0, layout.size.height() - heights.legend, layout.size.width(), heights.legend);
}

void TimelineGeometry::placeBelow(QRect &rect, int height, int &y) const
{
    if (height > 0)
        rect = QRect(0, y, m_layout.size.width(), height);
    y += height;
}

QRect TimelineGeometry::overviewPlot() const
{
    if (m_overview.isEmpty())
        return {};
    return QRect(axisLeft(), m_overview.top() + overviewMargin, axisWidth(),
                 m_overview.height() - 1 - overviewMargin - 2);
}

QRect TimelineGeometry::overviewRow() const
{
    const QRect plot = overviewPlot();
    const int top = plot.height() * m_layout.strip / m_layout.strips, end = plot.height() * (m_layout.strip + 1) / m_layout.strips;
    return QRect(plot.left(), plot.top() + top, plot.width(), end - top - (isLast() ? 0 : 1));
}

QRect TimelineGeometry::strip() const
{
    const int top = m_header.bottom() + 1;
    const int bottom = isComparing() ? m_stripEnd : m_legend.isEmpty() ? m_layout.size.height() : m_legend.top();
    return QRect(0, top, m_layout.size.width(), std::max(0, bottom - top));
}

int TimelineGeometry::xIn(const TimeRange &range, qint64 t) const
{
    return column(double(t - range.begin) / double(std::max<qint64>(range.length(), 1)) * axisWidth());
}

qint64 TimelineGeometry::timeIn(const TimeRange &range, double x) const
{
    const double part = (x - axisLeft()) / axisWidth();
    return std::max<qint64>(0, range.begin + qint64(std::llround(part * double(range.length()))));
}

int TimelineGeometry::spanHeightAt(int pitch)
{
    // 28 at 44, 16 at 24, 10 at 12, and straight lines between; even, so that a half fits into its middle.
    const double height = pitch >= 24 ? 16 + (pitch - 24) * 0.6 : 10 + (pitch - 12) * 0.5;
    return 2 * int(std::lround(height / 2));
}

qint64 TimelineGeometry::scrollToShow(qint64 lane) const
{
    const qint64 top = lane * m_pitch;
    const qint64 most = std::min(top, m_maxScroll);
    return std::clamp(m_scroll, std::min(most, std::max<qint64>(0, top + m_pitch - m_lanes.height())), most);
}

QRect TimelineGeometry::lane(qint64 index) const
{
    // A QRect ends at 2^31; 10,000,000 lanes of 12 px do not reach that, measured from the first visible one they never
    // will.
    const qint64 top = index * m_pitch - m_scroll;
    constexpr qint64 far = 1 << 28;
    return QRect(0, m_lanes.top() + int(std::clamp(top, -far, far)), m_layout.size.width(), m_pitch);
}

qint64 TimelineGeometry::laneAt(int y) const
{
    if (m_layout.lanes == 0 || y < m_lanes.top() || y > m_lanes.bottom())
        return -1;
    const qint64 index = (y - m_lanes.top() + m_scroll) / m_pitch;
    return index < m_layout.lanes ? index : -1;
}

qint64 TimelineGeometry::firstLane() const { return m_scroll / m_pitch; }

qint64 TimelineGeometry::lastLane() const
{
    if (m_layout.lanes == 0)
        return firstLane();
    return std::min(m_layout.lanes, (m_scroll + m_lanes.height() + m_pitch - 1) / m_pitch);
}

} // namespace playground
