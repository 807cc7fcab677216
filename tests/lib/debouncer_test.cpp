// SPDX-License-Identifier: MIT
#include <asyncade/debouncer.h>

#include <asyncade/virtual_clock.h>

#include "support/calls.h"
#include "support/chrono_compare.h"
#include "support/reported_errors.h"
#include "support/trace_lines.h"

#include <QTest>

#include <stdexcept>

using namespace asyncade;
using namespace std::chrono_literals;
using support::Input;
using support::NotedFunction;
using support::thrownBy;
using Lines = QByteArrayList;

class DebouncerTest : public QObject {
    Q_OBJECT

private slots:
    void runsOnceWhenItHasBecomeQuiet();
    void everyCallOfABurstGetsTheOneResult();
    void eachCallStartsTheQuietPeriodAnew();
    void oneRunPerQuietPeriod();
    void aCallAtTheVeryEndComesAfterIt();
    void leadingRunsTheFirstAtOnceAndTheLastIfMoreCame();
    void leadingAloneDropsTheRest();
    void maxWaitBoundsTheWait();
    void maxWaitCountsFromTheFirstCallThatWaits();
    void aDueCallWaitsForTheOneThatRuns();
    void dueCallsWaitInTheirOrder();
    void overlapLetsItStartBesideTheOneThatRuns();
    void callsActWithoutBeingAwaited();
    void aResultCanBeAwaitedLaterAndTwice();
    void takesFunctionsOfAllKinds();
    void argumentsThatCanOnlyBeMoved();
    void aDelayOfZeroRunsWithinTheInstant();
    void aFailureReachesEveryCaller();
    void aFailureThatNobodyAwaitsGoesToTheErrorHook();
    void flushRunsWhatWaitsNow();
    void aNewDelayCountsForThoseWhoWait();
    void aNewMaxWaitCountsForThoseWhoWait();
    void theFunctionMayCallAgain();
    void itCanBeUsedAgainOnAnotherClock();
    void anObserverSeesWhoWaitsAndWhoIsSuperseded();
    void anObserverSeesTheTurn();
    void itTellsAtOnceWhichCallsAreSuperseded();
    void theRunBelongsToTheLastCaller();
    void argumentsThatMakeNoSenseAreRefused();
};

namespace {

/// What is run, at which time; and what the callers get.
struct Result {
    Lines runs, callers;
};

Result debounced(DebounceOptions options, std::vector<Input> inputs, std::chrono::nanoseconds takes = {})
{
    Result result;
    VirtualClock clock;
    Debouncer debouncer{NotedFunction(result.runs, takes), options};
    const auto calling = support::callAt(debouncer, std::move(inputs), result.callers);
    clock.run();
    return result;
}

} // namespace

void DebouncerTest::runsOnceWhenItHasBecomeQuiet()
{
    const Result result = debounced({.delay = 300ms}, {{0, "a"}, {100, "b"}, {200, "c"}});
    QCOMPARE(result.runs, (Lines{"500 c"}));
}

void DebouncerTest::everyCallOfABurstGetsTheOneResult()
{
    const Result result = debounced({.delay = 300ms}, {{0, "a"}, {100, "b"}, {200, "c"}}, 50ms);
    QCOMPARE(result.callers, (Lines{"a: 550 c", "b: 550 c", "c: 550 c"}));
}

void DebouncerTest::eachCallStartsTheQuietPeriodAnew()
{
    const Result result = debounced({.delay = 300ms}, {{0, "a"}, {299, "b"}, {598, "c"}, {897, "d"}});
    QCOMPARE(result.runs, (Lines{"1197 d"}));
}

void DebouncerTest::oneRunPerQuietPeriod()
{
    const Result result = debounced({.delay = 100ms}, {{0, "a"}, {50, "b"}, {400, "c"}, {600, "d"}, {650, "e"}});
    QCOMPARE(result.runs, (Lines{"150 b", "500 c", "750 e"}));
    QCOMPARE(result.callers, (Lines{"a: 150 b", "b: 150 b", "c: 500 c", "d: 750 e", "e: 750 e"}));
}

