// SPDX-License-Identifier: MIT
#include <asyncade/abandonable.h>

#include <asyncade/event.h>
#include <asyncade/gather.h>
#include <asyncade/retry.h>
#include <asyncade/sleep.h>
#include <asyncade/timeout.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <memory>
#include <optional>

using namespace asyncade;
using namespace std::chrono_literals;
using support::deafFailAfter;
using support::deafValueAfter;
using support::ReportedErrors;
using support::thrownBy;

class AbandonableTest : public QObject {
    Q_OBJECT

private slots:
    void workInTimeGivesItsValueAndNoHookRuns();
    void anErrorInTimePassesUnchanged();
    void atTheDeadlineTheHookRunsAndTheCallerGoesOn();
    void endingAtTheInstantOfTheDeadlineIsInTime();
    void theWorkIsKeptUntilItEnds();
    void aLateValueIsDestroyed();
    void aLateErrorGoesToTheErrorHook();
    void aLateCancelledDoesNot();
    void anOperationWithATokenIsStoppedToo();
    void theOperationLearnsWhyItIsStopped();
    void aTokenStoppedBeforehandAbandonsAtOnce();
    void aTaskThatHasEndedGivesItsValueEvenWhenStopped();
    void gatherDoesNotWaitForIt();
    void theHookMayEndTheWork();
    void anErrorOfTheHookGoesToTheErrorHookAndHidesNothing();
    void theEndOfTheClockAbandonsIt();
    void worksWithoutATimeout();
    void anOperationCanBeStartedAgain();
    void anErrorBetweenTheStopAndTheGoodbyeGoesToTheErrorHook();
};

void AbandonableTest::workInTimeGivesItsValueAndNoHookRuns()
{
    VirtualClock clock;
    int aborted = 0;
    const int value = clock.run([&]() -> QCoro::Task<int> {
        co_return co_await withTimeout(abandonable(deafValueAfter(100ms, 7), [&] { ++aborted; }), 1s);
    });
    QCOMPARE(value, 7);
    QCOMPARE(aborted, 0);
    QCOMPARE(clock.now(), 100ms);
    QVERIFY(!clock.next());
}

void AbandonableTest::anErrorInTimePassesUnchanged()
{
    VirtualClock clock;
    const ReportedErrors reported;
    QCOMPARE(thrownBy([&] { clock.run([] { return withTimeout(abandonable(deafFailAfter(100ms, "bad")), 1s); }); }),
             "runtime_error: bad");
    QVERIFY(reported.texts().isEmpty());
}

void AbandonableTest::atTheDeadlineTheHookRunsAndTheCallerGoesOn()
{
    VirtualClock clock;
    std::optional<std::chrono::nanoseconds> aborted;
    QCOMPARE(thrownBy([&] {
        clock.run([&] { return withTimeout(abandonable(deafValueAfter(1h, 7), [&] { aborted = clock.now(); }), 50ms); });
    }), "TimeoutError: timed out after 50 ms");
    QVERIFY(aborted);
    QCOMPARE(*aborted, 50ms);
    QCOMPARE(clock.now(), 50ms);
}

void AbandonableTest::endingAtTheInstantOfTheDeadlineIsInTime()
{
    VirtualClock clock;
    QCOMPARE(clock.run([] { return withTimeout(abandonable(deafValueAfter(50ms, 7)), 50ms); }), 7);
}

void AbandonableTest::theWorkIsKeptUntilItEnds()
{
    VirtualClock clock;
    auto owned = std::make_shared<int>(5);
    const std::weak_ptr<int> alive = owned;
    int seen = 0;
    const auto work = [owned, &seen]() -> QCoro::Task<> { // Its capture lives in the callable, which is kept too.
        co_await sleepFor(200ms);
        seen = *owned;
    };
    {
        auto kept = work;
        owned.reset();
        QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(abandonable(kept), 50ms); }); }), "TimeoutError: timed out after 50 ms");
    }
    const auto before = alive.use_count();
    clock.run();
    QCOMPARE(seen, 5);
    QCOMPARE(clock.now(), 200ms);
    QCOMPARE(alive.use_count(), before - 1); // Only the test's own callable is left.
}

