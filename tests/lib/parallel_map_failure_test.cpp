// SPDX-License-Identifier: MIT
#include <asyncade/parallel_map.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/counting_source.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <memory>
#include <optional>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::CountingRange;
using support::ReportedErrors;
using support::thrownBy;
using support::TimedSource;

namespace {

/// Takes 100 ms; a negative item takes its amount in ms and fails with its number.
QCoro::Task<int> obedient(int item, std::stop_token token)
{
    co_await sleepFor(item < 0 ? std::chrono::milliseconds(-item) : 100ms, token);
    if (item < 0)
        throw std::runtime_error("bad " + std::to_string(item));
    co_return item;
}

/// The same without a token.
QCoro::Task<int> deaf(int item) { return obedient(item, {}); }

/// The second item comes at the instant at which the first has failed, whatever the token says.
class LateSource {
public:
    QCoro::Task<std::optional<int>> next(std::stop_token)
    {
        co_await sleepFor(m_given == 0 ? 0ms : 200ms);
        co_return std::optional<int>(m_given++ == 0 ? -50 : 1);
    }

private:
    int m_given = 0;
};

class FailingSource {
public:
    explicit FailingSource(int good) : m_good(good) {}
    QCoro::Task<std::optional<int>> next(std::stop_token token)
    {
        co_await sleepFor(10ms, token);
        if (m_good-- == 0)
            throw std::runtime_error("source broke");
        co_return std::optional<int>(1);
    }

private:
    int m_good;
};

} // namespace

class ParallelMapFailureTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstFailureIsThrownUnchanged_data();
    void theFirstFailureIsThrownUnchanged();
    void afterAFailureNothingMoreIsPulled();
    void afterAFailureThoseWhoWaitForASlotAreNotStarted();
    void anItemThatArrivesAfterAFailureIsNotStarted();
    void callsWithoutATokenAreWaitedFor();
    void laterFailuresGoToTheErrorHook();
    void aFailureAtTheCallStopsTheRest();
    void aSourceThatFailsStopsTheRest();
    void aSourceThatFailsAtOnceThrows();
    void theFailureOfAnItemCountsMoreThanItsSourceBeingStopped();
    void stoppingTheTokenGivesCancelledAtItsInstant_data();
    void stoppingTheTokenGivesCancelledAtItsInstant();
    void stoppingWaitsForCallsThatObeyNoToken();
    void aSlotIsKeptUntilTheWorkEndsWhenTheCallerGivesUp();
    void aTokenStoppedBeforehandPullsNothing();
    void stoppingTheTokenStopsTheSource();
    void theDeathOfTheSemaphoreCancelsWhoWaitsForIt();
    void theEndOfTheClockUnwindsIt();
    void allSlotsAreFreeAfterAFailure();
};

void ParallelMapFailureTest::theFirstFailureIsThrownUnchanged_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("the first") << 0;
    QTest::newRow("the middle one") << 2;
    QTest::newRow("the last") << 4;
}

void ParallelMapFailureTest::theFirstFailureIsThrownUnchanged()
{
    QFETCH(const int, which);
    VirtualClock clock;
    std::vector<int> items(5, 1);
    items[std::size_t(which)] = -30;
    QCOMPARE(thrownBy([&] { clock.run([&] { return mapParallel(items, obedient); }); }), "runtime_error: bad -30");
    QCOMPARE(clock.now(), 30ms);
}

void ParallelMapFailureTest::afterAFailureNothingMoreIsPulled()
{
    VirtualClock clock;
    CountingRange items(100, -20);
    QCOMPARE(thrownBy([&] { clock.run([&] { return mapParallel(items, obedient, {.maxConcurrency = 3}); }); }), "runtime_error: bad -20");
    QCOMPARE(items.pulled(), 3);
    QCOMPARE(clock.now(), 20ms);
}

void ParallelMapFailureTest::afterAFailureThoseWhoWaitForASlotAreNotStarted()
{
    VirtualClock clock;
    int started = 0;
    const auto start = [&](int item, std::stop_token token) {
        ++started;
        return obedient(item, token);
    };
    CountingRange items(100, -20);
    QCOMPARE(thrownBy([&] { clock.run([&] { return mapParallel(items, start, {.maxConcurrency = 3, .pullAhead = true}); }); }),
             "runtime_error: bad -20");
    QCOMPARE(items.pulled(), 100);
    QCOMPARE(started, 3);
    QCOMPARE(clock.now(), 20ms);
}

void ParallelMapFailureTest::anItemThatArrivesAfterAFailureIsNotStarted()
{
    VirtualClock clock;
    std::vector<int> started;
    const auto start = [&](int item) {
        started.push_back(item);
        return deaf(item);
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return mapParallel(LateSource(), start); }); }), "runtime_error: bad -50");
    QCOMPARE(started, std::vector{-50});
    QCOMPARE(clock.now(), 200ms); // The source obeys no token, so it is waited for.
}

void ParallelMapFailureTest::callsWithoutATokenAreWaitedFor()
{
    VirtualClock clock;
    int ended = 0; // Referred to by the calls: it must be there until their end.
    const auto count = [&](int item) -> QCoro::Task<> {
        co_await deaf(item);
        ++ended;
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return mapParallel(std::vector{1, -20, 1}, count); }); }), "runtime_error: bad -20");
    QCOMPARE(ended, 2);
    QCOMPARE(clock.now(), 100ms);
}

void ParallelMapFailureTest::laterFailuresGoToTheErrorHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    QCOMPARE(thrownBy([&] { clock.run([] { return mapParallel(std::vector{-30, 1, -20, -40}, deaf); }); }), "runtime_error: bad -20");
    QCOMPARE(reported.texts(), (QByteArrayList{"mapParallel 0: runtime_error: bad -30", "mapParallel 3: runtime_error: bad -40"}));
}

