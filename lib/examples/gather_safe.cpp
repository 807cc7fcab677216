// SPDX-License-Identifier: MIT
// A dashboard that shows what there is: of four panels one fails, one takes too long, and two have something to show.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<std::string> load(std::string text, std::chrono::milliseconds latency, std::stop_token token)
{
    co_await sleepFor(latency, token);
    if (text.empty())
        throw std::runtime_error("503");
    co_return text;
}

QCoro::Task<std::string> loadSoon(std::string text, std::chrono::milliseconds latency, std::stop_token token)
{
    return withTimeout(call(load, text, latency), 500ms, token);
}

void show(const TaskResult<std::string> &panel)
{
    const int ms = int(panel.duration() / 1ms);
    if (panel)
        std::printf("%-5s %3d ms  %s\n", panel.name().c_str(), ms, panel.value().c_str());
    else if (panel.status() == TaskStatus::TimedOut)
        std::printf("%-5s %3d ms  (took too long)\n", panel.name().c_str(), ms);
    else
        std::printf("%-5s %3d ms  (not there)\n", panel.name().c_str(), ms);
}

QCoro::Task<> example()
{
    const auto [mail, news, ads, chat] = co_await gatherSafe(
        named<"mail">(call(loadSoon, "3 unread", 120ms)), named<"news">(call(loadSoon, "Qt 6 is out", 80ms)),
        named<"ads">(call(loadSoon, "", 50ms)), named<"chat">(call(loadSoon, "nobody here", 9s)));
    for (const auto *panel : {&mail, &news, &ads, &chat})
        show(*panel);
    std::printf("in the corner: %s\n", ads.valueOr("no ads today").c_str());
}

int main()
{
    VirtualClock clock;
    clock.run(example);
}
