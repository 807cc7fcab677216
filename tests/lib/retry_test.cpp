// SPDX-License-Identifier: MIT
#include <asyncade/retry.h>

#include <asyncade/semaphore.h>
#include <asyncade/timeout.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <functional>
#include <memory>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;
using support::thrownBy;

namespace {

/// Fails as often as it is told to; each call takes 10 ms.
class Flaky {
public:
    explicit Flaky(int failures) : m_failures(failures) {}
    const std::vector<nanoseconds> &starts() const noexcept { return m_starts; }
    int calls() const noexcept { return int(m_starts.size()); }

    QCoro::Task<int> operator()(std::stop_token token)
    {
        m_starts.push_back(Clock::current().now());
        const int number = calls();
        co_await sleepFor(10ms, token);
        if (number <= m_failures)
            throw std::runtime_error("try " + std::to_string(number));
        co_return number;
    }

private:
    int m_failures;
    std::vector<nanoseconds> m_starts;
};

/// An operation with its own Flaky.
std::function<QCoro::Task<int>(std::stop_token)> failing(int failures) { return Flaky(failures); }

constexpr RetryOptions exact(int attempts, nanoseconds within = {})
{
    return {.attempts = attempts, .base = 100ms, .factor = 2, .cap = 300ms, .jitter = Jitter::none(), .within = within};
}

} // namespace

class RetryTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstSuccessIsTheResult_data();
    void theFirstSuccessIsTheResult();
    void theLastErrorIsThrownUnchanged();
    void backsOffLongerEachTimeUpToTheCap();
    void oneAttemptMeansNoRetry();
    void refusesOptionsThatMakeNoSenseAtTheCall();
    void anErrorThatTheRuleDoesNotRetryIsThrownAtOnce();
    void cancelledIsNeverRetriedWhateverTheRuleSays();
    void aTimeoutIsRetried();
    void whatTheCallItselfThrowsIsRetried();
    void stoppingTheTokenEndsATry();
    void stoppingTheTokenEndsABackOff();
    void aTokenStoppedBeforehandGivesCancelledWithoutABackOff();
    void neverSleepsPastItsTotalTime();
    void aBackOffThatEndsExactlyAtTheTotalTimeIsTaken();
    void theTotalTimeIsNoDeadlineForATry();
    void anErrorMayAskForALongerDelay();
    void anErrorThatAsksForLessGetsTheBackOff();
    void theSameSeedDrawsTheSameJitter();
    void aRuleMayDrawTheJitter();
    void aCopyOfRulesIsOnItsOwn();
    void refusesResultsUntilOneIsGood();
    void theLastRefusedResultIsReturned();
    void optionsMayChangeWhileItRuns();
    void optionsAreThoseOfTheCallThoughTheyHaveANameOrNone();
    void aSlotInsideIsGivenBackDuringTheBackOff();
    void aSlotOutsideIsKeptDuringTheBackOff();
    void aTryIsCountedFromOneInItsSpan();
    void theEndOfTheClockUnwindsIt();
    void nothingReachesTheErrorHook();
    void stoppedBeforeTheCallThereIsNoTry();
};

void RetryTest::theFirstSuccessIsTheResult_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("at once") << 0 << 10;
    QTest::newRow("the second try") << 1 << 120;
    QTest::newRow("the last try") << 2 << 330;
}

void RetryTest::theFirstSuccessIsTheResult()
{
    QFETCH(const int, failures);
    QFETCH(const int, milliseconds);
    VirtualClock clock;
    Flaky flaky(failures);
    const auto work = [&](std::stop_token token) { return flaky(token); };
    const int value = clock.run([&]() -> QCoro::Task<int> { co_return co_await retry(work, exact(3)); });
    QCOMPARE(value, failures + 1);
    QCOMPARE(clock.now(), std::chrono::milliseconds(milliseconds));
}

void RetryTest::theLastErrorIsThrownUnchanged()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([&] { clock.run([] { return retry(failing(9), exact(3)); }); }), "runtime_error: try 3");
    QCOMPARE(clock.now(), 330ms);
}

