// SPDX-License-Identifier: MIT
// The life of the system clock beside that of the application. A program of its own: it makes and destroys applications.
#include <asyncade/errors.h>
#include <asyncade/sleep.h>
#include <asyncade/system_clock.h>
#include <asyncade/task_scope.h>

#include <QCoreApplication>
#include <QCoroTask>

#include <cstdio>
#include <cstdlib>
#include <optional>

using namespace asyncade;
using namespace std::chrono_literals;

namespace {

int cancelled = 0;

QCoro::Task<> sleeps()
{
    const Sleep sleep = sleepFor(1h);
    for (int i = 0; i < 2; ++i) {
        try {
            co_await sleep;
        } catch (const Cancelled &) {
            ++cancelled;
        }
    }
}

/// What waiting does just now.
enum class Waiting { Possible, LogicError, Cancelled };
Waiting tryClock()
{
    try {
        Clock::current();
        return Waiting::Possible;
    } catch (const Cancelled &) {
        return Waiting::Cancelled;
    } catch (const std::logic_error &) {
        return Waiting::LogicError;
    }
}

void check(bool holds, const char *what)
{
    if (!holds) {
        std::fprintf(stderr, "failed: %s\n", what);
        std::exit(1);
    }
}

} // namespace

int main(int argc, char **argv)
{
    check(tryClock() == Waiting::LogicError, "without an application waiting is a logic error");
    for (int round = 1; round <= 2; ++round) {
        {
            const QCoreApplication app(argc, argv);
            const auto sleeping = sleeps();
            check(cancelled == 2 * (round - 1), "it sleeps");
        }
        check(cancelled == 2 * round, "the end of the application cancels sleepers, and their later waits at once");
        check(!TaskScope().trySpawn(sleeps), "after the application nothing is spawned, and no exception comes of it");
        check(tryClock() == Waiting::Cancelled, "after the application waiting is cancelled at once");
    }
    std::puts("passed");
    return 0;
}
