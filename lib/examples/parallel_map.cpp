// SPDX-License-Identifier: MIT
// Eight pages, three at a time, results in the order of the ids.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<int> fetchPage(int id, std::stop_token token)
{
    co_await sleepFor(100ms, token);
    std::printf("page %d at %lld ms\n", id, static_cast<long long>(Clock::current().now() / 1ms));
    co_return id * id;
}

QCoro::Task<> example()
{
    const std::vector ids{1, 2, 3, 4, 5, 6, 7, 8};
    const std::vector<int> pages = co_await mapParallel(ids, fetchPage, {.maxConcurrency = 3});
    for (const int page : pages)
        std::printf("%d ", page);
    std::printf("\n");
}

int main()
{
    VirtualClock clock;
    clock.run(example);
}
