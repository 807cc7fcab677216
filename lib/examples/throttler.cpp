// SPDX-License-Identifier: MIT
// A slider that is dragged for half a second: what is run under each policy.
#include <asyncade/asyncade.h>

#include <cstdio>

using namespace asyncade;
using namespace std::chrono_literals;

void apply(int volume) { std::printf(" %d@%d", volume, int(Clock::current().now() / 1ms)); }

void drag(const char *name, ThrottlePolicy policy)
{
    VirtualClock clock;
    Throttler applying{&apply, policy};
    std::printf("%-9s", name);
    const auto drag = [&]() -> QCoro::Task<> {
        for (int volume = 1; volume <= 10; ++volume) {
            applying(volume);
            co_await sleepFor(50ms);
        }
    };
    clock.run(drag);
    clock.run();
    std::printf("\n");
}

int main()
{
    drag("pacing", ThrottlePolicy::pacing(100ms));
    drag("dropping", ThrottlePolicy::dropping(200ms));
    drag("leading", ThrottlePolicy::dropping(200ms, {.trailing = false}));
    drag("trailing", ThrottlePolicy::dropping(200ms, {.leading = false}));
}
