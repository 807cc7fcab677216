// SPDX-License-Identifier: MIT
#include <asyncade/throttler.h>

#include <asyncade/offload.h>
#include <asyncade/virtual_clock.h>

#include "support/calls.h"
#include "support/chrono_compare.h"
#include "support/outside_work.h"
#include "support/reported_errors.h"
#include "support/trace_lines.h"
#include "support/work.h"

#include <QScopeGuard>
#include <QTest>

#include <stdexcept>

using namespace asyncade;
using namespace std::chrono_literals;
using support::Input;
using support::NotedFunction;
using support::thrownBy;
using Lines = QByteArrayList;

class ThrottlerTest : public QObject {
    Q_OBJECT

private slots:
    void pacingRunsEveryCallSpacedOut();
    void pacingGivesEachCallerItsOwnResult();
    void pacingIsNotConfusedByCallsThatAreFarApart();
    void droppingRunsTheFirstAndTheLatest();
    void droppingWithTheLeadingEdgeAlone();
    void droppingWithTheTrailingEdgeAlone();
    void aTrailingRunOpensTheNextWindow();
    void callersWhoseCallsAreDroppedGetTheRunInTheirStead();
    void aCallAtTheVeryEndOfAWindowComesAfterIt();
    void runsMayOverlap();
    void flushRunsWhatWaitsNow();
    void cancelForgetsWhatWaits();
    void aNewDelayCountsForTheOpenWindow();
    void aStoppedTokenEndsTheWaitingOfItsCallerOnly();
    void destroyedWithCallersWaitingTheyGetCancelled();
    void destroyedWhileItsRunIsInOffloadWaitsForTheWork();
    void theEndOfTheClockCancels();
    void aFailureOfOneIsNoFailureOfTheNext();
    void anObserverSeesTheWindow();
    void anObserverSeesWhatPacingMakesWait();
    void itTellsAtOnceWhichCallsAreSuperseded();
    void argumentsThatMakeNoSenseAreRefused();
};

namespace {

struct Result {
    Lines runs, callers;
};

Result throttled(ThrottlePolicy policy, std::vector<Input> inputs, std::chrono::nanoseconds takes = {})
{
    Result result;
    VirtualClock clock;
    Throttler throttler{NotedFunction(result.runs, takes), policy};
    const auto calling = support::callAt(throttler, std::move(inputs), result.callers);
    clock.run();
    return result;
}

const std::vector<Input> fiveQuickOnes{{0, "a"}, {20, "b"}, {40, "c"}, {60, "d"}, {80, "e"}};

} // namespace

void ThrottlerTest::pacingRunsEveryCallSpacedOut()
{
    // Reserved when they are made: ten calls at once at 5 per second are not one at 0 and nine at 200 ms.
    const Result result = throttled(ThrottlePolicy::pacing(200ms), {{0, "a"}, {0, "b"}, {0, "c"}, {0, "d"}, {0, "e"}});
    QCOMPARE(result.runs, (Lines{"0 a", "200 b", "400 c", "600 d", "800 e"}));
}

void ThrottlerTest::pacingGivesEachCallerItsOwnResult()
{
    const Result result = throttled(ThrottlePolicy::pacing(100ms), {{0, "a"}, {10, "b"}, {20, "c"}}, 10ms);
    QCOMPARE(result.callers, (Lines{"a: 10 a", "b: 110 b", "c: 210 c"}));
}

void ThrottlerTest::pacingIsNotConfusedByCallsThatAreFarApart()
{
    const Result result = throttled(ThrottlePolicy::pacing(100ms), {{0, "a"}, {150, "b"}, {160, "c"}, {400, "d"}});
    QCOMPARE(result.runs, (Lines{"0 a", "150 b", "250 c", "400 d"}));
}

void ThrottlerTest::droppingRunsTheFirstAndTheLatest()
{
    QCOMPARE(throttled(ThrottlePolicy::dropping(100ms), fiveQuickOnes).runs, (Lines{"0 a", "100 e"}));
}

void ThrottlerTest::droppingWithTheLeadingEdgeAlone()
{
    const Result result = throttled(ThrottlePolicy::dropping(50ms, {.trailing = false}), fiveQuickOnes);
    QCOMPARE(result.runs, (Lines{"0 a", "60 d"}));
    QCOMPARE(result.callers, (Lines{"a: 0 a", "b: 20 a", "c: 40 a", "d: 60 d", "e: 80 d"}));
}

void ThrottlerTest::droppingWithTheTrailingEdgeAlone()
{
    QCOMPARE(throttled(ThrottlePolicy::dropping(50ms, {.leading = false}), fiveQuickOnes).runs, (Lines{"50 c", "100 e"}));
}

void ThrottlerTest::aTrailingRunOpensTheNextWindow()
{
    const Result result = throttled(ThrottlePolicy::dropping(100ms), {{0, "a"}, {50, "b"}, {150, "c"}, {300, "d"}});
    QCOMPARE(result.runs, (Lines{"0 a", "100 b", "200 c", "300 d"}));
}

