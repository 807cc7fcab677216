// SPDX-License-Identifier: MIT
// "Why did this take so long?" Who waited for a slot, for how long, and who made way, read from what a Recorder has kept.
#include <asyncade/asyncade.h>

#include <chrono>
#include <cstdio>
#include <map>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<> fetch(Semaphore &connections, std::uint32_t request, std::chrono::milliseconds latency)
{
    const SpanScope mine({.request = request}); // Everything in here is this request's work.
    const Permit permit = co_await connections.acquire();
    co_await sleepFor(latency);
}

int main()
{
    Recorder recorder;
    {
        VirtualClock clock;
        clock.setObserver(&recorder);
        Semaphore connections{1, "connections", report::part("slots", "connections", "Connections")};
        fetch(connections, 1, 120ms);
        fetch(connections, 2, 80ms);
        fetch(connections, 3, 50ms);
        clock.run();
        clock.setObserver(nullptr);
    }
    std::map<std::uint32_t, std::chrono::nanoseconds> since;
    for (const TraceEvent event : recorder) {
        if (event.kind == TraceEventKind::Wait && event.reason == WaitReason::Slot) {
            since[event.span.request] = event.time;
        } else if (event.kind == TraceEventKind::Go && event.reason == WaitReason::Slot && since.contains(event.span.request)) {
            const auto waited = event.time - since[event.span.request];
            std::printf("request %u waited %lld ms for a slot, and got that of request %u\n", event.span.request,
                        static_cast<long long>(waited / 1ms), event.from);
        }
    }
}
