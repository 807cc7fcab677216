// SPDX-License-Identifier: MIT
#include <asyncade/semaphore.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <memory>
#include <optional>
#include <thread>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::thrownBy;

namespace {

using Log = std::vector<int>;

/// Notes `id` when it gets its permit, and −`id` when it is cancelled; holds the permit for `time`.
QCoro::Task<> hold(Semaphore &semaphore, std::chrono::nanoseconds time, int id, Log &log, std::stop_token token = {})
{
    std::optional<Permit> permit;
    try {
        permit = co_await semaphore.acquire(token);
    } catch (const Cancelled &) {
        id = -id;
    }
    log.push_back(id);
    if (permit)
        co_await sleepFor(time);
}

} // namespace

class SemaphoreCancellationTest : public QObject {
    Q_OBJECT

private slots:
    void aTokenStoppedBeforehandTakesNothing();
    void aStopRequestCancelsAtItsInstantAndHoldsNothing();
    void oneThatIsCancelledLeavesTheQueue_data();
    void oneThatIsCancelledLeavesTheQueue();
    void wokenAndThenCancelledPassesItsPermitOn();
    void wokenAndThenCancelledFreesThePermitWhenNobodyElseWaits();
    void aStopRequestAfterTheGrantTakesNothingAway();
    void destroyedWhileSomebodyWaitsCancelsAll();
    void aPermitOutlivesItsSemaphore();
    void oneThatWasWokenKeepsThePermitOfADeadSemaphore();
    void theEndOfTheClockCancels();
    void aStopRequestMayComeFromAnotherThread();
    void stalledNamesIt();
};

void SemaphoreCancellationTest::aTokenStoppedBeforehandTakesNothing()
{
    VirtualClock clock;
    Semaphore semaphore(1);
    std::stop_source stop;
    stop.request_stop();
    Log log;
    const auto holding = hold(semaphore, 1s, 1, log, stop.get_token());
    QCOMPARE(log, (Log{-1}));
    QCOMPARE(semaphore.available(), 1);
}

