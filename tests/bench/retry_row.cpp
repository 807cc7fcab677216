// SPDX-License-Identifier: MIT
#include "floor.h"
#include "measure.h"

#include <asyncade/retry.h>
#include <asyncade/run_blocking.h>

#include <QCoroTimer>

namespace bench {

namespace {

floor::Frame<int> bare() { co_return 1; }
QCoro::Task<int> operation() { co_return 1; }

/// A frame for the operation and one for the loop around it.
floor::Frame<int> bareRetry()
{
    const auto frame = bare();
    co_return frame.value();
}

double floorRetry(int count)
{
    return cpuTime(count, [&] {
        int sum = 0;
        for (int i = 0; i < count; ++i) {
            const auto frame = bareRetry();
            sum += frame.value();
        }
        keep(sum);
    });
}

double libraryRetry(int count)
{
    const auto all = [&]() -> QCoro::Task<> {
        int sum = 0;
        for (int i = 0; i < count; ++i)
            sum += co_await asyncade::retry(operation);
        keep(sum);
    };
    return cpuTime(count, [&] { asyncade::runBlocking(all); });
}

/// A task around a task.
QCoro::Task<int> leastRetry() { co_return co_await operation(); }

double leastRetries(int count)
{
    const auto all = [&]() -> QCoro::Task<> {
        int sum = 0;
        for (int i = 0; i < count; ++i)
            sum += co_await leastRetry();
        keep(sum);
    };
    return cpuTime(count, [&] { asyncade::runBlocking(all); });
}

/// As one writes it.
QCoro::Task<int> naiveRetry(int attempts)
{
    for (int i = 1;; ++i) {
        try {
            co_return co_await operation();
        } catch (...) {
            if (i == attempts)
                throw;
        }
        co_await QCoro::sleepFor(std::chrono::milliseconds(100 << i));
    }
}

double peerRetry(int count)
{
    const auto all = [&]() -> QCoro::Task<> {
        int sum = 0;
        for (int i = 0; i < count; ++i)
            sum += co_await naiveRetry(3);
        keep(sum);
    };
    return cpuTime(count, [&] { asyncade::runBlocking(all); });
}

} // namespace

std::vector<Row> retryRows()
{
    return {{.name = "retry", .count = 500'000, .floor = floorRetry, .asyncade = libraryRetry, .peer = peerRetry, .goal = 60, .goalToPeer = 1.2,
             .least = leastRetries, .leastOf = "a QCoro task in another"}};
}

} // namespace bench