void AbandonableTest::aLateValueIsDestroyed()
{
    VirtualClock clock;
    std::weak_ptr<int> late;
    const auto make = [&]() -> QCoro::Task<std::shared_ptr<int>> {
        co_await sleepFor(200ms);
        auto value = std::make_shared<int>(1);
        late = value;
        co_return value;
    };
    thrownBy([&] { clock.run([&] { return withTimeout(abandonable(make), 50ms); }); });
    clock.run();
    QCOMPARE(clock.now(), 200ms);
    QVERIFY(late.expired());
}

void AbandonableTest::aLateErrorGoesToTheErrorHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    thrownBy([&] { clock.run([] { return withTimeout(abandonable(deafFailAfter(200ms, "late")), 50ms); }); });
    QVERIFY(reported.texts().isEmpty());
    clock.run();
    QCOMPARE(reported.texts(), (QByteArrayList{"abandonable 0: runtime_error: late"}));
}

void AbandonableTest::aLateCancelledDoesNot()
{
    VirtualClock clock;
    const ReportedErrors reported;
    const auto giveUpLate = []() -> QCoro::Task<> {
        co_await sleepFor(200ms);
        throw Cancelled();
    };
    thrownBy([&] { clock.run([&] { return withTimeout(abandonable(giveUpLate), 50ms); }); });
    clock.run();
    QVERIFY(reported.texts().isEmpty());
}

void AbandonableTest::anOperationWithATokenIsStoppedToo()
{
    VirtualClock clock;
    std::optional<std::chrono::nanoseconds> ended;
    const auto watch = [&](std::stop_token token) -> QCoro::Task<> {
        try {
            co_await sleepFor(1h, token);
        } catch (const Cancelled &) {
        }
        co_await sleepFor(30ms); // Nobody waits for this.
        ended = clock.now();
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(abandonable(watch), 50ms); }); }), "TimeoutError: timed out after 50 ms");
    QCOMPARE(clock.now(), 50ms);
    clock.run();
    QCOMPARE(*ended, 80ms);
}

void AbandonableTest::theOperationLearnsWhyItIsStopped()
{
    VirtualClock clock;
    std::optional<StopCause> cause;
    const auto watch = [&](std::stop_token token) -> QCoro::Task<> {
        try {
            co_await sleepFor(1h, token);
        } catch (const Cancelled &cancelled) {
            cause = cancelled.cause();
        }
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(abandonable(watch), 50ms); }); }), "TimeoutError: timed out after 50 ms");
    clock.run();
    QVERIFY(cause && cause->reason == StopReason::Deadline);
    cause.reset();
    QCOMPARE(thrownBy([&] { clock.run([&] { return gather(abandonable(watch), call(support::failAfter, 50ms, "bad")); }); }),
             "runtime_error: bad");
    clock.run();
    QVERIFY(cause && cause->reason == StopReason::SiblingFailed);
}

void AbandonableTest::aTokenStoppedBeforehandAbandonsAtOnce()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    int aborted = 0;
    QCOMPARE(thrownBy([&] {
        clock.run([&] { return withTimeout(abandonable(deafValueAfter(1s, 7), [&] { ++aborted; }), 1h, stop.get_token()); });
    }), "Cancelled: cancelled");
    QCOMPARE(aborted, 1);
    QCOMPARE(clock.now(), 0s);
}

void AbandonableTest::aTaskThatHasEndedGivesItsValueEvenWhenStopped()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    auto ended = deafValueAfter(10ms, 7);
    clock.run();
    QCOMPARE(clock.run([&] { return withTimeout(abandonable(std::move(ended)), 1h, stop.get_token()); }), 7);
}

void AbandonableTest::gatherDoesNotWaitForIt()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([&] {
        clock.run([] { return gather(abandonable(deafValueAfter(1h, 1)), call(support::failAfter, 50ms, "bad")); });
    }), "runtime_error: bad");
    QCOMPARE(clock.now(), 50ms);
}

