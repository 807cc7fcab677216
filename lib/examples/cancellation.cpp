// SPDX-License-Identifier: MIT
// The three kinds of work when somebody presses Stop at 100 ms: what obeys its token, what must be waited for, what is let go.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <string>

using namespace asyncade;
using namespace std::chrono_literals;

int now() { return int(Clock::current().now() / 1ms); }

QCoro::Task<> upload(std::string file, std::stop_token token)
{
    const Sleep sending = sleepFor(1s, token);
    try {
        co_await sending;
        std::printf("%4d ms: %s is there\n", now(), file.c_str());
    } catch (const Cancelled &) {
        std::printf("%4d ms: %s stops half-way\n", now(), file.c_str());
        throw;
    }
}

/// Takes no token: whoever waits for it waits for its end.
QCoro::Task<> writeLog()
{
    co_await sleepFor(300ms);
    std::printf("%4d ms: the log is written\n", now());
}

/// Somebody else's task, which can only be let go.
QCoro::Task<> foreignPing()
{
    co_await sleepFor(2s);
    std::printf("%4d ms: the ping has come back\n", now());
}

QCoro::Task<> example(std::stop_token token)
{
    auto hangUp = [] { std::printf("%4d ms: hanging up\n", now()); };
    try {
        co_await gather(token, call(upload, "photo.jpg"), writeLog, abandonable(foreignPing(), hangUp));
    } catch (const Cancelled &cancelled) {
        std::printf("%4d ms: %s\n", now(), cancelled.what());
    }
    try {
        co_await stoppable(foreignPing(), token, hangUp); // The wait for a foreign task, made to obey a token.
    } catch (const Cancelled &) {
        std::printf("%4d ms: not waited for at all\n", now());
    }
}

int main()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto running = example(stop.get_token());
    clock.advance(100ms);
    stop.request_stop(); // May come from any thread.
    clock.run();
}
