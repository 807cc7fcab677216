// SPDX-License-Identifier: MIT
#include <asyncade/rate_limiter.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"
#include "support/trace_lines.h"

#include <QTest>

#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
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

} // namespace

/// Strict rules, several rules at once, and pauses.
class RateLimiterRulesTest : public QObject {
    Q_OBJECT

private slots:
    void aStrictRuleLetsNPassInAnyWindow();
    void aStrictWindowBeginsAnywhere();
    void aStrictRuleWithWeights();
    void aStrictRuleTellsWhenItIsReady();
    void aStrictRuleCanBeChangedWhileOthersWait();
    void aLongerStrictWindowCountsWhoPassedBefore();
    void moreInALongerStrictWindowCountWhenTheyPassed();
    void aLongerAndLargerStrictRuleCountsOnlyWhoPassedInItsWindow_data();
    void aLongerAndLargerStrictRuleCountsOnlyWhoPassedInItsWindow();
    void thoseForgottenCountInALongerStrictWindow();
    void aRefundUnderALongerStrictWindowBringsNobodyForward();
    void aLongerWindowThatHoldsMoreThanAllowedHasNoneLeft();
    void aStrictRuleAtTheEndOfTime();
    void aLargeRequestSurvivesALoweredStrictRule();
    void perSecondAndPerMinuteInOneAcquire();
    void nothingIsTakenFromOneRuleWhenTheOtherRefuses();
    void aTokenBucketBesideAStrictRule();
    void noMoreThanTheSmallestRuleAllowsAtOnce();
    void severalRulesAreAllChecked();
    void aPauseHoldsEverybody();
    void afterAPauseTheRateStillHolds();
    void aShorterPauseDoesNotShortenALongerOne();
    void aPauseCanBeEnded();
    void aPauseWhileOthersWaitForTokens();
    void tellsWhoWaitsForThePause();
    void tellsOfEachTokenThatComesBackToAStrictRule();
    void tellsOfTokensThatComeBackDuringAPause();
    void tellsNothingMoreWhenItIsGone();
};

void RateLimiterRulesTest::aStrictRuleLetsNPassInAnyWindow()
{
    VirtualClock clock;
    RateLimiter limiter{3, 1s, {.strict = true}};
    QCOMPARE(limiter.most(), 3);
    Times times;
    startMany(limiter, times, 7);
    clock.run();
    QCOMPARE(times, (Times{0, 0, 0, 1000, 1000, 1000, 2000}));
}

void RateLimiterRulesTest::aStrictWindowBeginsAnywhere()
{
    VirtualClock clock;
    RateLimiter limiter{2, 1s, {.strict = true}};
    Times times;
    startMany(limiter, times, 1);
    clock.runUntil(900ms);
    startMany(limiter, times, 4);
    clock.run();
    QCOMPARE(times, (Times{0, 900, 1000, 1900, 2000}));
}

void RateLimiterRulesTest::aStrictRuleWithWeights()
{
    VirtualClock clock;
    RateLimiter limiter{5, 1s, {.strict = true}};
    Times times;
    pass(limiter, times, 3);
    clock.runUntil(200ms);
    pass(limiter, times, 2);
    pass(limiter, times, 4); // Needs the three and one of the two.
    pass(limiter, times, 1);
    QCOMPARE(limiter.timeUntilReady(), 1800ms); // At 2000 at the earliest, and not before 2200 because four come together.
    clock.run();
    QCOMPARE(times, (Times{0, 200, 1200, 1200}));
    QVERIFY(thrownBy([&] { (void)limiter.acquire(6); }).contains("1 to 5 at once, got 6"));
}

