// SPDX-License-Identifier: MIT
#include <asyncade/as_completed.h>

#include <asyncade/offload.h>
#include <asyncade/parallel_map.h>
#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/outside_work.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QScopeGuard>
#include <QTest>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;
using support::failAfter;
using support::ReportedErrors;
using support::thrownBy;
using support::valueAfter;

static_assert(AsyncSource<Completions<int>>);
static_assert(!std::is_copy_constructible_v<Completions<int>> && std::is_nothrow_move_constructible_v<Completions<int>>);

namespace {

using Operation = std::function<QCoro::Task<int>(std::stop_token)>;

/// Everything that `results` gives, in words: "2: 30 at 10 ms", until its end or `most` of them.
template <class Results>
QCoro::Task<> collect(Results &results, QByteArrayList &lines, int most = 100)
{
    while (lines.size() < most) {
        const auto done = co_await results.next();
        if (!done)
            break;
        QByteArray line = QByteArray::number(qulonglong(done->index)) + ": ";
        line += done->result ? QByteArray::number(done->result.value()) : support::inWords(done->result.error());
        lines << line + " at " + QByteArray::number(qlonglong(Clock::current().now() / 1ms));
    }
}

/// Tells why it ended.
QCoro::Task<int> watch(QByteArray *why, std::stop_token token)
{
    const Sleep hour = sleepFor(1h, token);
    try {
        co_await hour;
    } catch (...) {
        *why = support::inWords(std::current_exception());
        throw;
    }
    co_return 0;
}

} // namespace

class AsCompletedTest : public QObject {
    Q_OBJECT

private slots:
    void givesResultsInTheOrderOfTheirEnds();
    void noOperationsGiveNothing();
    void atOneInstantInTheOrderInWhichTheyWereResumed();
    void aFailureIsAResultLikeAnyOther();
    void operationsThatEndAtTheCall();
    void resultsAreKeptUntilTheyAreRead();
    void tellsHowManyRemain();
    void tellsWhenEachBeganAndEnded();
    void severalMayWaitFirstComeFirstServed();
    void whoIsGivenAResultAndCancelledPassesItOn();
    void nothingIsLostWhenAWaiterIsStopped();
    void stoppingTheTokenCancelsThoseThatStillRun();
    void destroyingItStopsAndUnwindsTheRest();
    void destroyedWhileSomebodyWaits();
    void destroyedWhileOneIsInOffloadWaitsForTheWork();
    void errorsThatNobodyHasReadGoToTheErrorHook();
    void assigningAnotherStopsTheRest();
    void anAbandonableIsLetGo();
    void valuesOfDifferentTypesComeAsAVariant();
    void voidResults();
    void isASourceForOtherHelpers();
    void theEndOfTheClock();
    void anErrorThatAWaiterWasGivenAndGaveBackToNobodyIsNotLost();
};

void AsCompletedTest::givesResultsInTheOrderOfTheirEnds()
{
    VirtualClock clock;
    QByteArrayList lines;
    const auto all = [&]() -> QCoro::Task<> {
        auto results = asCompleted(call(valueAfter, 30ms, 1), call(valueAfter, 10ms, 2), call(valueAfter, 20ms, 3));
        co_await collect(results, lines);
    };
    clock.run(all);
    QCOMPARE(lines, (QByteArrayList{"1: 2 at 10", "2: 3 at 20", "0: 1 at 30"}));
}

void AsCompletedTest::noOperationsGiveNothing()
{
    VirtualClock clock;
    auto results = asCompleted(std::vector<Operation>());
    QCOMPARE(results.remaining(), std::size_t(0));
    QVERIFY(!clock.run([&]() -> QCoro::Task<bool> { co_return (co_await results.next()).has_value(); }));
}

void AsCompletedTest::atOneInstantInTheOrderInWhichTheyWereResumed()
{
    VirtualClock clock;
    QByteArrayList lines;
    auto results = asCompleted(std::vector<Operation>(3, Operation(call(valueAfter, 10ms, 7))));
    clock.run([&] { return collect(results, lines); });
    QCOMPARE(lines, (QByteArrayList{"0: 7 at 10", "1: 7 at 10", "2: 7 at 10"}));
}

