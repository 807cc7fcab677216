// SPDX-License-Identifier: MIT
#include <asyncade/rate_limiter.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/stack_watch.h"
#include "support/thrown.h"
#include "support/trace_lines.h"

#include <QTest>

#include <limits>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;
using support::thrownBy;

namespace {

using Times = std::vector<long long>; // In milliseconds.

QCoro::Task<> pass(RateLimiter &limiter, Times &times, int count = 1)
{
    co_await limiter.acquire(count);
    times.push_back(Clock::current().now() / 1ms);
}

void startMany(RateLimiter &limiter, Times &times, int callers)
{
    for (int i = 0; i < callers; ++i)
        pass(limiter, times);
}

/// A clock that is late, as a busy thread's is: it sees only the times that it is told.
class LateClock final : public Clock {
public:
    LateClock() { becomeFallback(false); }
    ~LateClock() override { shutDown(); }
    nanoseconds now() const noexcept override { return m_now; }
    void runUntilDone(detail::Completion &) override {}
    /// Does all that is due by now, none of which had its turn before.
    void goTo(nanoseconds time)
    {
        m_now = time;
        for (;;) {
            if (resumeNext())
                continue;
            if (m_timers.empty() || m_timers.nextDue() > m_now)
                break;
            const detail::RunningGuard running(*this, {});
            m_timers.fireNext();
        }
    }

protected:
    void wake() noexcept override {}
    void wakeFromOutside() noexcept override {}

private:
    nanoseconds m_now{};
};

} // namespace

class RateLimiterTest : public QObject {
    Q_OBJECT

private slots:
    void aPauseForEverDoesNotOverflow();
    void theFirstPassesAtOnce();
    void callersThatComeTogetherAreSpreadOut();
    void aBurstPassesAtOnce();
    void tokensComeBackWithTime();
    void noMoreThanABurstIsSaved();
    void aCountBelowOneIsOneInALongerTime();
    void aPeriodThatTheCountDoesNotDivideIsNeverTooFast();
    void severalTokensAtOnce();
    void aLargeRequestIsNotOvertaken();
    void moreThanTheBurstIsRejectedAtOnce();
    void refusesNumbersThatMakeNoRule_data();
    void refusesNumbersThatMakeNoRule();
    void takesAnyArithmeticCount();
    void tryAcquireTakesOnlyWhatIsThere();
    void tryAcquireDoesNotOvertake();
    void availableCountsWholeTokens();
    void timeUntilReadyCountsThoseWhoWait();
    void nothingIsReservedBeforeItIsAwaited();
    void aVeryLowRateDoesNotOverflow();
    void isIdleOnceTheBucketIsFull();
    void aHigherRateLetsThoseWhoWaitPassSooner();
    void aLowerRateLetsThoseWhoWaitPassLater();
    void aNewRateKeepsWhatTheBucketLacks();
    void aHigherBurstLetsThoseWhoWaitPassAtOnce();
    void whoWantsMoreThanALoweredBurstStillPasses();
    void changesAreChecked();
    void aLateTimerCostsThoseBehindNothing();
    void aVeryLateTimerLetsNoHeapPass();
    void passing100000CallersDoesNotGrowTheStack();
    void tellsWhoWaitsForATokenAndWhoPasses();
    void tellsOfTheTokensAfterATry();
};

void RateLimiterTest::theFirstPassesAtOnce()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s};
    clock.run([&] { return limiter.acquire(); });
    QCOMPARE(clock.now(), 0ms);
}

void RateLimiterTest::callersThatComeTogetherAreSpreadOut()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s};
    Times times;
    startMany(limiter, times, 100);
    QCOMPARE(limiter.waiting(), std::size_t(99));
    clock.run();
    QCOMPARE(times.size(), std::size_t(100));
    for (int i = 0; i < 100; ++i)
        QCOMPARE(times[std::size_t(i)], 100 * i);
}

