// SPDX-License-Identifier: MIT
// Errors that no caller can receive any more, in a log of one's own: the second failure of a gather, one that comes after the deadline,
// and that of a child of a scope.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <stdexcept>
#include <string>

using namespace asyncade;
using namespace std::chrono_literals;

/// Fails at its time, whether it has been stopped meanwhile or not.
QCoro::Task<> failAfter(std::chrono::milliseconds latency, std::string what, std::stop_token)
{
    co_await sleepFor(latency);
    throw std::runtime_error(what);
}

QCoro::Task<> example()
{
    try {
        co_await gather(call(failAfter, 10ms, "no disk"), call(failAfter, 20ms, "no network"));
    } catch (const std::runtime_error &error) {
        std::printf("caught: %s\n", error.what());
    }
    try {
        co_await withTimeout(call(failAfter, 60ms, "disk full"), 50ms);
    } catch (const TimeoutError &error) {
        std::printf("caught: %s\n", error.what());
    }
    TaskScope scope;
    scope.spawn("autosave", call(failAfter, 5ms, "read-only"));
    co_await scope.join();
}

void writeToLog(const ErrorReport &report)
{
    try {
        std::rethrow_exception(report.error);
    } catch (const std::exception &error) {
        std::printf("lost in %s, %s number %zu: %s\n", std::string(report.helper).c_str(),
                    report.name.empty() ? "task" : report.name.c_str(), report.index, error.what());
    }
}

int main()
{
    VirtualClock clock;
    setErrorHook(writeToLog); // Without it they are warnings in the category "asyncade".
    clock.run(example);
}