void RateLimiterRulesTest::aStrictRuleTellsWhenItIsReady()
{
    VirtualClock clock;
    RateLimiter limiter{2, 1s, {.strict = true}};
    QCOMPARE(limiter.available(), 2);
    QCOMPARE(limiter.timeUntilReady(2), 0ms);
    QVERIFY(limiter.tryAcquire());
    clock.runUntil(300ms);
    QCOMPARE(limiter.timeUntilReady(2), 700ms);
    QVERIFY(limiter.tryAcquire());
    QCOMPARE(limiter.available(), 0);
    Times times;
    startMany(limiter, times, 3);
    QCOMPARE(limiter.timeUntilReady(), 2000ms); // The others pass at 1000, 1300 and 2000; this one at 2300.
    clock.run();
    QCOMPARE(times, (Times{1000, 1300, 2000}));
    clock.runUntil(3000ms);
    QCOMPARE(limiter.available(), 2);
    QVERIFY(limiter.isIdle());
}

void RateLimiterRulesTest::aStrictRuleCanBeChangedWhileOthersWait()
{
    VirtualClock clock;
    RateLimiter limiter{1, 1s, {.strict = true}};
    Times times;
    startMany(limiter, times, 6);
    clock.runUntil(500ms);
    limiter.setRate(3, 1s);
    clock.runUntil(1200ms);
    limiter.setRate(3, 600ms);
    clock.run();
    QCOMPARE(times, (Times{0, 500, 500, 1000, 1200, 1200}));
    QVERIFY(thrownBy([&] { limiter.setBurst(2); }).contains("no burst beside a strict rule, got 2"));
}

void RateLimiterRulesTest::aLongerStrictWindowCountsWhoPassedBefore()
{
    VirtualClock clock;
    RateLimiter limiter{2, 1s, {.strict = true}};
    Times times;
    startMany(limiter, times, 4);
    clock.runUntil(5s);
    QCOMPARE(times, (Times{0, 0, 1000, 1000}));
    QCOMPARE(limiter.available(), 2);
    limiter.setRate(2, 10s); // Those of 1000 have left the old window, and are in the new one.
    QCOMPARE(limiter.available(), 0);
    QCOMPARE(limiter.timeUntilReady(), 6s);
    startMany(limiter, times, 3);
    clock.run();
    QCOMPARE(times, (Times{0, 0, 1000, 1000, 11000, 11000, 21000}));
}

void RateLimiterRulesTest::moreInALongerStrictWindowCountWhenTheyPassed()
{
    VirtualClock clock;
    RateLimiter limiter{1, 1s, {.strict = true}};
    Times times;
    startMany(limiter, times, 4);
    clock.runUntil(3500ms);
    QCOMPARE(times, (Times{0, 1000, 2000, 3000}));
    limiter.setRate(3, 10s); // The last three count, each from its own time on.
    startMany(limiter, times, 3);
    clock.run();
    QCOMPARE(times, (Times{0, 1000, 2000, 3000, 11000, 12000, 13000}));
}

void RateLimiterRulesTest::aLongerAndLargerStrictRuleCountsOnlyWhoPassedInItsWindow_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("available");
    QTest::newRow("a minute") << 1000 << 60 << 940;
    QTest::newRow("ten seconds") << 100 << 10 << 90;
    QTest::newRow("more than are remembered, in a time that is") << 10'000 << 900 << 9100;
    QTest::newRow("longer than it has run") << 10'000 << 7200 << 6400;
}

void RateLimiterRulesTest::aLongerAndLargerStrictRuleCountsOnlyWhoPassedInItsWindow()
{
    QFETCH(const int, count);
    QFETCH(const int, seconds);
    VirtualClock clock;
    RateLimiter limiter{5, 1s, {.strict = true}};
    for (int i = 0; i < 3600; ++i) {
        clock.advance(1s);
        QVERIFY(limiter.tryAcquire());
    }
    limiter.setRate(count, std::chrono::seconds(seconds));
    QTEST(limiter.available(), "available");
    QCOMPARE(limiter.timeUntilReady(), 0ms);
}