void RateLimiterTest::aBurstPassesAtOnce()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s, {.burst = 3}};
    Times times;
    startMany(limiter, times, 6);
    clock.run();
    QCOMPARE(times, (Times{0, 0, 0, 100, 200, 300}));
}

void RateLimiterTest::tokensComeBackWithTime()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s, {.burst = 3}};
    Times times;
    startMany(limiter, times, 3);
    clock.runUntil(200ms); // Two are back.
    startMany(limiter, times, 3);
    clock.run();
    QCOMPARE(times, (Times{0, 0, 0, 200, 200, 300}));
}

void RateLimiterTest::noMoreThanABurstIsSaved()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s, {.burst = 2}};
    Times times;
    clock.runUntil(1h);
    startMany(limiter, times, 4);
    clock.run();
    QCOMPARE(times, (Times{3'600'000, 3'600'000, 3'600'100, 3'600'200}));
}

void RateLimiterTest::aCountBelowOneIsOneInALongerTime()
{
    VirtualClock clock;
    RateLimiter limiter{0.5, 1s};
    Times times;
    startMany(limiter, times, 3);
    clock.run();
    QCOMPARE(times, (Times{0, 2000, 4000}));
}

void RateLimiterTest::aPeriodThatTheCountDoesNotDivideIsNeverTooFast()
{
    VirtualClock clock;
    RateLimiter limiter{3, 1s};
    Times times;
    startMany(limiter, times, 4);
    clock.run();
    QCOMPARE(clock.now(), 1'000'000'002ns); // Three times 333,333,334.
}

void RateLimiterTest::severalTokensAtOnce()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s, {.burst = 5}};
    Times times;
    pass(limiter, times, 4);
    pass(limiter, times, 4);
    pass(limiter, times, 1);
    clock.run();
    QCOMPARE(times, (Times{0, 300, 400}));
}

void RateLimiterTest::aLargeRequestIsNotOvertaken()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s, {.burst = 5}};
    Times large, small;
    pass(limiter, small, 3); // Two tokens are left.
    pass(limiter, large, 5);
    pass(limiter, small, 1);
    clock.run();
    QCOMPARE(large, (Times{300}));
    QCOMPARE(small, (Times{0, 400}));
}

void RateLimiterTest::moreThanTheBurstIsRejectedAtOnce()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s, {.burst = 5}};
    QCOMPARE(limiter.most(), 5);
    QCOMPARE(thrownBy([&] { (void)limiter.acquire(6); }), "invalid_argument: RateLimiter: expected 1 to 5 at once, got 6");
    QCOMPARE(thrownBy([&] { (void)limiter.acquire(0); }), "invalid_argument: RateLimiter: expected 1 to 5 at once, got 0");
    QCOMPARE(thrownBy([&] { (void)limiter.tryAcquire(6); }), "invalid_argument: RateLimiter: expected 1 to 5 at once, got 6");
    QCOMPARE(thrownBy([&] { (void)limiter.timeUntilReady(6); }), "invalid_argument: RateLimiter: expected 1 to 5 at once, got 6");
    QCOMPARE(limiter.available(), 5);
}

void RateLimiterTest::refusesNumbersThatMakeNoRule_data()
{
    QTest::addColumn<double>("count");
    QTest::addColumn<qint64>("per");
    QTest::addColumn<int>("burst");
    QTest::addColumn<bool>("strict");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no count") << 0. << qint64(1) << 1 << false << QByteArray("a finite count above 0, got 0");
    QTest::newRow("negative count") << -1. << qint64(1) << 1 << false << QByteArray("a finite count above 0, got -1");
    QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << qint64(1) << 1 << false
                               << QByteArray("a finite count above 0, got nan");
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << qint64(1) << 1 << false
                              << QByteArray("a finite count above 0, got inf");
    QTest::newRow("no time") << 1. << qint64(0) << 1 << false << QByteArray("a time above 0, got 0 ns");
    QTest::newRow("negative time") << 1. << qint64(-5) << 1 << false << QByteArray("a time above 0, got -5 ns");
    QTest::newRow("no burst") << 1. << qint64(1) << 0 << false << QByteArray("a burst of at least 1, got 0");
    QTest::newRow("strict and burst") << 1. << qint64(1) << 2 << true << QByteArray("no burst beside a strict rule, got 2");
    QTest::newRow("strict and not whole") << 1.5 << qint64(1) << 1 << true << QByteArray("a whole count for a strict rule, got 1.5");
}

