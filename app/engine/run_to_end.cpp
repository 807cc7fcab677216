// SPDX-License-Identifier: MIT
#include "engine/run_to_end.h"

#include "engine/runner.h"

namespace playground {

namespace {

/// Events are handed over in pieces, so that those of a large run never lie in memory twice.
constexpr qint64 eventsAtOnce = 1 << 16;

} // namespace

std::unique_ptr<Run> runToEnd(const Scenario &scenario, Run::Keeps keeps)
{
    Runner runner(scenario);
    auto run = std::make_unique<Run>(scenario, RunClock::Virtual, keeps);
    while (!runner.ended()) {
        for (const qint64 full = runner.eventCount() + eventsAtOnce; runner.eventCount() < full && runner.advanceOnce(std::chrono::nanoseconds::max());) {
        }
        run->append(runner.takeBatch(), runner.now().count());
    }
    run->setCurrent(runner.current());
    return run;
}

} // namespace playground