void RetryTest::backsOffLongerEachTimeUpToTheCap()
{
    VirtualClock clock;
    Flaky flaky(9);
    const auto work = [&](std::stop_token token) { return flaky(token); };
    thrownBy([&] { clock.run([&] { return retry(work, exact(5)); }); });
    QCOMPARE(flaky.starts(), (std::vector<nanoseconds>{0ms, 110ms, 320ms, 630ms, 940ms}));
    QCOMPARE(clock.now(), 950ms);
}

void RetryTest::oneAttemptMeansNoRetry()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([&] { clock.run([] { return retry(failing(9), exact(1)); }); }), "runtime_error: try 1");
    QCOMPARE(clock.now(), 10ms);
}

void RetryTest::refusesOptionsThatMakeNoSenseAtTheCall()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([] { (void)retry(failing(0), {.attempts = 0}); }), "invalid_argument: retry: expected at least 1 attempt, got 0");
    QCOMPARE(thrownBy([] { (void)retry(failing(0), {.within = -1s}); }),
             "invalid_argument: retry: expected a total time of at least 0, got -1 s");
    QCOMPARE(thrownBy([] { (void)retry(failing(0), {.factor = 0}); }), "invalid_argument: retry: expected a factor of at least 1, got 0");
}

void RetryTest::anErrorThatTheRuleDoesNotRetryIsThrownAtOnce()
{
    VirtualClock clock;
    RetryRules rules;
    rules.onError([](const std::exception_ptr &error) { return support::inWords(error) != "runtime_error: try 2"; });
    QCOMPARE(thrownBy([&] { clock.run([&] { return retry(failing(9), exact(5), rules); }); }), "runtime_error: try 2");
    QCOMPARE(clock.now(), 120ms);
}

void RetryTest::cancelledIsNeverRetriedWhateverTheRuleSays()
{
    VirtualClock clock;
    int calls = 0, asked = 0;
    const auto giveUp = [&](std::stop_token) -> QCoro::Task<> {
        ++calls;
        throw Cancelled();
        co_return;
    };
    RetryRules rules;
    rules.onError([&](const std::exception_ptr &) { return ++asked > 0; });
    QCOMPARE(thrownBy([&] { clock.run([&] { return retry(giveUp, exact(5), rules); }); }), "Cancelled: cancelled");
    QCOMPARE(calls, 1);
    QCOMPARE(asked, 0);
    QCOMPARE(clock.now(), 0s);
}

void RetryTest::aTimeoutIsRetried()
{
    VirtualClock clock;
    const auto timed = [](std::stop_token token) { return withTimeout(call(support::valueAfter, 1h, 1), 50ms, token); };
    QCOMPARE(thrownBy([&] { clock.run([&] { return retry(timed, exact(2)); }); }), "TimeoutError: timed out after 50 ms");
    QCOMPARE(clock.now(), 200ms);
}

void RetryTest::whatTheCallItselfThrowsIsRetried()
{
    VirtualClock clock;
    int calls = 0;
    const auto refuseOnce = [&] {
        if (++calls == 1)
            throw std::runtime_error("no coroutine");
        return calls;
    };
    QCOMPARE(clock.run([&] { return retry(refuseOnce, exact(2)); }), 2);
    QCOMPARE(clock.now(), 100ms);
}

void RetryTest::stoppingTheTokenEndsATry()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto stopping = support::stopAfter(115ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return retry(failing(9), exact(5), {}, stop.get_token()); }); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 115ms);
}

void RetryTest::stoppingTheTokenEndsABackOff()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto stopping = support::stopAfter(60ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return retry(failing(9), exact(5), {}, stop.get_token()); }); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 60ms);
    QVERIFY(!clock.next());
}

void RetryTest::aTokenStoppedBeforehandGivesCancelledWithoutABackOff()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(thrownBy([&] { clock.run([&] { return retry(failing(9), exact(5), {}, stop.get_token()); }); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 0s);
}

void RetryTest::neverSleepsPastItsTotalTime()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([&] { clock.run([] { return retry(failing(9), exact(5, 319ms)); }); }), "runtime_error: try 2");
    QCOMPARE(clock.now(), 120ms); // The third try would start at 320 ms: it gives up at once.
}

void RetryTest::aBackOffThatEndsExactlyAtTheTotalTimeIsTaken()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([&] { clock.run([] { return retry(failing(9), exact(5, 320ms)); }); }), "runtime_error: try 3");
    QCOMPARE(clock.now(), 330ms);
}

