// SPDX-License-Identifier: MIT
#include <asyncade/sleep.h>

#include <asyncade/parallel_map.h>
#include <asyncade/timeout.h>
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
using std::chrono::nanoseconds;
using support::thrownBy;

namespace {

QCoro::Task<> sleepThenNote(nanoseconds time, int id, std::vector<int> &log, std::stop_token token = {})
{
    co_await sleepFor(time, token);
    log.push_back(id);
}

/// Counts how often it was cancelled.
QCoro::Task<> sleepThenCount(nanoseconds time, std::stop_token token, int &cancelled)
{
    try {
        co_await sleepFor(time, token);
    } catch (const Cancelled &) {
        ++cancelled;
    }
}

} // namespace

class SleepTest : public QObject {
    Q_OBJECT

private slots:
    void waitsForTheDurationToTheNanosecond_data();
    void waitsForTheDurationToTheNanosecond();
    void sleepUntilWaitsUntilTheTime();
    void sleepUntilAPastTimeOnlyYields();
    void zeroOrLessLetsEverybodyWhoIsReadyGoFirst_data();
    void zeroOrLessLetsEverybodyWhoIsReadyGoFirst();
    void nothingHappensBeforeItIsAwaited();
    void canBeAwaitedAgain();
    void theLongestSleepDoesNotOverflow();
    void aFractionOfASecondIsADurationToo();
    void sleepersOfOneInstantWakeInOrderOfArrival();
    void aTokenStoppedBeforehandCancelsAtOnce();
    void aStopRequestCancelsAtItsInstant();
    void aStopRequestOnOneLeavesTheOthersAsleep();
    void manySleepersObeyOneToken();
    void aSleepThatHasEndedIsNotCancelledAnyMore();
    void theErrorCarriesTheCause();
    void theEndOfTheClockCancels();
    void theEndOfTheClockCancelsThoseWhoSleepInTheOrderInWhichTheyCame();
    void oneWithoutATokenIsASleepWhereverThatIsWanted();
    void canBeHandedOnByName();
    void aStopRequestMayComeFromAnotherThread();
    void aDroppedTaskGoesOnSleeping();
};

void SleepTest::waitsForTheDurationToTheNanosecond_data()
{
    QTest::addColumn<qint64>("duration");
    QTest::newRow("1 ns") << qint64(1);
    QTest::newRow("900 us") << qint64(nanoseconds(900us).count());
    QTest::newRow("250 ms") << qint64(nanoseconds(250ms).count());
    QTest::newRow("30 days") << qint64(nanoseconds(30 * 24h).count());
}

void SleepTest::waitsForTheDurationToTheNanosecond()
{
    QFETCH(const qint64, duration);
    VirtualClock clock;
    clock.run([&]() -> QCoro::Task<> { co_await sleepFor(nanoseconds(duration)); });
    QCOMPARE(clock.now(), nanoseconds(duration));
}

void SleepTest::sleepUntilWaitsUntilTheTime()
{
    VirtualClock clock;
    clock.advance(100ms);
    clock.run([]() -> QCoro::Task<> { co_await sleepUntil(250ms); });
    QCOMPARE(clock.now(), 250ms);
}

void SleepTest::sleepUntilAPastTimeOnlyYields()
{
    VirtualClock clock;
    clock.advance(100ms);
    std::vector<int> log;
    clock.run([&]() -> QCoro::Task<> {
        const auto other = sleepThenNote(0s, 1, log);
        co_await sleepUntil(40ms);
        log.push_back(2);
    });
    QCOMPARE(log, (std::vector{1, 2}));
    QCOMPARE(clock.now(), 100ms);
}

void SleepTest::zeroOrLessLetsEverybodyWhoIsReadyGoFirst_data()
{
    QTest::addColumn<qint64>("duration");
    QTest::newRow("zero") << qint64(0);
    QTest::newRow("negative") << qint64(-5);
    QTest::newRow("most negative") << std::numeric_limits<qint64>::min();
}

void SleepTest::zeroOrLessLetsEverybodyWhoIsReadyGoFirst()
{
    QFETCH(const qint64, duration);
    VirtualClock clock;
    std::vector<int> log;
    clock.run([&]() -> QCoro::Task<> {
        const auto first = sleepThenNote(0s, 1, log);
        const auto second = sleepThenNote(0s, 2, log);
        co_await sleepFor(nanoseconds(duration));
        log.push_back(3);
        const auto third = sleepThenNote(0s, 4, log);
        co_await yield();
        log.push_back(5);
    });
    QCOMPARE(log, (std::vector{1, 2, 3, 4, 5}));
    QCOMPARE(clock.now(), 0ns);
}

