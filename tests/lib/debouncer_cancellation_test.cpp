// SPDX-License-Identifier: MIT
#include <asyncade/debouncer.h>

#include <asyncade/offload.h>
#include <asyncade/task_scope.h>
#include <asyncade/virtual_clock.h>

#include "support/calls.h"
#include "support/chrono_compare.h"
#include "support/outside_work.h"
#include "support/reported_errors.h"
#include "support/work.h"

#include <QScopeGuard>
#include <QTest>

#include <memory>
#include <optional>
#include <stdexcept>

using namespace asyncade;
using namespace std::chrono_literals;
using support::NotedFunction;
using Lines = QByteArrayList;

class DebouncerCancellationTest : public QObject {
    Q_OBJECT

private slots:
    void aStoppedTokenEndsTheWaitingOfItsCallerOnly();
    void aTokenStoppedBeforehandStillMakesTheCall();
    void cancelForgetsWhatWaits();
    void cancelForgetsThoseThatWaitForTheirTurn();
    void afterACancelTheNextCallIsTheFirstOfABurst();
    void destroyedWithCallersWaitingTheyGetCancelled();
    void destroyedWhileItRunsStopsTheRun();
    void destroyedTheRunUnwindsWhileTheOwnerStillLives();
    void destroyedWhileItsRunIsInOffloadWaitsForTheWork();
    void destroyedWhileARunThatCannotBeStoppedGoesOn();
    void destroyedByItsOwnRun();
    void destroyedByALeadingRunThatGoesOn();
    void destroyedAtTheInstantOfTheRunsEndTheResultCounts();
    void theEndOfTheClockCancels();
};

void DebouncerCancellationTest::aStoppedTokenEndsTheWaitingOfItsCallerOnly()
{
    VirtualClock clock;
    Lines runs, results;
    Debouncer debouncer{NotedFunction(runs), {.delay = 100ms}};
    std::stop_source stop;
    support::noteResult(debouncer("a"), "a", results);
    support::noteResult(debouncer(stop.get_token(), "b"), "b", results);
    const auto stopping = support::stopAfter(30ms, stop);
    clock.run();
    QCOMPARE(results, (Lines{"b: 30 Cancelled: cancelled", "a: 100 b"}));
    QCOMPARE(runs, (Lines{"100 b"}));
}

void DebouncerCancellationTest::aTokenStoppedBeforehandStillMakesTheCall()
{
    VirtualClock clock;
    Lines runs, results;
    Debouncer debouncer{NotedFunction(runs), {.delay = 100ms}};
    std::stop_source stop;
    stop.request_stop();
    support::noteResult(debouncer(stop.get_token(), "a"), "a", results);
    clock.run();
    QCOMPARE(results, (Lines{"a: 0 Cancelled: cancelled"}));
    QCOMPARE(runs, (Lines{"100 a"}));
}

void DebouncerCancellationTest::cancelForgetsWhatWaits()
{
    VirtualClock clock;
    Lines runs, results;
    Debouncer debouncer{NotedFunction(runs, 50ms), {.delay = 100ms}};
    const auto calling = support::callAt(debouncer, {{0, "a"}, {120, "b"}}, results);
    clock.runUntil(130ms);
    QCOMPARE(debouncer.running(), std::size_t(1));
    debouncer.cancel();
    QVERIFY(!debouncer.pending());
    clock.run();
    QCOMPARE(results, (Lines{"b: 130 Cancelled: cancelled", "a: 150 a"})); // The run goes on.
    QCOMPARE(runs, (Lines{"100 a"}));
    QCOMPARE(clock.now(), 150ms);
}

void DebouncerCancellationTest::cancelForgetsThoseThatWaitForTheirTurn()
{
    VirtualClock clock;
    Lines runs, results;
    Debouncer debouncer{NotedFunction(runs, 1s), {.delay = 10ms}};
    const auto calling = support::callAt(debouncer, {{0, "a"}, {20, "b"}}, results);
    clock.runUntil(50ms);
    QVERIFY(debouncer.pending());
    debouncer.cancel();
    clock.run();
    QCOMPARE(results, (Lines{"b: 50 Cancelled: cancelled", "a: 1010 a"}));
}

