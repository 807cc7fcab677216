// SPDX-License-Identifier: MIT
#include <asyncade/virtual_clock.h>

#include <asyncade/event.h>
#include <asyncade/gather.h>
#include <asyncade/sleep.h>
#include <asyncade/timeout.h>

#include "support/chrono_compare.h"
#include "support/reported_errors.h"

#include <QTest>

#include <optional>
#include <thread>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> sleepThenNote(std::chrono::nanoseconds time, int id, std::vector<int> &log)
{
    co_await sleepFor(time);
    log.push_back(id);
}

/// Something that an observer is told when its time has come.
class Told final : public detail::Timer {
public:
    Told(Clock &clock, std::chrono::nanoseconds due, int id, std::vector<int> &log) : m_log(log), m_id(id) { clock.addTold(*this, due); }
    void fire() noexcept override { m_log.push_back(m_id); }

private:
    std::vector<int> &m_log;
    int m_id;
};

QCoro::Task<> sleepFor24Hours() { co_await sleepFor(24h); }

} // namespace

class VirtualClockTest : public QObject {
    Q_OBJECT

private slots:
    void hugeTimesEndAtTheEndOfTime();
    void startsAtZero();
    void jumpsToTheEndOfASleep();
    void isTheThreadsClockWhileItLives();
    void nestsAndUnnests();
    void staysOutOfTheWayWhenAskedTo();
    void resumesInOrderOfDueTimeThenArrival();
    void emptiesTheReadyQueueBeforeTheNextTimer();
    void runWithoutAnOperationRunsUntilIdle();
    void runReturnsWhenItsOperationHasEnded();
    void runRethrows();
    void runUntilStopsAtTheTimeItself();
    void advanceDoesNotGoBeyond();
    void stepDoesOneInstant();
    void nextTellsWhenSomethingHappens();
    void whatIsOnlyToldHappensBeforeAllElseAtItsTime();
    void whatIsOnlyToldIsNothingToGoOnFor();
    void whatIsOnlyToldCanBeTakenBackAndDiesWithTheClock();
    void stalledNamesTheWaits();
    void stalledUnwindsTheOperation();
    void runInsideARunIsALogicError();
    void aStopRequestFromAnotherThreadArrives();
    void doesNotJumpWhileOutsideWorkIsOutstanding();
    void cancelsWaitersWhenItDies();
    void aWaiterIsResumedOnTheClockOnWhichItSuspended();
    void worksOnAnyThread();
    void ordersAHundredThousandSleepers();
    void anErrorAfterStalledGoesToTheErrorHook();
};

void VirtualClockTest::startsAtZero()
{
    VirtualClock clock;
    QCOMPARE(clock.now(), 0ns);
    QVERIFY(!clock.next());
    QVERIFY(!clock.step());
}

void VirtualClockTest::jumpsToTheEndOfASleep()
{
    VirtualClock clock;
    clock.run(sleepFor24Hours);
    QCOMPARE(clock.now(), 24h);
}

void VirtualClockTest::isTheThreadsClockWhileItLives()
{
    VirtualClock clock;
    QCOMPARE(&Clock::current(), static_cast<Clock *>(&clock));
}

void VirtualClockTest::nestsAndUnnests()
{
    VirtualClock outer;
    auto first = std::make_unique<VirtualClock>();
    auto second = std::make_unique<VirtualClock>();
    QCOMPARE(&Clock::current(), static_cast<Clock *>(second.get()));
    first.reset(); // Not in order of nesting.
    QCOMPARE(&Clock::current(), static_cast<Clock *>(second.get()));
    second.reset();
    QCOMPARE(&Clock::current(), static_cast<Clock *>(&outer));
}

void VirtualClockTest::staysOutOfTheWayWhenAskedTo()
{
    VirtualClock outer;
    VirtualClock inner(VirtualClock::Use::OnlyInside);
    QCOMPARE(&Clock::current(), static_cast<Clock *>(&outer));
    Clock *seen = nullptr;
    inner.run([&]() -> QCoro::Task<> {
        co_await sleepFor(1s);
        seen = &Clock::current();
    });
    QCOMPARE(seen, static_cast<Clock *>(&inner));
    QCOMPARE(inner.now(), 1s);
    QCOMPARE(outer.now(), 0s);
    QCOMPARE(&Clock::current(), static_cast<Clock *>(&outer));
}

void VirtualClockTest::resumesInOrderOfDueTimeThenArrival()
{
    VirtualClock clock;
    std::vector<int> log;
    const auto a = sleepThenNote(2s, 1, log);
    const auto b = sleepThenNote(1s, 2, log);
    const auto c = sleepThenNote(2s, 3, log);
    const auto d = sleepThenNote(1s, 4, log);
    clock.run();
    QCOMPARE(log, (std::vector<int>{2, 4, 1, 3}));
}