void AsCompletedTest::aFailureIsAResultLikeAnyOther()
{
    VirtualClock clock;
    const ReportedErrors reported;
    QByteArrayList lines;
    {
        auto results = asCompleted(call(failAfter, 10ms, "first"), call(valueAfter, 20ms, 2), call(failAfter, 30ms, "last"));
        clock.run([&] { return collect(results, lines); });
    }
    QCOMPARE(lines, (QByteArrayList{"0: runtime_error: first at 10", "1: 2 at 20", "2: runtime_error: last at 30"}));
    QVERIFY(reported.texts().isEmpty());
}

void AsCompletedTest::operationsThatEndAtTheCall()
{
    VirtualClock clock;
    QByteArrayList lines;
    int n = 0;
    const auto atOnce = [&](std::stop_token) { return ++n; };
    auto results = asCompleted(call(valueAfter, 10ms, 0), atOnce, atOnce);
    clock.run([&] { return collect(results, lines); });
    QCOMPARE(lines, (QByteArrayList{"1: 1 at 0", "2: 2 at 0", "0: 0 at 10"}));
}

void AsCompletedTest::resultsAreKeptUntilTheyAreRead()
{
    VirtualClock clock;
    QByteArrayList lines;
    auto results = asCompleted(call(valueAfter, 20ms, 1), call(valueAfter, 10ms, 2));
    clock.advance(1s);
    clock.run([&] { return collect(results, lines); });
    QCOMPARE(lines, (QByteArrayList{"1: 2 at 1000", "0: 1 at 1000"}));
}

void AsCompletedTest::tellsHowManyRemain()
{
    VirtualClock clock;
    QByteArrayList lines;
    auto results = asCompleted(call(valueAfter, 20ms, 1), call(valueAfter, 10ms, 2));
    QCOMPARE(results.remaining(), std::size_t(2));
    clock.advance(15ms); // Ended, but not read.
    QCOMPARE(results.remaining(), std::size_t(2));
    clock.run([&] { return collect(results, lines, 1); });
    QCOMPARE(results.remaining(), std::size_t(1));
}

void AsCompletedTest::tellsWhenEachBeganAndEnded()
{
    VirtualClock clock;
    clock.advance(5ms);
    auto results = asCompleted(call(valueAfter, 20ms, 1));
    clock.advance(1s);
    const auto done = clock.run([&]() -> QCoro::Task<std::optional<Completed<int>>> { co_return co_await results.next(); });
    QCOMPARE(done->result.started(), 5ms);
    QCOMPARE(done->result.ended(), 25ms);
}

void AsCompletedTest::severalMayWaitFirstComeFirstServed()
{
    VirtualClock clock;
    QByteArrayList one, two;
    auto results = asCompleted(call(valueAfter, 10ms, 1), call(valueAfter, 20ms, 2), call(valueAfter, 30ms, 3));
    auto first = collect(results, one);
    auto second = collect(results, two);
    clock.run();
    QVERIFY(first.isReady() && second.isReady());
    QCOMPARE(one, (QByteArrayList{"0: 1 at 10", "2: 3 at 30"}));
    QCOMPARE(two, QByteArrayList{"1: 2 at 20"});
}

void AsCompletedTest::whoIsGivenAResultAndCancelledPassesItOn()
{
    VirtualClock clock;
    QByteArrayList lines;
    std::stop_source stop;
    QByteArray thrown;
    auto results = asCompleted(call(valueAfter, 10ms, 1));
    const auto take = [&]() -> QCoro::Task<> {
        auto next = results.next(stop.get_token());
        try {
            co_await next;
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    auto first = take();
    auto second = collect(results, lines);
    while (results.remaining() > 0)
        clock.advanceOnce(10ms);
    stop.request_stop(); // It has its result, but has not been resumed.
    clock.run();
    QCOMPARE(thrown, "Cancelled: cancelled");
    QCOMPARE(lines, QByteArrayList{"0: 1 at 10"});
}

void AsCompletedTest::nothingIsLostWhenAWaiterIsStopped()
{
    VirtualClock clock;
    QByteArrayList lines;
    std::stop_source stop;
    auto results = asCompleted(call(valueAfter, 30ms, 1));
    auto stopping = support::stopAfter(10ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&]() -> QCoro::Task<> { co_await results.next(stop.get_token()); }); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 10ms);
    clock.run([&] { return collect(results, lines); });
    QCOMPARE(lines, QByteArrayList{"0: 1 at 30"});
}

