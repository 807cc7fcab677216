// SPDX-License-Identifier: MIT
#include <asyncade/run_blocking.h>

#include <asyncade/call.h>
#include <asyncade/event.h>
#include <asyncade/system_clock.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QCoreApplication>
#include <QTest>
#include <QTimer>

#include <memory>
#include <thread>

using namespace asyncade;
using namespace std::chrono_literals;
using support::deafFailAfter;
using support::deafValueAfter;
using support::thrownBy;

namespace {

constexpr const char *insideCoroutine =
    "logic_error: asyncade: blocking inside a coroutine would freeze everybody else on this thread: co_await the work instead";

} // namespace

class RunBlockingTest : public QObject {
    Q_OBJECT

private slots:
    void returnsTheValue();
    void rethrowsTheError();
    void runsVoidWork();
    void waitsForATaskThatRunsAlready();
    void takesATaskThatHasEnded();
    void takesPlainFunctions();
    void movesValuesThatCannotBeCopied();
    void waitsInRealTime();
    void othersGoOnMeanwhile();
    void qtEventsGoOnMeanwhile();
    void mayBeCalledFromASlot();
    void quitDoesNotCutItShort();
    void runsTheVirtualClockThatLivesOnThisThread();
    void namesTheWaitsWhenTheVirtualClockStalls();
    void throwsInsideACoroutine();
    void throwsInsideACoroutineThatWasResumed();
    void runsOnAThreadWithoutAnEventLoop();
};

void RunBlockingTest::returnsTheValue() { QCOMPARE(runBlocking(call(deafValueAfter, 1ms, 7)), 7); }

void RunBlockingTest::rethrowsTheError()
{
    QCOMPARE(thrownBy([] { runBlocking(call(deafFailAfter, 1ms, "bad")); }), "runtime_error: bad");
    QCOMPARE(thrownBy([] { runBlocking(call(deafFailAfter, 0ms, "at once")); }), "runtime_error: at once");
    QCOMPARE(thrownBy([] { runBlocking([]() -> int { throw std::runtime_error("no coroutine"); }); }), "runtime_error: no coroutine");
}

void RunBlockingTest::runsVoidWork()
{
    bool ran = false;
    runBlocking([&]() -> QCoro::Task<> {
        co_await yield();
        ran = true;
    });
    QVERIFY(ran);
}

void RunBlockingTest::waitsForATaskThatRunsAlready()
{
    auto task = deafValueAfter(1ms, 7);
    QCOMPARE(runBlocking(std::move(task)), 7);
    auto failing = deafFailAfter(1ms, "bad");
    QCOMPARE(thrownBy([&] { runBlocking(std::move(failing)); }), "runtime_error: bad");
}

void RunBlockingTest::takesATaskThatHasEnded()
{
    auto task = []() -> QCoro::Task<int> { co_return 7; }();
    QCOMPARE(runBlocking(std::move(task)), 7);
}

void RunBlockingTest::takesPlainFunctions() { QCOMPARE(runBlocking([] { return 7; }), 7); }

void RunBlockingTest::movesValuesThatCannotBeCopied()
{
    const auto make = []() -> QCoro::Task<std::unique_ptr<int>> {
        co_await yield();
        co_return std::make_unique<int>(7);
    };
    QCOMPARE(*runBlocking(make), 7);
}

void RunBlockingTest::waitsInRealTime()
{
    const auto start = SystemClock::instance().now();
    runBlocking(call(deafValueAfter, 20ms, 1));
    QVERIFY(SystemClock::instance().now() - start >= 20ms);
}

void RunBlockingTest::othersGoOnMeanwhile()
{
    int steps = 0;
    const auto count = [&]() -> QCoro::Task<> {
        for (; steps < 100; ++steps)
            co_await yield();
    };
    const auto counting = count();
    runBlocking(call(deafValueAfter, 20ms, 1));
    QCOMPARE(steps, 100);
}

void RunBlockingTest::qtEventsGoOnMeanwhile()
{
    Event event;
    QTimer::singleShot(0, this, [&] { event.set(); });
    runBlocking([&]() -> QCoro::Task<> { co_await event.wait(); });
    QVERIFY(event.isSet());
}

void RunBlockingTest::mayBeCalledFromASlot()
{
    int inner = 0;
    Event done;
    QTimer::singleShot(0, this, [&] {
        inner = runBlocking(call(deafValueAfter, 1ms, 7));
        done.set();
    });
    runBlocking([&]() -> QCoro::Task<> { co_await done.wait(); });
    QCOMPARE(inner, 7);
}

void RunBlockingTest::quitDoesNotCutItShort()
{
    QTimer::singleShot(0, this, [] { QCoreApplication::quit(); });
    QCOMPARE(runBlocking(call(deafValueAfter, 10ms, 7)), 7);
}

void RunBlockingTest::runsTheVirtualClockThatLivesOnThisThread()
{
    VirtualClock clock;
    QCOMPARE(runBlocking(call(deafValueAfter, 24h, 7)), 7);
    QCOMPARE(clock.now(), 24h);
    auto task = deafValueAfter(1h, 8);
    QCOMPARE(runBlocking(std::move(task)), 8);
    QCOMPARE(clock.now(), 25h);
}

void RunBlockingTest::namesTheWaitsWhenTheVirtualClockStalls()
{
    VirtualClock clock;
    Event never("never");
    const auto wait = [&](std::stop_token token) -> QCoro::Task<> { co_await never.wait(token); };
    QCOMPARE(thrownBy([&] { runBlocking(wait); }),
             "Stalled: nothing can happen any more and the operation has not ended; it waits for the event \"never\"");
}

void RunBlockingTest::throwsInsideACoroutine()
{
    QByteArray thrown;
    runBlocking([&]() -> QCoro::Task<> {
        thrown = thrownBy([] { runBlocking(call(deafValueAfter, 1ms, 7)); });
        co_return;
    });
    QCOMPARE(thrown, insideCoroutine);
}

void RunBlockingTest::throwsInsideACoroutineThatWasResumed()
{
    QByteArray thrown, thrownForTask;
    runBlocking([&]() -> QCoro::Task<> {
        co_await sleepFor(1ms);
        thrown = thrownBy([] { runBlocking(call(deafValueAfter, 1ms, 7)); });
        thrownForTask = thrownBy([] { runBlocking(deafValueAfter(1ms, 7)); });
    });
    QCOMPARE(thrown, insideCoroutine);
    QCOMPARE(thrownForTask, insideCoroutine);
}

void RunBlockingTest::runsOnAThreadWithoutAnEventLoop()
{
    int value = 0;
    QByteArray thrown;
    std::thread([&] {
        value = runBlocking(call(deafValueAfter, 1ms, 7));
        thrown = thrownBy([] { runBlocking(call(deafFailAfter, 1ms, "bad")); });
    }).join();
    QCOMPARE(value, 7);
    QCOMPARE(thrown, "runtime_error: bad");
}

QTEST_GUILESS_MAIN(RunBlockingTest)
#include "run_blocking_test.moc"