void SleepTest::nothingHappensBeforeItIsAwaited()
{
    VirtualClock clock;
    clock.run([&]() -> QCoro::Task<> {
        const Sleep later = sleepFor(100ms);
        co_await sleepFor(50ms);
        co_await later;
    });
    QCOMPARE(clock.now(), 150ms);
}

void SleepTest::canBeAwaitedAgain()
{
    VirtualClock clock;
    clock.run([&]() -> QCoro::Task<> {
        const Sleep once = sleepFor(100ms);
        const Sleep copy = once;
        co_await once;
        co_await once;
        co_await copy;
    });
    QCOMPARE(clock.now(), 300ms);
}

void SleepTest::theLongestSleepDoesNotOverflow()
{
    VirtualClock clock;
    clock.advance(1s);
    std::vector<int> log;
    const auto sleeping = sleepThenNote(nanoseconds::max(), 1, log);
    QCOMPARE(*clock.next(), nanoseconds::max());
    QVERIFY(log.empty());
    std::stop_source stop;
    const auto forEver = [](std::stop_token token) -> QCoro::Task<> { co_await sleepFor(std::chrono::milliseconds::max(), token); };
    const auto until = [](std::stop_token token) -> QCoro::Task<> { co_await sleepUntil(std::chrono::seconds::max(), token); };
    const auto second = forEver(stop.get_token()), third = until(stop.get_token());
    clock.runUntil(1000h);
    QVERIFY(!second.isReady() && !third.isReady());
    stop.request_stop();
    clock.runUntil(1001h);
    QVERIFY(second.isReady() && third.isReady());
}

void SleepTest::aFractionOfASecondIsADurationToo()
{
    VirtualClock clock;
    clock.run([]() -> QCoro::Task<> { co_await sleepFor(std::chrono::duration<double>(1.5)); });
    QCOMPARE(clock.now(), 1500ms);
}

void SleepTest::sleepersOfOneInstantWakeInOrderOfArrival()
{
    VirtualClock clock;
    std::vector<int> log;
    const auto a = sleepThenNote(20ms, 1, log);
    clock.advance(10ms);
    const auto b = sleepThenNote(10ms, 2, log);
    const auto c = sleepThenNote(10ms, 3, log);
    clock.run();
    QCOMPARE(log, (std::vector{1, 2, 3}));
    QCOMPARE(clock.now(), 20ms);
}

