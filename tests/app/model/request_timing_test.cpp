// SPDX-License-Identifier: MIT
#include "model/request_timing.h"

#include "app/model/trace_builder.h"
#include "model/run.h"
#include "model/scenario.h"

#include <QTest>

using namespace playground;
using namespace std::chrono_literals;

namespace {

constexpr qint64 ms = 1'000'000;

} // namespace

class RequestTimingTest : public QObject {
    Q_OBJECT

private slots:
    void nobodyKnowsARequestThatIsNotThere()
    {
        const Run run(defaultScenario());
        QCOMPARE(requestTiming(run, 0), RequestTiming());
        QCOMPARE(requestTiming(run, 1), RequestTiming());
        QVERIFY(!requestTiming(run, 9).latency());
    }

    void addsUpWaitsButNotBackOffs()
    {
        TraceBuilder trace;
        trace.part(1, partkind::slots_).part(2, partkind::retry).at(10ms).arrive(1, QString()).wait(1, 1, WaitReason::Slot);
        trace.at(40ms).go(1, 1).attempt(1, 1);
        trace.at(90ms).attemptEnd(1, 1, AttemptOutcome::Failed, 503).wait(1, 2, WaitReason::Backoff);
        Run run(defaultScenario());
        run.append(trace, 100 * ms);
        RequestTiming timing = requestTiming(run, 1);
        QCOMPARE(*timing.arrived, 10 * ms);
        QCOMPARE(*timing.started, 40 * ms);
        QCOMPARE(timing.waited, 30 * ms);
        QCOMPARE(timing.attempts, quint32(1));
        QVERIFY(!timing.ended && !timing.latency());
        QVERIFY(timing.outcome == RequestOutcome::Pending);

        TraceBuilder rest;
        rest.at(200ms).go(1, 2).attempt(1, 2);
        rest.at(250ms).attemptEnd(1, 2).settle(1, RequestOutcome::Succeeded, 2);
        run.append(rest, 250 * ms);
        timing = requestTiming(run, 1);
        QCOMPARE(timing.waited, 30 * ms);
        QCOMPARE(timing.attempts, quint32(2));
        QCOMPARE(*timing.ended, 250 * ms);
        QCOMPARE(*timing.latency(), 240 * ms);
        QVERIFY(timing.outcome == RequestOutcome::Succeeded);
    }

    void aWaitUnderWayCountsUpToThePresent()
    {
        TraceBuilder trace;
        trace.part(1, partkind::slots_).arrive(1, QString()).wait(1, 1, WaitReason::Slot);
        Run run(defaultScenario());
        run.append(trace, 70 * ms);
        QCOMPARE(requestTiming(run, 1).waited, 70 * ms);
        QVERIFY(!requestTiming(run, 1).started);
    }
};

QTEST_GUILESS_MAIN(RequestTimingTest)
#include "request_timing_test.moc"