void RateLimiterRulesTest::thoseForgottenCountInALongerStrictWindow()
{
    VirtualClock clock;
    RateLimiter limiter{1'000'000, 1ms, {.strict = true}};
    for (int i = 0; i < 1500; ++i) {
        QVERIFY(limiter.tryAcquire());
        clock.advance(1ms);
    }
    limiter.setRate(1500, 10s); // A thousand before the window are remembered: from 499 ms on, and of 498 ms the rest.
    QCOMPARE(limiter.available(), 0);
    QCOMPARE(limiter.timeUntilReady(), 10s + 498ms - 1500ms);
    clock.runUntil(10499ms);
    QCOMPARE(limiter.available(), 500);
}

void RateLimiterRulesTest::aRefundUnderALongerStrictWindowBringsNobodyForward()
{
    VirtualClock clock;
    RateLimiter limiter{1, 1s, {.strict = true}};
    Times times;
    startMany(limiter, times, 1);
    clock.runUntil(1s);
    std::stop_source stop;
    const auto refunded = [](RateLimiter &gate, std::stop_token token) -> QCoro::Task<> { co_await gate.acquire(token); };
    QVERIFY(limiter.tryAcquire());
    const auto waiting = refunded(limiter, stop.get_token());
    clock.advanceOnce(2s);   // At 2000 it may pass, and has not been resumed yet;
    limiter.setRate(1, 10s); // then there is another rule,
    stop.request_stop();     // and it does not want to pass any more.
    startMany(limiter, times, 1);
    clock.run();
    QCOMPARE(times, (Times{0, 11000}));
}

void RateLimiterRulesTest::aLongerWindowThatHoldsMoreThanAllowedHasNoneLeft()
{
    VirtualClock clock;
    support::TraceLines trace;
    RateLimiter limiter{1, 1s, {.strict = true}};
    Times times;
    startMany(limiter, times, 3);
    clock.run();
    clock.setObserver(&trace);
    limiter.setRate(1, 10s);
    QCOMPARE(limiter.available(), 0);
    QCOMPARE(limiter.timeUntilReady(), 10s);
    clock.runUntil(12s);
    QCOMPARE(trace.lines.first(), QByteArray("2000 tokens 0 of 1"));
    QCOMPARE(trace.lines.last(), QByteArray("12000 tokens 1 of 1"));
    QCOMPARE(limiter.available(), 1);
}

void RateLimiterRulesTest::aStrictRuleAtTheEndOfTime()
{
    VirtualClock clock;
    RateLimiter limiter{2, 1s, {.strict = true}};
    QVERIFY(limiter.tryAcquire());
    clock.runUntil(std::chrono::hours::max());
    for (int i = 0; i < 3; ++i)
        QVERIFY(limiter.tryAcquire()); // There is no later time to wait for.
    QCOMPARE(limiter.timeUntilReady(), 0ms);
    limiter.setRate(3, 1min);
    QVERIFY(limiter.tryAcquire());
}

void RateLimiterRulesTest::aLargeRequestSurvivesALoweredStrictRule()
{
    VirtualClock clock;
    RateLimiter limiter{5, 1s, {.strict = true}};
    Times times;
    pass(limiter, times, 1);
    pass(limiter, times, 5);
    pass(limiter, times, 1);
    limiter.setRate(2, 1s);
    clock.run();
    QCOMPARE(times.size(), std::size_t(3));
    QVERIFY(!clock.next());
}

void RateLimiterRulesTest::perSecondAndPerMinuteInOneAcquire()
{
    VirtualClock clock;
    RateLimiter limiter(std::vector<RateLimit>{{.count = 2, .per = 1s, .strict = true}, {.count = 5, .per = 1min, .strict = true}});
    Times times;
    startMany(limiter, times, 7);
    clock.run();
    QCOMPARE(times, (Times{0, 0, 1000, 1000, 2000, 60'000, 60'000}));
}

