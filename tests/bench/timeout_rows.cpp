// SPDX-License-Identifier: MIT
#include "floor.h"
#include "measure.h"
#include "peer.h"

#include <asyncade/run_blocking.h>
#include <asyncade/sleep.h>
#include <asyncade/timeout.h>

#include <QCoroTask>
#include <QTimer>

namespace bench {

namespace {

using namespace std::chrono_literals;

floor::Frame<int> bareReady() { co_return 1; }

/// A frame, a clock read, a deadline set and taken back.
double floorReady(int count)
{
    return cpuTime(count, [&] {
        floor::Timers timers;
        int sum = 0;
        for (int i = 0; i < count; ++i) {
            timers.push(std::chrono::steady_clock::now().time_since_epoch().count() + 1'000'000'000, nullptr);
            const auto frame = bareReady();
            sum += frame.value();
            timers.pop();
        }
        keep(sum);
    });
}

floor::Detached barePending(floor::Ready &ready, floor::Timers &timers, int count)
{
    for (int i = 0; i < count; ++i) {
        timers.push(std::chrono::steady_clock::now().time_since_epoch().count() + 1'000'000'000, nullptr);
        const auto frame = bareReady();
        keep(frame.value());
        co_await ready.yield();
        timers.pop();
    }
}

double floorPending(int count)
{
    return cpuTime(count, [&] {
        floor::Ready ready;
        floor::Timers timers;
        barePending(ready, timers, count);
        ready.run();
    });
}

/// A timeout that gives a task around one that obeys a token, without anything that makes it one: no deadline is set.
QCoro::Task<int> leastTimeout()
{
    const auto now = std::chrono::steady_clock::now();
    keep(now);
    const std::stop_source stop;
    const auto operation = [](std::stop_token) -> QCoro::Task<int> { co_return 1; };
    co_return co_await operation(stop.get_token());
}

double leastReady(int count)
{
    const auto all = [&]() -> QCoro::Task<> {
        int sum = 0;
        for (int i = 0; i < count; ++i)
            sum += co_await leastTimeout();
        keep(sum);
    };
    return cpuTime(count, [&] { asyncade::runBlocking(all); });
}

template <class Operation>
double libraryTimeout(int count, Operation operation)
{
    const auto all = [&]() -> QCoro::Task<> {
        int sum = 0;
        for (int i = 0; i < count; ++i)
            sum += co_await asyncade::withTimeout(operation, 1s);
        keep(sum);
    };
    return cpuTime(count, [&] { asyncade::runBlocking(all); });
}

double libraryReady(int count)
{
    return libraryTimeout(count, [](std::stop_token) -> QCoro::Task<int> { co_return 1; });
}

double libraryPending(int count)
{
    return libraryTimeout(count, [](std::stop_token token) -> QCoro::Task<int> {
        co_await asyncade::yield(token);
        co_return 1;
    });
}

/// As one writes it: a timer that would abort something.
QCoro::Task<int> naiveTimeout(QCoro::Task<int> task)
{
    QTimer timer;
    bool timedOut = false;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] { timedOut = true; });
    timer.setSingleShot(true);
    timer.start(1s);
    const int value = co_await task;
    timer.stop();
    if (timedOut)
        throw std::runtime_error("timed out");
    co_return value;
}

template <class Operation>
double peerTimeout(int count, Operation operation)
{
    bool ended = false;
    const auto all = [&]() -> QCoro::Task<> {
        int sum = 0;
        for (int i = 0; i < count; ++i)
            sum += co_await naiveTimeout(operation());
        keep(sum);
        ended = true;
    };
    return cpuTime(count, [&] {
        const auto running = all();
        peer::spin([&] { return ended; });
    });
}

double peerReady(int count)
{
    return peerTimeout(count, []() -> QCoro::Task<int> { co_return 1; });
}

double peerPending(int count)
{
    return peerTimeout(count, []() -> QCoro::Task<int> {
        co_await peer::Queued();
        co_return 1;
    });
}

} // namespace

std::vector<Row> timeoutRows()
{
    return {{.name = "timeout, ready", .count = 200'000, .floor = floorReady, .asyncade = libraryReady, .peer = peerReady, .goal = 55, .goalToPeer = 0.5,
             .least = leastReady, .leastOf = "a QCoro task in another, a std::stop_source and one clock read"},
            {.name = "timeout, pending", .count = 200'000, .floor = floorPending, .asyncade = libraryPending, .peer = peerPending, .goal = 250,
             .goalToPeer = 0.5}};
}

} // namespace bench
