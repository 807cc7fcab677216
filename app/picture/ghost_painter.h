// SPDX-License-Identifier: MIT
#pragma once

#include "picture/lane_boxes.h"
#include "picture/lane_rows.h"
#include "picture/timeline_canvas.h"

#include <array>
#include <vector>

namespace playground {

class Run;

/// Runs that are not this one, and are drawn as outlines in its lanes. Not owned.
struct Ghosts {
    const Run *before = nullptr; ///< The run before the last edit that began another one.
    const Run *ahead = nullptr;  ///< How this run will go on, as far as that is known by now: while a number is being dragged.
    friend bool operator==(const Ghosts &, const Ghosts &) = default;
};

/// Which of the two an outline belongs to.
enum class GhostKind : quint8 { Before, Ahead };

/// How the lines of a ghost are drawn: dash and space in px, and how much of the text's colour they have.
struct GhostDashes {
    int dash, space;
    double strength;
};
constexpr GhostDashes ghostDashes(GhostKind kind) { return kind == GhostKind::Before ? GhostDashes{3, 3, 0.45} : GhostDashes{4, 3, 0.6}; }

/// Draws ghosts: a dashed outline for each span, under the spans of the run itself. Behind the present the run's own future
/// takes the place of the run before: two outlines over each other would say nothing.
class GhostPainter {
public:
    const Ghosts &ghosts() const { return m_ghosts; }
    void setGhosts(const Ghosts &ghosts);
    bool isShown(GhostKind kind) const { return kind == GhostKind::Before ? m_ghosts.before : m_ghosts.ahead; }

    /// Whether rows are packed from now on. Each ghost has rows of its own: those of its first requests are the same as the run's,
    /// as far as both took the same course.
    void setPacked(bool packed);
    /// Rows that the ghosts have when they are packed, after an update.
    qint64 packedCount() const { return std::max(m_rows[0].packedCount(), m_rows[1].packedCount()); }

    /// The outlines of one row; `now` is the present of the run itself.
    void paintLane(const TimelineCanvas &canvas, qint64 index, qint64 now);
    /// The ghost's span under a point, and whose it is; nullptr: none is there.
    const Span *spanAt(const QPoint &point, const TimelineGeometry &geometry, qint64 now, GhostKind &kind);
    /// Where marbles will come out behind the present, as outlines on their line: of the run's own future, else of the run before.
    void paintOut(const TimelineCanvas &canvas, const QRect &line, qint64 now) const;
    /// What the outlines mean, as swatches with names at the right of that room; those that fit.
    void paintKeys(const TimelineCanvas &canvas, const QRect &room) const;
    /// The key under a point of that room in words; empty: none.
    QString keySummary(const QPoint &point, LabelCache &labels, const QRect &room) const;

private:
    struct Key {
        GhostKind kind;
        QRect rect;
    };
    void forget(GhostKind kind);
    std::vector<Key> keys(LabelCache &labels, const QRect &room) const;
    static void paintOutline(const TimelineCanvas &canvas, GhostKind kind, const QRect &body);
    const Run *runOf(GhostKind kind) const { return kind == GhostKind::Before ? m_ghosts.before : m_ghosts.ahead; }
    /// Calls `action` for the body of each span that shows.
    template <typename Action>
    void forBodies(GhostKind kind, qint64 index, const TimelineGeometry &geometry, qint64 now, Action action);

    Ghosts m_ghosts;
    bool m_packed = false;
    std::array<LaneBoxes, 2> m_boxes; ///< By kind,
    std::array<LaneRows, 2> m_rows;   ///< these too.
};

} // namespace playground
