// SPDX-License-Identifier: MIT
// A run written for chrome://tracing and ui.perfetto.dev, and kept in memory to look at.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <iostream>

using namespace asyncade;
using namespace std::chrono_literals;

/// An item that says whose work it is.
class Page {
public:
    explicit Page(std::uint32_t number) : m_number(number) {}
    Span span() const { return {.request = m_number}; }

private:
    std::uint32_t m_number;
};

QCoro::Task<> example(Observer &observer)
{
    Clock::current().setObserver(&observer);
    const Part part = report::part("slots", "downloads", "Downloads");
    const auto fetch = [](Page, std::stop_token token) { return sleepFor(100ms, token); };
    const std::vector pages{Page(1), Page(2)};
    co_await mapParallel(pages, fetch, {.maxConcurrency = 1, .pullAhead = true, .part = part});
    Clock::current().setObserver(nullptr);
}

int main()
{
    Recorder recorder;
    {
        VirtualClock clock;
        clock.run([&] { return example(recorder); });
    }
    std::printf("%zu events\n", recorder.size());
    std::fflush(stdout);
    ChromeTraceWriter writer(std::cout, "downloads");
    for (const TraceEvent event : recorder)
        writer.observe(event);
}