void DebouncerCancellationTest::afterACancelTheNextCallIsTheFirstOfABurst()
{
    VirtualClock clock;
    Lines runs;
    Debouncer debouncer{NotedFunction(runs), {.delay = 100ms, .leading = true}};
    debouncer("a");
    debouncer.cancel();
    debouncer("b");
    clock.run();
    QCOMPARE(runs, (Lines{"0 a", "0 b"}));
    QCOMPARE(clock.now(), 100ms);
}

void DebouncerCancellationTest::destroyedWithCallersWaitingTheyGetCancelled()
{
    VirtualClock clock;
    Lines runs, results;
    {
        Debouncer debouncer{NotedFunction(runs), {.delay = 100ms}};
        support::noteResult(debouncer("a"), "a", results);
        support::noteResult(debouncer("b"), "b", results);
        clock.advance(50ms);
    }
    QCOMPARE(results, Lines{}); // Not from within the destructor.
    clock.run();
    QCOMPARE(results, (Lines{"a: 50 Cancelled: cancelled: its owner, or what it waited on, was destroyed",
                             "b: 50 Cancelled: cancelled: its owner, or what it waited on, was destroyed"}));
    QCOMPARE(runs, Lines{});
    QCOMPARE(clock.now(), 50ms);
}

void DebouncerCancellationTest::destroyedWhileItRunsStopsTheRun()
{
    VirtualClock clock;
    Lines runs, results;
    {
        Debouncer debouncer{NotedFunction(runs, 1s), {.delay = 10ms}};
        support::noteResult(debouncer("a"), "a", results);
        clock.advance(50ms);
    }
    clock.run();
    QCOMPARE(results, (Lines{"a: 50 Cancelled: cancelled: its owner, or what it waited on, was destroyed"}));
    QCOMPARE(clock.now(), 50ms);
}

namespace {

/// A search field, as people write one: the debouncer is the last member.
class Owner {
public:
    explicit Owner(Lines &log) : m_log(&log) {}
    ~Owner() { m_log->append("owner goes"); }
    auto call() { return m_debouncer(); }

private:
    QCoro::Task<> run(std::stop_token token)
    {
        struct Unwound {
            Owner *owner;
            ~Unwound() { owner->m_log->append("unwound, " + owner->m_text); }
        } const unwound{this};
        co_await sleepFor(1s, token);
    }

    Lines *m_log;
    QByteArray m_text = "text is alive";
    Debouncer<std::function<QCoro::Task<>(std::stop_token)>> m_debouncer{[this](std::stop_token token) { return run(std::move(token)); },
                                                                        {.delay = 10ms}};
};

} // namespace

void DebouncerCancellationTest::destroyedTheRunUnwindsWhileTheOwnerStillLives()
{
    VirtualClock clock;
    Lines log;
    auto owner = std::make_unique<Owner>(log);
    owner->call();
    clock.advance(50ms);
    owner.reset();
    QCOMPARE(log, (Lines{"owner goes", "unwound, text is alive"}));
}

void DebouncerCancellationTest::destroyedWhileItsRunIsInOffloadWaitsForTheWork()
{
    VirtualClock clock;
    Lines log, results;
    support::Signpost begun;
    {
        const QByteArray text = "text is alive";
        const auto work = [&](std::stop_token told) {
            begun.reach();
            support::waitForStop(told);
            return text;
        };
        const auto run = [&](int, std::stop_token token) -> QCoro::Task<QByteArray> {
            const auto unwound = qScopeGuard([&] { log << "unwound, " + text; });
            co_return co_await offload(work, token);
        };
        Debouncer debouncer{run, {.delay = 10ms, .leading = true}};
        support::noteResult(debouncer(1), "a", results);
        begun.await();
    }
    QCOMPARE(log, Lines{"unwound, text is alive"});
    clock.run();
    QCOMPARE(results.size(), 1);
    QCOMPARE(clock.now(), 0ms);
}

