// SPDX-License-Identifier: MIT
// Three ways out of a call that takes too long: an error, a default, and letting go of work that cannot be stopped.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <string>

using namespace asyncade;
using namespace std::chrono_literals;

int now() { return int(Clock::current().now() / 1ms); }

/// Passes its token to its wait: it can be stopped.
QCoro::Task<int> countUnread(std::chrono::milliseconds latency, std::stop_token token)
{
    co_await sleepFor(latency, token);
    co_return 3;
}

/// Somebody else's code, which knows no token and ends when it likes.
QCoro::Task<std::string> foreignLookup(std::string host)
{
    co_await sleepFor(8s);
    std::printf("%4d ms: the lookup of %s has ended; nobody wants it\n", now(), host.c_str());
    co_return "192.0.2.7";
}

QCoro::Task<> example()
{
    const int unread = co_await withTimeout(call(countUnread, 200ms), 1s);
    std::printf("%4d ms: %d unread\n", now(), unread);

    try {
        co_await withTimeout(call(countUnread, 5s), 1s);
    } catch (const TimeoutError &error) {
        std::printf("%4d ms: %s\n", now(), error.what());
    }

    const int guess = co_await withTimeoutDefault(call(countUnread, 5s), 300ms, 0);
    std::printf("%4d ms: %d, the default\n", now(), guess);

    try {
        auto abort = [] { std::printf("%4d ms: letting go of the lookup\n", now()); };
        co_await withTimeout(abandonable(foreignLookup("example.org"), abort), 1s);
    } catch (const TimeoutError &error) {
        std::printf("%4d ms: %s\n", now(), error.what());
    }
}

int main()
{
    VirtualClock clock;
    clock.run(example);
    clock.run(); // Until the lookup has ended by itself.
}
