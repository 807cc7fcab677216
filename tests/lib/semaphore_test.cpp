// SPDX-License-Identifier: MIT
#include <asyncade/semaphore.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/stack_watch.h"
#include "support/thrown.h"

#include <QTest>

#include <optional>
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

class SemaphoreTest : public QObject {
    Q_OBJECT

private slots:
    void aFreePermitIsTakenAtOnce();
    void atMostSoManyAtATime();
    void firstComeFirstServed();
    void refusesALimitBelowOne();
    void tryAcquireTakesOnlyWhatIsFree();
    void nothingIsReservedBeforeItIsAwaited();
    void aPermitIsGivenBackOnce();
    void assigningAPermitGivesTheOldOneBack();
    void releaseResumesNobodyFromWithin();
    void aPermitThatWasHandedOverCannotBeSnatched();
    void aHigherLimitLetsThoseWhoWaitGoOnAtOnce();
    void aLowerLimitTakesNoPermitAway();
    void whoeverWaitsIsResumedOnItsOwnClock();
    void releasing100000WaitersDoesNotGrowTheStack();
};

void SemaphoreTest::aFreePermitIsTakenAtOnce()
{
    VirtualClock clock;
    Semaphore semaphore(1);
    Log log;
    const auto holding = hold(semaphore, 1s, 1, log);
    QCOMPARE(log, (Log{1}));
    QCOMPARE(semaphore.available(), 0);
    QCOMPARE(semaphore.limit(), 1);
    clock.run();
    QCOMPARE(semaphore.available(), 1);
}

void SemaphoreTest::atMostSoManyAtATime()
{
    VirtualClock clock;
    Semaphore semaphore(3);
    Log log;
    for (int id = 1; id <= 8; ++id)
        hold(semaphore, 100ms, id, log);
    QCOMPARE(log.size(), std::size_t(3));
    QCOMPARE(semaphore.waiting(), std::size_t(5));
    clock.runUntil(100ms);
    QCOMPARE(log.size(), std::size_t(6));
    QCOMPARE(semaphore.waiting(), std::size_t(2));
    clock.run();
    QCOMPARE(log.size(), std::size_t(8));
    QCOMPARE(clock.now(), 300ms);
    QCOMPARE(semaphore.available(), 3);
}

void SemaphoreTest::firstComeFirstServed()
{
    VirtualClock clock;
    Semaphore semaphore(2);
    Log log;
    for (int id = 1; id <= 6; ++id)
        hold(semaphore, std::chrono::milliseconds(60 - 10 * id), id, log);
    clock.run();
    QCOMPARE(log, (Log{1, 2, 3, 4, 5, 6}));
}

void SemaphoreTest::refusesALimitBelowOne()
{
    QCOMPARE(thrownBy([] { Semaphore semaphore(0); }), "invalid_argument: Semaphore: expected a limit of at least 1, got 0");
    Semaphore semaphore(2);
    QCOMPARE(thrownBy([&] { semaphore.setLimit(-3); }), "invalid_argument: Semaphore: expected a limit of at least 1, got -3");
    QCOMPARE(semaphore.limit(), 2);
}

void SemaphoreTest::tryAcquireTakesOnlyWhatIsFree()
{
    Semaphore semaphore(2);
    std::optional<Permit> first = semaphore.tryAcquire(), second = semaphore.tryAcquire();
    QVERIFY(first && *first && second && *second);
    QVERIFY(!semaphore.tryAcquire());
    first.reset();
    QVERIFY(semaphore.tryAcquire());
    QCOMPARE(semaphore.available(), 1);
}

void SemaphoreTest::nothingIsReservedBeforeItIsAwaited()
{
    VirtualClock clock;
    Semaphore semaphore(1);
    const Semaphore::Acquire acquire = semaphore.acquire();
    QCOMPARE(semaphore.available(), 1);
    clock.run([&]() -> QCoro::Task<> {
        const Permit permit = co_await acquire;
        co_await sleepFor(permit ? 10ms : 20ms);
    });
    QCOMPARE(clock.now(), 10ms);
    QCOMPARE(semaphore.available(), 1);
}

