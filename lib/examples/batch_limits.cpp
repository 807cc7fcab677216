// SPDX-License-Identifier: MIT
// Every page is tried, and the batches are changed while they run.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <stdexcept>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<int> fetchPage(int id, std::stop_token token)
{
    std::printf("page %d starts at %lld ms\n", id, static_cast<long long>(Clock::current().now() / 1ms));
    co_await sleepFor(100ms, token);
    if (id == 3)
        throw std::runtime_error("no page 3");
    co_return id * id;
}

QCoro::Task<> example()
{
    BatchLimits limits{2, 1s};
    const auto hurry = [&limits]() -> QCoro::Task<> {
        co_await sleepFor(300ms);
        limits.setSize(3);
        limits.setPause(400ms); // Also for the pause that goes on.
    };
    const auto hurrying = hurry();
    const std::vector ids{1, 2, 3, 4, 5};
    const auto pages = co_await batchConcurrentSafe(ids, fetchPage, limits);
    for (const TaskResult<int> &page : pages) {
        if (page)
            std::printf("%d\n", page.value());
        else
            std::printf("failed\n");
    }
}

int main()
{
    VirtualClock clock;
    clock.run(example);
}
