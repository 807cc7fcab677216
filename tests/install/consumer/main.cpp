// SPDX-License-Identifier: MIT
#include <asyncade/asyncade.h>

#include <cstdio>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<int> fetchPage(int id, std::stop_token token)
{
    co_await sleepFor(100ms, token);
    co_return id * id;
}

QCoro::Task<std::vector<int>> fetchAll()
{
    const std::vector<int> ids{1, 2, 3, 4};
    co_return co_await mapParallel(ids, fetchPage, {.maxConcurrency = 2});
}

int main()
{
    VirtualClock clock;
    const std::vector<int> pages = clock.run(fetchAll);
    std::printf("%d pages, the last is %d, after %lld ms\n", int(pages.size()), pages.back(), static_cast<long long>(clock.now() / 1ms));
}