void RateLimiterRulesTest::nothingIsTakenFromOneRuleWhenTheOtherRefuses()
{
    VirtualClock clock;
    RateLimiter limiter(std::vector<RateLimit>{{.count = 10, .per = 1s, .burst = 5}, {.count = 1, .per = 1s, .burst = 2}});
    QVERIFY(limiter.tryAcquire(2));
    for (int i = 0; i < 10; ++i)
        QVERIFY(!limiter.tryAcquire());
    limiter.setBurst(5, 1); // Now only what was taken counts: 3 of 5 are left in each.
    QCOMPARE(limiter.available(), 3);
    QVERIFY(limiter.tryAcquire(3));
}

void RateLimiterRulesTest::aTokenBucketBesideAStrictRule()
{
    VirtualClock clock;
    RateLimiter limiter(std::vector<RateLimit>{{.count = 10, .per = 1s}, {.count = 3, .per = 1s, .strict = true}});
    Times times;
    startMany(limiter, times, 7);
    clock.run();
    QCOMPARE(times, (Times{0, 100, 200, 1000, 1100, 1200, 2000}));
}

void RateLimiterRulesTest::noMoreThanTheSmallestRuleAllowsAtOnce()
{
    VirtualClock clock;
    RateLimiter limiter(std::vector<RateLimit>{{.count = 10, .per = 1s, .burst = 10}, {.count = 60, .per = 1min, .burst = 4}});
    QCOMPARE(limiter.most(), 4);
    QCOMPARE(limiter.available(), 4);
    QVERIFY(thrownBy([&] { (void)limiter.acquire(5); }).contains("1 to 4 at once, got 5"));
    limiter.setBurst(20, 1);
    QCOMPARE(limiter.most(), 10);
}

void RateLimiterRulesTest::severalRulesAreAllChecked()
{
    QVERIFY(thrownBy([] { RateLimiter limiter(std::vector<RateLimit>{}); }).contains("at least one rule, got none"));
    QVERIFY(thrownBy([] { RateLimiter limiter(std::vector<RateLimit>{{10, 1s}, {0, 1s}}); }).contains("a finite count above 0, got 0"));
}

void RateLimiterRulesTest::aPauseHoldsEverybody()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s, {.burst = 3}};
    limiter.pause(2s);
    QVERIFY(limiter.isPaused());
    QCOMPARE(limiter.available(), 0);
    QVERIFY(!limiter.tryAcquire());
    QVERIFY(!limiter.isIdle());
    QCOMPARE(limiter.timeUntilReady(), 2s);
    Times times;
    startMany(limiter, times, 3);
    clock.run();
    QCOMPARE(times, (Times{2000, 2000, 2000}));
    QVERIFY(!limiter.isPaused());
}

void RateLimiterRulesTest::afterAPauseTheRateStillHolds()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s, {.burst = 2}};
    Times times;
    startMany(limiter, times, 6); // Two pass, four wait for tokens.
    limiter.pause(1s);            // One Retry-After for all.
    QCOMPARE(limiter.timeUntilReady(), 1300ms);
    clock.run();
    QCOMPARE(times, (Times{0, 0, 1000, 1000, 1100, 1200}));
}

void RateLimiterRulesTest::aShorterPauseDoesNotShortenALongerOne()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s};
    limiter.pause(2s);
    limiter.pause(1s);
    limiter.pause(-1s);
    QCOMPARE(limiter.timeUntilReady(), 2s);
    clock.runUntil(1500ms);
    limiter.pause(1s);
    QCOMPARE(limiter.timeUntilReady(), 1s);
}

void RateLimiterRulesTest::aPauseCanBeEnded()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s};
    limiter.pause(1h);
    Times times;
    startMany(limiter, times, 2);
    clock.runUntil(300ms);
    limiter.resume();
    QVERIFY(times.empty());
    clock.run();
    QCOMPARE(times, (Times{300, 400}));
}

