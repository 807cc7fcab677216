// SPDX-License-Identifier: MIT
#include <asyncade/system_clock.h>

#include <asyncade/call.h>
#include <asyncade/event.h>
#include <asyncade/run_blocking.h>
#include <asyncade/semaphore.h>
#include <asyncade/sleep.h>
#include <asyncade/timeout.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <optional>
#include <thread>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

// The few tests that sleep in real time. They assert order and "not early", never "not late".
class SystemClockTest : public QObject {
    Q_OBJECT

private slots:
    void isTheDefault();
    void neverWakesEarly();
    void wakesInOrder();
    void keepsNanosecondsApart();
    void aNearerSleeperRearmsTheTimer();
    void othersGoOnDuringANestedEventLoop();
    void aLoopOfYieldsDoesNotBlockTheEventLoop();
    void aSleepBegunWithoutADispatcherWakes();
    void aStopRequestFromAnotherThreadArrives();
    void resumesNobodyFromWithinRelease();
    void sleepsOfAMonthDoNotOverflow();
    void aSystemWaiterIsNotResumedByAVirtualClock();
    void sleepersAreCancelledAtTheEndOfTheirThread();
    void knowsWhatIsNext();
    void tellsOfEachTimerWhenItWasDue();
    void tellsOfADeadlineAndOfNoSleepThatWasStopped();
    void tellsNobodyOnceTheHookIsGone();
};

namespace {

struct WakeUp {
    std::chrono::nanoseconds due, now;
};

/// Writes down the wake-ups of the thread's clock while it lives.
class WakeUps {
public:
    WakeUps()
    {
        SystemClock::instance().setWakeUpHook([this](std::chrono::nanoseconds due, std::chrono::nanoseconds now) { list.push_back({due, now}); });
    }
    ~WakeUps() { SystemClock::instance().setWakeUpHook({}); }
    std::vector<WakeUp> list;
};

} // namespace

void SystemClockTest::isTheDefault()
{
    QCOMPARE(&Clock::current(), static_cast<Clock *>(&SystemClock::instance()));
    {
        VirtualClock clock;
        QCOMPARE(&Clock::current(), static_cast<Clock *>(&clock));
    }
    QCOMPARE(&Clock::current(), static_cast<Clock *>(&SystemClock::instance()));
}

