// SPDX-License-Identifier: MIT
#pragma once

#include "picture/counter_painter.h"
#include "picture/label_cache.h"
#include "picture/lane_painter.h"
#include "picture/level_painter.h"
#include "picture/mark_painter.h"
#include "picture/marble_painter.h"
#include "picture/overview_raster.h"
#include "picture/timeline_state.h"

class QPainter;

namespace playground {

class Run;

/// What lies under a point of the timeline.
struct TimelineHit {
    enum class Kind : quint8 {
        Nothing,
        Overview,
        OverviewStart,
        OverviewEnd,
        OverviewPlayhead,
        Ruler,
        ZoomMenu,
        Flag,
        Mark,
        CounterChip,
        Counter,
        Level,
        Marble,
        Lane,
        Span,
        Legend,
        Header ///< Of one of several strips.
    };
    Kind kind = Kind::Nothing;
    quint32 request = 0;   ///< Marble, Lane, Span. Lane: 0 where nobody is in a row that requests share.
    quint32 span = noSpan; ///< Span.
    Counter counter = Counter::InFlight;
    size_t level = 0; ///< Level: its index in Timeline::levels().
    SpanState state = SpanState::Queued; ///< Legend: the state that is named there.
    size_t flag = 0; ///< Flag: its index in Timeline::flags(). Mark: its index in Marks::all().
};

/// Paints a run as a timeline. Contents (what the run and the visible range decide) and overlay (selection, pointer,
/// playhead) are separate, so that moving the pointer repaints no contents. Keeps caches that grow with the run; each
/// record is looked at once.
class TimelinePainter {
public:
    explicit TimelinePainter(const Theme &theme);
    TimelinePainter(const TimelinePainter &) = delete;
    TimelinePainter &operator=(const TimelinePainter &) = delete;

    const Theme &theme() const { return m_theme; }
    /// Another run, which must outlive its use here; nullptr = none. All caches start anew.
    void setRun(const Run *run);
    /// Of several strips: the present of all, where this one may have ended before; nothing: there are no others.
    void setTogether(std::optional<qint64> now) { m_together = now; }
    /// Other runs, as outlines beneath the run's own spans.
    void setGhosts(const Ghosts &ghosts) { m_lanes.ghosts().setGhosts(ghosts); }
    const Ghosts &ghosts() { return m_lanes.ghosts().ghosts(); }
    /// The outline under a point in words; empty: there is none.
    QString ghostSummary(const QPoint &point, const TimelineGeometry &geometry, const TimelineState &state);
    /// Catches up with the run; call it before painting.
    void update();

    /// Requests: as many as the source makes, or as have arrived if that is more.
    qint64 laneCount() const;
    /// Whether requests share rows, as the state asks for or the number of requests suggests.
    bool isPacked(const TimelineState &state) const;
    /// What the geometry follows from; whoever paints several strips adds which one this is. Lets packed rows catch up with the run.
    TimelineLayout layout(const QSize &size, const TimelineState &state) const;
    TimelineGeometry geometry(const QSize &size, const TimelineState &state) const { return TimelineGeometry(layout(size, state)); }
    void paintContents(QPainter &painter, const TimelineGeometry &geometry, const TimelineState &state);
    void paintOverlay(QPainter &painter, const TimelineGeometry &geometry, const TimelineState &state);

    TimelineHit hit(const QPoint &point, const TimelineGeometry &geometry, const TimelineState &state);
    /// The time at a point, or rather that of what is at most a few columns away: the edge of a span in the lane there, a
    /// mark, an edit, the present.
    qint64 snapped(const QPoint &point, const TimelineGeometry &geometry, const TimelineState &state);
    QRect spanRect(quint32 span, const TimelineGeometry &geometry);
    /// Which requests the rows hold.
    const LaneRows &rows() const { return m_lanes.rows(); }
    QRect zoomMenu(const TimelineGeometry &geometry, const TimelineState &state);

private:
    std::vector<MarkBox> marks(const TimelineGeometry &geometry, const TimelineState &state);
    void updateOverview();
    void paintBackground(QPainter &painter, const TimelineGeometry &geometry);
    QRect ghostKeys(const TimelineGeometry &geometry, const TimelineState &state);
    void paintStripNames(QPainter &painter, const TimelineGeometry &geometry);
    qint64 presentOf(const TimelineState &state) const;
    qint64 together() const;
    void paintMarbles(QPainter &painter, const TimelineGeometry &geometry, const FindResult *found);
    void paintMarblesOverPlayhead(QPainter &painter, const TimelineGeometry &geometry, const FindResult *found);
    void paintEnd(const TimelineCanvas &canvas, const TimelineState &state);
    void paintEmpty(QPainter &painter, const TimelineGeometry &geometry);

    Theme m_theme;
    const Run *m_run = nullptr;
    std::optional<qint64> m_together;
    LabelCache m_labels;
    mutable LanePainter m_lanes; // Its rows catch up where somebody asks for the layout.
    MarblePainter m_marbles;
    CounterPainter m_counters;
    LevelPainter m_levels;
    OverviewRaster m_overview;
};

} // namespace playground
