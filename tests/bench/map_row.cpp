// SPDX-License-Identifier: MIT
#include "floor.h"
#include "measure.h"
#include "peer.h"

#include <asyncade/parallel_map.h>
#include <asyncade/run_blocking.h>
#include <asyncade/sleep.h>

#include <QCoroTask>

#include <ranges>

namespace bench {

namespace {

constexpr int atATime = 100;

floor::Detached bareWorker(floor::Ready &ready, int &next, int count)
{
    while (next < count) {
        ++next;
        co_await ready.yield();
    }
}

double floorMap(int count)
{
    return cpuTime(count, [&] {
        floor::Ready ready;
        int next = 0;
        for (int i = 0; i < atATime; ++i)
            bareWorker(ready, next, count);
        ready.run();
    });
}

double libraryMap(int count)
{
    const auto work = [](int) { return asyncade::yield(); };
    const auto all = [&]() -> QCoro::Task<> { co_await asyncade::mapParallel(std::views::iota(0, count), work, {.maxConcurrency = atATime}); };
    return cpuTime(count, [&] { asyncade::runBlocking(all); });
}

QCoro::Task<> peerWorker(int &next, int count, int &ended)
{
    while (next < count) {
        ++next;
        co_await peer::Queued();
    }
    ++ended;
}

double peerMap(int count)
{
    return cpuTime(count, [&] {
        int next = 0, ended = 0;
        for (int i = 0; i < atATime; ++i)
            peerWorker(next, count, ended);
        peer::spin([&] { return ended == atATime; });
    });
}

} // namespace

std::vector<Row> mapRows()
{
    return {{.name = "bounded map", .count = 200'000, .floor = floorMap, .asyncade = libraryMap, .peer = peerMap, .goal = 65, .goalToPeer = 0.25}};
}

} // namespace bench
