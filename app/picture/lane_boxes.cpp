// SPDX-License-Identifier: MIT
#include "picture/lane_boxes.h"

#include "picture/timeline_geometry.h"

#include <algorithm>
#include <array>

namespace playground {
namespace {

/// From how many spans on a lane gets an index.
constexpr quint32 longLane = 128;
constexpr size_t fanOut = 4;

bool isFailure(SpanState state) { return state == SpanState::Failed || state == SpanState::TimedOut; }

/// What is drawn inside an attempt, or has no length, has no box of its own.
bool hasBox(const Span &span)
{
    return span.reason != WaitReason::Server && !(span.isWait() && span.end == span.begin);
}

/// How many parts overlapping copies split a lane into; 1: they have no room.
int partsOf(const Lane &lane, const TimelineGeometry &geometry)
{
    const int wanted = lane.lastCopy + 1;
    return partHeight(geometry.spanHeight(), wanted) < leastPart ? 1 : wanted;
}

} // namespace

void splitAmongCopies(SpanBox &box, const Span &span, const Lane &lane, const TimelineGeometry &geometry)
{
    if (!span.overlaps)
        return;
    box.parts = quint8(partsOf(lane, geometry));
    box.part = box.parts > 1 ? span.copy : 0;
    box.more = box.parts > 1 ? 0 : lane.lastCopy;
}

int severity(SpanState state)
{
    constexpr std::array<int, 8> order{0, 1, 2, 3, 4, 7, 6, 5};
    return order[size_t(state)];
}

struct LaneBoxes::Placing {
    const Timeline &timeline;
    const Lane &lane;
    const TimelineGeometry &geometry;
    qint64 now;
    std::vector<SpanBox> &boxes;
    std::vector<SpanBox> &front;

    bool shows(const Node &leaf) const
    {
        return leaf.span != noSpan &&
               !(leaf.overlaps && timeline.spans()[leaf.span].copy > 0 && partsOf(lane, geometry) == 1);
    }
};

/// A node of one span; an empty one where the span has no box.
LaneBoxes::Node LaneBoxes::leafOf(const Timeline &timeline, quint32 index, qint64 now)
{
    const Span &span = timeline.spans()[index];
    if (!hasBox(span))
        return {};
    return {span.begin,    span.isOpen() ? std::max(now, span.begin) : span.end, index, span.state,
            span.overlaps, span.isOpen()};
}

const std::vector<SpanBox> &LaneBoxes::of(const Timeline &timeline, const Lane &lane, const TimelineGeometry &geometry,
                                          qint64 now)
{
    m_boxes.clear();
    m_front.clear();
    Placing placing{timeline, lane, geometry, now, m_boxes, m_front};
    if (lane.spanCount < longLane) {
        const auto spans = timeline.spansOf(lane);
        for (auto i = spans.begin(); i != spans.end(); ++i) {
            if (const Node leaf = leafOf(timeline, i.index(), now); placing.shows(leaf))
                place(placing, leaf);
        }
    } else {
        Index &index = m_indices[lane.request];
        update(index, timeline, lane, now);
        const size_t top = index.levels.size() - 1;
        for (size_t node = 0; node < index.levels[top].size(); ++node)
            visit(placing, index, top, node);
    }
    m_boxes.insert(m_boxes.end(), m_front.begin(), m_front.end());
    return m_boxes;
}

void LaneBoxes::update(Index &index, const Timeline &timeline, const Lane &lane, qint64 now) const
{
    const auto &spans = timeline.spans();
    if (index.settled == lane.spanCount)
        return;
    for (quint32 i = index.spans.empty() ? lane.firstSpan : spans[index.spans.back()].next; i != noSpan;
         i = spans[i].next)
        index.spans.push_back(i);

    const auto joined = [&](const Node &a, const Node &b) {
        if (a.span == noSpan || b.span == noSpan)
            return a.span == noSpan ? b : a;
        Node both = severity(b.state) > severity(a.state) ? b : a;
        both.begin = a.begin;
        both.end = std::max(a.end, b.end);
        return both;
    };
    index.leaves.resize(index.spans.size());
    for (size_t i = index.settled; i < index.spans.size(); ++i)
        index.leaves[i] = leafOf(timeline, index.spans[i], now);
    size_t from = index.settled;
    for (size_t level = 0, count = index.spans.size(); level == 0 || count > fanOut; ++level) {
        if (index.levels.size() <= level)
            index.levels.emplace_back();
        const size_t nodes = (count + fanOut - 1) / fanOut;
        std::vector<Node> &own = index.levels[level];
        own.resize(nodes);
        from /= fanOut;
        for (size_t node = from; node < nodes; ++node) {
            own[node] = {};
            for (size_t child = node * fanOut; child < std::min(count, (node + 1) * fanOut); ++child)
                own[node] = joined(own[node], level == 0 ? index.leaves[child] : index.levels[level - 1][child]);
        }
        count = nodes;
    }
    while (index.settled < index.spans.size() && !spans[index.spans[index.settled]].isOpen())
        ++index.settled;
}

void LaneBoxes::visit(Placing &placing, const Index &index, size_t level, size_t node) const
{
    const Node &own = index.levels[level][node];
    const TimeRange &range = placing.geometry.range();
    if (own.span == noSpan || own.end < range.begin || own.begin > range.end)
        return;
    if (placing.geometry.x(own.begin) == placing.geometry.x(own.end))
        return place(placing, own);
    const size_t first = node * fanOut;
    const size_t count = level == 0 ? index.spans.size() : index.levels[level - 1].size();
    for (size_t child = first; child < std::min(count, first + fanOut); ++child) {
        if (level > 0)
            visit(placing, index, level - 1, child);
        else if (placing.shows(index.leaves[child]))
            place(placing, index.leaves[child]);
    }
}

void LaneBoxes::place(Placing &placing, const Node &node)
{
    const TimeRange &range = placing.geometry.range();
    if (node.end < range.begin || node.begin > range.end)
        return;
    SpanBox box;
    box.left = placing.geometry.x(node.begin);
    // One column stays free between neighbours.
    box.right = std::max(box.left + 1, placing.geometry.x(node.end) - 1);
    if (node.isOpen && placing.timeline.ended())
        box.right = std::max(box.right, box.left + leastPending);
    box.span = node.span;
    box.state = node.state;
    if (node.overlaps)
        splitAmongCopies(box, placing.timeline.spans()[node.span], placing.lane, placing.geometry);
    if (isFailure(box.state) && box.right - box.left < 3) {
        box.right = box.left + 2;
        --box.left;
        if (placing.front.empty() || placing.front.back().right < box.right || placing.front.back().part != box.part)
            placing.front.push_back(box);
        return;
    }
    if (!placing.boxes.empty() && box.right - box.left == 1) {
        SpanBox &last = placing.boxes.back();
        if (last.right > box.left && last.part == box.part) {
            if (last.right - last.left == 1 && severity(box.state) > severity(last.state))
                last = box;
            return;
        }
    }
    placing.boxes.push_back(box);
}

} // namespace playground
