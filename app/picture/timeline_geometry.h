// SPDX-License-Identifier: MIT
#pragma once

#include "picture/ruler_ticks.h"

#include <QRect>
#include <QSize>

#include <algorithm>
#include <array>

namespace playground {

/// The counters below the lanes.
enum class Counter : quint8 { InFlight, Queued, Done };

/// So many levels get a track at the most.
inline constexpr size_t mostLevels = 8;

/// What the layout of a timeline depends on.
struct TimelineLayout {
    QSize size;
    qint64 lanes = 0; ///< Rows: one for each request, or fewer where they are packed.
    TimeRange range;
    qint64 scroll = 0;                  ///< Vertical, in px; kept within what there is to scroll, and rounded down to whole lanes.
    Counter chosen = Counter::InFlight; ///< The one shown where there is room for one only.
    int levels = 0;                     ///< Tracks below the counters.
    bool policyBox = false;             ///< Debounce and throttle have a box, and OUT right below it.
    int strip = 0, strips = 1;          ///< Which one of how many strips that share the height, one below the other.
    int lanesHeight = 0;                ///< No more than this for the lanes, so that those of all strips are alike; 0: no matter.
    bool keyCaps = false;               ///< IN has a row of keys below its marbles, where there is room.
    int lentHeight = 0;                 ///< What a bar above took of the height for a while: no reason for the small layout.
    bool packed = false;                ///< Requests share rows.
};

/// Where everything of a timeline lies: plain numbers, no painting. From top to bottom: overview, ruler, strip header,
/// IN, lanes, OUT, counters, levels, legend; with a policy box IN, box, OUT, lanes, counters, …. A rectangle that is not shown is empty. Lanes share the height that is left and
/// scroll when 12 px are too many.
///
/// Of several strips each has a geometry of its own, in which overview, ruler and legend are the same: they belong to all. A
/// strip has its header and its lanes, and as much of the rest as there is room for, at most one counter.
class TimelineGeometry {
public:
    TimelineGeometry() = default;
    explicit TimelineGeometry(const TimelineLayout &layout);

    QSize size() const { return m_layout.size; }
    const TimeRange &range() const { return m_layout.range; }
    qint64 laneCount() const { return m_layout.lanes; }
    /// Whether requests share rows: then row n is not that of request n + 1.
    bool isPacked() const { return m_layout.packed; }
    /// Whether only one counter is shown, which can be chosen: where the height asks for the small layout, and in strips.
    bool isSmall() const { return m_small || isComparing(); }
    bool isComparing() const { return m_layout.strips > 1; }
    /// Whether it is the first strip, or the only one: what all strips share is drawn with it. The last one is drawn last.
    bool isFirst() const { return m_layout.strip == 0; }
    bool isLast() const { return m_layout.strip == m_layout.strips - 1; }

    QRect overview() const { return m_overview; }
    /// The part of the overview that shows the run: as wide as the axis.
    QRect overviewPlot() const;
    /// The part of that plot in which this strip's run is drawn.
    QRect overviewRow() const;
    QRect ruler() const { return m_ruler; }
    QRect header() const { return m_header; }
    QRect in() const { return m_in; }
    /// The row of keys below the marbles of IN.
    QRect keys() const { return m_keys; }
    QRect lanes() const { return m_lanes; }
    QRect out() const { return m_out; }
    QRect counter(Counter counter) const { return m_counters[size_t(counter)]; }
    /// Empty where there is no room: the last ones go first.
    QRect level(size_t i) const { return i < m_levels.size() ? m_levels[i] : QRect(); }
    QRect policyBox() const { return m_policyBox; }
    QRect legend() const { return m_legend; }
    /// From the top of IN down to the legend or the next strip: where time runs from left to right. Below the last counter it
    /// may be empty.
    QRect strip() const;

    /// The first and the last column of the time axis.
    int axisLeft() const { return m_axisLeft; }
    int axisRight() const { return m_axisRight; }
    int axisWidth() const { return m_axisRight - m_axisLeft; }
    /// The column of a time, rounded; far outside the axis it stops one axis width away.
    int x(qint64 t) const { return column(double(t - m_layout.range.begin) * m_scale); }
    int xIn(const TimeRange &range, qint64 t) const;
    /// The time at a column, kept at 0 or later.
    qint64 timeAt(double x) const { return timeIn(m_layout.range, x); }
    qint64 timeIn(const TimeRange &range, double x) const;

    int pitch() const { return m_pitch; }
    /// The height of work; waiting takes half of it.
    int spanHeight() const { return spanHeightAt(m_pitch); }
    int waitHeight() const { return spanHeight() / 2; }
    static int spanHeightAt(int pitch);

    /// How high the lanes could be, were it not for those of other strips.
    int lanesRoom() const { return m_lanesRoom; }

    qint64 scroll() const { return m_scroll; }
    qint64 maxScroll() const { return m_maxScroll; }
    /// The scroll offset that brings a lane into view, with as little movement as possible.
    qint64 scrollToShow(qint64 lane) const;
    /// Lane 0, 1, …; it may lie partly or wholly outside lanes().
    QRect lane(qint64 index) const;
    /// The lane at a height, or -1.
    qint64 laneAt(int y) const;
    /// The lanes that are at least partly visible: [first, last); first == last when there is none.
    qint64 firstLane() const;
    qint64 lastLane() const;

private:
    struct Heights;
    static bool isSmall(const TimelineLayout &layout);
    static Heights heightsFor(const TimelineLayout &layout, bool small);
    static Heights stripHeights(const TimelineLayout &layout, bool small, int height);
    void placeBelow(QRect &rect, int height, int &y) const;
    /// The column that lies `distance` px behind the first one of the axis.
    int column(double distance) const
    {
        const double width = axisWidth();
        return m_axisLeft + int(std::clamp(distance, -width, 2 * width) + width + 0.5) - axisWidth();
    }

    TimelineLayout m_layout;
    int m_axisLeft = 0, m_axisRight = 1;
    double m_scale = 0; // Px per ns.
    bool m_small = false;
    int m_pitch = 44;
    int m_lanesRoom = 0;
    int m_stripEnd = 0; // The first row below the strip.
    qint64 m_scroll = 0, m_maxScroll = 0;
    QRect m_overview, m_ruler, m_header, m_in, m_keys, m_lanes, m_out, m_legend;
    std::array<QRect, 3> m_counters;
    std::array<QRect, mostLevels> m_levels;
    QRect m_policyBox;
};

} // namespace playground
