// SPDX-License-Identifier: MIT
#include <asyncade/stoppable.h>

#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <thread>

using namespace asyncade;
using namespace std::chrono_literals;
using support::deafFailAfter;
using support::deafValueAfter;
using support::ReportedErrors;
using support::thrownBy;

class StoppableTest : public QObject {
    Q_OBJECT

private slots:
    void anUndisturbedTaskGivesItsValue();
    void anErrorPassesUnchanged();
    void stoppingTheTokenRunsTheHookAndGivesCancelled();
    void aTokenStoppedBeforehandGivesCancelledAtOnce();
    void aTaskThatHasEndedGivesItsValueEvenWhenStopped();
    void stoppedAfterItHasEndedGivesTheValue();
    void aTokenThatCannotStopIsFine();
    void theTaskGoesOnAndItsLateErrorIsReported();
    void theErrorCarriesTheCause();
    void aStopRequestMayComeFromAnotherThread();
    void voidTasks();
};

void StoppableTest::anUndisturbedTaskGivesItsValue()
{
    VirtualClock clock;
    std::stop_source stop;
    int abandoned = 0;
    const int value = clock.run([&]() -> QCoro::Task<int> {
        co_return co_await stoppable(deafValueAfter(30ms, 7), stop.get_token(), [&] { ++abandoned; });
    });
    QCOMPARE(value, 7);
    QCOMPARE(abandoned, 0);
    QCOMPARE(clock.now(), 30ms);
}

void StoppableTest::anErrorPassesUnchanged()
{
    VirtualClock clock;
    const ReportedErrors reported;
    std::stop_source stop;
    QCOMPARE(thrownBy([&] { clock.run(stoppable(deafFailAfter(30ms, "bad"), stop.get_token())); }), "runtime_error: bad");
    QVERIFY(reported.texts().isEmpty());
}

void StoppableTest::stoppingTheTokenRunsTheHookAndGivesCancelled()
{
    VirtualClock clock;
    std::stop_source stop;
    int abandoned = 0;
    const auto stopping = support::stopAfter(20ms, stop);
    QCOMPARE(thrownBy([&] { clock.run(stoppable(deafValueAfter(1h, 7), stop.get_token(), [&] { ++abandoned; })); }),
             "Cancelled: cancelled");
    QCOMPARE(abandoned, 1);
    QCOMPARE(clock.now(), 20ms);
}

void StoppableTest::aTokenStoppedBeforehandGivesCancelledAtOnce()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(thrownBy([&] { clock.run(stoppable(deafValueAfter(1h, 7), stop.get_token())); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 0s);
}

void StoppableTest::aTaskThatHasEndedGivesItsValueEvenWhenStopped()
{
    VirtualClock clock;
    std::stop_source stop;
    auto ended = deafValueAfter(10ms, 7);
    clock.run();
    stop.request_stop();
    QCOMPARE(clock.run(stoppable(std::move(ended), stop.get_token())), 7);
}

void StoppableTest::stoppedAfterItHasEndedGivesTheValue()
{
    VirtualClock clock;
    std::stop_source stop;
    int abandoned = 0;
    // The stop comes at the same instant, after the task's end and before the one who waits for it has been resumed.
    auto task = [](std::stop_source &source) -> QCoro::Task<int> {
        co_await sleepFor(20ms);
        const auto stopping = support::stopAfter(0s, source);
        co_return 7;
    }(stop);
    auto waiting = stoppable(std::move(task), stop.get_token(), [&] { ++abandoned; });
    QCOMPARE(clock.run(std::move(waiting)), 7);
    QCOMPARE(abandoned, 0);
    QVERIFY(stop.stop_requested());
}

void StoppableTest::aTokenThatCannotStopIsFine()
{
    VirtualClock clock;
    QCOMPARE(clock.run(stoppable(deafValueAfter(30ms, 7), {})), 7);
}

void StoppableTest::theTaskGoesOnAndItsLateErrorIsReported()
{
    VirtualClock clock;
    const ReportedErrors reported;
    std::stop_source stop;
    stop.request_stop();
    thrownBy([&] { clock.run(stoppable(deafFailAfter(50ms, "late"), stop.get_token())); });
    clock.run();
    QCOMPARE(clock.now(), 50ms);
    QCOMPARE(reported.texts(), (QByteArrayList{"stoppable 0: runtime_error: late"}));
}

void StoppableTest::theErrorCarriesTheCause()
{
    VirtualClock clock;
    std::stop_source stop;
    auto waiting = stoppable(deafValueAfter(1h, 7), stop.get_token());
    requestStop(stop, {.reason = StopReason::OwnerGone});
    QCOMPARE(thrownBy([&] { clock.run(std::move(waiting)); }), "Cancelled: cancelled: its owner, or what it waited on, was destroyed");
}

void StoppableTest::aStopRequestMayComeFromAnotherThread()
{
    VirtualClock clock;
    std::stop_source stop;
    const Clock::OutsideWork outside(clock);
    auto waiting = stoppable(deafValueAfter(1h, 7), stop.get_token());
    const std::jthread stopper([&] { stop.request_stop(); });
    QCOMPARE(thrownBy([&] { clock.run(std::move(waiting)); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 0s);
}

void StoppableTest::voidTasks()
{
    VirtualClock clock;
    auto sleep = []() -> QCoro::Task<> { co_await sleepFor(30ms); };
    clock.run(stoppable(sleep(), {}));
    QCOMPARE(clock.now(), 30ms);
}

QTEST_GUILESS_MAIN(StoppableTest)
#include "stoppable_test.moc"
