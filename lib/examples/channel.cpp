// SPDX-License-Identifier: MIT
// A fast producer and a slow consumer: the channel holds two pages, then the producer waits.
#include <asyncade/asyncade.h>

#include <cstdio>

using namespace asyncade;
using namespace std::chrono_literals;

int now() { return int(Clock::current().now() / 1ms); }

QCoro::Task<> download(Channel<int> &pages)
{
    for (int page = 1; page <= 5; ++page) {
        co_await sleepFor(10ms);
        co_await pages.send(page);
        std::printf("%3d ms: page %d is in the channel\n", now(), page);
    }
    pages.close();
}

QCoro::Task<> example()
{
    Channel<int> pages{2};
    const auto downloading = download(pages);
    while (const auto page = co_await pages.next()) {
        co_await sleepFor(100ms);
        std::printf("%3d ms: page %d is on the disk\n", now(), *page);
    }
}

int main()
{
    VirtualClock clock;
    clock.run(example);
}