void DebouncerCancellationTest::destroyedWhileARunThatCannotBeStoppedGoesOn()
{
    VirtualClock clock;
    Lines results;
    support::ReportedErrors reported;
    {
        const auto deaf = [](QByteArray) -> QCoro::Task<QByteArray> {
            co_await sleepFor(1s);
            throw std::runtime_error("late");
        };
        Debouncer debouncer{deaf, {.delay = 10ms}};
        support::noteResult(debouncer("a"), "a", results);
        clock.advance(50ms);
    }
    clock.runUntil(100ms);
    QCOMPARE(results, (Lines{"a: 50 Cancelled: cancelled: its owner, or what it waited on, was destroyed"}));
    clock.run();
    QCOMPARE(reported.texts().size(), 2); // That it could not be unwound, and its late error.
    QCOMPARE(reported.texts().last(), "Debouncer 0: runtime_error: late");
}

void DebouncerCancellationTest::destroyedByItsOwnRun()
{
    VirtualClock clock;
    Lines results;
    std::optional<Debouncer<std::function<QCoro::Task<QByteArray>(QByteArray, std::stop_token)>>> debouncer;
    const auto destroy = [&](QByteArray, std::stop_token token) -> QCoro::Task<QByteArray> {
        debouncer.reset();
        co_await sleepFor(1s, token);
        co_return "never";
    };
    debouncer.emplace(destroy, DebounceOptions{.delay = 10ms});
    support::noteResult((*debouncer)("a"), "a", results);
    clock.run();
    QCOMPARE(results, (Lines{"a: 10 Cancelled: cancelled: its owner, or what it waited on, was destroyed"}));
    QCOMPARE(clock.now(), 10ms);
}

void DebouncerCancellationTest::destroyedByALeadingRunThatGoesOn()
{
    VirtualClock clock;
    Lines results;
    std::optional<Debouncer<std::function<QCoro::Task<QByteArray>(QByteArray)>>> debouncer;
    const auto destroy = [&](QByteArray text) -> QCoro::Task<QByteArray> {
        debouncer.reset();
        co_return text;
    };
    debouncer.emplace(destroy, DebounceOptions{.delay = 10ms, .leading = true});
    support::noteResult((*debouncer)("a"), "a", results);
    clock.run();
    QCOMPARE(results, (Lines{"a: 0 Cancelled: cancelled: its owner, or what it waited on, was destroyed"}));
}

void DebouncerCancellationTest::destroyedAtTheInstantOfTheRunsEndTheResultCounts()
{
    VirtualClock clock;
    Lines runs, results;
    {
        Debouncer debouncer{NotedFunction(runs, 40ms), {.delay = 10ms}};
        support::noteResult(debouncer("a"), "a", results);
        clock.runUntil(50ms);
    }
    clock.run();
    QCOMPARE(results, (Lines{"a: 50 a"}));
}

void DebouncerCancellationTest::theEndOfTheClockCancels()
{
    Lines runs, results;
    auto clock = std::make_unique<VirtualClock>();
    Debouncer waits{NotedFunction(runs), {.delay = 100ms}};
    Debouncer isRunning{NotedFunction(runs, 1s), {.delay = 100ms, .leading = true}};
    support::noteResult(waits("a"), "a", results);
    support::noteResult(isRunning("b"), "b", results);
    clock.reset();
    QVERIFY(!waits.pending());
    QCOMPARE(isRunning.running(), std::size_t(0));
    QCOMPARE(results.size(), 2);
    for (const QByteArray &line : results)
        QVERIFY(line.endsWith("Cancelled: cancelled: its clock has ended"));
}

QTEST_GUILESS_MAIN(DebouncerCancellationTest)
#include "debouncer_cancellation_test.moc"
