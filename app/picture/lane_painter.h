// SPDX-License-Identifier: MIT
#pragma once

#include "model/find_search.h"
#include "picture/ghost_painter.h"
#include "picture/lane_boxes.h"
#include "picture/lane_rows.h"
#include "picture/span_painter.h"
#include "picture/timeline_canvas.h"

#include <QImage>

#include <optional>
#include <unordered_map>

namespace playground {

class Run;
struct TimelineState;

/// Draws the lanes: rows of requests with their spans; over them what is selected and what the pointer is on.
class LanePainter {
public:
    LanePainter(const Theme &theme, LabelCache &labels);

    /// Forgets the run it knew.
    void clear();
    /// Catches up with the run, whose rows are packed from now on or not.
    void update(const Run &run, bool packed);
    const LaneRows &rows() const { return m_rows; }
    bool isPacked() const { return m_packed; }
    SpanPainter &spans() { return m_spans; }
    GhostPainter &ghosts() { return m_ghosts; }

    /// What was found is in front, all else is dimmed; without a search nothing is.
    void paint(const TimelineCanvas &canvas, const Run &run, const TimelineState &state);
    void paintOverlay(const TimelineCanvas &canvas, const Run &run, const TimelineState &state);

    /// The span painted at a point, or noSpan. A row's whole height counts.
    quint32 spanAt(const QPoint &point, const TimelineGeometry &geometry, const Run &run);
    /// The begin or the end of a span painted in the lane at a point that lies at most `reach` columns away from it; the
    /// nearest one, or nothing.
    std::optional<qint64> edgeNear(const QPoint &point, int reach, const TimelineGeometry &geometry, const Run &run);
    /// Where a span is painted; empty when it is outside the visible range. The row may be scrolled away.
    QRect spanRect(quint32 span, const TimelineGeometry &geometry, const Run &run);

private:
    /// A row as it is to be drawn: usual, or for the request that is selected in it.
    struct RowLook {
        qint64 row = 0;
        quint32 selected = 0; ///< 0: none.
        const FindResult *found = nullptr;
    };
    QColor groundOf(const TimelineCanvas &canvas, const RowLook &look) const;
    void paintLane(const TimelineCanvas &canvas, const Run &run, const RowLook &look);
    void paintSelected(const TimelineCanvas &canvas, const Run &run, const TimelineState &state);
    void paintLeadsCall(const TimelineCanvas &canvas, const Run &run, quint32 request, const QRect &row);
    bool isPlain(const SpanBox &box, const Run &run) const;
    void paintBoxes(const TimelineCanvas &canvas, const Run &run, const std::vector<SpanBox> &all, const QRect &row);
    bool paintPlain(const TimelineCanvas &canvas, const Run &run, const std::vector<SpanBox> &all, const QRect &row);
    void paintWithoutSpans(const TimelineCanvas &canvas, const Run &run, qint64 index, const QRect &row);
    void paintFound(const TimelineCanvas &canvas, const Run &run, const RowLook &look);
    struct FoundRow {
        bool isReady = false;
        std::vector<FindMatch> matches;
        std::vector<quint32> spans;    ///< That are painted for them, in order of begin.
        std::vector<quint32> requests; ///< Found as a whole.
    };
    const FoundRow &foundIn(qint64 row, const FindResult &found, const Run &run, const TimelineGeometry &geometry);
    void sortFound(const FindResult *found, int version, const TimelineGeometry &geometry);
    const SpanBox *boxAt(const QPoint &point, const TimelineGeometry &geometry, const Run &run);
    quint32 spanOf(const SpanBox &box, qint64 row, const TimelineGeometry &geometry, const Run &run) const;
    std::optional<SpanBox> boxOf(quint32 span, const TimelineGeometry &geometry, const Run &run) const;
    void paintLabel(const TimelineCanvas &canvas, const Run &run, const RowLook &look);
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
    LaneRows m_rows;
    bool m_packed = false;
    LaneBoxes m_boxes;
    LaneBoxes m_ownBoxes; ///< Of one request in a row that it shares.
    std::vector<SpanBox> m_plain; // Of the row that is being painted,
    QImage m_plainPicture;        // and what they look like.

    /// What was found, by row.
    struct Found {
        const FindResult *of = nullptr;
        int version = 0;
        bool packed = false;
        std::unordered_map<qint64, FoundRow> rows;
    };
    Found m_found;
    LaneBoxes m_foundBoxes;
};

} // namespace playground
