// SPDX-License-Identifier: MIT
#pragma once

#include "picture/ghost_painter.h"
#include "picture/lane_boxes.h"
#include "picture/span_painter.h"
#include "picture/timeline_canvas.h"

#include <optional>

namespace playground {

class FindResult;
class Run;
struct TimelineState;

/// Draws the lanes: one row per request with its spans; over them what is selected and what the pointer is on.
class LanePainter {
public:
    LanePainter(const Theme &theme, LabelCache &labels);

    /// Forgets the run it knew.
    void clear() { m_boxes.clear(); }
    SpanPainter &spans() { return m_spans; }
    GhostPainter &ghosts() { return m_ghosts; }

    /// `found`: all but that is dimmed; nullptr: nothing is.
    void paint(const TimelineCanvas &canvas, const Run &run, const FindResult *found);
    void paintOverlay(const TimelineCanvas &canvas, const Run &run, const TimelineState &state);

    /// The span painted at a point, or noSpan. A lane's whole height counts.
    quint32 spanAt(const QPoint &point, const TimelineGeometry &geometry, const Run &run);
    /// The begin or the end of a span painted in the lane at a point that lies at most `reach` columns away from it; the
    /// nearest one, or nothing.
    std::optional<qint64> edgeNear(const QPoint &point, int reach, const TimelineGeometry &geometry, const Run &run);
    /// Where a span is painted; empty when it is outside the visible range. The row may be scrolled away.
    QRect spanRect(quint32 span, const TimelineGeometry &geometry, const Run &run);

private:
    void paintLane(const TimelineCanvas &canvas, const Run &run, qint64 index, bool selected, const FindResult *found);
    void paintLeadsCall(const TimelineCanvas &canvas, const Run &run, qint64 index, const QRect &row);
    void paintFound(const TimelineCanvas &canvas, const Run &run, qint64 index, const QColor &ground,
                    const FindResult &found);
    std::optional<SpanBox> boxOf(quint32 span, const TimelineGeometry &geometry, const Run &run) const;
    void paintLabel(const TimelineCanvas &canvas, const Run &run, const QRect &row, qint64 index, bool selected,
                    bool dimmed);
    void paintSpan(const TimelineCanvas &canvas, const Run &run, const SpanBox &box, const QRect &row);
    void paintPendingRest(const TimelineCanvas &canvas, const QRect &body);
    void paintOutline(const TimelineCanvas &canvas, const QRect &body, int gap, int width, const QColor &color);
    void paintHandOver(const TimelineCanvas &canvas, const Run &run, const Span &wait);
    void paintHandOverNote(const TimelineCanvas &canvas, const Run &run, const Span &wait);
    void paintScrollBar(const TimelineCanvas &canvas);
    const std::vector<SpanBox> &boxes(const Run &run, qint64 index, const TimelineGeometry &geometry);
    SpanLook lookOf(const TimelineGeometry &geometry, const Run &run, const SpanBox &box, const QRect &row) const;

    SpanPainter m_spans;
    GhostPainter m_ghosts;
    LaneBoxes m_boxes;
};

} // namespace playground