void DebouncerTest::aCallAtTheVeryEndComesAfterIt()
{
    // The caller's timer comes first among those of that instant in one case, the debouncer's in the other.
    const Result early = debounced({.delay = 100ms}, {{0, "a"}, {100, "b"}});
    QCOMPARE(early.runs, (Lines{"100 a", "200 b"}));
    Lines runs, callers;
    VirtualClock clock;
    Debouncer debouncer{NotedFunction(runs), {.delay = 100ms}};
    const auto second = support::callAt(debouncer, {{100, "b"}}, callers);
    const auto first = support::callAt(debouncer, {{0, "a"}}, callers);
    clock.run();
    QCOMPARE(runs, (Lines{"100 a", "200 b"}));
}

void DebouncerTest::leadingRunsTheFirstAtOnceAndTheLastIfMoreCame()
{
    const Result result = debounced({.delay = 100ms, .leading = true}, {{0, "a"}, {500, "b"}, {550, "c"}, {580, "d"}}, 10ms);
    QCOMPARE(result.runs, (Lines{"0 a", "500 b", "680 d"}));
    QCOMPARE(result.callers, (Lines{"a: 10 a", "b: 510 b", "c: 690 d", "d: 690 d"}));
}

void DebouncerTest::leadingAloneDropsTheRest()
{
    const Result result =
        debounced({.delay = 100ms, .leading = true, .trailing = false}, {{0, "a"}, {50, "b"}, {140, "c"}, {240, "d"}}, 70ms);
    QCOMPARE(result.runs, (Lines{"0 a", "240 d"}));
    QCOMPARE(result.callers, (Lines{"a: 70 a", "b: 70 a", "c: 140 a", "d: 310 d"}));
}

void DebouncerTest::maxWaitBoundsTheWait()
{
    const Result result =
        debounced({.delay = 100ms, .maxWait = 250ms}, {{0, "a"}, {90, "b"}, {180, "c"}, {260, "d"}, {300, "e"}});
    QCOMPARE(result.runs, (Lines{"250 c", "400 e"}));
    QCOMPARE(result.callers, (Lines{"a: 250 c", "b: 250 c", "c: 250 c", "d: 400 e", "e: 400 e"}));
}

void DebouncerTest::maxWaitCountsFromTheFirstCallThatWaits()
{
    const Result result = debounced({.delay = 100ms, .leading = true, .maxWait = 150ms}, {{0, "a"}, {80, "b"}, {160, "c"}, {220, "d"}});
    QCOMPARE(result.runs, (Lines{"0 a", "230 d"}));
}

void DebouncerTest::aDueCallWaitsForTheOneThatRuns()
{
    const Result result = debounced({.delay = 100ms}, {{0, "a"}, {200, "b"}}, 500ms);
    QCOMPARE(result.runs, (Lines{"100 a", "600 b"}));
    QCOMPARE(result.callers, (Lines{"a: 600 a", "b: 1100 b"}));
}

void DebouncerTest::dueCallsWaitInTheirOrder()
{
    const Result result = debounced({.delay = 100ms}, {{0, "a"}, {200, "b"}, {400, "c"}}, 1000ms);
    QCOMPARE(result.runs, (Lines{"100 a", "1100 b", "2100 c"}));
}

void DebouncerTest::overlapLetsItStartBesideTheOneThatRuns()
{
    const Result result = debounced({.delay = 100ms, .overlap = true}, {{0, "a"}, {200, "b"}}, 500ms);
    QCOMPARE(result.runs, (Lines{"100 a", "300 b"}));
    QCOMPARE(result.callers, (Lines{"a: 600 a", "b: 800 b"}));
}

void DebouncerTest::callsActWithoutBeingAwaited()
{
    VirtualClock clock;
    Lines runs;
    Debouncer debouncer{NotedFunction(runs), {.delay = 100ms}};
    debouncer("a");
    QVERIFY(debouncer.pending());
    clock.run();
    QCOMPARE(runs, (Lines{"100 a"}));
    QVERIFY(!debouncer.pending());
    QVERIFY(!clock.next());
}

