// SPDX-License-Identifier: MIT
#include <asyncade/rate_limiter.h>

#include <asyncade/run_blocking.h>
#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"
#include "support/trace_lines.h"
#include "support/work.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>
#include <optional>
#include <thread>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::thrownBy;

namespace {

using Log = QByteArrayList;

/// Notes the caller's name with the time when it passes, or with what it gets instead.
QCoro::Task<> pass(RateLimiter &limiter, const char *name, Log &log, std::stop_token token = {}, int count = 1)
{
    QByteArray result = name;
    try {
        co_await limiter.acquire(count, token);
        result += " passes at ";
    } catch (const Cancelled &) {
        result += " is cancelled at ";
    }
    log << result + QByteArray::number(qlonglong(Clock::current().now() / 1ms));
}

} // namespace

class RateLimiterCancellationTest : public QObject {
    Q_OBJECT

private slots:
    void aTokenStoppedBeforehandTakesNothing();
    void oneThatIsCancelledLetsThoseBehindMoveUp_data();
    void oneThatIsCancelledLetsThoseBehindMoveUp();
    void aLargeOneThatIsCancelledLetsASmallOnePassAtOnce();
    void grantedAndThenCancelledGivesItsTokenBack_data();
    void grantedAndThenCancelledGivesItsTokenBack();
    void aStopRequestAfterPassingGivesNothingBack();
    void stoppedAtTheInstantOfItsTokenItStillPasses();
    void destroyedWhileSomebodyWaitsCancelsAll();
    void destroyedWhileSomebodyIsAboutToGoOn();
    void oneThatWasGrantedByADeadLimiterCanBeCancelled();
    void theEndOfTheClockCancels();
    void aStopRequestMayComeFromAnotherThread();
    void stalledNamesIt();
    void whoeverWaitsIsResumedOnItsOwnClock();
    void tellsWhoGaveUp();
    void theSystemClockLosesNoCreditToLateTimers();
};

void RateLimiterCancellationTest::aTokenStoppedBeforehandTakesNothing()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s};
    std::stop_source stop;
    stop.request_stop();
    Log log;
    pass(limiter, "a", log, stop.get_token());
    QCOMPARE(log, (Log{"a is cancelled at 0"}));
    QCOMPARE(limiter.available(), 1);
}

void RateLimiterCancellationTest::oneThatIsCancelledLetsThoseBehindMoveUp_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<Log>("expected");
    QTest::newRow("the first") << 1 << Log{"b is cancelled at 50", "c passes at 100", "d passes at 200"};
    QTest::newRow("one in the middle") << 2 << Log{"c is cancelled at 50", "b passes at 100", "d passes at 200"};
    QTest::newRow("the last") << 3 << Log{"d is cancelled at 50", "b passes at 100", "c passes at 200"};
}

void RateLimiterCancellationTest::oneThatIsCancelledLetsThoseBehindMoveUp()
{
    QFETCH(const int, which);
    QFETCH(const Log, expected);
    VirtualClock clock;
    RateLimiter limiter{10, 1s};
    std::vector<std::stop_source> stops(4);
    const std::vector<const char *> names{"a", "b", "c", "d"};
    Log log;
    QVERIFY(limiter.tryAcquire());
    for (std::size_t i = 1; i < 4; ++i)
        pass(limiter, names[i], log, stops[i].get_token());
    clock.runUntil(50ms);
    stops[std::size_t(which)].request_stop();
    QCOMPARE(limiter.waiting(), std::size_t(2));
    clock.run();
    QCOMPARE(log, expected);
    QCOMPARE(limiter.timeUntilReady(), 100ms);
}

void RateLimiterCancellationTest::aLargeOneThatIsCancelledLetsASmallOnePassAtOnce()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s, {.burst = 5}};
    std::stop_source stop;
    Log log;
    QVERIFY(limiter.tryAcquire(3));
    pass(limiter, "large", log, stop.get_token(), 5);
    pass(limiter, "small", log);
    clock.runUntil(50ms);
    stop.request_stop();
    clock.run();
    QCOMPARE(log, (Log{"small passes at 50", "large is cancelled at 50"}));
}

