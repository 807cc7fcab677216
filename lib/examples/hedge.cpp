// SPDX-License-Identifier: MIT
// The first answer takes 2 s, as one in a hundred does; a second copy, started after 200 ms, is there first.
#include <asyncade/asyncade.h>

#include <cstdio>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<int> fetchPage(std::stop_token token)
{
    const int copy = currentSpan().copy;
    std::printf("copy %d starts at %lld ms\n", copy, static_cast<long long>(Clock::current().now() / 1ms));
    co_await sleepFor(copy == 0 ? 2s : 50ms, token);
    co_return copy;
}

QCoro::Task<> example()
{
    const int winner = co_await hedge(fetchPage, {.delay = 200ms});
    std::printf("copy %d answers at %lld ms\n", winner, static_cast<long long>(Clock::current().now() / 1ms));
}

int main()
{
    VirtualClock clock;
    clock.run(example);
}