void RateLimiterTest::refusesNumbersThatMakeNoRule()
{
    QFETCH(const double, count);
    QFETCH(const qint64, per);
    QFETCH(const int, burst);
    QFETCH(const bool, strict);
    QFETCH(const QByteArray, message);
    QCOMPARE(thrownBy([&] { RateLimiter limiter(count, nanoseconds(per), {.burst = burst, .strict = strict}); }),
             "invalid_argument: RateLimiter: expected " + message);
}

void RateLimiterTest::takesAnyArithmeticCount()
{
    int whole = 4;
    const unsigned char small = 4;
    const float real = 4;
    VirtualClock clock;
    RateLimiter first{whole, 1s}, second{small, 1s}, third{real, 1s};
    for (RateLimiter *limiter : {&first, &second, &third}) {
        QVERIFY(limiter->tryAcquire());
        QCOMPARE(limiter->timeUntilReady(), 250ms);
    }
}

void RateLimiterTest::tryAcquireTakesOnlyWhatIsThere()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s, {.burst = 3}};
    QVERIFY(limiter.tryAcquire(2));
    QVERIFY(!limiter.tryAcquire(2));
    QVERIFY(limiter.tryAcquire());
    QVERIFY(!limiter.tryAcquire());
    clock.runUntil(99ms);
    QVERIFY(!limiter.tryAcquire());
    clock.runUntil(100ms);
    QVERIFY(limiter.tryAcquire());
}

void RateLimiterTest::tryAcquireDoesNotOvertake()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s, {.burst = 5}};
    Times times;
    QVERIFY(limiter.tryAcquire(3));
    pass(limiter, times, 5);
    QVERIFY(!limiter.tryAcquire()); // Two tokens are there, but they are kept for the one who waits.
    QCOMPARE(limiter.available(), 0);
    clock.run();
    QCOMPARE(times, (Times{300}));
}

void RateLimiterTest::availableCountsWholeTokens()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s, {.burst = 3}};
    QCOMPARE(limiter.available(), 3);
    QVERIFY(limiter.tryAcquire(3));
    QCOMPARE(limiter.available(), 0);
    clock.runUntil(199ms);
    QCOMPARE(limiter.available(), 1);
    clock.runUntil(200ms);
    QCOMPARE(limiter.available(), 2);
    clock.runUntil(10s);
    QCOMPARE(limiter.available(), 3);
}

void RateLimiterTest::timeUntilReadyCountsThoseWhoWait()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s, {.burst = 3}};
    QCOMPARE(limiter.timeUntilReady(3), 0ms);
    QVERIFY(limiter.tryAcquire(2));
    QCOMPARE(limiter.timeUntilReady(), 0ms);
    QCOMPARE(limiter.timeUntilReady(3), 200ms);
    Times times;
    pass(limiter, times, 3);
    QCOMPARE(limiter.timeUntilReady(), 300ms);
    clock.runUntil(50ms);
    QCOMPARE(limiter.timeUntilReady(2), 350ms);
    pass(limiter, times, 2);
    clock.run();
    QCOMPARE(times, (Times{200, 400}));
}

void RateLimiterTest::nothingIsReservedBeforeItIsAwaited()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s};
    const RateLimiter::Acquire early = limiter.acquire();
    QCOMPARE(limiter.available(), 1);
    clock.run([&]() -> QCoro::Task<> {
        co_await early;
        co_await early; // Each time it is awaited it waits anew.
    });
    QCOMPARE(clock.now(), 100ms);
}