void RateLimiterCancellationTest::grantedAndThenCancelledGivesItsTokenBack_data()
{
    QTest::addColumn<bool>("strict");
    QTest::newRow("bucket") << false;
    QTest::newRow("strict") << true;
}

void RateLimiterCancellationTest::grantedAndThenCancelledGivesItsTokenBack()
{
    QFETCH(const bool, strict);
    VirtualClock clock;
    RateLimiter limiter{1, 1s, {.strict = strict}};
    std::stop_source stop;
    Log log;
    QVERIFY(limiter.tryAcquire());
    pass(limiter, "a", log, stop.get_token());
    pass(limiter, "b", log);
    while (limiter.waiting() == 2)
        clock.advanceOnce(1s); // The token comes: a may go on.
    stop.request_stop();
    clock.run();
    QCOMPARE(log, (Log{"a is cancelled at 1000", "b passes at 1000"}));
    QCOMPARE(limiter.timeUntilReady(), 1s);
}

void RateLimiterCancellationTest::aStopRequestAfterPassingGivesNothingBack()
{
    VirtualClock clock;
    RateLimiter limiter{1, 1s};
    std::stop_source stop;
    Log log;
    pass(limiter, "a", log, stop.get_token());
    pass(limiter, "b", log, stop.get_token());
    clock.runUntil(1s);
    stop.request_stop();
    clock.run();
    QCOMPARE(log, (Log{"a passes at 0", "b passes at 1000"}));
    QCOMPARE(limiter.timeUntilReady(), 1s);
}

void RateLimiterCancellationTest::stoppedAtTheInstantOfItsTokenItStillPasses()
{
    VirtualClock clock;
    RateLimiter limiter{1, 1s};
    std::stop_source stop;
    Log log;
    QVERIFY(limiter.tryAcquire());
    pass(limiter, "a", log, stop.get_token());
    const auto stopping = support::stopAfter(1s, stop); // Came after the one who waits.
    clock.run();
    QCOMPARE(log, (Log{"a passes at 1000"}));
}

void RateLimiterCancellationTest::destroyedWhileSomebodyWaitsCancelsAll()
{
    VirtualClock clock;
    std::optional<RateLimiter> limiter(std::in_place, 1, 1s, RateLimiterOptions{.burst = 3});
    Log log;
    QVERIFY(limiter->tryAcquire(2));
    pass(*limiter, "a", log, {}, 3);
    pass(*limiter, "b", log); // There is a token for it once a has gone, but it waited for a limiter that is dying.
    limiter.reset();
    QVERIFY(log.isEmpty());
    QVERIFY(clock.next());
    clock.run();
    QCOMPARE(log, (Log{"a is cancelled at 0", "b is cancelled at 0"}));
    QCOMPARE(clock.now(), 0s); // No timer was left behind.
}

void RateLimiterCancellationTest::destroyedWhileSomebodyIsAboutToGoOn()
{
    VirtualClock clock;
    std::optional<RateLimiter> limiter(std::in_place, 1, 1s);
    Log log;
    QVERIFY(limiter->tryAcquire());
    pass(*limiter, "a", log);
    while (limiter->waiting() == 1)
        clock.advanceOnce(1s);
    limiter.reset();
    clock.run();
    QCOMPARE(log, (Log{"a passes at 1000"}));
}

void RateLimiterCancellationTest::oneThatWasGrantedByADeadLimiterCanBeCancelled()
{
    VirtualClock clock;
    std::optional<RateLimiter> limiter(std::in_place, 1, 1s);
    std::stop_source stop;
    Log log;
    QVERIFY(limiter->tryAcquire());
    pass(*limiter, "a", log, stop.get_token());
    while (limiter->waiting() == 1)
        clock.advanceOnce(1s);
    limiter.reset();
    stop.request_stop();
    clock.run();
    QCOMPARE(log, (Log{"a is cancelled at 1000"}));
}