void SystemClockTest::neverWakesEarly()
{
    const auto sleeps = []() -> QCoro::Task<int> {
        int early = 0;
        for (const auto time : {1ns, 900'000ns, 1'000'000ns, 3'500'000ns, 20'000'000ns}) {
            const auto before = Clock::current().now();
            co_await sleepFor(time);
            early += Clock::current().now() < before + time;
        }
        co_return early;
    };
    QCOMPARE(runBlocking(sleeps), 0);
}

void SystemClockTest::wakesInOrder()
{
    std::vector<int> log;
    auto sleeper = [&](std::chrono::milliseconds time, int id) -> QCoro::Task<> {
        co_await sleepFor(time);
        log.push_back(id);
    };
    const auto all = [&]() -> QCoro::Task<> {
        auto a = sleeper(15ms, 3);
        auto b = sleeper(5ms, 1);
        auto c = sleeper(10ms, 2);
        co_await a;
    };
    runBlocking(all);
    QCOMPARE(log, (std::vector<int>{1, 2, 3}));
}

void SystemClockTest::keepsNanosecondsApart()
{
    std::vector<int> log;
    const auto start = Clock::current().now() + 5ms;
    auto sleeper = [&](std::chrono::nanoseconds after, int id) -> QCoro::Task<> {
        co_await sleepUntil(start + after);
        log.push_back(id);
    };
    const auto all = [&]() -> QCoro::Task<> {
        auto a = sleeper(3ns, 3);
        auto b = sleeper(1ns, 1);
        auto c = sleeper(2ns, 2);
        co_await a;
    };
    runBlocking(all);
    QCOMPARE(log, (std::vector<int>{1, 2, 3}));
}

void SystemClockTest::aNearerSleeperRearmsTheTimer()
{
    bool farEnded = false;
    std::stop_source stop;
    auto far = [&]() -> QCoro::Task<> {
        const Sleep sleep = sleepFor(24h, stop.get_token());
        try {
            co_await sleep;
        } catch (const Cancelled &) {
            farEnded = true;
        }
    };
    const auto both = [&]() -> QCoro::Task<> {
        auto waiting = far();
        co_await sleepFor(1ms); // Armed for 24 h already.
        stop.request_stop();
        co_await waiting;
    };
    runBlocking(both);
    QVERIFY(farEnded);
}

void SystemClockTest::othersGoOnDuringANestedEventLoop()
{
    // A modal dialog inside a coroutine: those who were ready together with it, and sleepers, must not freeze.
    std::vector<int> log;
    Event go;
    auto dialog = [&]() -> QCoro::Task<> {
        co_await go.wait();
        QEventLoop loop;
        const std::function<void()> check = [&] { log.size() == 2 ? loop.quit() : QTimer::singleShot(0, &loop, check); };
        check();
        loop.exec();
        log.push_back(3);
    };
    auto other = [&]() -> QCoro::Task<> {
        co_await go.wait();
        log.push_back(1);
        co_await sleepFor(1ms);
        log.push_back(2);
    };
    const auto both = [&]() -> QCoro::Task<> {
        auto a = dialog();
        auto b = other();
        go.set();
        co_await a;
    };
    runBlocking(both);
    QCOMPARE(log, (std::vector<int>{1, 2, 3}));
}

void SystemClockTest::aLoopOfYieldsDoesNotBlockTheEventLoop()
{
    bool timerFired = false;
    QTimer::singleShot(0, this, [&] { timerFired = true; });
    const auto busy = [&]() -> QCoro::Task<> {
        while (!timerFired) // Ends only because Qt's own timer gets its turn.
            co_await yield();
    };
    runBlocking(busy);
    QVERIFY(timerFired);
}

void SystemClockTest::aSleepBegunWithoutADispatcherWakes()
{
    bool woke = false;
    std::jthread([&] {
        auto sleeps = [&]() -> QCoro::Task<> {
            co_await sleepFor(1ms);
            woke = true;
        };
        const auto sleeping = sleeps(); // There is no event dispatcher on this thread yet.
        QEventLoop loop;
        while (!woke)
            loop.processEvents(QEventLoop::WaitForMoreEvents);
    }).join();
    QVERIFY(woke);
}

void SystemClockTest::aStopRequestFromAnotherThreadArrives()
{
    std::stop_source stop;
    std::jthread other([&] {
        std::this_thread::sleep_for(2ms);
        requestStop(stop, {.reason = StopReason::SiblingFailed, .request = 7});
    });
    std::optional<StopCause> cause;
    const auto sleeps = [&]() -> QCoro::Task<> {
        const Sleep sleep = sleepFor(1h, stop.get_token());
        try {
            co_await sleep;
        } catch (const Cancelled &cancelled) {
            cause = cancelled.cause();
        }
    };
    runBlocking(sleeps);
    QVERIFY(cause);
    QCOMPARE(cause->request, 7u);
    QVERIFY(cause->reason == StopReason::SiblingFailed);
}

void SystemClockTest::resumesNobodyFromWithinRelease()
{
    Semaphore one(1);
    bool resumed = false;
    const auto test = [&]() -> QCoro::Task<bool> {
        Permit permit = co_await one.acquire();
        auto waiter = [&]() -> QCoro::Task<> {
            const Permit mine = co_await one.acquire();
            resumed = true;
        };
        auto waiting = waiter();
        permit.release();
        const bool inside = resumed;
        co_await waiting;
        co_return inside;
    };
    QVERIFY(!runBlocking(test));
    QVERIFY(resumed);
}

void SystemClockTest::sleepsOfAMonthDoNotOverflow()
{
    std::stop_source stop;
    bool cancelled = false;
    auto month = [&]() -> QCoro::Task<> {
        const Sleep sleep = sleepFor(24h * 31, stop.get_token());
        try {
            co_await sleep;
        } catch (const Cancelled &) {
            cancelled = true;
        }
    };
    const auto test = [&]() -> QCoro::Task<bool> {
        auto waiting = month();
        co_await sleepFor(2ms);
        const bool wokeAtOnce = cancelled || waiting.isReady();
        stop.request_stop();
        co_await waiting;
        co_return wokeAtOnce;
    };
    QVERIFY(!runBlocking(test));
    QVERIFY(cancelled);
}

void SystemClockTest::aSystemWaiterIsNotResumedByAVirtualClock()
{
    bool woke = false;
    auto sleeps = [&]() -> QCoro::Task<> {
        co_await sleepFor(1ms);
        woke = true;
    };
    const auto sleeping = sleeps();
    {
        VirtualClock clock;
        clock.advance(1h);
        QVERIFY(!woke);
    }
    QTRY_VERIFY(woke);
}

void SystemClockTest::sleepersAreCancelledAtTheEndOfTheirThread()
{
    int cancelled = 0;
    auto sleeps = [&]() -> QCoro::Task<> {
        const Sleep sleep = sleepFor(1h);
        for (int i = 0; i < 2; ++i) { // The second time it throws at once.
            try {
                co_await sleep;
            } catch (const Cancelled &e) {
                cancelled += e.cause().reason == StopReason::ClockEnded;
            }
        }
    };
    std::unique_ptr<QThread> thread(QThread::create([&] { sleeps(); }));
    thread->start();
    thread->wait();
    QCOMPARE(cancelled, 2);
    std::jthread([&] { sleeps(); }).join();
    QCOMPARE(cancelled, 4);
}

void SystemClockTest::knowsWhatIsNext()
{
    SystemClock &clock = SystemClock::instance();
    QCOMPARE(clock.next(), std::nullopt);
    const auto due = clock.now() + 24h;
    std::stop_source stop;
    const auto sleeper = [&]() -> QCoro::Task<> {
        const Sleep sleep = sleepUntil(due, stop.get_token());
        try {
            co_await sleep;
        } catch (const Cancelled &) {
        }
    };
    auto waiting = sleeper();
    QCOMPARE(clock.next(), std::optional(due));
    stop.request_stop();
    QVERIFY(*clock.next() < due); // Somebody is ready.
    const auto end = [&]() -> QCoro::Task<> { co_await waiting; };
    runBlocking(end);
    QCOMPARE(clock.next(), std::nullopt);
}

void SystemClockTest::tellsOfEachTimerWhenItWasDue()
{
    WakeUps wakeUps;
    const auto start = SystemClock::instance().now();
    auto sleeper = [&](std::chrono::nanoseconds until) -> QCoro::Task<> { co_await sleepUntil(until); };
    const auto all = [&]() -> QCoro::Task<> {
        auto a = sleeper(start + 2ms);
        auto b = sleeper(start + 1ms);
        co_await a;
        co_await b;
        co_await yield(); // Asks for no time.
    };
    runBlocking(all);
    QCOMPARE(wakeUps.list.size(), size_t(2));
    QCOMPARE(wakeUps.list[0].due, start + 1ms);
    QCOMPARE(wakeUps.list[1].due, start + 2ms);
    QVERIFY(wakeUps.list[0].now >= wakeUps.list[0].due);
    QVERIFY(wakeUps.list[1].now >= std::max(wakeUps.list[1].due, wakeUps.list[0].now));
}

void SystemClockTest::tellsOfADeadlineAndOfNoSleepThatWasStopped()
{
    WakeUps wakeUps;
    const auto never = [](std::stop_token token) -> QCoro::Task<> {
        const Sleep sleep = sleepFor(24h, token);
        co_await sleep;
    };
    const auto before = SystemClock::instance().now();
    bool late = false;
    const auto timed = [&]() -> QCoro::Task<> {
        auto waiting = withTimeout(never, 1ms);
        try {
            co_await waiting;
        } catch (const TimeoutError &) {
            late = true;
        }
    };
    runBlocking(timed);
    QVERIFY(late);
    QCOMPARE(wakeUps.list.size(), size_t(1));
    QVERIFY(wakeUps.list[0].due >= before + 1ms);
    QVERIFY(wakeUps.list[0].now >= wakeUps.list[0].due);
}

void SystemClockTest::tellsNobodyOnceTheHookIsGone()
{
    int told = 0;
    SystemClock::instance().setWakeUpHook([&](std::chrono::nanoseconds, std::chrono::nanoseconds) { ++told; });
    runBlocking(call(sleepFor, 1us));
    QCOMPARE(told, 1);
    SystemClock::instance().setWakeUpHook({});
    runBlocking(call(sleepFor, 1us));
    QCOMPARE(told, 1);
}

QTEST_GUILESS_MAIN(SystemClockTest)
#include "system_clock_test.moc"
