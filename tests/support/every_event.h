// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/observer.h>

#include <vector>

namespace support {

/// One event of each kind, every field of it set; the texts are literals.
inline std::vector<asyncade::TraceEvent> everyEvent()
{
    using namespace asyncade;
    using namespace std::chrono_literals;
    std::vector<TraceEvent> events;
    const auto add = [&](TraceEventKind kind) -> TraceEvent & {
        TraceEvent event;
        event.kind = kind;
        event.time = 1'000'001ns * int(events.size());
        event.span = {.request = 7, .tryNumber = 2, .copy = 1};
        events.push_back(event);
        return events.back();
    };
    TraceEvent &part = add(TraceEventKind::Part);
    part.part = {3};
    part.texts[0] = "slots";
    part.texts[1] = "policies.1";
    part.texts[2] = "a \"name\"\n\\ ü";
    add(TraceEventKind::Arrive).texts[0] = "GET /pages/7";
    add(TraceEventKind::Join).from = 5;
    TraceEvent &wait = add(TraceEventKind::Wait);
    wait.part = {3};
    wait.reason = WaitReason::Token;
    wait.until = 5ms;
    wait.count = 4;
    TraceEvent &go = add(TraceEventKind::Go);
    go.part = {3};
    go.reason = WaitReason::Token;
    go.how = GoHow::Elapsed;
    go.from = 6;
    add(TraceEventKind::Free).part = {3};
    add(TraceEventKind::Dispatch);
    add(TraceEventKind::Attempt).number = 2;
    TraceEvent &attemptEnd = add(TraceEventKind::AttemptEnd);
    attemptEnd.number = 2;
    attemptEnd.attemptOutcome = AttemptOutcome::Refused;
    attemptEnd.code = 429;
    attemptEnd.retryAfter = 1s;
    attemptEnd.part = {9};
    TraceEvent &settle = add(TraceEventKind::Settle);
    settle.requestOutcome = RequestOutcome::TimedOut;
    settle.number = 2;
    settle.code = -504;
    settle.defaulted = true;
    settle.from = 4'000'000'000u;
    settle.part = {8};
    TraceEvent &level = add(TraceEventKind::Level);
    level.part = {3};
    level.texts[0] = "tokens";
    level.value = 0.1;
    level.slope = 10;
    level.limit = 5;
    TraceEvent &edit = add(TraceEventKind::Edit);
    edit.texts[0] = "pattern.limit";
    edit.texts[1] = "3";
    edit.texts[2] = "8";
    add(TraceEventKind::Mark).texts[0] = "here";
    add(TraceEventKind::End).endReason = EndReason::Until;
    return events;
}

} // namespace support
