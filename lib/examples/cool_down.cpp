// SPDX-License-Identifier: MIT
// Three callers share a gate: the first one's 429 with Retry-After holds the others back.
#include <asyncade/asyncade.h>

#include <cstdio>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<> callService(CoolDown &gate, int number)
{
    co_await sleepFor(100ms * number);
    co_await gate.acquire();
    std::printf("call %d at %lld ms\n", number, static_cast<long long>(Clock::current().now() / 1ms));
    if (number == 1)
        gate.pause(5s);
}

int main()
{
    VirtualClock clock;
    CoolDown gate;
    for (int number = 1; number <= 3; ++number)
        callService(gate, number);
    clock.run();
}
