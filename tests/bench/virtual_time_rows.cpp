// SPDX-License-Identifier: MIT
#include "floor.h"
#include "measure.h"

#include <asyncade/parallel_map.h>
#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include <QCoroTask>

#include <algorithm>
#include <ranges>

namespace bench {

namespace {

constexpr int coroutines = 1000;

std::int64_t timeOf(int coroutine, int sleep) { return 1 + (std::int64_t(coroutine) * 7919 + std::int64_t(sleep) * 104'729) % 1'000'000; }

floor::Detached bareSleeper(floor::Timers &timers, int number, int sleeps)
{
    for (int i = 0; i < sleeps; ++i)
        co_await timers.forTime(timeOf(number, i));
}

double floorSleeps(int count)
{
    return cpuTime(count, [&] {
        floor::Timers timers;
        for (int i = 0; i < coroutines; ++i)
            bareSleeper(timers, i, std::max(1, count / coroutines));
        timers.runVirtually();
    });
}

QCoro::Task<> sleeper(int number, int sleeps)
{
    for (int i = 0; i < sleeps; ++i)
        co_await asyncade::sleepFor(std::chrono::nanoseconds(timeOf(number, i)));
}

double librarySleeps(int count)
{
    asyncade::VirtualClock clock;
    return cpuTime(count, [&] {
        for (int i = 0; i < coroutines; ++i)
            sleeper(i, std::max(1, count / coroutines));
        clock.run();
    });
}

floor::Detached bareOnce(floor::Timers &timers, int number) { co_await timers.forTime(timeOf(number, 0)); }

double floorInFlight(int count)
{
    return cpuTime(count, [&] {
        floor::Timers timers;
        for (int i = 0; i < count; ++i)
            bareOnce(timers, i);
        timers.runVirtually();
    });
}

double libraryInFlight(int count)
{
    asyncade::VirtualClock clock;
    const auto sleep = [](int i) { return asyncade::sleepFor(std::chrono::nanoseconds(timeOf(i, 0))); };
    const auto all = [&]() -> QCoro::Task<> { co_await asyncade::mapParallel(std::views::iota(0, count), sleep, {.maxConcurrency = count}); };
    return cpuTime(count, [&] { clock.run(all); });
}

} // namespace

std::vector<Row> virtualTimeRows()
{
    return {{.name = "virtual sleeps", .count = 1'000'000, .floor = floorSleeps, .asyncade = librarySleeps, .goal = 120},
            {.name = "virtual, all in flight", .count = 1'000'000, .floor = floorInFlight, .asyncade = libraryInFlight, .goal = 900, .goalMemory = 250}};
}

} // namespace bench
