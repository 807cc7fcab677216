// SPDX-License-Identifier: MIT
#include <asyncade/clock.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"
#include "support/trace_lines.h"

#include <QTest>

#include <optional>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::thrownBy;

/// What belongs to every clock: which one is current, who watches it, and work outside of it.
class ClockTest : public QObject {
    Q_OBJECT

private slots:
    void withoutAClockAndAnApplicationThereIsNone();
    void theClockOfThisThreadIsCurrent();
    void aScopeMakesAClockCurrent();
    void whoeverIsResumedIsOnTheClockItSuspendedOn();
    void outsideWorkIsNumberedOnEachClock();
    void tellsItsObserver();
};

void ClockTest::withoutAClockAndAnApplicationThereIsNone()
{
    QVERIFY(thrownBy([] { Clock::current(); }).startsWith("logic_error: "));
}

void ClockTest::theClockOfThisThreadIsCurrent()
{
    VirtualClock outer;
    QCOMPARE(&Clock::current(), &outer);
    {
        VirtualClock inner;
        QCOMPARE(&Clock::current(), &inner);
    }
    QCOMPARE(&Clock::current(), &outer);
}

void ClockTest::aScopeMakesAClockCurrent()
{
    VirtualClock below, above;
    QCOMPARE(&Clock::current(), &above);
    {
        const ClockScope scope(below);
        QCOMPARE(&Clock::current(), &below);
        const ClockScope again(above);
        QCOMPARE(&Clock::current(), &above);
    }
    QCOMPARE(&Clock::current(), &above);
}

void ClockTest::whoeverIsResumedIsOnTheClockItSuspendedOn()
{
    VirtualClock below;
    std::vector<const Clock *> seen;
    const auto sleeps = [&]() -> QCoro::Task<> {
        seen.push_back(&Clock::current());
        co_await sleepFor(10ms);
        seen.push_back(&Clock::current());
    };
    auto running = sleeps();
    VirtualClock above;
    above.advance(1s); // Not its time.
    QCOMPARE(seen.size(), std::size_t(1));
    below.advance(10ms);
    QCOMPARE(seen, (std::vector<const Clock *>{&below, &below}));
    QCOMPARE(&Clock::current(), &above);
}

void ClockTest::outsideWorkIsNumberedOnEachClock()
{
    VirtualClock one, two;
    std::optional<Clock::OutsideWork> first(std::in_place, one);
    const Clock::OutsideWork second(one), other(two);
    QCOMPARE(first->number(), 1u);
    QCOMPARE(second.number(), 2u);
    QCOMPARE(other.number(), 1u);
    first.reset();
    QCOMPARE(Clock::OutsideWork(one).number(), 3u); // A number is not used again.
}

void ClockTest::tellsItsObserver()
{
    VirtualClock clock;
    QVERIFY(!clock.observer());
    support::TraceLines observer;
    clock.setObserver(&observer);
    QCOMPARE(clock.observer(), static_cast<Observer *>(&observer));
    clock.setObserver(nullptr);
    QVERIFY(!clock.observer());
}

QTEST_APPLESS_MAIN(ClockTest)
#include "clock_test.moc"
