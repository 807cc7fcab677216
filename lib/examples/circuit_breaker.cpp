// SPDX-License-Identifier: MIT
// A server that is down for 3 s: after two failures nobody asks it any more, until a probe finds it well again.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <stdexcept>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<int> fetchPage(int id, std::stop_token token)
{
    co_await sleepFor(100ms, token);
    if (Clock::current().now() < 3s)
        throw std::runtime_error("503");
    co_return id;
}

QCoro::Task<> example()
{
    CircuitBreaker breaker({.failures = 2, .openFor = 2s});
    for (int id = 1; id <= 6; ++id) {
        const long long now = Clock::current().now() / 1ms;
        try {
            co_await breaker.run(call(fetchPage, id));
            std::printf("%4lld ms: page %d\n", now, id);
        } catch (const std::exception &error) {
            std::printf("%4lld ms: %s\n", now, error.what());
        }
        co_await sleepFor(900ms);
    }
}

int main()
{
    VirtualClock clock;
    clock.run(example);
}