void DebouncerTest::aResultCanBeAwaitedLaterAndTwice()
{
    VirtualClock clock;
    Lines runs, results;
    Debouncer debouncer{NotedFunction(runs), {.delay = 100ms}};
    const auto call = debouncer("a");
    QVERIFY(!call.isSettled());
    clock.run();
    QVERIFY(call.isSettled());
    clock.advance(1s);
    support::noteResult(call, "one", results);
    support::noteResult(call, "two", results);
    QCOMPARE(results, (Lines{"one: 1100 a", "two: 1100 a"}));
}

namespace {
int freeCalls = 0;
void freeFunction(int by) { freeCalls += by; }
} // namespace

void DebouncerTest::takesFunctionsOfAllKinds()
{
    VirtualClock clock;
    int saved = 0;
    Debouncer save{[&] { ++saved; }, {.delay = 10ms}};
    Debouncer count{freeFunction, {.delay = 10ms}};
    const std::function<QCoro::Task<int>(int, int)> add = [](int a, int b) -> QCoro::Task<int> { co_return a + b; };
    Debouncer sum{add, {.delay = 10ms}};
    const auto twice = [](auto number) { return 2 * number; };
    Debouncer<decltype(twice), std::tuple<int>> generic{twice, {.delay = 10ms}};
    static_assert(std::is_void_v<decltype(save)::Result>);
    static_assert(std::is_same_v<decltype(sum)::Result, int>);
    freeCalls = 0;
    save();
    save();
    count(3);
    QCOMPARE(clock.run([&]() -> QCoro::Task<int> { co_return co_await sum(3, 4) + co_await generic(5); }), 17);
    QCOMPARE(saved, 1);
    QCOMPARE(freeCalls, 3);
}

void DebouncerTest::argumentsThatCanOnlyBeMoved()
{
    VirtualClock clock;
    Debouncer debouncer{[](std::unique_ptr<int> number) { return *number; }, {.delay = 10ms}};
    QCOMPARE(clock.run([&]() -> QCoro::Task<int> { co_return co_await debouncer(std::make_unique<int>(7)); }), 7);
}

void DebouncerTest::aDelayOfZeroRunsWithinTheInstant()
{
    const Result result = debounced({.delay = 0ms}, {{0, "a"}, {50, "b"}});
    QCOMPARE(result.runs, (Lines{"0 a", "50 b"}));
}

void DebouncerTest::aFailureReachesEveryCaller()
{
    VirtualClock clock;
    Lines results;
    support::ReportedErrors reported;
    const auto fail = [](QByteArray text) -> QCoro::Task<QByteArray> {
        co_await sleepFor(10ms);
        throw std::runtime_error(text.toStdString());
    };
    Debouncer debouncer{fail, {.delay = 100ms}};
    const auto calling = support::callAt(debouncer, {{0, "a"}, {10, "b"}}, results);
    clock.run();
    QCOMPARE(results, (Lines{"a: 120 runtime_error: b", "b: 120 runtime_error: b"}));
    QCOMPARE(reported.texts(), Lines{});
}

void DebouncerTest::aFailureThatNobodyAwaitsGoesToTheErrorHook()
{
    VirtualClock clock;
    support::ReportedErrors reported;
    Debouncer debouncer{[](int number) { throw std::runtime_error(std::to_string(number)); }, {.delay = 100ms}};
    debouncer(1);
    clock.run();
    QCOMPARE(reported.texts(), (Lines{"Debouncer 0: runtime_error: 1"}));
    Debouncer leading{[] { throw std::runtime_error("leading"); }, {.delay = 100ms, .leading = true, .trailing = false}};
    leading();
    leading();
    clock.run();
    QCOMPARE(reported.texts(), (Lines{"Debouncer 0: runtime_error: 1", "Debouncer 0: runtime_error: leading"}));
}