void VirtualClockTest::emptiesTheReadyQueueBeforeTheNextTimer()
{
    VirtualClock clock;
    std::vector<int> log;
    auto first = [&]() -> QCoro::Task<> {
        co_await sleepFor(1s);
        log.push_back(1);
        co_await yield();
        log.push_back(2);
    };
    const auto a = first();
    const auto b = sleepThenNote(1s, 3, log); // Due at the same instant, behind it.
    clock.run();
    QCOMPARE(log, (std::vector<int>{1, 2, 3}));
}

void VirtualClockTest::runWithoutAnOperationRunsUntilIdle()
{
    VirtualClock clock;
    std::vector<int> log;
    const auto a = sleepThenNote(1s, 1, log);
    const auto b = sleepThenNote(5s, 2, log);
    clock.run();
    QCOMPARE(log, (std::vector<int>{1, 2}));
    QCOMPARE(clock.now(), 5s);
}

void VirtualClockTest::runReturnsWhenItsOperationHasEnded()
{
    VirtualClock clock;
    std::vector<int> log;
    const auto later = sleepThenNote(5s, 2, log);
    const int value = clock.run([]() -> QCoro::Task<int> {
        co_await sleepFor(1s);
        co_return 7;
    });
    QCOMPARE(value, 7);
    QCOMPARE(clock.now(), 1s);
    QVERIFY(log.empty());
    clock.run();
}

void VirtualClockTest::runRethrows()
{
    VirtualClock clock;
    auto fails = []() -> QCoro::Task<> {
        co_await sleepFor(1s);
        throw std::runtime_error("no");
    };
    QVERIFY_EXCEPTION_THROWN(clock.run(fails), std::runtime_error);
    QCOMPARE(clock.now(), 1s);
}

void VirtualClockTest::runUntilStopsAtTheTimeItself()
{
    VirtualClock clock;
    std::vector<int> log;
    const auto a = sleepThenNote(1s, 1, log);
    const auto b = sleepThenNote(1s + 1ns, 2, log);
    clock.runUntil(1s);
    QCOMPARE(log, (std::vector<int>{1}));
    QCOMPARE(clock.now(), 1s);
    clock.runUntil(0s); // Earlier than now: time does not go back.
    QCOMPARE(clock.now(), 1s);
    clock.run();
}

void VirtualClockTest::advanceDoesNotGoBeyond()
{
    VirtualClock clock;
    std::vector<int> log;
    const auto a = sleepThenNote(10ms, 1, log);
    clock.advance(9ms);
    QVERIFY(log.empty());
    clock.advance(1ms);
    QCOMPARE(log, (std::vector<int>{1}));
    QCOMPARE(clock.now(), 10ms);
}

void VirtualClockTest::stepDoesOneInstant()
{
    VirtualClock clock;
    std::vector<int> log;
    const auto a = sleepThenNote(1s, 1, log);
    const auto b = sleepThenNote(1s, 2, log);
    const auto c = sleepThenNote(3s, 3, log);
    QVERIFY(clock.step());
    QCOMPARE(log, (std::vector<int>{1, 2}));
    QCOMPARE(clock.now(), 1s);
    QVERIFY(clock.step());
    QCOMPARE(clock.now(), 3s);
    QVERIFY(!clock.step());
}

void VirtualClockTest::nextTellsWhenSomethingHappens()
{
    VirtualClock clock;
    std::vector<int> log;
    const auto a = sleepThenNote(1s, 1, log);
    QCOMPARE(clock.next().value(), 1s);
    const auto b = sleepThenNote(0s, 2, log);
    QCOMPARE(clock.next().value(), 0s);
    clock.run();
    QVERIFY(!clock.next());
}

void VirtualClockTest::whatIsOnlyToldHappensBeforeAllElseAtItsTime()
{
    VirtualClock clock;
    std::vector<int> log;
    const auto sleeper = sleepThenNote(2s, 1, log);
    const Told late(clock, 2s, 2, log), early(clock, 1s, 3, log);
    QCOMPARE(clock.next().value(), 1s);
    QVERIFY(clock.step());
    QCOMPARE(log, (std::vector<int>{3}));
    QCOMPARE(clock.now(), 1s);
    clock.run();
    QCOMPARE(log, (std::vector<int>{3, 2, 1}));
    QCOMPARE(clock.now(), 2s);
}

