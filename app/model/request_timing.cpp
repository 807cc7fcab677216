// SPDX-License-Identifier: MIT
#include "model/request_timing.h"

#include "model/run.h"

namespace playground {

RequestTiming requestTiming(const Run &run, quint32 request)
{
    RequestTiming timing;
    const Timeline &timeline = run.timeline();
    if (request == 0 || request > timeline.lanes().size())
        return timing;
    const Lane &lane = timeline.lanes()[request - 1];
    const Lane &call = lane.lead > 0 && lane.lead <= timeline.lanes().size() ? timeline.lanes()[lane.lead - 1] : lane;
    if (lane.arrived >= 0)
        timing.arrived = lane.arrived;
    if (lane.settled >= 0)
        timing.ended = lane.settled;
    timing.outcome = lane.outcome;
    timing.attempts = call.attempts;
    for (const Span &span : timeline.spansOf(lane)) {
        if (span.isWait() && span.reason != WaitReason::Backoff && span.reason != WaitReason::Server)
            timing.waited += span.lengthAt(run.now());
    }
    for (const Span &span : timeline.spansOf(call)) {
        if (!span.isWait() && !timing.started)
            timing.started = span.begin;
    }
    return timing;
}

} // namespace playground
