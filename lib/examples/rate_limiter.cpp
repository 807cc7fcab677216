// SPDX-License-Identifier: MIT
// Twelve calls to a service that allows 5 per second and 8 per minute, a burst of 3 at once; its 429 pauses everybody.
#include <asyncade/asyncade.h>

#include <cstdio>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<> callService(RateLimiter &limiter, int number)
{
    co_await limiter.acquire();
    std::printf("call %d at %lld ms\n", number, static_cast<long long>(Clock::current().now() / 1ms));
    if (number == 5) {
        std::printf("429, Retry-After: 2\n");
        limiter.pause(2s);
    }
}

int main()
{
    VirtualClock clock;
    RateLimiter limiter(std::vector<RateLimit>{{.count = 5, .per = 1s, .burst = 3}, {.count = 8, .per = 1min, .strict = true}});
    for (int number = 1; number <= 12; ++number)
        callService(limiter, number);
    clock.run();
}
