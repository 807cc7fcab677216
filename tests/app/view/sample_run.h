// SPDX-License-Identifier: MIT
#pragma once

#include "app/model/trace_builder.h"
#include "model/run.h"

#include <memory>

namespace playground {

/// Four fetches, three at a time, by hand: #4 waits 100 ms for #1's slot, fails with 503, backs off 318 ms and succeeds
/// on its second attempt at 900 ms, the last of all.
inline Trace sampleTrace(bool whole = true)
{
    using namespace std::chrono_literals;
    TraceBuilder trace;
    trace.part(1, partkind::slots_).part(2, partkind::retry, QStringLiteral("policies.0"));
    for (quint32 request = 1; request <= 3; ++request)
        trace.arrive(request, QStringLiteral("GET /pages/%1").arg(request))
            .go(request, 1)
            .dispatch(request)
            .attempt(request, 1);
    trace.arrive(4, QStringLiteral("GET /pages/4")).wait(4, 1, WaitReason::Slot);
    trace.at(100ms)
        .attemptEnd(1, 1)
        .settle(1, RequestOutcome::Succeeded, 1)
        .free(1, 1)
        .go(4, 1, GoHow::Granted, 1)
        .dispatch(4)
        .attempt(4, 1);
    trace.at(200ms).attemptEnd(2, 1).settle(2, RequestOutcome::Succeeded, 1).free(2, 1);
    trace.at(300ms).attemptEnd(3, 1).settle(3, RequestOutcome::Succeeded, 1).free(3, 1);
    trace.attemptEnd(4, 1, AttemptOutcome::Failed, 503).wait(4, 2, WaitReason::Backoff, 0, 2, 0, 618ms);
    if (!whole)
        return trace;
    trace.at(618ms).go(4, 2, GoHow::Elapsed, 0, 2).attempt(4, 2, 2);
    trace.at(900ms).attemptEnd(4, 2).settle(4, RequestOutcome::Succeeded, 2).free(4, 1).end();
    return trace;
}

inline Scenario sampleScenario()
{
    Scenario scenario = defaultScenario();
    scenario.source.set(QStringLiteral("count"), 4);
    return scenario;
}

inline std::unique_ptr<Run> sampleRun(bool whole = true)
{
    auto run = std::make_unique<Run>(sampleScenario());
    run->append(sampleTrace(whole), whole ? 900'000'000 : 400'000'000);
    return run;
}

} // namespace playground
