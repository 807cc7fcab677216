// SPDX-License-Identifier: MIT
#include "view/timeline_walk.h"

#include <algorithm>

namespace playground {
namespace {

quint32 spanBefore(const Timeline &timeline, const Lane &lane, quint32 span)
{
    quint32 before = noSpan;
    const auto spans = timeline.spansOf(lane);
    for (auto i = spans.begin(); i != spans.end() && i.index() != span; ++i)
        before = i.index();
    return before;
}

} // namespace

quint32 spanBeside(const Timeline &timeline, quint32 request, quint32 span, bool forward)
{
    const auto &lanes = timeline.lanes();
    const qint64 count = qint64(lanes.size());
    qint64 lane = request == 0 ? (forward ? -1 : count) : std::min<qint64>(qint64(request) - 1, count);
    if (lane >= 0 && lane < count) {
        // A lane selected as a whole: its first span, either way.
        const quint32 beside = span == noSpan ? lanes[size_t(lane)].firstSpan
                               : forward      ? timeline.spans()[span].next
                                              : spanBefore(timeline, lanes[size_t(lane)], span);
        if (beside != noSpan)
            return beside;
    }
    for (lane += forward ? 1 : -1; lane >= 0 && lane < count; lane += forward ? 1 : -1) {
        const Lane &next = lanes[size_t(lane)];
        if (const quint32 found = forward ? next.firstSpan : next.lastSpan; found != noSpan)
            return found;
    }
    return span;
}

} // namespace playground