void RetryTest::theTotalTimeIsNoDeadlineForATry()
{
    VirtualClock clock;
    QCOMPARE(clock.run([] { return retry(call(support::valueAfter, 1s, 7), exact(5, 1ms)); }), 7);
    QCOMPARE(clock.now(), 1s);
}

void RetryTest::anErrorMayAskForALongerDelay()
{
    VirtualClock clock;
    RetryRules rules;
    rules.atLeast([](const std::exception_ptr &) { return nanoseconds(2s); }); // The cap of 300 ms does not bound it.
    QCOMPARE(clock.run([&] { return retry(failing(1), exact(3), rules); }), 2);
    QCOMPARE(clock.now(), 2020ms);
}

void RetryTest::anErrorThatAsksForLessGetsTheBackOff()
{
    VirtualClock clock;
    RetryRules rules;
    rules.atLeast([](const std::exception_ptr &) { return nanoseconds(30ms); });
    QCOMPARE(clock.run([&] { return retry(failing(1), exact(3), rules); }), 2);
    QCOMPARE(clock.now(), 120ms);
}

void RetryTest::theSameSeedDrawsTheSameJitter()
{
    const auto lengthWith = [](std::uint64_t seed) {
        VirtualClock clock;
        thrownBy([&] { clock.run([&] { return retry(failing(9), {.attempts = 4, .seed = seed}); }); });
        return clock.now();
    };
    QCOMPARE(lengthWith(1), lengthWith(1));
    QVERIFY(lengthWith(1) != lengthWith(2));
    QVERIFY(lengthWith(0) != lengthWith(0)); // Zero: a new one each time. Equal once in 10⁸.
    QVERIFY(lengthWith(1) < 40ms + 700ms);
}

void RetryTest::aRuleMayDrawTheJitter()
{
    VirtualClock clock;
    std::vector<int> drawnFor;
    RetryRules rules;
    rules.draw([&](int tryNumber) {
        drawnFor.push_back(tryNumber);
        return 0.5;
    });
    QCOMPARE(clock.run([&] { return retry(failing(2), {.attempts = 3, .base = 100ms, .jitter = Jitter::full()}, rules); }), 3);
    QCOMPARE(drawnFor, (std::vector{1, 2}));
    QCOMPARE(clock.now(), 180ms); // 30 ms of work, 50 ms and 100 ms of back-off.
}

void RetryTest::aCopyOfRulesIsOnItsOwn()
{
    VirtualClock clock;
    RetryRules none;
    none.onError([](const std::exception_ptr &) { return false; });
    RetryRules rules = none;
    rules.onError([](const std::exception_ptr &) { return true; }).atLeast([](const std::exception_ptr &) { return nanoseconds(1s); });
    QCOMPARE(thrownBy([&] { clock.run([&] { return retry(failing(1), exact(3), none); }); }), "runtime_error: try 1");
    QCOMPARE(clock.now(), 10ms);
    QCOMPARE(clock.run([&] { return retry(failing(1), exact(3), rules); }), 2);
    QCOMPARE(clock.now(), 1030ms);
    rules = none;
    QCOMPARE(thrownBy([&] { clock.run([&] { return retry(failing(1), exact(3), rules); }); }), "runtime_error: try 1");
    rules = RetryRules();
    QCOMPARE(clock.run([&] { return retry(failing(1), exact(3), rules); }), 2); // Every error is retried again.
}

void RetryTest::refusesResultsUntilOneIsGood()
{
    VirtualClock clock;
    const auto isLow = [](const int &value) { return value < 3; };
    QCOMPARE(clock.run([&] { return retryWhile(failing(0), isLow, exact(5)); }), 3);
    QCOMPARE(clock.now(), 330ms);
}

void RetryTest::theLastRefusedResultIsReturned()
{
    VirtualClock clock;
    const auto never = [](const int &) { return true; };
    QCOMPARE(clock.run([&] { return retryWhile(failing(1), never, exact(3)); }), 3);
    QCOMPARE(clock.run([&] { return retryWhile(failing(0), never, exact(5, 115ms)); }), 2);
}

