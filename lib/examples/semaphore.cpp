// SPDX-License-Identifier: MIT
// A printer room: two printers for everybody, a third one is plugged in at 250 ms, and one person loses patience.
#include <asyncade/asyncade.h>

#include <cstdio>

using namespace asyncade;
using namespace std::chrono_literals;

int now() { return int(Clock::current().now() / 1ms); }

QCoro::Task<> print(Semaphore &printers, int job, std::stop_token token)
{
    try {
        const Permit printer = co_await printers.acquire(token);
        std::printf("%3d ms: job %d starts\n", now(), job);
        co_await sleepFor(200ms, token);
    } catch (const Cancelled &) { // Has printed nothing, and holds nothing.
        std::printf("%3d ms: job %d is taken back\n", now(), job);
        co_return;
    }
    std::printf("%3d ms: job %d has ended\n", now(), job); // The permit went back at the end of its block.
}

int main()
{
    VirtualClock clock;
    Semaphore printers{2};
    std::stop_source patience;
    print(printers, 1, {});
    print(printers, 2, {});
    print(printers, 3, patience.get_token());
    for (int job = 4; job <= 7; ++job)
        print(printers, job, {});
    std::printf("%3d ms: %zu wait\n", now(), printers.waiting());

    clock.runUntil(100ms);
    patience.request_stop();
    clock.runUntil(250ms);
    printers.setLimit(3); // Whoever waits longest goes on at once.
    clock.run();
}
