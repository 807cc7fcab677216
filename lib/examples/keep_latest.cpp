// SPDX-License-Identifier: MIT
// A search as one types: each key stops the search before, and only the last one has a result.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <string>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<std::string> search(std::string text, std::stop_token token)
{
    co_await sleepFor(250ms, token);
    co_return "hits for " + text;
}

QCoro::Task<> typed(KeepLatest &latest, std::string text)
{
    try {
        const std::string hits = co_await latest.run(call(search, text));
        std::printf("%s at %lld ms\n", hits.c_str(), static_cast<long long>(Clock::current().now() / 1ms));
    } catch (const Cancelled &error) {
        std::printf("%s: %s\n", text.c_str(), error.what());
    }
}

int main()
{
    VirtualClock clock;
    KeepLatest latest;
    for (const char *text : {"q", "qt", "qtc"}) {
        typed(latest, text);
        clock.advance(100ms);
    }
    clock.run();
}