void ParallelMapFailureTest::aFailureAtTheCallStopsTheRest()
{
    VirtualClock clock;
    int called = 0;
    const auto refuse = [&](int) -> int {
        ++called;
        throw std::runtime_error("no coroutine");
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return mapParallel(std::vector{1, 2, 3}, refuse); }); }), "runtime_error: no coroutine");
    QCOMPARE(called, 1);
}

void ParallelMapFailureTest::aSourceThatFailsStopsTheRest()
{
    VirtualClock clock;
    const ReportedErrors reported;
    QCOMPARE(thrownBy([&] { clock.run([] { return mapParallel(FailingSource(3), obedient); }); }), "runtime_error: source broke");
    QCOMPARE(clock.now(), 40ms);
    QVERIFY(reported.texts().isEmpty());
}

void ParallelMapFailureTest::aSourceThatFailsAtOnceThrows()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([&] { clock.run([] { return mapParallel(FailingSource(0), deaf); }); }), "runtime_error: source broke");
    QCOMPARE(clock.now(), 10ms);
}

void ParallelMapFailureTest::theFailureOfAnItemCountsMoreThanItsSourceBeingStopped()
{
    VirtualClock clock;
    const auto fail = [](int) -> QCoro::Task<> {
        co_await sleepFor(5ms);
        throw std::runtime_error("bad item");
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return mapParallel(TimedSource(3, 30ms), fail); }); }), "runtime_error: bad item");
    QCOMPARE(clock.now(), 35ms); // The source waited for its second item and was stopped.
}

void ParallelMapFailureTest::stoppingTheTokenGivesCancelledAtItsInstant_data()
{
    QTest::addColumn<bool>("pullAhead");
    QTest::newRow("pulled when a slot is free") << false;
    QTest::newRow("pulled ahead") << true;
}

void ParallelMapFailureTest::stoppingTheTokenGivesCancelledAtItsInstant()
{
    QFETCH(const bool, pullAhead);
    VirtualClock clock;
    const ReportedErrors reported;
    std::stop_source stop;
    const auto stopping = support::stopAfter(150ms, stop);
    const ParallelMapOptions options{.maxConcurrency = 2, .pullAhead = pullAhead};
    QCOMPARE(thrownBy([&] { clock.run([&] { return mapParallel(std::vector<int>(9, 1), obedient, options, stop.get_token()); }); }),
             "Cancelled: cancelled");
    QCOMPARE(clock.now(), 150ms);
    QVERIFY(reported.texts().isEmpty());
}

void ParallelMapFailureTest::stoppingWaitsForCallsThatObeyNoToken()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto stopping = support::stopAfter(30ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return mapParallel(std::vector{1, 2, 3}, deaf, {.maxConcurrency = 2}, stop.get_token()); }); }),
             "Cancelled: cancelled");
    QCOMPARE(clock.now(), 100ms);
}

void ParallelMapFailureTest::aSlotIsKeptUntilTheWorkEndsWhenTheCallerGivesUp()
{
    VirtualClock clock;
    Semaphore permits(1);
    std::stop_source stop;
    const auto mapping = mapParallel(std::vector{1, 2}, deaf, permits, {}, stop.get_token());
    stop.request_stop();
    clock.runUntil(99ms);
    QCOMPARE(permits.available(), 0);
    clock.runUntil(100ms);
    QCOMPARE(permits.available(), 1);
    QVERIFY(mapping.isReady());
}

void ParallelMapFailureTest::aTokenStoppedBeforehandPullsNothing()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    CountingRange items(3);
    QCOMPARE(thrownBy([&] { clock.run([&] { return mapParallel(items, obedient, {}, stop.get_token()); }); }), "Cancelled: cancelled");
    QCOMPARE(items.pulled(), 0);
    QCOMPARE(clock.now(), 0s);
}

void ParallelMapFailureTest::stoppingTheTokenStopsTheSource()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto stopping = support::stopAfter(70ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return mapParallel(TimedSource(3, 1h), obedient, {}, stop.get_token()); }); }),
             "Cancelled: cancelled");
    QCOMPARE(clock.now(), 70ms);
}

void ParallelMapFailureTest::theDeathOfTheSemaphoreCancelsWhoWaitsForIt()
{
    VirtualClock clock;
    auto permits = std::make_unique<Semaphore>(1);
    auto mapping = mapParallel(std::vector{1, 2}, deaf, *permits);
    clock.advance(10ms);
    permits.reset();
    QCOMPARE(thrownBy([&] { clock.run(std::move(mapping)); }), "Cancelled: cancelled: its owner, or what it waited on, was destroyed");
    QCOMPARE(clock.now(), 100ms); // The first still works.
}

void ParallelMapFailureTest::theEndOfTheClockUnwindsIt()
{
    auto clock = std::make_unique<VirtualClock>();
    QByteArray thrown;
    const auto map = [&]() -> QCoro::Task<> {
        try {
            co_await mapParallel(std::vector<int>(9, 1), deaf, {.maxConcurrency = 2});
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    const auto mapping = map();
    clock.reset();
    QCOMPARE(thrown, "Cancelled: cancelled: its clock has ended");
}

void ParallelMapFailureTest::allSlotsAreFreeAfterAFailure()
{
    VirtualClock clock;
    Semaphore permits(2);
    QCOMPARE(thrownBy([&] { clock.run([&] { return mapParallel(std::vector{1, -20, 1, 1}, obedient, permits); }); }), "runtime_error: bad -20");
    QCOMPARE(permits.available(), 2);
    QCOMPARE(permits.waiting(), std::size_t(0));
}

QTEST_GUILESS_MAIN(ParallelMapFailureTest)
#include "parallel_map_failure_test.moc"