void AsCompletedTest::stoppingTheTokenCancelsThoseThatStillRun()
{
    VirtualClock clock;
    QByteArrayList lines;
    std::stop_source stop;
    auto results = asCompleted(stop.get_token(), call(valueAfter, 10ms, 1), call(valueAfter, 30ms, 2));
    auto stopping = support::stopAfter(20ms, stop);
    clock.run([&] { return collect(results, lines); });
    QCOMPARE(lines, (QByteArrayList{"0: 1 at 10", "1: Cancelled: cancelled at 20"}));
}

void AsCompletedTest::destroyingItStopsAndUnwindsTheRest()
{
    VirtualClock clock;
    QByteArrayList lines;
    QByteArray why;
    const auto two = [&]() -> QCoro::Task<> {
        auto results = asCompleted(call(watch, &why), call(valueAfter, 10ms, 2));
        co_await collect(results, lines, 1);
    };
    clock.run(two);
    QCOMPARE(lines, QByteArrayList{"1: 2 at 10"});
    QCOMPARE(why, "Cancelled: cancelled: its owner, or what it waited on, was destroyed");
    QCOMPARE(clock.now(), 10ms);
    QVERIFY(!clock.next());
}

void AsCompletedTest::destroyedWhileSomebodyWaits()
{
    VirtualClock clock;
    std::optional results = asCompleted(call(valueAfter, 10ms, 2));
    QByteArray thrown;
    const auto take = [&]() -> QCoro::Task<> {
        auto next = results->next();
        try {
            co_await next;
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    auto taking = take();
    results.reset();
    clock.run();
    QCOMPARE(thrown, "Cancelled: cancelled: its owner, or what it waited on, was destroyed");
    QCOMPARE(clock.now(), 0ms);
}

void AsCompletedTest::errorsThatNobodyHasReadGoToTheErrorHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    const auto failWhenStopped = [](std::stop_token token) -> QCoro::Task<int> {
        const Sleep hour = sleepFor(1h, token);
        try {
            co_await hour;
        } catch (const Cancelled &) {
            throw std::runtime_error("while unwinding");
        }
        co_return 0;
    };
    {
        auto results = asCompleted(failWhenStopped, call(failAfter, 10ms, "unread"));
        clock.advance(20ms);
    }
    QCOMPARE(reported.texts(),
             (QByteArrayList{"asCompleted 0: runtime_error: while unwinding", "asCompleted 1: runtime_error: unread"}));
}

void AsCompletedTest::assigningAnotherStopsTheRest()
{
    VirtualClock clock;
    QByteArray why;
    auto results = asCompleted(call(watch, &why));
    auto moved = std::move(results);
    QVERIFY(why.isEmpty());
    moved = asCompleted(call(watch, &why));
    QCOMPARE(why, "Cancelled: cancelled: its owner, or what it waited on, was destroyed");
    QCOMPARE(moved.remaining(), std::size_t(1));
}

void AsCompletedTest::anAbandonableIsLetGo()
{
    VirtualClock clock;
    int hooks = 0;
    const auto hook = [&] { ++hooks; };
    {
        const auto foreign = abandonable(call(support::deafValueAfter, 1s, 1), hook);
        auto results = asCompleted(foreign);
    }
    QCOMPARE(hooks, 1);
    clock.run();
    QCOMPARE(clock.now(), 1s);
}

void AsCompletedTest::valuesOfDifferentTypesComeAsAVariant()
{
    VirtualClock clock;
    const auto text = [](std::stop_token) { return std::string("text"); };
    const auto nothing = [](std::stop_token) {};
    const auto fail = [](std::stop_token) -> int { throw std::runtime_error("bad"); };
    auto results = asCompleted(call(valueAfter, 10ms, 5), text, nothing, fail);
    static_assert(std::same_as<decltype(results), Completions<std::variant<int, std::string, std::monostate, int>>>);
    std::vector<std::size_t> order, places;
    const auto read = [&]() -> QCoro::Task<> {
        while (const auto done = co_await results.next()) {
            order.push_back(done->index);
            places.push_back(done->result ? done->result.value().index() : 99);
        }
    };
    clock.run(read);
    QCOMPARE(order, (std::vector<std::size_t>{1, 2, 3, 0}));
    QCOMPARE(places, (std::vector<std::size_t>{1, 2, 99, 0}));
}

void AsCompletedTest::voidResults()
{
    VirtualClock clock;
    const auto nothing = [](std::stop_token token) -> QCoro::Task<> { co_await sleepFor(1ms, token); };
    auto results = asCompleted(std::vector{nothing, nothing});
    static_assert(std::same_as<decltype(results), Completions<void>>);
    const auto done = clock.run([&]() -> QCoro::Task<bool> { co_return (co_await results.next())->result.succeeded(); });
    QVERIFY(done);
}

void AsCompletedTest::isASourceForOtherHelpers()
{
    VirtualClock clock;
    const auto twice = [](Completed<int> done, std::stop_token token) -> QCoro::Task<int> {
        co_await sleepFor(5ms, token);
        co_return 2 * done.result.value();
    };
    const auto mapped = clock.run([&] { return mapParallel(asCompleted(call(valueAfter, 20ms, 1), call(valueAfter, 10ms, 2)), twice); });
    QCOMPARE(mapped, (std::vector{4, 2}));
    QCOMPARE(clock.now(), 25ms);
}

void AsCompletedTest::theEndOfTheClock()
{
    QByteArray thrown, why;
    std::optional<Completions<int>> results;
    const auto take = [&]() -> QCoro::Task<> {
        auto next = results->next();
        try {
            co_await next;
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    {
        VirtualClock clock;
        results = asCompleted(call(watch, &why));
        take();
        clock.advance(1s);
    }
    QCOMPARE(thrown, "Cancelled: cancelled: its clock has ended");
    QCOMPARE(why, thrown);
    QCOMPARE(results->remaining(), std::size_t(1)); // Its result: that it was cancelled.
}

void AsCompletedTest::anErrorThatAWaiterWasGivenAndGaveBackToNobodyIsNotLost()
{
    VirtualClock clock;
    const ReportedErrors reported;
    auto results = std::make_unique<Completions<int>>(asCompleted(call(failAfter, 10ms, "unread")));
    std::stop_source stop;
    QByteArray got;
    const auto waiting = [&]() -> QCoro::Task<> {
        try {
            co_await results->next(stop.get_token());
        } catch (...) {
            got = support::inWords(std::current_exception());
        }
    }();
    while (results->remaining() > 0) // Until the failure is the waiter's, who has not been resumed yet.
        QVERIFY(clock.advanceOnce(1h));
    results.reset();
    stop.request_stop();
    clock.run();
    QCOMPARE(got, "Cancelled: cancelled");
    QCOMPARE(reported.texts(), (QByteArrayList{"asCompleted 0: runtime_error: unread"}));
}

void AsCompletedTest::destroyedWhileOneIsInOffloadWaitsForTheWork()
{
    VirtualClock clock;
    QByteArrayList log;
    support::Signpost begun;
    {
        const QByteArray text = "text is alive";
        const auto work = [&](std::stop_token told) {
            begun.reach();
            support::waitForStop(told);
            return int(text.size());
        };
        const auto run = [&](std::stop_token token) -> QCoro::Task<int> {
            const auto unwound = qScopeGuard([&] { log << "unwound, " + text; });
            co_return co_await offload(work, token);
        };
        auto results = asCompleted(run, call(valueAfter, 10ms, 2));
        begun.await();
    }
    QCOMPARE(log, QByteArrayList{"unwound, text is alive"});
    QCOMPARE(clock.now(), 0ms);
}

QTEST_GUILESS_MAIN(AsCompletedTest)
#include "as_completed_test.moc"