void RateLimiterTest::aVeryLowRateDoesNotOverflow()
{
    VirtualClock clock;
    RateLimiter limiter{0.001, 1s, {.burst = 1'000'000}};
    QVERIFY(limiter.tryAcquire(1'000'000));
    Times times;
    for (int i = 0; i < 20; ++i)
        pass(limiter, times, 1'000'000);
    QCOMPARE(limiter.timeUntilReady(), nanoseconds::max()); // After the end of time.
    clock.runUntil(24h * 365);
    QVERIFY(times.empty());
    QCOMPARE(thrownBy([] { RateLimiter tooSlow(1e-9, 1s, {.burst = 1'000'000}); }),
             "invalid_argument: RateLimiter: expected a bucket that is full within 73 years, got 1e+15 s");
}

void RateLimiterTest::isIdleOnceTheBucketIsFull()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s, {.burst = 2}};
    QVERIFY(limiter.isIdle());
    Times times;
    startMany(limiter, times, 3);
    QVERIFY(!limiter.isIdle());
    clock.runUntil(299ms);
    QVERIFY(!limiter.isIdle());
    clock.runUntil(300ms);
    QVERIFY(limiter.isIdle());
}

void RateLimiterTest::aHigherRateLetsThoseWhoWaitPassSooner()
{
    VirtualClock clock;
    RateLimiter limiter{1, 1s};
    Times times;
    startMany(limiter, times, 4);
    clock.runUntil(500ms); // Half a token is there.
    limiter.setRate(10, 1s);
    clock.run();
    QCOMPARE(times, (Times{0, 550, 650, 750}));
}

void RateLimiterTest::aLowerRateLetsThoseWhoWaitPassLater()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s};
    Times times;
    startMany(limiter, times, 4);
    clock.runUntil(150ms);
    limiter.setRate(1, 1s);
    clock.run();
    QCOMPARE(times, (Times{0, 100, 650, 1650}));
}

void RateLimiterTest::aNewRateKeepsWhatTheBucketLacks()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s, {.burst = 5}};
    QVERIFY(limiter.tryAcquire(3));
    limiter.setRate(1, 1s);
    QCOMPARE(limiter.available(), 2);
    clock.runUntil(1s);
    QCOMPARE(limiter.available(), 3);
    limiter.setRate(1000, 1s);
    QCOMPARE(limiter.available(), 3);
    clock.advance(2ms);
    QCOMPARE(limiter.available(), 5);
}

void RateLimiterTest::aHigherBurstLetsThoseWhoWaitPassAtOnce()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s};
    Times times;
    startMany(limiter, times, 5);
    clock.runUntil(50ms);
    limiter.setBurst(3);
    QCOMPARE(times, (Times{0})); // They are resumed by the clock.
    clock.run();
    QCOMPARE(times, (Times{0, 50, 50, 100, 200}));
}

void RateLimiterTest::whoWantsMoreThanALoweredBurstStillPasses()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s, {.burst = 5}};
    Times times;
    pass(limiter, times, 5);
    pass(limiter, times, 4);
    pass(limiter, times, 1);
    clock.runUntil(100ms);
    limiter.setBurst(2); // 4 of 5 are lacking: 2 below nothing.
    QCOMPARE(thrownBy([&] { (void)limiter.acquire(3); }), "invalid_argument: RateLimiter: expected 1 to 2 at once, got 3");
    clock.run();
    QCOMPARE(times, (Times{0, 700, 800}));
}

void RateLimiterTest::changesAreChecked()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s};
    QCOMPARE(thrownBy([&] { limiter.setRate(0, 1s); }), "invalid_argument: RateLimiter: expected a finite count above 0, got 0");
    QCOMPARE(thrownBy([&] { limiter.setBurst(0); }), "invalid_argument: RateLimiter: expected a burst of at least 1, got 0");
    QCOMPARE(thrownBy([&] { limiter.setRate(1, 1s, 1); }), "invalid_argument: RateLimiter: expected a rule of 0 to 0, got 1");
    QVERIFY(limiter.tryAcquire());
    QCOMPARE(limiter.timeUntilReady(), 100ms);
}