void VirtualClockTest::whatIsOnlyToldIsNothingToGoOnFor()
{
    VirtualClock clock;
    std::vector<int> log;
    const Told first(clock, 1s, 1, log), second(clock, 3s, 2, log), third(clock, 5s, 3, log);
    QVERIFY(!clock.next());
    QVERIFY(!clock.step());
    clock.run();
    QCOMPARE(clock.now(), 0s);
    clock.runUntil(2s); // Time goes on without them, and comes to the first.
    QCOMPARE(log, (std::vector<int>{1}));
    QCOMPARE(clock.now(), 2s);
    clock.runUntil(3s);
    QCOMPARE(log, (std::vector<int>{1, 2}));
    clock.run([]() -> QCoro::Task<> { co_await sleepFor(1s); });
    QCOMPARE(clock.now(), 4s);
    QCOMPARE(log, (std::vector<int>{1, 2}));
    QVERIFY(third.armed());
}

void VirtualClockTest::whatIsOnlyToldCanBeTakenBackAndDiesWithTheClock()
{
    std::vector<int> log;
    std::optional<VirtualClock> clock(std::in_place);
    Told taken(*clock, 1s, 1, log);
    const Told other(*clock, 1s, 2, log);
    clock->removeTold(taken);
    clock->removeTold(taken); // Once more does nothing.
    clock->advance(1s);
    QCOMPARE(log, (std::vector<int>{2}));
    const Told last(*clock, 9s, 3, log);
    clock.reset();
    QVERIFY(!last.armed());
    QCOMPARE(log, (std::vector<int>{2}));
}

void VirtualClockTest::stalledNamesTheWaits()
{
    VirtualClock clock;
    Event door("door");
    auto waits = [&](std::stop_token token) -> QCoro::Task<> { co_await door.wait(token); };
    try {
        clock.run(waits);
        QFAIL("expected Stalled");
    } catch (const Stalled &stalled) {
        QVERIFY2(QByteArray(stalled.what()).contains("the event \"door\""), stalled.what());
    }
}

void VirtualClockTest::stalledUnwindsTheOperation()
{
    VirtualClock clock;
    Event never;
    bool unwound = false;
    auto waits = [&](std::stop_token token) -> QCoro::Task<> {
        const auto note = qScopeGuard([&] { unwound = true; });
        co_await never.wait(token);
    };
    QVERIFY_EXCEPTION_THROWN(clock.run(waits), Stalled);
    QVERIFY(unwound);
}

void VirtualClockTest::runInsideARunIsALogicError()
{
    VirtualClock clock;
    auto nested = [&]() -> QCoro::Task<> {
        clock.run(sleepFor24Hours);
        co_return;
    };
    QVERIFY_EXCEPTION_THROWN(clock.run(nested), std::logic_error);
}

void VirtualClockTest::aStopRequestFromAnotherThreadArrives()
{
    VirtualClock clock;
    std::stop_source stop;
    const Clock::OutsideWork outside(clock); // So that the clock waits for the other thread.
    std::jthread other([&] {
        std::this_thread::sleep_for(5ms);
        requestStop(stop, {.reason = StopReason::Deadline});
    });
    auto sleeps = [&]() -> QCoro::Task<StopReason> {
        const Sleep sleep = sleepFor(1h, stop.get_token());
        try {
            co_await sleep;
        } catch (const Cancelled &cancelled) {
            co_return cancelled.cause().reason;
        }
        co_return StopReason::Requested;
    };
    QVERIFY(clock.run(sleeps) == StopReason::Deadline);
    QCOMPARE(clock.now(), 0s);
}

void VirtualClockTest::doesNotJumpWhileOutsideWorkIsOutstanding()
{
    VirtualClock clock;
    std::stop_source stop;
    auto outside = std::make_unique<Clock::OutsideWork>(clock);
    std::vector<int> log;
    const auto sleeper = sleepThenNote(1s, 1, log);
    std::chrono::nanoseconds cameBackAt = -1ns;
    auto waitsForOutside = [&]() -> QCoro::Task<> {
        const Sleep sleep = sleepFor(1h, stop.get_token());
        try {
            co_await sleep;
        } catch (const Cancelled &) {
            outside.reset();
            cameBackAt = clock.now();
        }
    };
    std::jthread other([&] {
        std::this_thread::sleep_for(5ms);
        stop.request_stop();
    });
    clock.run(waitsForOutside);
    QCOMPARE(cameBackAt, 0s); // The sleeper of 1 s was not woken before.
    QVERIFY(log.empty());
    clock.run();
    QCOMPARE(clock.now(), 1s);
}