void ThrottlerTest::callersWhoseCallsAreDroppedGetTheRunInTheirStead()
{
    const Result result = throttled(ThrottlePolicy::dropping(100ms), fiveQuickOnes, 5ms);
    QCOMPARE(result.callers, (Lines{"a: 5 a", "b: 105 e", "c: 105 e", "d: 105 e", "e: 105 e"}));
}

void ThrottlerTest::aCallAtTheVeryEndOfAWindowComesAfterIt()
{
    QCOMPARE(throttled(ThrottlePolicy::dropping(100ms), {{0, "a"}, {100, "b"}}).runs, (Lines{"0 a", "100 b"}));
    QCOMPARE(throttled(ThrottlePolicy::dropping(100ms), {{0, "a"}, {50, "b"}, {100, "c"}}).runs, (Lines{"0 a", "100 b", "200 c"}));
}

void ThrottlerTest::runsMayOverlap()
{
    const Result result = throttled(ThrottlePolicy::pacing(100ms), {{0, "a"}, {0, "b"}}, 500ms);
    QCOMPARE(result.callers, (Lines{"a: 500 a", "b: 600 b"}));
}

void ThrottlerTest::flushRunsWhatWaitsNow()
{
    VirtualClock clock;
    Lines runs;
    Throttler paced{NotedFunction(runs), ThrottlePolicy::pacing(100ms)};
    QVERIFY(!paced.flush());
    for (const char *text : {"a", "b", "c"})
        paced(text);
    clock.runUntil(30ms);
    QVERIFY(paced.flush());
    paced("d");
    clock.run();
    QCOMPARE(runs, (Lines{"0 a", "30 b", "30 c", "130 d"}));
}

void ThrottlerTest::cancelForgetsWhatWaits()
{
    VirtualClock clock;
    Lines runs, results;
    Throttler paced{NotedFunction(runs), ThrottlePolicy::pacing(100ms)};
    const auto calling = support::callAt(paced, {{0, "a"}, {10, "b"}, {20, "c"}, {60, "d"}}, results);
    clock.runUntil(50ms);
    QVERIFY(paced.pending());
    paced.cancel();
    QVERIFY(!paced.pending());
    clock.run();
    QCOMPARE(results, (Lines{"a: 0 a", "b: 50 Cancelled: cancelled", "c: 50 Cancelled: cancelled", "d: 60 d"}));
}

void ThrottlerTest::aNewDelayCountsForTheOpenWindow()
{
    VirtualClock clock;
    Lines runs;
    Throttler paced{NotedFunction(runs), ThrottlePolicy::pacing(1s)};
    for (const char *text : {"a", "b", "c", "d"})
        paced(text);
    clock.runUntil(100ms);
    paced.setDelay(300ms);
    clock.runUntil(350ms);
    paced.setDelay(10ms);
    QCOMPARE(paced.delay(), 10ms);
    clock.run();
    QCOMPARE(runs, (Lines{"0 a", "300 b", "350 c", "360 d"}));
}

void ThrottlerTest::aStoppedTokenEndsTheWaitingOfItsCallerOnly()
{
    VirtualClock clock;
    Lines runs, results;
    Throttler paced{NotedFunction(runs), ThrottlePolicy::pacing(100ms)};
    std::stop_source stop;
    support::noteResult(paced("a"), "a", results);
    support::noteResult(paced(stop.get_token(), "b"), "b", results);
    const auto stopping = support::stopAfter(30ms, stop);
    clock.run();
    QCOMPARE(results, (Lines{"a: 0 a", "b: 30 Cancelled: cancelled"}));
    QCOMPARE(runs, (Lines{"0 a", "100 b"}));
}

void ThrottlerTest::destroyedWithCallersWaitingTheyGetCancelled()
{
    VirtualClock clock;
    Lines runs, results;
    {
        Throttler paced{NotedFunction(runs, 1s), ThrottlePolicy::pacing(100ms)};
        support::noteResult(paced("a"), "a", results);
        support::noteResult(paced("b"), "b", results);
        clock.advance(50ms);
    }
    clock.run();
    QCOMPARE(results.size(), 2);
    for (const QByteArray &line : results)
        QVERIFY2(line.endsWith("50 Cancelled: cancelled: its owner, or what it waited on, was destroyed"), line);
    QCOMPARE(clock.now(), 50ms);
}

void ThrottlerTest::theEndOfTheClockCancels()
{
    Lines runs, results;
    auto clock = std::make_unique<VirtualClock>();
    Throttler paced{NotedFunction(runs), ThrottlePolicy::pacing(100ms)};
    support::noteResult(paced("a"), "a", results);
    support::noteResult(paced("b"), "b", results);
    clock.reset();
    QVERIFY(!paced.pending());
    QVERIFY(results.last().endsWith("Cancelled: cancelled: its clock has ended"));
}