void RateLimiterTest::aLateTimerCostsThoseBehindNothing()
{
    LateClock clock;
    RateLimiter limiter{100, 1s};
    Times times;
    startMany(limiter, times, 5);
    for (const nanoseconds time : {13ms, 20ms, 35ms, 40ms})
        clock.goTo(time);
    QCOMPARE(times, (Times{0, 13, 20, 35, 40}));
}

void RateLimiterTest::aVeryLateTimerLetsNoHeapPass()
{
    LateClock clock;
    RateLimiter limiter{100, 1s}, strict{1, 10ms, {.strict = true}};
    Times times, strictTimes;
    startMany(limiter, times, 20);
    startMany(strict, strictTimes, 20);
    clock.goTo(95ms); // Only the last 10 ms are made up, and nothing under a strict rule.
    clock.goTo(95ms);
    QCOMPARE(times, (Times{0, 95, 95}));
    QCOMPARE(strictTimes, (Times{0, 95}));
}

void RateLimiterTest::passing100000CallersDoesNotGrowTheStack()
{
    VirtualClock clock;
    RateLimiter limiter{1, 1s};
    support::StackWatch stack;
    const auto watch = [&]() -> QCoro::Task<> {
        co_await limiter.acquire();
        stack.look();
    };
    QVERIFY(limiter.tryAcquire());
    for (int i = 0; i < 100'000; ++i)
        watch();
    limiter.setBurst(100'001); // All pass at one instant.
    clock.runUntil(0s);
    QCOMPARE(stack.looks(), std::size_t(100'000));
    QCOMPARE(stack.depth(), std::size_t(0));
}

void RateLimiterTest::tellsWhoWaitsForATokenAndWhoPasses()
{
    VirtualClock clock;
    support::TraceLines trace;
    clock.setObserver(&trace);
    RateLimiter limiter{10, 1s, {.burst = 2}};
    Times times;
    for (std::uint32_t request = 1; request <= 4; ++request) {
        const SpanScope scope({.request = request});
        pass(limiter, times);
    }
    clock.run();
    QCOMPARE(trace.lines, (QByteArrayList{"0 tokens 2 of 2", "0 #1 go granted", "0 #1 tokens 1 rising 10 of 2", "0 #2 go granted",
                                          "0 #2 tokens 0 rising 10 of 2", "0 #3 wait token until 100", "0 #4 wait token until 200 ahead 1",
                                          "100 #3 go granted", "100 tokens 0 rising 10 of 2", "200 #4 go granted",
                                          "200 tokens 0 rising 10 of 2"}));
}

void RateLimiterTest::tellsOfTheTokensAfterATry()
{
    VirtualClock clock;
    support::TraceLines trace;
    RateLimiter limiter{10, 1s};
    clock.setObserver(&trace);
    QVERIFY(limiter.tryAcquire());
    QVERIFY(!limiter.tryAcquire());
    clock.runUntil(50ms);
    limiter.setRate(1, 1s);
    QCOMPARE(trace.lines, (QByteArrayList{"0 go granted", "0 tokens 0 rising 10 of 1", "50 tokens 0.5 rising 1 of 1"}));
}

void RateLimiterTest::aPauseForEverDoesNotOverflow()
{
    VirtualClock clock;
    clock.advance(1s);
    RateLimiter limiter(1, 1s);
    limiter.pause(std::chrono::seconds::max());
    clock.advance(1000h);
    QVERIFY(limiter.isPaused());
    limiter.resume();
    QVERIFY(!limiter.isPaused());
}

QTEST_GUILESS_MAIN(RateLimiterTest)
#include "rate_limiter_test.moc"
