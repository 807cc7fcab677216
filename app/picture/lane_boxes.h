// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

#include <unordered_map>
#include <vector>

namespace playground {

class TimelineGeometry;

/// A span, or several that share a column, as it lies on its lane.
struct SpanBox {
    int left = 0;
    int right = 0; ///< The first column behind it; at least left + 1.
    quint32 span = noSpan;
    SpanState state = SpanState::Queued;
    quint8 part = 0;  ///< Which part of the lane's height, from the top…
    quint8 parts = 1; ///< …of how many: copies that overlap split it.
    quint8 more = 0;  ///< So many copies have no part of their own, because it would be too low.
    friend bool operator==(const SpanBox &, const SpanBox &) = default;
};

/// What never ended has no right edge, but so many px at the least, or an attempt at the run's last instant would not
/// show.
inline constexpr int leastPending = 12;

/// Below that height a lane is not split: it shows copy 0 and how many there are.
inline constexpr int leastPart = 6;
/// The height of each of `parts` that split a lane; one row stays free between two.
constexpr int partHeight(int height, int parts) { return (height - parts + 1) / parts; }

/// Gives a span's box its part of the lane where copies overlap.
void splitAmongCopies(SpanBox &box, const Span &span, const Lane &lane, const TimelineGeometry &geometry);

/// Which of two states that share a column is shown: a failure or timeout before all else, then what ended before what
/// goes on.
int severity(SpanState state);

/// Places the spans of lanes: what is painted and what the pointer hits come from here. Spans narrower than a column
/// are merged with their neighbours, but a failure or a timeout always gets 3 px, in front. Long lanes have an index
/// that grows with the run, so that what is merged is not visited.
class LaneBoxes {
public:
    /// The boxes of a lane within the axis, those behind first.
    const std::vector<SpanBox> &of(const Timeline &timeline, const Lane &lane, const TimelineGeometry &geometry,
                                   qint64 now);
    void clear() { m_indices.clear(); }

private:
    /// Some neighbouring spans of a lane, or of nodes. What of the shown one decides how it is placed lies here as well: the
    /// spans of a lane lie far apart in memory.
    struct Node {
        qint64 begin = 0, end = 0; ///< From the first begin to the last end.
        quint32 span = noSpan;     ///< The one to show for all.
        SpanState state = SpanState::Queued;
        bool overlaps = false, isOpen = false;
    };
    /// levels[0] joins four spans each, and each further level four nodes of the one before.
    struct Index {
        std::vector<quint32> spans;
        std::vector<Node> leaves; ///< By span; without a box: an empty one.
        std::vector<std::vector<Node>> levels;
        size_t settled = 0; ///< How many spans at the front cannot change any more.
    };
    struct Placing;

    void update(Index &index, const Timeline &timeline, const Lane &lane, qint64 now) const;
    static Node leafOf(const Timeline &timeline, quint32 span, qint64 now);
    void visit(Placing &placing, const Index &index, size_t level, size_t node) const;
    static void place(Placing &placing, const Node &node);

    std::unordered_map<quint32, Index> m_indices;
    std::vector<SpanBox> m_boxes, m_front;
};

} // namespace playground