void VirtualClockTest::cancelsWaitersWhenItDies()
{
    int cancelled = 0;
    Event never;
    auto waits = [&](bool sleeping) -> QCoro::Task<> {
        const Sleep sleep = sleepFor(1h);
        const Event::Waiting waiting = never.wait();
        try {
            if (sleeping)
                co_await sleep;
            else
                co_await waiting;
        } catch (const Cancelled &e) {
            cancelled += e.cause().reason == StopReason::ClockEnded;
        }
        // Later waits throw at once.
        try {
            co_await sleep;
        } catch (const Cancelled &) {
            cancelled += 10;
        }
    };
    auto gathers = [&]() -> QCoro::Task<> {
        try {
            co_await gather([&] { return waits(true); }, [&] { return waits(false); });
        } catch (const Cancelled &) {
        }
        cancelled += 100; // The helper ended after its children.
    };
    {
        VirtualClock clock;
        const auto a = waits(true);
        const auto b = waits(false);
        const auto c = gathers();
    }
    QCOMPARE(cancelled, 144);
    QCOMPARE(never.waiting(), std::size_t(0));
}

void VirtualClockTest::aWaiterIsResumedOnTheClockOnWhichItSuspended()
{
    VirtualClock one(VirtualClock::Use::OnlyInside), two(VirtualClock::Use::OnlyInside);
    Event event;
    Clock *resumedOn = nullptr;
    auto waits = [&]() -> QCoro::Task<> {
        co_await event.wait();
        resumedOn = &Clock::current();
    };
    {
        const ClockScope scope(one);
        const auto waiting = waits();
    }
    two.run([&]() -> QCoro::Task<> {
        event.set();
        co_return;
    });
    two.run();
    QVERIFY(!resumedOn);
    one.run();
    QCOMPARE(resumedOn, static_cast<Clock *>(&one));
}

void VirtualClockTest::worksOnAnyThread()
{
    std::chrono::nanoseconds time{};
    std::jthread([&] {
        VirtualClock clock;
        clock.run(sleepFor24Hours);
        time = clock.now();
    }).join();
    QCOMPARE(time, 24h);
}

void VirtualClockTest::ordersAHundredThousandSleepers()
{
    VirtualClock clock;
    constexpr int count = 100'000;
    std::vector<std::chrono::nanoseconds> wokenAt;
    auto sleeper = [&](std::chrono::nanoseconds time) -> QCoro::Task<> {
        co_await sleepFor(time);
        if (clock.now() == time)
            wokenAt.push_back(time);
    };
    std::uint32_t random = 1;
    for (int i = 0; i < count; ++i) {
        random = random * 1664525u + 1013904223u;
        sleeper(std::chrono::nanoseconds(random >> 4));
    }
    clock.run();
    QCOMPARE(wokenAt.size(), std::size_t(count));
    QVERIFY(std::is_sorted(wokenAt.begin(), wokenAt.end()));
}

void VirtualClockTest::anErrorAfterStalledGoesToTheErrorHook()
{
    VirtualClock clock;
    const support::ReportedErrors reported;
    Event never, later;
    const auto unwinding = [&](std::stop_token token) -> QCoro::Task<> {
        const Event::Waiting waiting = never.wait(token);
        try {
            co_await waiting;
        } catch (const Cancelled &) {
            throw std::runtime_error("while unwinding");
        }
    };
    QVERIFY_EXCEPTION_THROWN(clock.run(unwinding), Stalled);
    QCOMPARE(reported.texts(), (QByteArrayList{"run 0: runtime_error: while unwinding"}));
    const auto deaf = [&]() -> QCoro::Task<> {
        co_await later.wait();
        throw std::runtime_error("at last");
    };
    QVERIFY_EXCEPTION_THROWN(clock.run(deaf), Stalled);
    later.set();
    clock.run();
    QCOMPARE(reported.texts().last(), "run 0: runtime_error: at last");
}

void VirtualClockTest::hugeTimesEndAtTheEndOfTime()
{
    VirtualClock clock;
    clock.advance(1h);
    clock.advance(std::chrono::duration<double>(0.5));
    QCOMPARE(clock.now(), 1h + 500ms);
    const auto sleeper = []() -> QCoro::Task<> { co_await sleepFor(24h * 365); };
    const auto sleeping = sleeper();
    clock.advance(std::chrono::hours::min());
    QCOMPARE(clock.now(), 1h + 500ms);
    clock.advance(std::chrono::seconds::max());
    QVERIFY(sleeping.isReady());
    QCOMPARE(clock.now(), std::chrono::nanoseconds::max());
    clock.advance(1h);
    clock.runUntil(std::chrono::milliseconds::max());
    QCOMPARE(clock.now(), std::chrono::nanoseconds::max());
    const auto later = sleeper();
    clock.advance(0s);
    QVERIFY(later.isReady());
}

QTEST_GUILESS_MAIN(VirtualClockTest)
#include "virtual_clock_test.moc"
