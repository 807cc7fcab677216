// SPDX-License-Identifier: MIT
#include "floor.h"
#include "measure.h"

#include <asyncade/rate_limiter.h>
#include <asyncade/run_blocking.h>

#include <QCoroTask>
#include <QElapsedTimer>

namespace bench {

namespace {

/// One read of the clock, which every limiter needs.
double floorLimiter(int count)
{
    return cpuTime(count, [&] {
        std::int64_t sum = 0;
        for (int i = 0; i < count; ++i)
            sum += std::chrono::steady_clock::now().time_since_epoch().count();
        keep(sum);
    });
}

double libraryLimiter(int count)
{
    asyncade::RateLimiter limiter(1e9, std::chrono::seconds(1), {.burst = 1'000'000'000});
    const auto all = [&]() -> QCoro::Task<> {
        for (int i = 0; i < count; ++i)
            co_await limiter.acquire();
    };
    return cpuTime(count, [&] { asyncade::runBlocking(all); });
}

/// A token bucket as one writes it: a task for each.
class NaiveBucket {
public:
    NaiveBucket() { m_timer.start(); }
    QCoro::Task<> acquire()
    {
        const qint64 now = m_timer.nsecsElapsed();
        m_tokens += double(now - m_last);
        m_last = now;
        m_tokens -= 1;
        co_return;
    }

private:
    QElapsedTimer m_timer;
    qint64 m_last = 0;
    double m_tokens = 1e9;
};

double peerLimiter(int count)
{
    NaiveBucket bucket;
    const auto all = [&]() -> QCoro::Task<> {
        for (int i = 0; i < count; ++i)
            co_await bucket.acquire();
    };
    return cpuTime(count, [&] { asyncade::runBlocking(all); });
}

} // namespace

std::vector<Row> limiterRows()
{
    return {{.name = "limiter", .count = 1'000'000, .floor = floorLimiter, .asyncade = libraryLimiter, .peer = peerLimiter, .goal = 35,
             .goalToFloor = 1.4, .goalToPeer = 0.75}};
}

} // namespace bench