void RateLimiterCancellationTest::theEndOfTheClockCancels()
{
    auto clock = std::make_unique<VirtualClock>();
    RateLimiter limiter{1, 1s};
    Log log;
    pass(limiter, "a", log);
    QByteArray thrown;
    const auto waiting = [&]() -> QCoro::Task<> {
        try {
            co_await limiter.acquire();
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    waiting();
    waiting();
    clock.reset();
    QCOMPARE(thrown, "Cancelled: cancelled: its clock has ended");
    QCOMPARE(limiter.waiting(), std::size_t(0));
}

void RateLimiterCancellationTest::aStopRequestMayComeFromAnotherThread()
{
    VirtualClock clock;
    RateLimiter limiter{1, 1h};
    QVERIFY(limiter.tryAcquire());
    std::stop_source stop;
    const Clock::OutsideWork outside(clock);
    const std::jthread stopper([&] { stop.request_stop(); });
    QCOMPARE(thrownBy([&] { clock.run([&] { return limiter.acquire(stop.get_token()); }); }), "Cancelled: cancelled");
    QCOMPARE(limiter.waiting(), std::size_t(0));
}

void RateLimiterCancellationTest::stalledNamesIt()
{
    VirtualClock outer;
    RateLimiter limiter(1, 1s, {}, "api");
    RateLimiter anonymous{1, 1s};
    QVERIFY(limiter.tryAcquire());
    QVERIFY(anonymous.tryAcquire());
    Log log;
    std::stop_source stop;
    pass(limiter, "first", log, stop.get_token()); // On the outer clock, which stands still: nothing can happen on the inner one.
    pass(anonymous, "first", log, stop.get_token());
    VirtualClock clock(VirtualClock::Use::OnlyInside);
    QCOMPARE(thrownBy([&] { clock.run([&](std::stop_token token) { return limiter.acquire(token); }); }),
             "Stalled: nothing can happen any more and the operation has not ended; it waits for a token of \"api\"");
    QCOMPARE(thrownBy([&] { clock.run([&](std::stop_token token) { return anonymous.acquire(token); }); }),
             "Stalled: nothing can happen any more and the operation has not ended; it waits for a token of a rate limiter");
    outer.run();
    QCOMPARE(log, (Log{"first passes at 1000", "first passes at 1000"}));
}

void RateLimiterCancellationTest::whoeverWaitsIsResumedOnItsOwnClock()
{
    VirtualClock first;
    RateLimiter limiter{1, 1s};
    QVERIFY(limiter.tryAcquire());
    Log log;
    pass(limiter, "a", log);
    VirtualClock second;
    second.runUntil(10s);
    QVERIFY(log.isEmpty());
    first.run();
    QCOMPARE(log, (Log{"a passes at 1000"}));
}

void RateLimiterCancellationTest::tellsWhoGaveUp()
{
    VirtualClock clock;
    RateLimiter limiter{1, 1s};
    support::TraceLines trace;
    std::stop_source stop;
    Log log;
    QVERIFY(limiter.tryAcquire());
    clock.setObserver(&trace);
    {
        const SpanScope scope({.request = 1});
        pass(limiter, "a", log, stop.get_token());
    }
    {
        const SpanScope scope({.request = 2});
        pass(limiter, "b", log);
    }
    stop.request_stop();
    clock.run();
    QCOMPARE(trace.lines, (QByteArrayList{"0 #1 wait token until 1000", "0 #2 wait token until 2000 ahead 1", "0 #1 go cancelled",
                                          "1000 #2 go granted", "1000 tokens 0 rising 1 of 1"}));
}

void RateLimiterCancellationTest::theSystemClockLosesNoCreditToLateTimers()
{
    RateLimiter limiter{1000, 1s};
    const auto started = std::chrono::steady_clock::now();
    runBlocking([&]() -> QCoro::Task<> {
        for (int i = 0; i < 200; ++i) {
            co_await limiter.acquire();
        }
    });
    // Never before its time. Timers come up to a millisecond late: with credit lost, each caller would take twice as long.
    QVERIFY(std::chrono::steady_clock::now() - started >= 189ms);
}

QTEST_GUILESS_MAIN(RateLimiterCancellationTest)
#include "rate_limiter_cancellation_test.moc"