void RateLimiterRulesTest::aPauseWhileOthersWaitForTokens()
{
    VirtualClock clock;
    RateLimiter limiter{1, 1s};
    Times times;
    startMany(limiter, times, 3);
    clock.runUntil(500ms);
    limiter.pause(100ms); // Over before the next token comes: it delays nobody.
    clock.run();
    QCOMPARE(times, (Times{0, 1000, 2000}));
}

void RateLimiterRulesTest::tellsWhoWaitsForThePause()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s};
    support::TraceLines trace;
    Times times;
    for (std::uint32_t request = 1; request <= 3; ++request) {
        const SpanScope scope({.request = request});
        pass(limiter, times);
    }
    clock.setObserver(&trace);
    limiter.pause(500ms);
    const SpanScope scope({.request = 4});
    pass(limiter, times);
    clock.run();
    QCOMPARE(times, (Times{0, 500, 600, 700}));
    QCOMPARE(trace.lines, (QByteArrayList{"0 #2 go elapsed", "0 #2 wait pause until 500", "0 #3 go elapsed", "0 #3 wait pause until 600 ahead 1",
                                          "0 #4 wait pause until 700 ahead 2", "500 #2 go granted", "500 #3 go elapsed",
                                          "500 #3 wait token until 600", "500 #4 go elapsed", "500 #4 wait token until 700 ahead 1",
                                          "500 tokens 0 rising 10 of 1", "600 #3 go granted", "600 tokens 0 rising 10 of 1",
                                          "700 #4 go granted", "700 tokens 0 rising 10 of 1"}));
}

void RateLimiterRulesTest::tellsOfEachTokenThatComesBackToAStrictRule()
{
    VirtualClock clock;
    support::TraceLines trace;
    clock.setObserver(&trace);
    RateLimiter limiter{2, 1s, {.strict = true}};
    Times times;
    startMany(limiter, times, 1);
    clock.runUntil(300ms);
    startMany(limiter, times, 1);
    clock.runUntil(400ms);
    startMany(limiter, times, 1);
    clock.run();
    QCOMPARE(clock.now(), 1s); // Nobody goes on for the sake of those who only look.
    clock.runUntil(5s);
    QCOMPARE(trace.lines, (QByteArrayList{"0 tokens 2 of 2", "0 go granted", "0 tokens 1 of 2", "300 go granted", "300 tokens 0 of 2",
                                          "400 wait token until 1000", "1000 go granted", "1000 tokens 0 of 2", "1300 tokens 1 of 2",
                                          "2000 tokens 2 of 2"}));
}

void RateLimiterRulesTest::tellsOfTokensThatComeBackDuringAPause()
{
    VirtualClock clock;
    support::TraceLines trace;
    clock.setObserver(&trace);
    RateLimiter limiter{1, 1s, {.strict = true}};
    Times times;
    startMany(limiter, times, 1);
    limiter.pause(3s);
    startMany(limiter, times, 1);
    clock.runUntil(5s);
    QCOMPARE(trace.lines, (QByteArrayList{"0 tokens 1 of 1", "0 go granted", "0 tokens 0 of 1", "0 wait pause until 3000", "1000 tokens 1 of 1",
                                          "3000 go granted", "3000 tokens 0 of 1", "4000 tokens 1 of 1"}));
}

void RateLimiterRulesTest::tellsNothingMoreWhenItIsGone()
{
    VirtualClock clock;
    support::TraceLines trace;
    {
        RateLimiter limiter{1, 1s, {.strict = true}};
        clock.setObserver(&trace);
        QVERIFY(limiter.tryAcquire());
        QVERIFY(!clock.next());
    }
    clock.runUntil(5s);
    QCOMPARE(trace.lines, (QByteArrayList{"0 go granted", "0 tokens 0 of 1"}));
}

QTEST_GUILESS_MAIN(RateLimiterRulesTest)
#include "rate_limiter_rules_test.moc"
