// SPDX-License-Identifier: MIT
// Two requests share a task that the first one has started. Whose work is what the second one does when it has ended?
#include <asyncade/asyncade.h>

#include <cstdio>
#include <utility>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<int> connectToServer()
{
    co_await sleepFor(100ms);
    co_return 7;
}

QCoro::Task<> first(QCoro::Task<int> &connection)
{
    const SpanScope mine({.request = 1});
    connection = connectToServer();
    co_return;
}

QCoro::Task<> second(QCoro::Task<int> &connection, bool track)
{
    const SpanScope mine({.request = 2});
    if (track)
        co_await tracked(std::move(connection));
    else
        co_await connection;
    std::printf("%-8s work of request %u\n", track ? "tracked:" : "plain:", currentSpan().request);
}

int main()
{
    for (const bool track : {false, true}) {
        VirtualClock clock;
        QCoro::Task<int> connection;
        first(connection);
        second(connection, track);
        clock.run();
    }
}
