// SPDX-License-Identifier: MIT
// Five pages, two at a time, with a pause of one second between two batches.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<int> fetchPage(int id, std::stop_token token)
{
    std::printf("page %d starts at %lld ms\n", id, static_cast<long long>(Clock::current().now() / 1ms));
    co_await sleepFor(100ms * id, token);
    co_return id * id;
}

QCoro::Task<> example()
{
    const std::vector ids{1, 2, 3, 4, 5};
    const std::vector<int> pages = co_await batchConcurrent(ids, fetchPage, 2, {.pause = 1s});
    for (const int page : pages)
        std::printf("%d ", page);
    std::printf("\n");

    const std::vector downloads{call(fetchPage, 1), call(fetchPage, 1), call(fetchPage, 2)};
    const std::vector<std::vector<int>> lists = co_await batchExecute(downloads, 2);
    std::printf("%zu lists, of %zu and %zu\n", lists.size(), lists[0].size(), lists[1].size());
}

int main()
{
    VirtualClock clock;
    clock.run(example);
}