void ThrottlerTest::aFailureOfOneIsNoFailureOfTheNext()
{
    VirtualClock clock;
    Lines results;
    support::ReportedErrors reported;
    const auto picky = [](QByteArray text) {
        if (text == "bad")
            throw std::runtime_error("refused");
        return text;
    };
    Throttler paced{picky, ThrottlePolicy::pacing(100ms)};
    support::noteResult(paced("bad"), "a", results);
    support::noteResult(paced("good"), "b", results);
    paced("bad");
    clock.run();
    QCOMPARE(results, (Lines{"a: 0 runtime_error: refused", "b: 100 good"}));
    QCOMPARE(reported.texts(), (Lines{"Throttler 0: runtime_error: refused"}));
}

void ThrottlerTest::anObserverSeesTheWindow()
{
    VirtualClock clock;
    support::TraceLines trace;
    clock.setObserver(&trace);
    Throttler throttler{[](int) {}, ThrottlePolicy::dropping(300ms)};
    for (std::uint32_t request = 1; request <= 3; ++request) {
        const SpanScope scope({.request = request});
        throttler(int(request));
        clock.advance(100ms);
    }
    clock.run();
    QCOMPARE(trace.lines, (Lines{"0 timer 0.3 rising -1 of 0.3", "0 #1 dispatch", "100 #2 wait window until 300",
                                 "200 #2 go rejected from #3", "200 #3 wait window until 300", "300 timer 0.3 rising -1 of 0.3",
                                 "300 #3 go elapsed", "300 #3 dispatch", "600 timer 0 of 0.3"}));
}

void ThrottlerTest::anObserverSeesWhatPacingMakesWait()
{
    VirtualClock clock;
    support::TraceLines trace;
    clock.setObserver(&trace);
    Throttler throttler{[](int) {}, ThrottlePolicy::pacing(100ms)};
    for (std::uint32_t request = 1; request <= 3; ++request) {
        const SpanScope scope({.request = request});
        throttler(int(request));
    }
    trace.lines.clear();
    clock.setObserver(&trace);
    const SpanScope scope({.request = 4});
    throttler(4);
    QCOMPARE(trace.lines, (Lines{"0 #4 wait window until 300 ahead 2"}));
    clock.run();
}

void ThrottlerTest::itTellsAtOnceWhichCallsAreSuperseded()
{
    const auto toldBy = [](ThrottlePolicy policy) {
        VirtualClock clock;
        Lines told;
        Throttler throttler{[](int) {}, policy};
        throttler.whenSuperseded([&](Span superseded, Span by) {
            told << QByteArray::number(qint64(clock.now() / 1ms)) + " #" + QByteArray::number(superseded.request) + " by #" + QByteArray::number(by.request);
        });
        for (std::uint32_t request = 1; request <= 4; ++request) {
            const SpanScope scope({.request = request});
            throttler(int(request));
            clock.advance(100ms);
        }
        return told;
    };
    QCOMPARE(toldBy(ThrottlePolicy::dropping(300ms)), (Lines{"200 #2 by #3"}));
    QCOMPARE(toldBy(ThrottlePolicy::dropping(300ms, {.leading = true, .trailing = false})), (Lines{"100 #2 by #1", "200 #3 by #1"}));
    QCOMPARE(toldBy(ThrottlePolicy::dropping(300ms, {.leading = false, .trailing = true})), (Lines{"100 #1 by #2", "200 #2 by #3"}));
    QCOMPARE(toldBy(ThrottlePolicy::pacing(300ms)), Lines());
}

void ThrottlerTest::argumentsThatMakeNoSenseAreRefused()
{
    QCOMPARE(thrownBy([&] { ThrottlePolicy::pacing(-1ms); }), "invalid_argument: ThrottlePolicy: expected a delay of at least 0, got -1 ms");
    QCOMPARE(thrownBy([&] { ThrottlePolicy::dropping(-1ms); }), "invalid_argument: ThrottlePolicy: expected a delay of at least 0, got -1 ms");
    QCOMPARE(thrownBy([&] { ThrottlePolicy::dropping(1ms, {.leading = false, .trailing = false}); }),
             "invalid_argument: ThrottlePolicy: expected leading or trailing, or both, got neither");
    Lines runs;
    Throttler throttler{NotedFunction(runs), ThrottlePolicy::pacing(1ms)};
    QCOMPARE(thrownBy([&] { throttler.setDelay(-1ms); }), "invalid_argument: Throttler: expected a delay of at least 0, got -1 ms");
}

void ThrottlerTest::destroyedWhileItsRunIsInOffloadWaitsForTheWork()
{
    VirtualClock clock;
    Lines log;
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
        Throttler throttler{run, ThrottlePolicy::pacing(10ms)};
        throttler(1);
        begun.await();
    }
    QCOMPARE(log, Lines{"unwound, text is alive"});
    QCOMPARE(clock.now(), 0ms);
}

QTEST_GUILESS_MAIN(ThrottlerTest)
#include "throttler_test.moc"
