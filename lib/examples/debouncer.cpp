// SPDX-License-Identifier: MIT
// A search box: fifteen keys, but the server is asked only when the typist pauses.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <string>

using namespace asyncade;
using namespace std::chrono_literals;

int now() { return int(Clock::current().now() / 1ms); }

QCoro::Task<int> search(std::string text, std::stop_token token)
{
    std::printf("%4d ms: the server is asked for \"%s\"\n", now(), text.c_str());
    co_await sleepFor(120ms, token);
    co_return int(text.size());
}

QCoro::Task<> type(Debouncer<decltype(&search)> &searching, std::string text, std::string more)
{
    for (const char key : more) {
        searching(text += key); // Awaiting it is optional.
        co_await sleepFor(80ms);
    }
}

QCoro::Task<> example()
{
    Debouncer searching{&search, {.delay = 300ms}};
    co_await type(searching, "", "qcor");
    co_await sleepFor(500ms);
    co_await type(searching, "qcor", "o::generato");
    const int hits = co_await searching("qcoro::generator");
    std::printf("%4d ms: %d hits\n", now(), hits);
}

int main()
{
    VirtualClock clock;
    clock.run(example);
}
