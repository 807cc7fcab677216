// SPDX-License-Identifier: MIT
#include "model/metrics.h"

#include "app/model/trace_builder.h"
#include "model/scenario_json.h"

#include <QTest>

using namespace playground;
using namespace std::chrono_literals;

namespace {

constexpr qint64 ms = 1'000'000;

Metrics::Values measure(const Trace &trace, qint64 requests, qint64 now = 0)
{
    Metrics metrics(requests);
    metrics.update(trace);
    return metrics.values(now);
}

/// The default scenario's trace, put together by hand from its draws.
TraceBuilder defaultTrace()
{
    TraceBuilder trace;
    trace.part(1, partkind::slots_).part(2, partkind::retry, QStringLiteral("policies.0"));
    for (quint32 request = 1; request <= 3; ++request)
        trace.arrive(request).go(request, 1).attempt(request, 1);
    for (quint32 request = 4; request <= 8; ++request)
        trace.arrive(request).wait(request, 1, WaitReason::Slot, request - 4);
    const auto handOver = [&](std::chrono::nanoseconds at, quint32 from, quint32 number, quint32 to) {
        trace.at(at).attemptEnd(from, number).settle(from, RequestOutcome::Succeeded, number).free(from, 1);
        if (to)
            trace.go(to, 1, GoHow::Granted, from).attempt(to, 1);
    };
    handOver(311058us, 3, 1, 4);
    handOver(373003us, 2, 1, 5);
    handOver(824251us, 1, 1, 6);
    trace.at(861198us).attemptEnd(4, 1, AttemptOutcome::Failed, 503).wait(4, 2, WaitReason::Backoff, 0, 2);
    trace.at(1136895us).go(4, 2, GoHow::Elapsed, 0, 2).attempt(4, 2, 2);
    handOver(1223882us, 5, 1, 7);
    handOver(1415617us, 6, 1, 8);
    handOver(1978810us, 7, 1, 0);
    handOver(1993104us, 4, 2, 0);
    handOver(2151284us, 8, 1, 0);
    trace.end();
    return trace;
}

} // namespace

class MetricsTest : public QObject {
    Q_OBJECT

private slots:
    void areZeroOrNothingForNoRequests()
    {
        TraceBuilder trace;
        trace.end();
        const auto v = measure(trace, 0);
        QCOMPARE(v.requests, 0);
        QCOMPARE(v.pending, 0);
        QCOMPARE(v.virtualTime, 0);
        QCOMPARE(v.throughputPerSecond, 0.0);
        QVERIFY(!v.latency);
        QVERIFY(!v.wait);
        QVERIFY(!v.fasterThanOneByOne);
    }