void DebouncerTest::flushRunsWhatWaitsNow()
{
    VirtualClock clock;
    Lines runs, results;
    Debouncer debouncer{NotedFunction(runs), {.delay = 100ms, .leading = true}};
    QVERIFY(!debouncer.flush());
    const auto calling = support::callAt(debouncer, {{0, "a"}, {10, "b"}, {60, "c"}}, results);
    clock.runUntil(50ms);
    QVERIFY(debouncer.flush());
    QVERIFY(!debouncer.flush());
    QVERIFY(!debouncer.pending());
    clock.run();
    QCOMPARE(runs, (Lines{"0 a", "50 b", "60 c"})); // After a flush the next call is the first of a burst.
    QCOMPARE(clock.now(), 160ms);
}

void DebouncerTest::aNewDelayCountsForThoseWhoWait()
{
    VirtualClock clock;
    Lines runs;
    Debouncer debouncer{NotedFunction(runs), {.delay = 1s}};
    debouncer("a");
    clock.advance(100ms);
    debouncer.setDelay(300ms);
    clock.run();
    debouncer("b");
    clock.advance(100ms);
    debouncer.setDelay(500ms);
    clock.run();
    debouncer("c");
    clock.advance(200ms);
    debouncer.setDelay(100ms); // Over already.
    clock.run();
    QCOMPARE(runs, (Lines{"300 a", "800 b", "1000 c"}));
    QCOMPARE(debouncer.delay(), 100ms);
}

void DebouncerTest::aNewMaxWaitCountsForThoseWhoWait()
{
    VirtualClock clock;
    Lines runs, results;
    Debouncer debouncer{NotedFunction(runs), {.delay = 100ms}};
    const auto calling = support::callAt(debouncer, {{0, "a"}, {90, "b"}, {180, "c"}, {270, "d"}}, results);
    clock.runUntil(100ms);
    debouncer.setMaxWait(200ms);
    clock.run();
    QCOMPARE(runs, (Lines{"200 c", "370 d"}));
    debouncer.setMaxWait({});
    QCOMPARE(thrownBy([&] { debouncer.setMaxWait(50ms); }),
             "invalid_argument: Debouncer: expected a maxWait of at least the delay, 100 ms, or 0, got 50 ms");
}

void DebouncerTest::theFunctionMayCallAgain()
{
    VirtualClock clock;
    std::vector<int> seen;
    std::function<void(int)> again;
    Debouncer debouncer{[&](int number) { again(number); }, {.delay = 100ms, .leading = true}};
    again = [&](int number) {
        seen.push_back(number);
        if (number < 3)
            debouncer(number + 1);
    };
    debouncer(1);
    clock.run();
    QCOMPARE(seen, (std::vector{1, 2, 3}));
    QCOMPARE(clock.now(), 200ms); // 1 at once, 2 when it has become quiet, and 3, the first of a burst, at that instant.
}

void DebouncerTest::itCanBeUsedAgainOnAnotherClock()
{
    Lines runs, results;
    Debouncer debouncer{NotedFunction(runs), {.delay = 100ms}};
    {
        VirtualClock clock;
        support::noteResult(debouncer("a"), "a", results);
    }
    {
        VirtualClock clock;
        support::noteResult(debouncer("b"), "b", results);
        clock.run();
    }
    QCOMPARE(results, (Lines{"a: 0 Cancelled: cancelled: its clock has ended", "b: 100 b"}));
    QCOMPARE(runs, (Lines{"100 b"}));
}

void DebouncerTest::anObserverSeesWhoWaitsAndWhoIsSuperseded()
{
    VirtualClock clock;
    support::TraceLines trace;
    clock.setObserver(&trace);
    Debouncer debouncer{[](int) {}, {.delay = 300ms}};
    for (std::uint32_t request = 1; request <= 2; ++request) {
        const SpanScope scope({.request = request});
        debouncer(int(request));
        clock.advance(100ms);
    }
    clock.run();
    QCOMPARE(trace.lines, (Lines{"0 timer 0.3 rising -1 of 0.3", "0 timer 0.3 rising -1 of 0.3", "0 #1 wait quiet until 300",
                                 "100 timer 0.3 rising -1 of 0.3", "100 #1 go rejected from #2", "100 #2 wait quiet until 400",
                                 "400 timer 0 of 0.3", "400 #2 go elapsed", "400 #2 dispatch"}));
}