void AbandonableTest::theHookMayEndTheWork()
{
    // As reply->abort() does: the reply finishes from within.
    VirtualClock clock;
    const ReportedErrors reported;
    Event aborted;
    const auto download = [&]() -> QCoro::Task<int> {
        co_await aborted.wait();
        throw std::runtime_error("aborted");
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(abandonable(download, [&] { aborted.set(); }), 50ms); }); }),
             "TimeoutError: timed out after 50 ms");
    clock.run();
    QCOMPARE(reported.texts(), (QByteArrayList{"abandonable 0: runtime_error: aborted"}));
}

void AbandonableTest::theEndOfTheClockAbandonsIt()
{
    auto clock = std::make_unique<VirtualClock>();
    int aborted = 0;
    QByteArray thrown;
    const auto wait = [&]() -> QCoro::Task<> {
        try {
            co_await withTimeout(abandonable(deafValueAfter(1s, 1), [&] { ++aborted; }), 1h);
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    const auto waiting = wait();
    clock.reset();
    QCOMPARE(thrown, "Cancelled: cancelled: its clock has ended");
    QCOMPARE(aborted, 1);
}

void AbandonableTest::worksWithoutATimeout()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto stopping = support::stopAfter(20ms, stop);
    QCOMPARE(thrownBy([&] { clock.run(abandonable(deafValueAfter(1h, 1))(stop.get_token())); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 20ms);
}

void AbandonableTest::anOperationCanBeStartedAgain()
{
    VirtualClock clock;
    int aborted = 0;
    const auto text = std::make_shared<int>(7);
    const auto hang = [text]() -> QCoro::Task<int> { return deafValueAfter(1h, *text); };
    auto work = abandonable(hang, [&] { ++aborted; });
    for (int i = 1; i <= 3; ++i) {
        QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(work, 50ms); }); }), "TimeoutError: timed out after 50 ms");
        QCOMPARE(aborted, i);
    }
    const auto once = [&](std::stop_token token) { return work(token); };
    const auto timed = [&](std::stop_token token) { return withTimeout(once, 50ms, token); };
    thrownBy([&] { clock.run([&] { return retry(timed, {.attempts = 2, .base = 0ms}); }); });
    QCOMPARE(aborted, 5);
}

void AbandonableTest::anErrorBetweenTheStopAndTheGoodbyeGoesToTheErrorHook()
{
    // The work is resumed just before the one who has been told to give up on it.
    VirtualClock clock;
    const ReportedErrors reported;
    Event both;
    std::stop_source stop;
    const auto work = [&]() -> QCoro::Task<> {
        co_await both.wait();
        throw std::runtime_error("just now");
    };
    const auto waiting = [&]() -> QCoro::Task<> { co_await gather(stop.get_token(), abandonable(work)); };
    const auto stopping = [&]() -> QCoro::Task<> {
        co_await sleepFor(10ms);
        both.set();
        stop.request_stop();
    };
    const auto running = stopping();
    QCOMPARE(thrownBy([&] { clock.run(waiting); }), "Cancelled: cancelled");
    QCOMPARE(reported.texts(), (QByteArrayList{"abandonable 0: runtime_error: just now"}));
}

void AbandonableTest::anErrorOfTheHookGoesToTheErrorHookAndHidesNothing()
{
    VirtualClock clock;
    const ReportedErrors reported;
    const auto badHook = [] { throw std::runtime_error("no line to hang up"); };
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(abandonable(deafValueAfter(1h, 7), badHook), 50ms); }); }),
             "TimeoutError: timed out after 50 ms");
    QCOMPARE(reported.texts(), QByteArrayList{"abandonable 0: runtime_error: no line to hang up"});

    std::stop_source stop;
    const auto stopping = support::stopAfter(100ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return gather(stop.get_token(), abandonable(deafValueAfter(1h, 7), badHook)); }); }),
             "Cancelled: cancelled");
    QCOMPARE(reported.texts().size(), 2);
    QCOMPARE(reported.texts().back(), "abandonable 0: runtime_error: no line to hang up");
}

QTEST_GUILESS_MAIN(AbandonableTest)
#include "abandonable_test.moc"