    void areThoseOfTheHelpForTheDefaultScenario()
    {
        const QByteArray expected = R"({
  "scenario": "eight-fetches",
  "seed": 7,
  "pattern": "parallel-map",
  "virtualTimeMs": 2151.284,
  "requests": 8,
  "succeeded": 8,
  "failed": 0,
  "timedOut": 0,
  "cancelled": 0,
  "dropped": 0,
  "pending": 0,
  "defaulted": 0,
  "attempts": 9,
  "wastedAttempts": 1,
  "wastedMs": 550.14,
  "refused": 0,
  "rejected": 0,
  "maxInFlight": 3,
  "throughputPerSecond": 3.719,
  "latencyMs": {"min": 311.058, "mean": 1283.876, "p50": 1223.882, "p95": 2151.284, "p99": 2151.284, "max": 2151.284},
  "waitMs": {"mean": 518.476, "max": 1415.617},
  "challenge": null
}
)";
        QCOMPARE(reportJson(defaultScenario(), measure(defaultTrace(), 8)), expected);
    }

    void compareWithOneByOne()
    {
        // 824.251 + 373.003 + 311.058 + 1682.046 + 850.879 + 591.366 + 754.928 + 735.667 ms of calls in 2151.284 ms.
        QCOMPARE(*measure(defaultTrace(), 8).fasterThanOneByOne, 6123.198 / 2151.284);
    }

    void areTheSameHoweverTheTraceComes()
    {
        const TraceBuilder whole = defaultTrace();
        Metrics stepwise(8);
        Trace growing;
        for (const Record &record : whole.trace().records()) {
            growing.append(record);
            stepwise.update(growing);
            stepwise.values(record.t);
        }
        QVERIFY(stepwise.values(0) == measure(whole, 8));
    }

    void countEveryOutcomeOnce()
    {
        using Outcome = RequestOutcome;
        TraceBuilder trace;
        for (quint32 request = 1; request <= 6; ++request)
            trace.arrive(request);
        trace.at(10ms)
            .settle(1, Outcome::Succeeded)
            .settle(2, Outcome::Failed)
            .settle(3, Outcome::TimedOut)
            .settle(4, Outcome::Cancelled)
            .settle(5, Outcome::Dropped);
        trace.settle(8, Outcome::Cancelled, 0, 2); // Never arrived.
        const auto v = measure(trace, 8, 50 * ms);
        QCOMPARE(v.succeeded, 1);
        QCOMPARE(v.failed, 1);
        QCOMPARE(v.timedOut, 1);
        QCOMPARE(v.cancelled, 2);
        QCOMPARE(v.dropped, 1);
        QCOMPARE(v.pending, 2);
        QCOMPARE(v.settled() + v.pending, v.requests);
        QCOMPARE(v.attempts, 0);
        QVERIFY(!v.wait); // Nobody had an attempt.
    }

    void countADefaultValueAsSuccess()
    {
        TraceBuilder trace;
        trace.arrive(1)
            .attempt(1, 1)
            .at(20ms)
            .attemptEnd(1, 1, AttemptOutcome::TimedOut, codeNone)
            .settle(1, RequestOutcome::Succeeded, 0, 0, true);
        const auto v = measure(trace, 1);
        QCOMPARE(v.succeeded, 1);
        QCOMPARE(v.defaulted, 1);
        QCOMPARE(v.wastedAttempts, 1);
        QCOMPARE(v.wasted, 20 * ms);
        QCOMPARE(v.latency->p50, 20 * ms);
    }

    void countTheLosersOfAHedgeAsWasted()
    {
        TraceBuilder trace;
        trace.arrive(1)
            .attempt(1, 1)
            .at(20ms)
            .attempt(1, 2, 1, 1)
            .at(30ms)
            .attemptEnd(1, 2)
            .attemptEnd(1, 1, AttemptOutcome::Cancelled, codeNone);
        trace.settle(1, RequestOutcome::Succeeded, 2);
        const auto v = measure(trace, 1);
        QCOMPARE(v.attempts, 2);
        QCOMPARE(v.wastedAttempts, 1);
        QCOMPARE(v.wasted, 30 * ms);
        QCOMPARE(v.maxInFlight, 2);
    }

    void countAGoodAnswerThatCameTooLateAsWasted()
    {
        TraceBuilder trace;
        trace.arrive(1)
            .attempt(1, 1)
            .attempt(1, 2, 1, 1)
            .at(30ms)
            .attemptEnd(1, 2)
            .attemptEnd(1, 1)
            .settle(1, RequestOutcome::Succeeded, 2);
        QCOMPARE(measure(trace, 1).wastedAttempts, 1);
        TraceBuilder late;
        late.arrive(1)
            .attempt(1, 1)
            .attempt(1, 2, 1, 1)
            .at(30ms)
            .attemptEnd(1, 2)
            .settle(1, RequestOutcome::Succeeded, 2)
            .at(40ms)
            .attemptEnd(1, 1);
        QCOMPARE(measure(late, 1).wasted, 40 * ms);
        QCOMPARE(measure(late, 1).wastedAttempts, 1);
    }

    void takeTheResultThatIsRecordedBehindItsSettlement()
    {
        TraceBuilder trace;
        trace.arrive(1).attempt(1, 1).at(30ms).settle(1, RequestOutcome::Succeeded, 1).attemptEnd(1, 1);
        QCOMPARE(measure(trace, 1).wastedAttempts, 0);
    }

    void countAGoodAnswerOfACancelledRequestAsWasted()
    {
        TraceBuilder trace;
        trace.arrive(1).attempt(1, 1).at(30ms).attemptEnd(1, 1).settle(1, RequestOutcome::Cancelled);
        QCOMPARE(measure(trace, 1).wastedAttempts, 1);
        QCOMPARE(measure(trace, 1).wasted, 30 * ms);
    }

    void countRaceOfThree()
    {
        TraceBuilder trace;
        for (quint32 request = 1; request <= 3; ++request)
            trace.arrive(request).attempt(request, 1);
        trace.at(40ms).attemptEnd(2, 1).settle(2, RequestOutcome::Succeeded, 1);
        for (const quint32 loser : {1u, 3u})
            trace.attemptEnd(loser, 1, AttemptOutcome::Cancelled, codeNone)
                .settle(loser, RequestOutcome::Cancelled, 0, 2);
        const auto v = measure(trace, 3);
        QCOMPARE(v.succeeded, 1);
        QCOMPARE(v.cancelled, 2);
        QCOMPARE(v.attempts, 3);
        QCOMPARE(v.wastedAttempts, 2);
        QCOMPARE(v.wasted, 80 * ms);
        QCOMPARE(v.maxInFlight, 3);
    }

    void countABatchersCallOnceATry()
    {
        TraceBuilder trace;
        trace.arrive(1).wait(1, 1, WaitReason::Collect).at(10ms).arrive(2).wait(2, 1, WaitReason::Collect).join(2, 1);
        trace.go(1, 1).go(2, 1).attempt(1, 1);
        trace.at(60ms).attemptEnd(1, 1).settle(1, RequestOutcome::Succeeded, 1).settle(2, RequestOutcome::Succeeded, 1);
        const auto v = measure(trace, 2);
        QCOMPARE(v.succeeded, 2);
        QCOMPARE(v.attempts, 1);
        QCOMPARE(v.wastedAttempts, 0);
        QCOMPARE(v.latency->min, 50 * ms);
        QCOMPARE(v.latency->max, 60 * ms);
        QCOMPARE(v.wait->mean, 5 * ms);              // Both travelled in an attempt; one waited 10 ms, one not at all.
        QCOMPARE(v.fasterThanOneByOne, 50.0 / 60.0); // One call.
    }

    void measureLatencyFromTheRequestsOwnArrival()
    {
        // Debounce: three keys, the last one asks.
        TraceBuilder trace;
        trace.part(1, partkind::debounce);
        trace.arrive(1).wait(1, 1, WaitReason::Quiet);
        trace.at(100ms)
            .arrive(2)
            .go(1, 1, GoHow::Cancelled)
            .settle(1, RequestOutcome::Dropped)
            .wait(2, 1, WaitReason::Quiet);
        trace.at(200ms)
            .arrive(3)
            .go(2, 1, GoHow::Cancelled)
            .settle(2, RequestOutcome::Dropped)
            .wait(3, 1, WaitReason::Quiet);
        trace.at(500ms).go(3, 1, GoHow::Elapsed).dispatch(3).attempt(3, 1);
        trace.at(600ms).attemptEnd(3, 1).settle(3, RequestOutcome::Succeeded, 1);
        const auto v = measure(trace, 3);
        QCOMPARE(v.dropped, 2);
        QCOMPARE(v.succeeded, 1);
        QCOMPARE(v.latency->max, 400 * ms);
        QCOMPARE(v.wait->mean, 300 * ms); // The dropped ones had no attempt.
        QCOMPARE(v.virtualTime, 600 * ms);
    }

    void countRefusalsAndRejections()
    {
        TraceBuilder trace;
        trace.arrive(1)
            .attempt(1, 1)
            .at(20ms)
            .attemptEnd(1, 1, AttemptOutcome::Refused, 429)
            .settle(1, RequestOutcome::Failed);
        trace.arrive(2).go(2, 5, GoHow::Rejected).settle(2, RequestOutcome::Failed);
        const auto v = measure(trace, 2);
        QCOMPARE(v.refused, 1);
        QCOMPARE(v.rejected, 1);
        QCOMPARE(v.attempts, 1);
        QCOMPARE(v.wastedAttempts, 1);
        QCOMPARE(v.failed, 2);
    }

    void countTheInputsOfDebounceAndThrottleAsDroppedAlone()
    {
        for (const QString &kind : {QString(partkind::debounce), QString(partkind::throttle)}) {
            TraceBuilder trace;
            trace.part(1, kind).part(2, partkind::breaker, QStringLiteral("policies.0"));
            trace.arrive(1).wait(1, 1, WaitReason::Quiet).at(5ms).arrive(2).go(1, 1, GoHow::Rejected, 2).settle(1, RequestOutcome::Dropped);
            trace.go(2, 2, GoHow::Rejected).settle(2, RequestOutcome::Failed);
            const auto v = measure(trace, 2);
            QCOMPARE(v.dropped, 1);
            QCOMPARE(v.rejected, 1);
        }
    }

    void leaveBackoffAndTheServersQueueOutOfTheWaits()
    {
        TraceBuilder trace;
        trace.arrive(1).wait(1, 1, WaitReason::Slot).at(10ms).go(1, 1).attempt(1, 1).wait(1, 9, WaitReason::Server);
        trace.at(40ms)
            .go(1, 9)
            .at(50ms)
            .attemptEnd(1, 1, AttemptOutcome::Failed, 503)
            .wait(1, 2, WaitReason::Backoff, 0, 2);
        trace.at(90ms)
            .go(1, 2, GoHow::Elapsed, 0, 2)
            .wait(1, 3, WaitReason::Token, 0, 2)
            .at(95ms)
            .go(1, 3, GoHow::Granted, 0, 2)
            .attempt(1, 2, 2);
        trace.at(100ms).attemptEnd(1, 2).settle(1, RequestOutcome::Succeeded, 2);
        const auto v = measure(trace, 1);
        QCOMPARE(v.wait->mean, 15 * ms);
        QCOMPARE(v.wait->max, 15 * ms);
    }

    void countAWaitOfARequestWithoutAnAttemptForNobody()
    {
        TraceBuilder trace;
        trace.arrive(1).wait(1, 1, WaitReason::Slot).arrive(2).attempt(2, 1);
        trace.at(30ms).attemptEnd(2, 1, AttemptOutcome::Failed, 500).settle(2, RequestOutcome::Failed);
        trace.go(1, 1, GoHow::Cancelled).settle(1, RequestOutcome::Cancelled, 0, 2);
        const auto v = measure(trace, 2);
        QCOMPARE(v.wait->mean, 0);
        QCOMPARE(v.wait->max, 0);
        QVERIFY(!v.latency);
    }

    void takeTheTimeOfTheLastEventWhenSomethingIsPending()
    {
        TraceBuilder trace;
        trace.arrive(1).attempt(1, 1).arrive(2).attempt(2, 1).at(70ms).attemptEnd(2, 1).settle(
            2, RequestOutcome::Succeeded, 1);
        trace.at(90ms).end(EndReason::Until);
        const auto v = measure(trace, 2, 90 * ms);
        QCOMPARE(v.pending, 1);
        QCOMPARE(v.virtualTime, 90 * ms);
        QCOMPARE(v.throughputPerSecond, 11.111);
        QCOMPARE(v.wastedAttempts, 0); // Its fate is not known.
    }

    void takeThePresentWhileTheRunGoesOn()
    {
        TraceBuilder trace;
        trace.arrive(1).attempt(1, 1);
        QCOMPARE(measure(trace, 1, 33 * ms).virtualTime, 33 * ms);
        trace.at(40ms).attemptEnd(1, 1).settle(1, RequestOutcome::Succeeded, 1);
        QCOMPARE(measure(trace, 1, 99 * ms).virtualTime, 40 * ms);
    }

    void haveNoThroughputAtTimeZero()
    {
        TraceBuilder trace;
        trace.arrive(1).attempt(1, 1).attemptEnd(1, 1).settle(1, RequestOutcome::Succeeded, 1);
        const auto v = measure(trace, 1);
        QVERIFY(!v.throughputPerSecond);
        QVERIFY(!v.fasterThanOneByOne);
        QCOMPARE(v.latency->max, 0);
        TraceBuilder failed;
        failed.arrive(1).settle(1, RequestOutcome::Failed);
        QCOMPARE(measure(failed, 1).throughputPerSecond, 0.0);
    }

    void roundMeansHalfUp()
    {
        TraceBuilder trace;
        trace.arrive(1)
            .arrive(2)
            .at(1us)
            .settle(1, RequestOutcome::Succeeded)
            .at(2us)
            .settle(2, RequestOutcome::Succeeded);
        QCOMPARE(measure(trace, 2).latency->mean, 2000); // 1.5 µs
        TraceBuilder below;
        below.arrive(1)
            .arrive(2)
            .at(1us)
            .settle(1, RequestOutcome::Succeeded)
            .at(1999ns)
            .settle(2, RequestOutcome::Succeeded);
        QCOMPARE(measure(below, 2).latency->mean, 1000); // 1.4995 µs
    }

    void doNotOverflow()
    {
        // 200,000 requests that all wait for a day's queue: 1.7e19 ns together.
        TraceBuilder trace;
        for (quint32 request = 1; request <= 200'000; ++request)
            trace.arrive(request);
        trace.at(24h);
        for (quint32 request = 1; request <= 200'000; ++request)
            trace.settle(request, RequestOutcome::Succeeded);
        QCOMPARE(measure(trace, 200'000).latency->mean, qint64(86'400'000) * ms);
        QCOMPARE(measure(trace, 200'000).throughputPerSecond, 2.315);
    }

    void writeNumbersWithoutNeedlessZeros()
    {
        Metrics::Values v;
        v.requests = v.succeeded = 1;
        v.virtualTime = 8 * ms;
        v.wasted = 1'000;
        v.throughputPerSecond = 125;
        v.latency = Metrics::Values::Latency{500, 499, 1'500, 100'000, 10'000'000, 550'140'000};
        const QByteArray json = reportJson(Scenario(), v);
        QVERIFY(json.contains("\"virtualTimeMs\": 8,\n"));
        QVERIFY(json.contains("\"wastedMs\": 0.001,\n"));
        QVERIFY(json.contains("\"throughputPerSecond\": 125,\n"));
        QVERIFY(
            json.contains("{\"min\": 0.001, \"mean\": 0, \"p50\": 0.002, \"p95\": 0.1, \"p99\": 10, \"max\": 550.14}"));
    }

    void writeNullForWhatThereIsNot()
    {
        const QByteArray json = reportJson(Scenario(), Metrics::Values());
        QVERIFY(json.contains("\"throughputPerSecond\": null,\n"));
        QVERIFY(json.contains("\"latencyMs\": {\"min\": null, \"mean\": null, \"p50\": null, \"p95\": null, \"p99\": "
                              "null, \"max\": null},\n"));
        QVERIFY(json.contains("\"waitMs\": {\"mean\": null, \"max\": null},\n"));
    }

    void writeTheChallenge()
    {
        Scenario scenario;
        scenario.challenge = {{QStringLiteral("virtualTimeMs"), QStringLiteral("<= 2000")},
                              {QStringLiteral("latencyMs.p95"), QStringLiteral("<= 900")}};
        Metrics::Values v;
        v.virtualTime = 1500 * ms;
        QVERIFY(
            reportJson(scenario, v)
                .contains(
                    "\"challenge\": {\"met\": false, \"thresholds\": [{\"key\": \"virtualTimeMs\", \"condition\": \"<= "
                    "2000\", \"value\": 1500, \"met\": true}, "
                    "{\"key\": \"latencyMs.p95\", \"condition\": \"<= 900\", \"value\": null, \"met\": false}]}\n"));
    }

    void canBeReadAsText()
    {
        QCOMPARE(
            reportText(defaultScenario(), measure(defaultTrace(), 8)),
            QStringLiteral(
                "Scenario              8 fetches, 3 at a time (seed 7)\n"
                "Total time            2.151 s\n"
                "Requests              8 of 8 succeeded\n"
                "Attempts              9, 1 of them wasted (550 ms)\n"
                "Most in flight        3\n"
                "Throughput            3.719 per second\n"
                "Latency               311 ms min, 1.284 s mean, 1.224 s p50, 2.151 s p95, 2.151 s p99, 2.151 s max\n"
                "Waiting               518 ms mean, 1.416 s max\n"));
    }

    void wholeNumbersAreReadAsText()
    {
        TraceBuilder trace;
        trace.at(0ms).arrive(1).attempt(1, 1).at(500ms).attemptEnd(1, 1).settle(1, RequestOutcome::Succeeded, 1).end();
        Scenario scenario = defaultScenario();
        scenario.challenge = {{QStringLiteral("virtualTimeMs"), QStringLiteral("<= 1000")}, {QStringLiteral("throughputPerSecond"), QStringLiteral(">= 2")}};
        const QString text = reportText(scenario, measure(trace, 1));
        QVERIFY2(text.contains(QStringLiteral("Throughput            2 per second\n")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral(": 500, met")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral(": 2, met")), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(MetricsTest)
#include "metrics_test.moc"
