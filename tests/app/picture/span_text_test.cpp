// SPDX-License-Identifier: MIT
#include "picture/span_text.h"

#include "app/picture/trace_builder.h"

#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

} // namespace

class SpanTextTest : public QObject {
    Q_OBJECT

private slots:
    void attemptsShowTheirCodeAndLength();
    void waitsSayWhatTheyWaitFor();
    void everyWaitReasonHasWords();
    void everyStateHasAName();
    void summariesTellTheWholeStory();
    void lanesTellHowTheyEnded();
    void handOversNameTheReceiver();
    void theGutterTellsTriesFromCopies();
    void attemptsOfAHalfOpenBreakerAreProbes();
    void membersSayInWhoseCallTheyTravel();
};

void SpanTextTest::attemptsShowTheirCodeAndLength()
{
    Span span;
    span.end = 684 * ms;
    span.code = 200;
    span.state = SpanState::Succeeded;
    QCOMPARE(spanText(span, 0).longText, QStringLiteral("200  684 ms"));
    QCOMPARE(spanText(span, 0).shortText, QStringLiteral("200"));
    span.code = codeOffline;
    span.state = SpanState::Failed;
    QCOMPARE(spanText(span, 0).shortText, QStringLiteral("offline"));
    span.code = codeNone;
    span.state = SpanState::TimedOut;
    QCOMPARE(spanText(span, 0).longText, QStringLiteral("timed out  684 ms"));
    span.end = -1;
    span.state = SpanState::Running;
    QCOMPARE(spanText(span, 120 * ms).longText, QStringLiteral("120 ms"));
    QCOMPARE(spanText(span, 120 * ms).shortText, QStringLiteral("120 ms"));
}

void SpanTextTest::waitsSayWhatTheyWaitFor()
{
    Span span;
    span.end = 548 * ms;
    span.reason = WaitReason::Slot;
    QCOMPARE(spanText(span, 0).longText, QStringLiteral("waits for a slot  548 ms"));
    QCOMPARE(spanText(span, 0).shortText, QStringLiteral("548 ms"));
    span.reason = WaitReason::Backoff;
    span.end = 1448 * ms;
    QCOMPARE(spanText(span, 0).longText, QStringLiteral("back-off  1.448 s"));
}

void SpanTextTest::everyWaitReasonHasWords()
{
    using enum WaitReason;
    QSet<QString> seen;
    for (const WaitReason reason : {Slot, Token, Turn, Batch, Collect, Quiet, Window, Backoff, Pause, Server}) {
        Span span;
        span.reason = reason;
        span.end = ms;
        seen.insert(spanText(span, 0).longText);
        QVERIFY(spanText(span, 0).longText != spanText(span, 0).shortText);
    }
    QCOMPARE(seen.size(), qsizetype(10));
}

void SpanTextTest::everyStateHasAName()
{
    QSet<QString> names;
    for (int state = 0; state < 8; ++state)
        names.insert(stateName(SpanState(state)));
    QCOMPARE(names.size(), qsizetype(8));
    QVERIFY(!names.contains(QString()));
}

void SpanTextTest::summariesTellTheWholeStory()
{
    Run run(parallelMap(8, 3));
    run.append(eightFetches(), 2200 * ms);
    QStringList lines;
    for (const Span &span : run.timeline().spansOf(run.timeline().lanes()[3]))
        lines += spanSummary(span, run.trace(), run.now());
    QCOMPARE(lines, (QStringList{QStringLiteral("#4: waits for a slot (Parallel map) 548 ms, from 0.000 s to 0.548 s"),
                                 QStringLiteral("#4, attempt 1: failed with 503 after 276 ms, from 0.548 s to 0.824 s"),
                                 QStringLiteral("#4: back-off (Retry) 318 ms, from 0.824 s to 1.142 s"),
                                 QStringLiteral("#4, attempt 2: succeeded after 624 ms, from 1.142 s to 1.766 s")}));
}

void SpanTextTest::lanesTellHowTheyEnded()
{
    Run run(parallelMap(3, 3));
    run.append(TraceBuilder().arrive(0, 1).arrive(5, 2).settle(9, 1).settle(9, 3, RequestOutcome::Cancelled, 0).trace(),
               10 * ms);
    const auto &lanes = run.timeline().lanes();
    QCOMPARE(laneSummary(lanes[0], run.trace()), QStringLiteral("#1, GET /pages/1: succeeded at 0.009 s"));
    QCOMPARE(laneSummary(lanes[1], run.trace()), QStringLiteral("#2, GET /pages/2: arrived at 0.005 s"));
    QCOMPARE(laneSummary(lanes[2], run.trace()), QStringLiteral("#3: never arrived"));
}

void SpanTextTest::handOversNameTheReceiver()
{
    Span span;
    span.request = 4;
    span.reason = WaitReason::Slot;
    QCOMPARE(handOverText(span), QStringLiteral("hands its slot to #4"));
    span.reason = WaitReason::Turn;
    QCOMPARE(handOverText(span), QStringLiteral("lets #4 go on"));
}

void SpanTextTest::theGutterTellsTriesFromCopies()
{
    const auto textOf = [](const TraceBuilder &trace) {
        Timeline timeline;
        timeline.update(trace.trace());
        return attemptsText(timeline.lanes()[0], timeline);
    };
    QCOMPARE(textOf(TraceBuilder().attempt(0, 1, 1).attempt(5, 1, 2)), QStringLiteral("2 tries"));
    QCOMPARE(textOf(TraceBuilder().copy(0, 1, 0).copy(5, 1, 1).copy(6, 1, 2)), QStringLiteral("3 copies"));
    QCOMPARE(textOf(TraceBuilder().copy(0, 1, 0).copy(5, 1, 1).attempt(9, 1, 3)), QStringLiteral("3 attempts"));
}

void SpanTextTest::attemptsOfAHalfOpenBreakerAreProbes()
{
    Trace trace;
    const auto breaker = [&](qint64 t, double value) {
        trace.appendLevel(t * ms, 1, {QStringLiteral("breaker"), value, 0, {}});
    };
    const auto attempt = [&](qint64 t, quint32 request) {
        trace.append(TraceBuilder().attempt(t, request).trace().records()[0]);
    };
    trace.appendPart(0, {1, partkind::breaker, QStringLiteral("policies.0"), QStringLiteral("Breaker")});
    attempt(0, 1);
    breaker(10, 2);
    breaker(50, 1);
    attempt(50, 2);
    attempt(60, 3);
    breaker(70, 0);
    attempt(70, 4);
    attempt(80, 5);
    Timeline timeline;
    timeline.update(trace);
    std::vector<bool> probes;
    for (const Span &span : timeline.spans())
        probes.push_back(isProbe(span, timeline));
    QCOMPARE(probes, (std::vector<bool>{false, true, true, false, false}));
}

void SpanTextTest::membersSayInWhoseCallTheyTravel()
{
    Lane lane;
    lane.request = 4;
    lane.arrived = 0;
    lane.lead = 3;
    QCOMPARE(laneSummary(lane, Trace()), QStringLiteral("#4, in the call of #3: arrived at 0.000 s"));
}

QTEST_GUILESS_MAIN(SpanTextTest)
#include "span_text_test.moc"
