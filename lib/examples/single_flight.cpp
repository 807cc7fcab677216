// SPDX-License-Identifier: MIT
// Three callers want page 7 while it is being fetched: it is fetched once. One gives up and disturbs nobody.
#include <asyncade/asyncade.h>

#include <cstdio>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<int> fetchPage(int id, std::stop_token token)
{
    std::printf("fetching page %d\n", id);
    co_await sleepFor(300ms, token);
    co_return id;
}

QCoro::Task<> show(SingleFlight<int, int> &pages, const char *who, std::stop_token token)
{
    try {
        const int page = co_await pages.run(7, call(fetchPage, 7), token);
        std::printf("%s: page %d at %lld ms\n", who, page, static_cast<long long>(Clock::current().now() / 1ms));
    } catch (const Cancelled &) {
        std::printf("%s: gave up at %lld ms\n", who, static_cast<long long>(Clock::current().now() / 1ms));
    }
}

int main()
{
    VirtualClock clock;
    SingleFlight<int, int> pages;
    std::stop_source stop;
    show(pages, "first", stop.get_token());
    show(pages, "second", {});
    clock.runUntil(100ms);
    show(pages, "third", {});
    stop.request_stop();
    clock.run();
}
