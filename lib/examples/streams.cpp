// SPDX-License-Identifier: MIT
// Streams: items pass through operators from left to right, pulled one by one; a buffer lets the fetching run ahead.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

int now() { return int(Clock::current().now() / 1ms); }

QCoro::Task<int> fetchPage(int id)
{
    co_await sleepFor(100ms);
    co_return id * 10;
}

bool isOdd(int id) { return id % 2 == 1; }

QCoro::Task<> example()
{
    const std::vector<int> ids{1, 2, 3, 4, 5, 6, 7, 8, 9};
    auto pages = fromRange(ids) | filter(isOdd) | take(4) | map(fetchPage) | buffer(2);
    while (const auto page = co_await pages.next()) {
        std::printf("%4d ms: page %d\n", now(), *page);
        co_await sleepFor(100ms); // Shows it; the next one is fetched meanwhile.
    }
    auto pairs = fromRange(ids) | chunk(4);
    while (const auto pair = co_await pairs.next())
        std::printf("%4d ms: %zu at once\n", now(), pair->size());
}

int main()
{
    VirtualClock clock;
    clock.run(example);
}