void DebouncerTest::anObserverSeesTheTurn()
{
    VirtualClock clock;
    support::TraceLines trace;
    Lines runs;
    Debouncer debouncer{NotedFunction(runs, 50ms), {.delay = 10ms}};
    {
        const SpanScope scope({.request = 1});
        debouncer("a");
    }
    clock.runUntil(20ms);
    clock.setObserver(&trace);
    {
        const SpanScope scope({.request = 2});
        debouncer("b");
    }
    clock.run();
    QCOMPARE(trace.lines.mid(3), (Lines{"30 timer 0 of 0.01", "30 #2 go elapsed", "30 #2 wait turn", "60 #2 go granted from #1", "60 #2 dispatch"}));
}

void DebouncerTest::itTellsAtOnceWhichCallsAreSuperseded()
{
    const auto toldBy = [](DebounceOptions options, bool observed) {
        VirtualClock clock;
        support::TraceLines trace;
        if (observed)
            clock.setObserver(&trace);
        Lines told;
        Debouncer debouncer{[](int) {}, options};
        debouncer.whenSuperseded([&](Span superseded, Span by) {
            told << QByteArray::number(qint64(clock.now() / 1ms)) + " #" + QByteArray::number(superseded.request) + " by #" + QByteArray::number(by.request);
        });
        for (std::uint32_t request = 1; request <= 4; ++request) {
            const SpanScope scope({.request = request});
            debouncer(int(request));
            clock.advance(request == 3 ? 300ms : 100ms);
        }
        debouncer.cancel(); // Tells of nothing: the fourth fails.
        return told;
    };
    for (const bool observed : {false, true}) {
        QCOMPARE(toldBy({.delay = 300ms}, observed), (Lines{"100 #1 by #2", "200 #2 by #3"}));
        QCOMPARE(toldBy({.delay = 300ms, .leading = true}, observed), (Lines{"200 #2 by #3"}));
        QCOMPARE(toldBy({.delay = 300ms, .leading = true, .trailing = false}, observed), (Lines{"100 #2 by #1", "200 #3 by #1"}));
    }
}

void DebouncerTest::theRunBelongsToTheLastCaller()
{
    VirtualClock clock;
    std::vector<std::uint32_t> spans;
    const auto note = [&](int, std::stop_token token) -> QCoro::Task<> {
        spans.push_back(currentSpan().request);
        co_await sleepFor(1ms, token);
        spans.push_back(currentSpan().request);
    };
    Debouncer debouncer{note, {.delay = 10ms, .leading = true}};
    for (std::uint32_t request = 1; request <= 3; ++request) {
        const SpanScope scope({.request = request});
        debouncer(0);
        QCOMPARE(currentSpan().request, request);
    }
    clock.run();
    QCOMPARE(spans, (std::vector<std::uint32_t>{1, 1, 3, 3}));
}

void DebouncerTest::argumentsThatMakeNoSenseAreRefused()
{
    const std::function<void()> f = [] {};
    QCOMPARE(thrownBy([&] { Debouncer(f, {.delay = -1ms}); }), "invalid_argument: Debouncer: expected a delay of at least 0, got -1 ms");
    QCOMPARE(thrownBy([&] { Debouncer(f, {.leading = false, .trailing = false}); }),
             "invalid_argument: Debouncer: expected leading or trailing, or both, got neither");
    QCOMPARE(thrownBy([&] { Debouncer(f, {.delay = 100ms, .maxWait = 50ms}); }),
             "invalid_argument: Debouncer: expected a maxWait of at least the delay, 100 ms, or 0, got 50 ms");
    Debouncer debouncer{f};
    QCOMPARE(thrownBy([&] { debouncer.setDelay(-1ms); }), "invalid_argument: Debouncer: expected a delay of at least 0, got -1 ms");
    QCOMPARE(debouncer.delay(), 300ms);
}

QTEST_GUILESS_MAIN(DebouncerTest)
#include "debouncer_test.moc"
