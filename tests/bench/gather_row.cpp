// SPDX-License-Identifier: MIT
#include "floor.h"
#include "measure.h"

#include <asyncade/gather.h>
#include <asyncade/run_blocking.h>

namespace bench {

namespace {

floor::Frame<int> bare(int i) { co_return i; }
QCoro::Task<int> task(int i) { co_return i; }

double floorGather(int count)
{
    return cpuTime(count, [&] {
        std::vector<floor::Frame<int>> frames;
        frames.reserve(std::size_t(count));
        for (int i = 0; i < count; ++i)
            frames.push_back(bare(i));
        std::vector<int> values;
        values.reserve(std::size_t(count));
        for (const auto &frame : frames)
            values.push_back(frame.value());
        keep(values);
    });
}

std::vector<QCoro::Task<int>> tasks(int count)
{
    std::vector<QCoro::Task<int>> all;
    all.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i)
        all.push_back(task(i));
    return all;
}

double libraryGather(int count)
{
    const auto all = [&]() -> QCoro::Task<> { keep(co_await asyncade::gather(tasks(count))); };
    return cpuTime(count, [&] { asyncade::runBlocking(all); });
}

/// One after the other: enough when all are ready.
double peerGather(int count)
{
    const auto all = [&]() -> QCoro::Task<> {
        std::vector<QCoro::Task<int>> running = tasks(count);
        std::vector<int> values;
        values.reserve(std::size_t(count));
        for (auto &one : running)
            values.push_back(co_await one);
        keep(values);
    };
    return cpuTime(count, [&] { asyncade::runBlocking(all); });
}

} // namespace

std::vector<Row> gatherRows()
{
    return {{.name = "gather", .count = 100'000, .floor = floorGather, .asyncade = libraryGather, .peer = peerGather, .goal = 60, .goalToPeer = 1.3}};
}

} // namespace bench
