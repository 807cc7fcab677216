// SPDX-License-Identifier: MIT
// Everything that surrounds the calls to one service, set up once; the order is always the same.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <stdexcept>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<int> fetchPage(int id, std::stop_token token)
{
    const int number = currentSpan().tryNumber;
    std::printf("page %d, try %d at %lld ms\n", id, number, static_cast<long long>(Clock::current().now() / 1ms));
    co_await sleepFor(number == 1 ? 5s : 50ms, token); // The first hangs: its timeout ends it.
    if (number == 2)
        throw std::runtime_error("503");
    co_return id;
}

QCoro::Task<> example()
{
    RateLimiter limiter{10, 1s};
    CircuitBreaker breaker({.failures = 5});
    const auto api = Pipeline().breaker(breaker).limit(limiter).timeout(1s).retry({.base = 200ms, .jitter = Jitter::none()});
    std::printf("%s\n", api.describe().c_str());
    const int page = co_await api.run(call(fetchPage, 7));
    std::printf("page %d at %lld ms\n", page, static_cast<long long>(Clock::current().now() / 1ms));
}

int main()
{
    VirtualClock clock;
    clock.run(example);
}
