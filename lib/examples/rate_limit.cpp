// SPDX-License-Identifier: MIT
// Calls of 300 ms that start 100 ms apart and overlap; the loop ends early, and so do they.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <ranges>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<int> fetchPage(int id, std::stop_token token)
{
    co_await sleepFor(300ms, token);
    co_return id * id;
}

QCoro::Task<> example()
{
    auto pages = rateLimit(std::views::iota(1), fetchPage, {10, 1s}); // Endless: it is pulled lazily.
    while (const auto page = co_await pages.next()) {
        std::printf("%d at %lld ms\n", *page, static_cast<long long>(Clock::current().now() / 1ms));
        if (*page == 16)
            break;
    }
}

int main()
{
    VirtualClock clock;
    clock.run(example);
    std::printf("%s\n", clock.next() ? "something still runs" : "nothing runs any more");
}
