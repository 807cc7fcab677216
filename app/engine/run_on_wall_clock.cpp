// SPDX-License-Identifier: MIT
#include "engine/run_on_wall_clock.h"

#include "engine/wall_clock_run.h"

#include <QThreadPool>

namespace playground {

namespace {

/// How soon a wish to stop is noticed.
constexpr std::chrono::milliseconds lookEvery(20);

} // namespace

std::unique_ptr<Run> runOnWallClock(const Scenario &scenario, const std::atomic<bool> &stop)
{
    QThreadPool pool;
    WallClockRun running(scenario, pool);
    auto run = std::make_unique<Run>(scenario, RunClock::System);
    while (!run->ended()) {
        if (stop)
            running.stop();
        const WallClockRun::Piece piece = running.waitAndTake(lookEvery);
        run->append(piece.trace, piece.wakeUps, piece.now.count());
    }
    return run;
}

} // namespace playground
