// SPDX-License-Identifier: MIT
#include "floor.h"
#include "measure.h"
#include "peer.h"

#include <asyncade/parallel_map.h>
#include <asyncade/run_blocking.h>
#include <asyncade/sleep.h>

#include <QCoroTimer>

#include <ranges>

namespace bench {

namespace {

/// 0 to 100 ms, in no order.
std::chrono::nanoseconds timeOf(int i) { return std::chrono::nanoseconds(std::int64_t(i) * 7'919'000 % 100'000'000); }

floor::Detached bareSleep(floor::Timers &timers, std::int64_t due) { co_await timers.until(due); }

double floorSleeps(int count)
{
    return cpuTime(count, [&] {
        floor::Timers timers;
        const std::int64_t now = std::chrono::steady_clock::now().time_since_epoch().count();
        for (int i = 0; i < count; ++i)
            bareSleep(timers, now + timeOf(i).count());
        timers.runReally();
    });
}

/// The floor, but each reads the clock: nobody may sleep from a time that is past.
double leastSleeps(int count)
{
    return cpuTime(count, [&] {
        floor::Timers timers;
        for (int i = 0; i < count; ++i)
            bareSleep(timers, std::chrono::steady_clock::now().time_since_epoch().count() + timeOf(i).count());
        timers.runReally();
    });
}

double librarySleeps(int count)
{
    const auto sleep = [](int i) { return asyncade::sleepFor(timeOf(i)); };
    const auto all = [&]() -> QCoro::Task<> { co_await asyncade::mapParallel(std::views::iota(0, count), sleep, {.maxConcurrency = count}); };
    return cpuTime(count, [&] { asyncade::runBlocking(all); });
}

QCoro::Task<> peerSleep(int i, int &ended)
{
    co_await QCoro::sleepFor(timeOf(i));
    ++ended;
}

double peerSleeps(int count)
{
    return cpuTime(count, [&] {
        int ended = 0;
        for (int i = 0; i < count; ++i)
            peerSleep(i, ended);
        peer::spin([&] { return ended == count; });
    });
}

} // namespace

std::vector<Row> sleepRows()
{
    return {{.name = "sleep storm", .count = 100'000, .floor = floorSleeps, .asyncade = librarySleeps, .peer = peerSleeps, .peerCount = 10'000,
             .goal = 500, .goalToFloor = 1.3, .goalToPeer = 0.1,
             .note = "QCoro::sleepFor with 10000, its cost grows with their number",
             .least = leastSleeps, .leastOf = "the floor, and one clock read for each"}};
}

} // namespace bench
