// SPDX-License-Identifier: MIT
// What happens on a thread that has no clock: an executable of its own, as the other tests have a QCoreApplication.
#include <asyncade/asyncade.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

using namespace asyncade;
using namespace std::chrono_literals;
using support::thrownBy;

namespace {

constexpr const char *noClock =
    "logic_error: asyncade: there is no clock to wait on: make a QCoreApplication or a VirtualClock first";

QCoro::Task<int> atOnce(std::stop_token) { co_return 7; }

/// What a task that has ended throws, without a clock.
template <class T>
QByteArray thrownByTask(QCoro::Task<T> task)
{
    return thrownBy([&] { task.operator co_await().await_resume(); });
}

} // namespace

class NoApplicationTest : public QObject {
    Q_OBJECT

private slots:
    void blockingThrows();
    void aSleepThrows();
    void waitingForAPermitThrows();
    void helpersThatNeedAClockThrow();
    void whatNeedsNoClockWorks();
    void aVirtualClockIsEnough();
};

void NoApplicationTest::blockingThrows()
{
    QCOMPARE(thrownBy([] { runBlocking(call(support::deafValueAfter, 1ms, 7)); }), noClock);
    QCOMPARE(thrownBy([] { runBlocking(atOnce); }), noClock);
}

void NoApplicationTest::aSleepThrows()
{
    auto task = support::deafValueAfter(1ms, 7);
    QVERIFY(task.isReady());
    QCOMPARE(thrownByTask(std::move(task)), noClock);
}

void NoApplicationTest::waitingForAPermitThrows()
{
    Semaphore semaphore(1);
    const auto acquire = [&]() -> QCoro::Task<> { const Permit permit = co_await semaphore.acquire(); };
    QCOMPARE(thrownByTask(acquire()), noClock);
    QCOMPARE(semaphore.available(), 1);
}

void NoApplicationTest::helpersThatNeedAClockThrow()
{
    QCOMPARE(thrownByTask(withTimeout(atOnce, 1s)), noClock);
    QCOMPARE(thrownByTask(retry(atOnce, {.within = 1s})), noClock);
    QCOMPARE(thrownByTask(gatherSafe(atOnce)), noClock);
    const auto fail = []() -> int { throw std::runtime_error("bad"); };
    QCOMPARE(thrownByTask(retry(fail)), noClock); // It has nothing to wait on before its second try.
}

void NoApplicationTest::whatNeedsNoClockWorks()
{
    Semaphore semaphore(1);
    QVERIFY(semaphore.tryAcquire());
    auto gathered = gather(atOnce, atOnce);
    QVERIFY(gathered.isReady());
    QCOMPARE(thrownByTask(std::move(gathered)), "nothing");
    QCOMPARE(thrownByTask(retry(atOnce)), "nothing");
}

void NoApplicationTest::aVirtualClockIsEnough()
{
    VirtualClock clock;
    QCOMPARE(runBlocking(call(support::deafValueAfter, 1h, 7)), 7);
    QCOMPARE(clock.now(), 1h);
}

QTEST_APPLESS_MAIN(NoApplicationTest)
#include "no_application_test.moc"