void SemaphoreTest::aPermitIsGivenBackOnce()
{
    Semaphore semaphore(1);
    Permit none;
    QVERIFY(!none);
    none.release();
    Permit permit = *semaphore.tryAcquire();
    Permit moved = std::move(permit);
    QVERIFY(moved);
    permit.release(); // NOLINT: a permit that was moved away holds nothing
    QCOMPARE(semaphore.available(), 0);
    moved.release();
    moved.release();
    QVERIFY(!moved);
    QCOMPARE(semaphore.available(), 1);
}

void SemaphoreTest::assigningAPermitGivesTheOldOneBack()
{
    Semaphore semaphore(2), other(1);
    Permit permit = *semaphore.tryAcquire();
    permit = *other.tryAcquire();
    QCOMPARE(semaphore.available(), 2);
    QCOMPARE(other.available(), 0);
    Permit &same = permit;
    permit = std::move(same);
    QVERIFY(permit);
    QCOMPARE(other.available(), 0);
}

void SemaphoreTest::releaseResumesNobodyFromWithin()
{
    VirtualClock clock;
    Semaphore semaphore(1);
    Log log;
    Permit permit = *semaphore.tryAcquire();
    const auto holding = hold(semaphore, 0s, 1, log);
    permit.release();
    QVERIFY(log.empty());
    clock.run();
    QCOMPARE(log, (Log{1}));
}

void SemaphoreTest::aPermitThatWasHandedOverCannotBeSnatched()
{
    VirtualClock clock;
    Semaphore semaphore(1);
    Log log;
    Permit permit = *semaphore.tryAcquire();
    const auto waiting = hold(semaphore, 100ms, 1, log);
    permit.release(); // It belongs to the one who waits from here on.
    QVERIFY(!semaphore.tryAcquire());
    const auto late = hold(semaphore, 0s, 2, log);
    QVERIFY(log.empty());
    clock.runUntil(100ms);
    QCOMPARE(log, (Log{1, 2}));
}

void SemaphoreTest::aHigherLimitLetsThoseWhoWaitGoOnAtOnce()
{
    VirtualClock clock;
    Semaphore semaphore(1);
    Log log;
    for (int id = 1; id <= 5; ++id)
        hold(semaphore, 100ms, id, log);
    clock.runUntil(50ms);
    semaphore.setLimit(3);
    QCOMPARE(log, (Log{1}));
    clock.runUntil(50ms);
    QCOMPARE(log, (Log{1, 2, 3}));
    clock.run();
    QCOMPARE(log, (Log{1, 2, 3, 4, 5}));
    QCOMPARE(clock.now(), 250ms);
}

void SemaphoreTest::aLowerLimitTakesNoPermitAway()
{
    VirtualClock clock;
    Semaphore semaphore(3);
    Log log;
    for (int id = 1; id <= 5; ++id)
        hold(semaphore, std::chrono::milliseconds(100 * id), id, log);
    semaphore.setLimit(1);
    QCOMPARE(semaphore.available(), 0);
    clock.runUntil(200ms); // Two permits came back, the third is still out.
    QCOMPARE(log, (Log{1, 2, 3}));
    clock.runUntil(300ms);
    QCOMPARE(log, (Log{1, 2, 3, 4}));
    clock.run();
    QCOMPARE(clock.now(), 1200ms);
    QCOMPARE(semaphore.available(), 1);
}

void SemaphoreTest::whoeverWaitsIsResumedOnItsOwnClock()
{
    VirtualClock first;
    Semaphore semaphore(1);
    Permit permit = *semaphore.tryAcquire();
    Log log;
    const auto waiting = hold(semaphore, 0s, 1, log);
    VirtualClock second;
    permit.release();
    second.run();
    QVERIFY(log.empty());
    first.run();
    QCOMPARE(log, (Log{1}));
}

void SemaphoreTest::releasing100000WaitersDoesNotGrowTheStack()
{
    VirtualClock clock;
    Semaphore semaphore(1);
    support::StackWatch stack;
    Permit permit = *semaphore.tryAcquire();
    const auto passOn = [&]() -> QCoro::Task<> {
        const Permit mine = co_await semaphore.acquire();
        stack.look();
    };
    for (int i = 0; i < 100'000; ++i)
        passOn();
    permit.release();
    clock.run();
    QCOMPARE(stack.looks(), std::size_t(100'000));
    QCOMPARE(stack.depth(), std::size_t(0));
}

QTEST_GUILESS_MAIN(SemaphoreTest)
#include "semaphore_test.moc"
