// SPDX-License-Identifier: MIT
#pragma once

#include "picture/lane_boxes.h"
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

/// Draws ghosts: a dashed outline for each span, under the spans of the run itself. Behind the present the run's own future
/// takes the place of the run before: two outlines over each other would say nothing.
class GhostPainter {
public:
    const Ghosts &ghosts() const { return m_ghosts; }
    void setGhosts(const Ghosts &ghosts);
    bool isShown(GhostKind kind) const { return kind == GhostKind::Before ? m_ghosts.before : m_ghosts.ahead; }

    /// The outlines of one lane; `now` is the present of the run itself.
    void paintLane(const TimelineCanvas &canvas, qint64 index, qint64 now);
    /// The ghost's span under a point, and whose it is; nullptr: none is there.
    const Span *spanAt(const QPoint &point, const TimelineGeometry &geometry, qint64 now, GhostKind &kind);
    /// What the outlines mean, as swatches with names at the right of that room; those that fit.
    void paintKeys(const TimelineCanvas &canvas, const QRect &room) const;
    /// The key under a point of that room in words; empty: none.
    QString keySummary(const QPoint &point, LabelCache &labels, const QRect &room) const;

private:
    struct Key {
        GhostKind kind;
        QRect rect;
    };
    std::vector<Key> keys(LabelCache &labels, const QRect &room) const;
    static void paintOutline(const TimelineCanvas &canvas, GhostKind kind, const QRect &body);
    const Run *runOf(GhostKind kind) const { return kind == GhostKind::Before ? m_ghosts.before : m_ghosts.ahead; }
    /// Calls `action` for the body of each span that shows.
    template <typename Action>
    void forBodies(GhostKind kind, qint64 index, const TimelineGeometry &geometry, qint64 now, Action action);

    Ghosts m_ghosts;
    std::array<LaneBoxes, 2> m_boxes; ///< By kind.
};

} // namespace playground
