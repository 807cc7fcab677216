// SPDX-License-Identifier: MIT
#include "picture/timeline_painter.h"

#include "model/marks.h"
#include "model/run.h"
#include "picture/flag_painter.h"
#include "picture/key_caps.h"
#include "picture/legend_painter.h"
#include "picture/measure_painter.h"
#include "picture/overview_painter.h"
#include "picture/ruler_painter.h"
#include "picture/span_text.h"
#include "picture/strip_painter.h"
#include "picture/wall_clock_marks.h"
#include "picture/words.h"

#include <QPainter>

#include <algorithm>

namespace playground {
namespace {

constexpr std::array<Counter, 3> counters{Counter::InFlight, Counter::Queued, Counter::Done};
constexpr int overviewRows = 32;
/// How near to the overview's playhead the pointer takes hold of it.
constexpr int playheadReach = 4;

void fillRow(QPainter &painter, const QRect &rect, int y, int height, const QColor &color)
{
    painter.fillRect(QRect(rect.left(), y, rect.width(), height), color);
}

} // namespace

TimelinePainter::TimelinePainter(const Theme &theme)
    : m_theme(theme)
    , m_lanes(theme, m_labels)
    , m_marbles(theme, m_labels)
    , m_counters(theme, m_labels)
    , m_levels(theme)
    , m_overview(overviewRows)
{
}

void TimelinePainter::setRun(const Run *run)
{
    m_run = run;
    m_lanes.clear();
    m_counters.clear();
    m_levels.clear();
    m_overview.clear();
    m_marbles.groupByColumn(run && !run->isReproducible());
}

void TimelinePainter::update()
{
    if (!m_run)
        return;
    m_counters.update(*m_run);
    m_levels.update(*m_run);
    updateOverview();
}

void TimelinePainter::updateOverview()
{
    m_lanes.update(*m_run, m_lanes.isPacked());
    m_overview.update(*m_run, m_lanes.isPacked() ? &m_lanes.rows().packed() : nullptr);
}

qint64 TimelinePainter::laneCount() const
{
    return m_run ? std::max<qint64>(requestCount(m_run->scenario()), qint64(m_run->timeline().lanes().size())) : 0;
}

bool TimelinePainter::isPacked(const TimelineState &state) const
{
    return state.rows == RowMode::Usual ? laneCount() > mostUnpacked : state.rows == RowMode::Packed;
}

TimelineLayout TimelinePainter::layout(const QSize &size, const TimelineState &state) const
{
    const bool shown = laneCount() > 0, packed = shown && isPacked(state);
    qint64 rows = laneCount();
    if (shown) {
        m_lanes.update(*m_run, packed);
        if (packed) // Before the first request has come there is room for it.
            rows = std::max<qint64>({1, m_lanes.rows().packedCount(), m_lanes.ghosts().packedCount()});
    }
    return {size, rows, state.range, state.scroll, state.chosen, shown ? int(trackLevels(*m_run).size()) : 0,
            shown && hasPolicyBox(*m_run), 0, 1, 0, shown && hasKeyCaps(*m_run), state.lentHeight, packed};
}

void TimelinePainter::paintContents(QPainter &painter, const TimelineGeometry &geometry, const TimelineState &state)
{
    const TimelineCanvas canvas{painter, geometry, m_theme, m_labels};
    if (m_run)
        updateOverview(); // Its rows may have been packed since.
    paintBackground(painter, geometry);
    paintGrid(canvas);
    paintOverview(canvas, m_overview, state);
    if (geometry.isFirst()) {
        paintRuler(canvas);
        paintLegend(canvas, m_lanes.spans());
    }
    paintStripHeader(canvas, m_run ? &m_run->current() : nullptr, state);
    m_lanes.ghosts().paintKeys(canvas, ghostKeys(geometry, state));
    if (m_run && !m_run->isReproducible())
        paintWallClockBadge(canvas, ghostKeys(geometry, state));
    if (laneCount() == 0)
        return paintEmpty(painter, geometry);
    paintFlags(canvas, *m_run);
    paintStripNames(painter, geometry);
    m_lanes.paint(canvas, *m_run, state);
    m_levels.paint(canvas, *m_run);
    painter.save();
    painter.setClipRect(QRect(QPoint(geometry.axisLeft() - 1, geometry.strip().top()), geometry.strip().bottomRight()));
    paintMarbles(painter, geometry, state.found);
    m_lanes.ghosts().paintOut(canvas, geometry.out(), m_run->now());
    painter.restore();
    m_counters.updateGhosts(ghosts());
    for (const Counter counter : counters)
        m_counters.paint(painter, counter, *m_run, geometry, m_lanes.spans().textures());
}

void TimelinePainter::paintBackground(QPainter &painter, const TimelineGeometry &geometry)
{
    const QRect strip = geometry.strip();
    if (geometry.isFirst())
        painter.fillRect(QRect(QPoint(), geometry.size()), m_theme.color(Token::Panel));
    painter.fillRect(strip, m_theme.color(Token::Canvas));
    if (laneCount() == 0)
        return;
    const QColor hair = m_theme.color(Token::Hair);
    for (size_t i = 0; i < mostLevels; ++i) {
        if (const QRect track = geometry.level(i); !track.isEmpty() && track.bottom() < strip.bottom())
            fillRow(painter, strip, track.bottom(), 1, hair);
    }
    const int gutterLine = geometry.axisLeft() - Theme::size(Size::Grid);
    painter.fillRect(QRect(QPoint(gutterLine, geometry.lanes().top()), QPoint(gutterLine, strip.bottom())), hair);
    fillRow(painter, strip, geometry.lanes().top(), 1, hair);
    if (const QRect out = geometry.out(); !out.isEmpty())
        fillRow(painter, strip, out.bottom(), 2, hair);
    for (const Counter counter : counters) {
        if (const QRect track = geometry.counter(counter); !track.isEmpty() && track.bottom() < strip.bottom())
            fillRow(painter, strip, track.bottom(), 1, hair);
    }
}

void TimelinePainter::paintStripNames(QPainter &painter, const TimelineGeometry &geometry)
{
    const int left = Theme::size(Size::CardPaddingH), room = geometry.axisLeft() - Theme::size(Size::Grid) - left;
    const auto name = [&](const QRect &line, const QString &text) {
        if (!line.isEmpty())
            m_labels.draw(painter, Role::CaptionStrong, left, line.top() + line.height() / 2.0,
                          m_labels.elided(Role::CaptionStrong, text, room), m_theme.color(Token::Text2));
    };
    name(geometry.in(), Words::tr("IN"));
    name(geometry.out(), Words::tr("OUT"));
}

void TimelinePainter::paintEmpty(QPainter &painter, const TimelineGeometry &geometry)
{
    const QString text = m_run ? Words::tr("No requests: the source of this scenario makes none.")
                               : Words::tr("Open a scenario to see its run here.");
    painter.setFont(m_labels.font(Role::Body));
    painter.setPen(m_theme.color(Token::Text3));
    const int left = geometry.axisLeft() + 16;
    painter.drawText(
        QRect(QPoint(left, geometry.lanes().top()), QPoint(geometry.axisRight() - 16, geometry.lanes().bottom())),
        Qt::AlignCenter | Qt::TextWordWrap, text);
}

void TimelinePainter::paintOverlay(QPainter &painter, const TimelineGeometry &geometry, const TimelineState &state)
{
    const TimelineCanvas canvas{painter, geometry, m_theme, m_labels};
    if (laneCount() > 0)
        m_lanes.paintOverlay(canvas, *m_run, state);
    const std::vector<MarkBox> flags = marks(geometry, state);
    std::vector<QRect> taken;
    for (const MarkBox &flag : flags)
        taken.push_back(flag.flag);
    if (state.measured)
        taken.push_back(measureLabel(*state.measured, geometry, m_labels).rect);
    paintEnd(canvas, state);
    paintPlayhead(canvas, presentOf(state), taken);
    paintMarks(canvas, flags);
    if (state.measured)
        paintMeasure(canvas, *state.measured);
    if (laneCount() > 0)
        paintOverviewPlayhead(canvas, state, presentOf(state));
    if (laneCount() > 0) {
        paintMarblesOverPlayhead(painter, geometry, state.found);
        for (const Counter counter : counters)
            m_counters.paintOverPlayhead(painter, counter, *m_run, geometry);
    }
    if (laneCount() > 0 && state.selectedRequest > 0) {
        painter.save();
        painter.setClipRect(QRect(QPoint(geometry.axisLeft() - 1, geometry.strip().top()), geometry.strip().bottomRight()));
        m_marbles.paintSelected(painter, state.selectedRequest, m_run->timeline().in(), geometry.in(), geometry,
                                together());
        m_marbles.paintSelected(painter, state.selectedRequest, m_run->timeline().out(), geometry.out(), geometry,
                                together());
        painter.restore();
    }
}

/// Of several strips, where this one has ended before the others: a dotted line.
void TimelinePainter::paintEnd(const TimelineCanvas &canvas, const TimelineState &state)
{
    constexpr int dot = 2, space = 3;
    const TimelineGeometry &geometry = canvas.geometry;
    if (!state.playhead || !m_run->ended() || laneCount() == 0)
        return;
    const qint64 end = m_run->trace().records().back().t; // Its present may have gone on with that of the others.
    if (*state.playhead <= end)
        return;
    const int x = geometry.x(end);
    const QRect strip = geometry.strip();
    if (x < geometry.axisLeft() || x > geometry.axisRight())
        return;
    for (int y = strip.top(); y <= strip.bottom(); y += dot + space)
        canvas.painter.fillRect(x, y, 1, std::min(dot, strip.bottom() + 1 - y), m_theme.color(Token::Text3));
}

/// The playhead must not strike through the number of a marble: its column shows the marbles once more.
void TimelinePainter::paintMarblesOverPlayhead(QPainter &painter, const TimelineGeometry &geometry,
                                               const FindResult *found)
{
    const int x = geometry.x(m_run->now());
    if (x < geometry.axisLeft() || x > geometry.axisRight())
        return;
    painter.save();
    painter.setClipRect(QRect(x, geometry.strip().top(), 1, geometry.strip().height()));
    paintMarbles(painter, geometry, found);
    painter.restore();
}

void TimelinePainter::paintMarbles(QPainter &painter, const TimelineGeometry &geometry, const FindResult *found)
{
    m_marbles.paint(painter, m_run->timeline().in(), geometry.in(), geometry, together(), found);
    if (const QRect keys = geometry.keys(); !keys.isEmpty())
        m_marbles.paintBelow(painter, m_run->timeline().in(), keys, geometry, together(),
                             [this](quint32 request) { return keyCap(*m_run, request); });
    m_marbles.paint(painter, m_run->timeline().out(), geometry.out(), geometry, together(), found);
}

std::vector<MarkBox> TimelinePainter::marks(const TimelineGeometry &geometry, const TimelineState &state)
{
    if (!state.marks || laneCount() == 0)
        return {};
    return markBoxes(*state.marks, geometry, m_labels, playheadFlag(geometry, m_labels, presentOf(state)));
}

/// Where the playhead stands; -1: nowhere.
qint64 TimelinePainter::presentOf(const TimelineState &state) const
{
    return laneCount() > 0 ? state.playhead.value_or(m_run->now()) : -1;
}

/// The present of all strips, or of the only one.
qint64 TimelinePainter::together() const { return m_together.value_or(m_run->now()); }

qint64 TimelinePainter::snapped(const QPoint &point, const TimelineGeometry &geometry, const TimelineState &state)
{
    constexpr int reach = 6;
    const qint64 free = geometry.timeAt(std::clamp(point.x(), geometry.axisLeft(), geometry.axisRight()));
    if (!m_run || laneCount() == 0)
        return free;
    qint64 nearest = free;
    int least = reach + 1;
    const auto consider = [&](qint64 t) {
        const int distance = std::abs(geometry.x(t) - point.x());
        if (distance < least && t >= geometry.range().begin && t <= geometry.range().end) {
            least = distance;
            nearest = t;
        }
    };
    if (const auto edge = m_lanes.edgeNear(point, reach, geometry, *m_run))
        consider(*edge);
    consider(0);
    consider(m_run->now());
    for (const MarkBox &mark : marks(geometry, state))
        consider(state.marks->all()[mark.index].t);
    const auto &flags = m_run->timeline().flags();
    const qint64 from = geometry.timeAt(point.x() - reach);
    for (auto flag = std::ranges::lower_bound(flags, from, {}, &Flag::t);
         flag != flags.end() && geometry.x(flag->t) <= point.x() + reach; ++flag)
        consider(flag->t);
    return nearest;
}

/// The room in the strip's header between its title and its menu.
QRect TimelinePainter::ghostKeys(const TimelineGeometry &geometry, const TimelineState &state)
{
    const QRect header = geometry.header();
    if (!m_run || header.isEmpty() || geometry.isComparing())
        return {};
    const int gap = Theme::size(Size::InnerGap);
    const QRect menu = zoomMenu(geometry, state);
    const int letter = Theme::grid(5);
    const int left = Theme::size(Size::CardPaddingH) + letter + 3 * gap + m_labels.width(Role::BodyStrong, stripTitle(m_run->current()));
    const int right = (menu.isEmpty() ? header.right() + 1 - Theme::size(Size::CardPaddingH) : menu.left() - state.headerRoom) - 2 * gap;
    return QRect(QPoint(left, header.top()), QPoint(right - 1, header.bottom()));
}

QString TimelinePainter::ghostSummary(const QPoint &point, const TimelineGeometry &geometry, const TimelineState &state)
{
    if (const QString key = m_lanes.ghosts().keySummary(point, m_labels, ghostKeys(geometry, state)); !key.isEmpty())
        return key;
    GhostKind kind{};
    const Span *span = m_run ? m_lanes.ghosts().spanAt(point, geometry, m_run->now(), kind) : nullptr;
    if (!span)
        return {};
    const Run &run = *(kind == GhostKind::Before ? ghosts().before : ghosts().ahead);
    const QString summary = spanSummary(*span, run.trace(), run.now());
    return kind == GhostKind::Before ? Words::tr("The run before the last change. %1").arg(summary)
                                     : Words::tr("How it will go on with the number as it is now. %1").arg(summary);
}

QRect TimelinePainter::spanRect(quint32 span, const TimelineGeometry &geometry)
{
    return m_run ? m_lanes.spanRect(span, geometry, *m_run) : QRect();
}

QRect TimelinePainter::zoomMenu(const TimelineGeometry &geometry, const TimelineState &state)
{
    return zoomMenuRect(geometry, m_labels, state);
}

TimelineHit TimelinePainter::hit(const QPoint &point, const TimelineGeometry &geometry, const TimelineState &state)
{
    using HitKind = TimelineHit::Kind;
    if (zoomMenu(geometry, state).contains(point))
        return {HitKind::ZoomMenu};
    if (geometry.overview().contains(point)) {
        const auto onHandle = [&](qint64 t) {
            return overviewHandle(geometry, state.whole, t).adjusted(-2, -8, 2, 8).contains(point);
        };
        if (onHandle(state.range.end) || onHandle(state.range.begin))
            return {onHandle(state.range.end) ? HitKind::OverviewEnd : HitKind::OverviewStart};
        const bool onPlayhead = m_run && laneCount() > 0 &&
                                std::abs(point.x() - geometry.xIn(state.whole, presentOf(state))) <= playheadReach;
        return {onPlayhead ? HitKind::OverviewPlayhead : HitKind::Overview};
    }
    if (const auto named = legendStateAt(m_labels, geometry.legend(), point))
        return {.kind = HitKind::Legend, .state = *named};
    if (!m_run || laneCount() == 0)
        return {};
    if (const auto mark = markAt(point, marks(geometry, state), geometry))
        return {.kind = HitKind::Mark, .flag = *mark};
    if (const auto flag = flagAt(point, geometry, *m_run))
        return {.kind = HitKind::Flag, .flag = *flag};
    if (geometry.ruler().contains(point))
        return {HitKind::Ruler};
    for (const Counter counter : counters) {
        if (CounterPainter::chip(geometry, counter).contains(point))
            return {HitKind::CounterChip, 0, noSpan, counter};
        if (geometry.counter(counter).contains(point))
            return {HitKind::Counter, 0, noSpan, counter};
    }
    const std::vector<size_t> levels = trackLevels(*m_run);
    for (size_t i = 0; i < levels.size(); ++i) {
        if (geometry.level(i).contains(point))
            return {.kind = HitKind::Level, .level = levels[i]};
    }
    if (const auto timer = boxLevel(*m_run); timer && geometry.policyBox().contains(point))
        return {.kind = HitKind::Level, .level = *timer};
    const Timeline &timeline = m_run->timeline();
    const quint32 in = m_marbles.at(point, timeline.in(), geometry.in(), geometry, together());
    if (const quint32 marble =
            in > 0 ? in : m_marbles.at(point, timeline.out(), geometry.out(), geometry, together()))
        return {HitKind::Marble, marble};
    const qint64 lane = geometry.laneAt(point.y());
    if (lane < 0)
        return {};
    const quint32 span = m_lanes.spanAt(point, geometry, *m_run);
    if (span != noSpan)
        return {HitKind::Span, timeline.spans()[span].request, span};
    return {HitKind::Lane, m_lanes.rows().requestAt(lane, point.x(), *m_run, geometry)};
}

} // namespace playground
