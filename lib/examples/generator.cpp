// SPDX-License-Identifier: MIT
// A list that a server gives page by page, as a generator of QCoro: the first three unread messages, and no page more than needed for them.
#include <asyncade/asyncade.h>

#include <QCoroAsyncGenerator>

#include <cstdio>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::AsyncGenerator<int> messages()
{
    for (int page = 1;; ++page) {
        co_await sleepFor(100ms);
        std::printf("page %d at %lld ms\n", page, static_cast<long long>(Clock::current().now() / 1ms));
        for (int message = 3 * page - 2; message <= 3 * page; ++message)
            co_yield message;
    }
}

bool isUnread(int message) { return message % 2 == 0; }

QCoro::Task<> example()
{
    auto unread = fromGenerator(messages()) | filter(isUnread) | take(3);
    const std::vector<int> numbers = co_await collect(unread);
    for (const int number : numbers)
        std::printf("message %d\n", number);
}

int main()
{
    VirtualClock clock;
    clock.run(example);
}