void SemaphoreCancellationTest::aStopRequestCancelsAtItsInstantAndHoldsNothing()
{
    VirtualClock clock;
    Semaphore semaphore(1);
    std::stop_source stop;
    Log log;
    const auto holding = hold(semaphore, 100ms, 1, log);
    const auto stopping = support::stopAfter(30ms, stop);
    const auto acquire = [&]() -> QCoro::Task<> { const Permit permit = co_await semaphore.acquire(stop.get_token()); };
    QCOMPARE(thrownBy([&] { clock.run(acquire); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 30ms);
    QCOMPARE(semaphore.waiting(), std::size_t(0));
    clock.run();
    QCOMPARE(semaphore.available(), 1);
}

void SemaphoreCancellationTest::oneThatIsCancelledLeavesTheQueue_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("the first") << 1;
    QTest::newRow("one in the middle") << 2;
    QTest::newRow("the last") << 3;
}

void SemaphoreCancellationTest::oneThatIsCancelledLeavesTheQueue()
{
    QFETCH(const int, which);
    VirtualClock clock;
    Semaphore semaphore(1);
    std::vector<std::stop_source> stops(4);
    Permit permit = *semaphore.tryAcquire();
    Log log, expected{-which};
    for (int id = 1; id <= 3; ++id) {
        hold(semaphore, 10ms, id, log, stops[std::size_t(id)].get_token());
        if (id != which)
            expected.push_back(id);
    }
    stops[std::size_t(which)].request_stop();
    QCOMPARE(semaphore.waiting(), std::size_t(2));
    permit.release();
    clock.run();
    QCOMPARE(log, expected);
    QCOMPARE(semaphore.available(), 1);
}

void SemaphoreCancellationTest::wokenAndThenCancelledPassesItsPermitOn()
{
    VirtualClock clock;
    Semaphore semaphore(1);
    std::stop_source stop;
    Log log;
    Permit permit = *semaphore.tryAcquire();
    const auto first = hold(semaphore, 10ms, 1, log, stop.get_token());
    const auto second = hold(semaphore, 10ms, 2, log);
    permit.release();
    stop.request_stop();
    QCOMPARE(semaphore.waiting(), std::size_t(0)); // The second has got it already.
    clock.run();
    QCOMPARE(log, (Log{-1, 2}));
    QCOMPARE(clock.now(), 10ms);
    QCOMPARE(semaphore.available(), 1);
}

void SemaphoreCancellationTest::wokenAndThenCancelledFreesThePermitWhenNobodyElseWaits()
{
    VirtualClock clock;
    Semaphore semaphore(1);
    std::stop_source stop;
    Log log;
    Permit permit = *semaphore.tryAcquire();
    const auto waiting = hold(semaphore, 10ms, 1, log, stop.get_token());
    permit.release();
    QCOMPARE(semaphore.available(), 0);
    stop.request_stop();
    QCOMPARE(semaphore.available(), 1);
    clock.run();
    QCOMPARE(log, (Log{-1}));
    QCOMPARE(semaphore.available(), 1);
}

void SemaphoreCancellationTest::aStopRequestAfterTheGrantTakesNothingAway()
{
    VirtualClock clock;
    Semaphore semaphore(1);
    std::stop_source stop;
    Log log;
    const auto holding = hold(semaphore, 10ms, 1, log, stop.get_token());
    stop.request_stop();
    QCOMPARE(semaphore.available(), 0);
    clock.run();
    QCOMPARE(log, (Log{1}));
    QCOMPARE(clock.now(), 10ms);
}

void SemaphoreCancellationTest::destroyedWhileSomebodyWaitsCancelsAll()
{
    VirtualClock clock;
    std::optional<Semaphore> semaphore(1);
    Log log;
    QByteArray thrown;
    const Permit permit = *semaphore->tryAcquire();
    const auto acquire = [&]() -> QCoro::Task<> {
        try {
            const Permit none = co_await semaphore->acquire();
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    const auto first = hold(*semaphore, 1s, 1, log);
    const auto second = acquire();
    semaphore.reset();
    QVERIFY(log.empty());
    clock.run();
    QCOMPARE(log, (Log{-1}));
    QCOMPARE(thrown, "Cancelled: cancelled: its owner, or what it waited on, was destroyed");
}

void SemaphoreCancellationTest::aPermitOutlivesItsSemaphore()
{
    std::optional<Semaphore> semaphore(1);
    Permit permit = *semaphore->tryAcquire();
    semaphore.reset();
    QVERIFY(permit);
    permit.release();
    QVERIFY(!permit);
}

void SemaphoreCancellationTest::oneThatWasWokenKeepsThePermitOfADeadSemaphore()
{
    VirtualClock clock;
    std::optional<Semaphore> semaphore(1);
    Log log;
    Permit permit = *semaphore->tryAcquire();
    const auto waiting = hold(*semaphore, 10ms, 1, log);
    permit.release();
    semaphore.reset();
    clock.run();
    QCOMPARE(log, (Log{1}));
    QCOMPARE(clock.now(), 10ms);
}

void SemaphoreCancellationTest::theEndOfTheClockCancels()
{
    auto clock = std::make_unique<VirtualClock>();
    Semaphore semaphore(1);
    const Permit permit = *semaphore.tryAcquire();
    Log log;
    const auto waiting = hold(semaphore, 1s, 1, log);
    clock.reset();
    QCOMPARE(log, (Log{-1}));
    QCOMPARE(semaphore.waiting(), std::size_t(0));
}

void SemaphoreCancellationTest::aStopRequestMayComeFromAnotherThread()
{
    VirtualClock clock;
    Semaphore semaphore(1);
    const Permit permit = *semaphore.tryAcquire();
    std::stop_source stop;
    const Clock::OutsideWork outside(clock);
    const auto acquire = [&]() -> QCoro::Task<> { const Permit none = co_await semaphore.acquire(stop.get_token()); };
    const std::jthread stopper([&] { stop.request_stop(); });
    QCOMPARE(thrownBy([&] { clock.run(acquire); }), "Cancelled: cancelled");
    QCOMPARE(semaphore.waiting(), std::size_t(0));
}

void SemaphoreCancellationTest::stalledNamesIt()
{
    VirtualClock clock;
    Semaphore semaphore(1, "api");
    const Permit permit = *semaphore.tryAcquire();
    const auto acquire = [&](std::stop_token token) -> QCoro::Task<> { const Permit none = co_await semaphore.acquire(token); };
    QCOMPARE(thrownBy([&] { clock.run(acquire); }),
             "Stalled: nothing can happen any more and the operation has not ended; it waits for a permit of \"api\"");
}

QTEST_GUILESS_MAIN(SemaphoreCancellationTest)
#include "semaphore_cancellation_test.moc"