void SleepTest::aTokenStoppedBeforehandCancelsAtOnce()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    const auto sleep = [&]() -> QCoro::Task<> { co_await sleepFor(1s, stop.get_token()); };
    const auto sleepToTime = [&]() -> QCoro::Task<> { co_await sleepUntil(1s, stop.get_token()); };
    const auto justYield = [&]() -> QCoro::Task<> { co_await yield(stop.get_token()); };
    QCOMPARE(thrownBy([&] { clock.run(sleep); }), "Cancelled: cancelled");
    QCOMPARE(thrownBy([&] { clock.run(sleepToTime); }), "Cancelled: cancelled");
    QCOMPARE(thrownBy([&] { clock.run(justYield); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 0ns);
    QVERIFY(!clock.next());
}

void SleepTest::aStopRequestCancelsAtItsInstant()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto stopping = support::stopAfter(30ms, stop);
    const auto sleep = [&]() -> QCoro::Task<> { co_await sleepFor(1s, stop.get_token()); };
    QCOMPARE(thrownBy([&] { clock.run(sleep); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 30ms);
    QVERIFY(!clock.next());
}

void SleepTest::aStopRequestOnOneLeavesTheOthersAsleep()
{
    VirtualClock clock;
    std::stop_source stop;
    std::vector<int> log;
    const auto a = sleepThenNote(1s, 1, log);
    const auto b = sleepThenNote(1s, 2, log, stop.get_token());
    const auto c = sleepThenNote(1s, 3, log);
    stop.request_stop();
    clock.run();
    QCOMPARE(log, (std::vector{1, 3}));
    QCOMPARE(clock.now(), 1s);
}

void SleepTest::manySleepersObeyOneToken()
{
    VirtualClock clock;
    std::stop_source stop;
    int cancelled = 0;
    for (int i = 0; i < 1000; ++i)
        sleepThenCount(std::chrono::milliseconds(1 + i % 7), stop.get_token(), cancelled);
    QCOMPARE(cancelled, 0);
    stop.request_stop();
    QCOMPARE(cancelled, 0); // Not from within the request.
    clock.run();
    QCOMPARE(cancelled, 1000);
    QCOMPARE(clock.now(), 0ns);
}

void SleepTest::aSleepThatHasEndedIsNotCancelledAnyMore()
{
    VirtualClock clock;
    std::stop_source stop;
    std::vector<int> log;
    const auto sleeping = sleepThenNote(0s, 1, log, stop.get_token());
    stop.request_stop(); // It is ready, but has not been resumed yet.
    clock.run();
    QCOMPARE(log, (std::vector{1}));
}

void SleepTest::theErrorCarriesTheCause()
{
    VirtualClock clock;
    std::stop_source stop;
    std::optional<StopCause> cause;
    const auto sleep = [&]() -> QCoro::Task<> {
        try {
            co_await sleepFor(1s, stop.get_token());
        } catch (const Cancelled &cancelled) {
            cause = cancelled.cause();
        }
    };
    const auto sleeping = sleep();
    requestStop(stop, {.reason = StopReason::Deadline, .request = 7, .part = {3}});
    clock.run();
    QVERIFY(cause);
    QCOMPARE(cause->reason, StopReason::Deadline);
    QCOMPARE(cause->request, 7u);
    QCOMPARE(cause->part.id, std::uint16_t(3));
}

void SleepTest::theEndOfTheClockCancels()
{
    auto clock = std::make_unique<VirtualClock>();
    QByteArray thrown;
    const auto sleep = [&]() -> QCoro::Task<> {
        try {
            co_await sleepFor(1s);
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    const auto sleeping = sleep();
    clock.reset();
    QCOMPARE(thrown, "Cancelled: cancelled: its clock has ended");
}

void SleepTest::theEndOfTheClockCancelsThoseWhoSleepInTheOrderInWhichTheyCame()
{
    auto clock = std::make_unique<VirtualClock>();
    std::stop_source stop;
    std::vector<int> cancelled;
    const auto sleep = [&](int number, nanoseconds time) -> QCoro::Task<> {
        try {
            if (number % 2 == 0)
                co_await sleepFor(time);
            else
                co_await sleepFor(time, stop.get_token());
        } catch (const Cancelled &) {
            cancelled.push_back(number);
        }
    };
    const auto a = sleep(1, 3s), b = sleep(2, 1s), c = sleep(3, 2s), d = sleep(4, 2s), e = sleep(5, 1s);
    clock.reset();
    QCOMPARE(cancelled, (std::vector{1, 2, 3, 4, 5}));
    QVERIFY(stop.request_stop()); // Nobody is left who obeys it.
}

void SleepTest::oneWithoutATokenIsASleepWhereverThatIsWanted()
{
    VirtualClock clock;
    std::stop_source stop;
    for (const bool obeys : {false, true}) {
        clock.run([&]() -> QCoro::Task<> {
            const Sleep sleep = obeys ? sleepFor(100ms, stop.get_token()) : sleepFor(100ms);
            co_await sleep;
        });
    }
    QCOMPARE(clock.now(), 200ms);
    static_assert(sizeof(BareSleep::Awaiter) * 3 < sizeof(Sleep::Awaiter) * 2);
}

void SleepTest::canBeHandedOnByName()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([&] { clock.run([]() -> QCoro::Task<> { co_await withTimeout(call(sleepFor, 1h), 100ms); }); }),
             "TimeoutError: timed out after 100 ms");
    QCOMPARE(clock.now(), 100ms);
    clock.run([]() -> QCoro::Task<> {
        const std::vector<nanoseconds> times = {100ms, 300ms, 200ms};
        co_await mapParallel(times, sleepFor);
        co_await call(sleepUntil, 500ms)({});
        co_await call(yield)({});
    });
    QCOMPARE(clock.now(), 500ms);
}

void SleepTest::aStopRequestMayComeFromAnotherThread()
{
    VirtualClock clock;
    std::stop_source stop;
    const Clock::OutsideWork outside(clock);
    const std::jthread stopper([&] { stop.request_stop(); });
    const auto sleep = [&]() -> QCoro::Task<> { co_await sleepFor(24h, stop.get_token()); };
    QCOMPARE(thrownBy([&] { clock.run(sleep); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 0ns);
}

void SleepTest::aDroppedTaskGoesOnSleeping()
{
    VirtualClock clock;
    std::vector<int> log;
    {
        const auto dropped = sleepThenNote(1s, 1, log);
    }
    clock.run();
    QCOMPARE(log, (std::vector{1}));
    QCOMPARE(clock.now(), 1s);
}

QTEST_GUILESS_MAIN(SleepTest)
#include "sleep_test.moc"
