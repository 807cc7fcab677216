// SPDX-License-Identifier: MIT
#include <asyncade/timeout.h>

#include <asyncade/retry.h>
#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/reported_errors.h"
#include "support/seeds.h"
#include "support/work.h"

#include <QTest>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using support::Luck;

namespace {

/// What awaiting `start(token)` comes to, and when; a stop from outside at `stopAt` comes behind what was armed for that instant before.
template <class Start>
std::string outcome(VirtualClock &clock, nanoseconds stopAt, Start start)
{
    std::string got;
    std::stop_source stop;
    const auto waiting = [&]() -> QCoro::Task<> {
        auto work = start(stop.get_token());
        try {
            got = "value " + std::to_string(co_await work);
        } catch (const Cancelled &) {
            got = "cancelled";
        } catch (const TimeoutError &) {
            got = "timed out";
        } catch (const std::exception &error) {
            got = std::string("error ") + error.what();
        }
        got += " at " + support::milliseconds(Clock::current().now());
    };
    const auto running = waiting();
    const auto stopping = support::stopAfter(stopAt, stop);
    clock.run();
    return got;
}

std::string timeoutHistory(std::uint64_t seed)
{
    Luck luck(seed);
    const int time = luck.between(1, 9), after = luck.below(10), unwinding = luck.onceIn(2) ? luck.between(1, 5) : 0;
    const int stopAt = luck.onceIn(2) ? luck.between(1, 9) : 1000;
    const bool fails = luck.onceIn(3), failsLate = luck.onceIn(3);
    VirtualClock clock;
    const support::ReportedErrors reported;
    int started = 0, ended = 0;
    const auto operate = [&](std::stop_token token) -> QCoro::Task<int> {
        ++started;
        const Sleep work = sleepFor(milliseconds(time), token);
        bool stopped = false;
        try {
            co_await work;
        } catch (const Cancelled &) {
            stopped = true;
        }
        if (stopped && unwinding > 0)
            co_await sleepFor(milliseconds(unwinding));
        ++ended;
        if (stopped && failsLate)
            throw std::runtime_error("late");
        if (stopped)
            throw Cancelled();
        if (fails)
            throw std::runtime_error("own");
        co_return 7;
    };
    const std::string got =
        outcome(clock, milliseconds(stopAt), [&](std::stop_token token) { return withTimeout(operate, milliseconds(after), token); });
    // What ends at the instant of the deadline is in time; a stop comes before a deadline of the same instant.
    const int stopped = std::min(after, stopAt);
    const bool inTime = time <= stopped;
    const int end = after == 0 ? 0 : inTime ? time : stopped + unwinding;
    const bool passed = after == 0 || (!inTime && (after < stopAt || after < end));
    std::string expected = passed ? "timed out" : inTime ? (fails ? "error own" : "value 7") : failsLate ? "error late" : "cancelled";
    expected += " at " + std::to_string(end);
    if (started != (after > 0) || ended != started)
        return "it was started " + std::to_string(started) + " times and ended " + std::to_string(ended) + " times";
    if (reported.texts().size() != int(passed && after > 0 && failsLate))
        return std::to_string(reported.texts().size()) + " errors were reported; " + got;
    return support::difference(expected, got);
}

/// Tries of a random length, the first few of which fail; the luck of each back-off is known, so everything can be worked out.
std::string retryHistory(std::uint64_t seed)
{
    Luck luck(seed);
    const int time = luck.between(1, 9), failures = luck.below(7);
    const nanoseconds stopAt = luck.onceIn(3) ? milliseconds(luck.between(1, 200)) + 500us : nanoseconds(1h); // At nobody else's instant.
    RetryOptions options{.attempts = luck.between(1, 6),
                         .base = milliseconds(luck.below(40)),
                         .factor = luck.onceIn(2) ? 2.0 : 1.0,
                         .cap = milliseconds(luck.between(40, 100)),
                         .jitter = luck.onceIn(3) ? Jitter::full() : Jitter::fraction(luck.onceIn(2) ? 0 : 0.3)};
    options.within = luck.onceIn(2) ? nanoseconds(milliseconds(luck.between(1, 150))) : nanoseconds(0);
    std::vector<double> draws;
    for (int i = 0; i < options.attempts; ++i)
        draws.push_back(luck.fraction());
    VirtualClock clock;
    const support::ReportedErrors reported;
    std::vector<nanoseconds> starts, ends;
    const auto attempt = [&](std::stop_token token) -> QCoro::Task<int> {
        starts.push_back(Clock::current().now());
        co_await sleepFor(milliseconds(time), token);
        ends.push_back(Clock::current().now());
        if (int(starts.size()) <= failures)
            throw std::runtime_error(std::to_string(starts.size()));
        co_return int(starts.size());
    };
    const auto draw = [&](int tryNumber) { return draws[std::size_t(tryNumber - 1)]; };
    RetryRules rules;
    rules.draw(draw);
    const std::string got = outcome(clock, stopAt, [&](std::stop_token token) { return retry(attempt, options, rules, token); });
    if (int(starts.size()) > options.attempts)
        return "more tries than allowed";
    nanoseconds now{};
    std::string expected;
    for (int number = 1;; ++number) {
        now += milliseconds(time);
        if (now > stopAt || number > failures || number == options.attempts) {
            expected = now > stopAt ? "cancelled" : (number > failures ? "value " : "error ") + std::to_string(number);
            break;
        }
        const nanoseconds delay = backoffDelay(options.backoff(), number, draws[std::size_t(number - 1)]);
        if (delay > options.cap)
            return "a delay above the cap";
        if (options.within.count() > 0 && now + delay > options.within) {
            expected = "error " + std::to_string(number);
            break;
        }
        if (now + delay > stopAt) {
            expected = "cancelled";
            break;
        }
        now += delay;
    }
    for (std::size_t i = 1; i < starts.size(); ++i) {
        if (options.within.count() > 0 && starts[i] > options.within)
            return "a try began past the total time";
    }
    if (expected == "cancelled")
        now = stopAt;
    if (!reported.texts().isEmpty())
        return "an error was reported";
    return support::difference(expected + " at " + support::milliseconds(now), got);
}

} // namespace

class TimeoutPropertyTest : public QObject {
    Q_OBJECT

private slots:
    void theDeadlineDecidesAsItsModel() { QCOMPARE(QString::fromStdString(support::firstProblem(timeoutHistory)), QString()); }
    void retryNeverSleepsPastItsTotalTime() { QCOMPARE(QString::fromStdString(support::firstProblem(retryHistory)), QString()); }
};

QTEST_GUILESS_MAIN(TimeoutPropertyTest)
#include "timeout_property_test.moc"