void RetryTest::optionsMayChangeWhileItRuns()
{
    VirtualClock clock;
    RetryOptions options = exact(2);
    auto retrying = retry(failing(9), std::cref(options));
    clock.runUntil(50ms);
    options.attempts = 3;
    options.base = 10ms;
    QCOMPARE(thrownBy([&] { clock.run(std::move(retrying)); }), "runtime_error: try 3");
    QCOMPARE(clock.now(), 150ms); // The first back-off was under way; the second is 20 ms.
}

void RetryTest::optionsAreThoseOfTheCallThoughTheyHaveANameOrNone()
{
    VirtualClock clock;
    RetryOptions named = exact(3);
    int tries = 0;
    const auto change = [&](std::stop_token token) -> QCoro::Task<int> {
        named.attempts = 1; // At once, while the call is still under way.
        co_await sleepFor(1ms, token);
        named.base = 1h;
        throw std::runtime_error("try " + std::to_string(++tries));
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return retry(change, named); }); }), "runtime_error: try 3");
    auto retrying = retry(failing(9), exact(3)); // The options are gone with this line.
    QCOMPARE(thrownBy([&] { clock.run(std::move(retrying)); }), "runtime_error: try 3");
    const auto never = [](const int &) { return true; };
    named = exact(2);
    auto refusing = retryWhile(failing(0), never, named);
    named = exact(9);
    QCOMPARE(clock.run(std::move(refusing)), 2);
}

void RetryTest::aSlotInsideIsGivenBackDuringTheBackOff()
{
    VirtualClock clock;
    Semaphore permits(1);
    Flaky flaky(1);
    const auto once = [&](std::stop_token token) -> QCoro::Task<int> {
        const Permit permit = co_await permits.acquire(token);
        co_return co_await flaky(token);
    };
    const auto retrying = retry(once, exact(2));
    clock.runUntil(50ms);
    QCOMPARE(permits.available(), 1);
    clock.runUntil(115ms);
    QCOMPARE(permits.available(), 0);
    clock.run();
    QVERIFY(retrying.isReady());
}

void RetryTest::aSlotOutsideIsKeptDuringTheBackOff()
{
    VirtualClock clock;
    Semaphore permits(1);
    const auto limited = [&]() -> QCoro::Task<int> {
        const Permit permit = co_await permits.acquire();
        co_return co_await retry(failing(1), exact(2));
    };
    const auto retrying = limited();
    clock.runUntil(50ms);
    QCOMPARE(permits.available(), 0);
    clock.run();
    QCOMPARE(permits.available(), 1);
}

void RetryTest::aTryIsCountedFromOneInItsSpan()
{
    VirtualClock clock;
    std::vector<int> tries;
    const auto fail = [&](std::stop_token) -> QCoro::Task<> {
        tries.push_back(currentSpan().tryNumber);
        throw std::runtime_error("bad");
        co_return;
    };
    thrownBy([&] { clock.run([&] { return retry(fail, exact(3)); }); });
    QCOMPARE(tries, (std::vector{1, 2, 3}));
}

void RetryTest::theEndOfTheClockUnwindsIt()
{
    auto clock = std::make_unique<VirtualClock>();
    QByteArray thrown;
    const auto keepTrying = [&]() -> QCoro::Task<> {
        try {
            co_await retry(failing(9), exact(5));
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    const auto retrying = keepTrying();
    clock->runUntil(50ms);
    clock.reset();
    QCOMPARE(thrown, "Cancelled: cancelled: its clock has ended");
}

void RetryTest::nothingReachesTheErrorHook()
{
    VirtualClock clock;
    const support::ReportedErrors reported;
    thrownBy([&] { clock.run([] { return retry(failing(9), exact(3)); }); });
    QVERIFY(reported.texts().isEmpty());
}

void RetryTest::stoppedBeforeTheCallThereIsNoTry()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    int tries = 0;
    const auto work = [&] { ++tries; };
    QCOMPARE(support::thrownBy([&] { clock.run([&] { return retry(work, {}, {}, stop.get_token()); }); }).left(10), "Cancelled:");
    QCOMPARE(tries, 0);
}

QTEST_GUILESS_MAIN(RetryTest)
#include "retry_test.moc"
