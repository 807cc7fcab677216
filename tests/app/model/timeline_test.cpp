// SPDX-License-Identifier: MIT
#include "model/timeline.h"

#include "app/model/trace_builder.h"

#include <QTest>

using namespace playground;
using namespace std::chrono_literals;

namespace {

constexpr qint64 ms = 1'000'000;

Timeline follow(const Trace &trace)
{
    Timeline timeline;
    timeline.update(trace);
    return timeline;
}

std::vector<Span> spansOf(const Timeline &timeline, quint32 request)
{
    std::vector<Span> spans;
    for (const Span &span : timeline.spansOf(timeline.lanes()[request - 1]))
        spans.push_back(span);
    return spans;
}

std::vector<quint32> requests(const std::vector<Timeline::Holder> &holders)
{
    std::vector<quint32> numbers;
    for (const Timeline::Holder &holder : holders)
        numbers.push_back(holder.request);
    return numbers;
}

/// Two slots, three requests: #1 takes 100 ms; #2 fails at 50 ms, backs off and keeps its slot; #3 waits for #1.
TraceBuilder twoSlots()
{
    TraceBuilder trace;
    trace.part(1, partkind::slots_).part(2, partkind::retry, QStringLiteral("policies.0"));
    trace.arrive(1, QStringLiteral("a")).go(1, 1).attempt(1, 1);
    trace.arrive(2).go(2, 1).attempt(2, 1);
    trace.arrive(3).wait(3, 1, WaitReason::Slot, 0);
    trace.at(50ms).attemptEnd(2, 1, AttemptOutcome::Failed, 503).wait(2, 2, WaitReason::Backoff, 0, 2, 0, 80ms);
    trace.at(80ms).go(2, 2, GoHow::Elapsed, 0, 2).attempt(2, 2, 2);
    trace.at(100ms).attemptEnd(1, 1).settle(1, RequestOutcome::Succeeded, 1).free(1, 1);
    trace.go(3, 1, GoHow::Granted, 1).attempt(3, 1);
    trace.at(120ms).attemptEnd(2, 2).settle(2, RequestOutcome::Succeeded, 2).free(2, 1);
    trace.at(150ms).attemptEnd(3, 1).settle(3, RequestOutcome::Succeeded, 1).free(3, 1).end();
    return trace;
}

} // namespace

class TimelineTest : public QObject {
    Q_OBJECT

private slots:
    void isEmptyWithoutATrace()
    {
        const Timeline timeline = follow(Trace());
        QVERIFY(timeline.spans().empty());
        QVERIFY(timeline.lanes().empty());
        QVERIFY(!timeline.ended());
        QCOMPARE(Timeline::valueAt(timeline.inFlight(), 0), 0);
        QVERIFY(timeline.holdersAt(1, 0).empty());
        QVERIFY(timeline.grantsOf(1).empty());
    }

    void putsSpansIntoLanes()
    {
        const Timeline timeline = follow(twoSlots());
        QCOMPARE(timeline.lanes().size(), std::size_t(3));
        QCOMPARE(timeline.spans().size(), std::size_t(6));

        const auto first = spansOf(timeline, 1);
        QCOMPARE(first.size(), std::size_t(1));
        QCOMPARE(first[0].begin, 0);
        QCOMPARE(first[0].end, 100 * ms);
        QCOMPARE(first[0].state, SpanState::Succeeded);
        QCOMPARE(first[0].code, codeOk);
        QVERIFY(!first[0].isWait());

        const auto second = spansOf(timeline, 2);
        QCOMPARE(second.size(), std::size_t(3));
        QCOMPARE(second[0].state, SpanState::Failed);
        QCOMPARE(second[0].code, quint16(503));
        QCOMPARE(second[1].state, SpanState::Backoff);
        QCOMPARE(second[1].reason, WaitReason::Backoff);
        QCOMPARE(second[1].begin, 50 * ms);
        QCOMPARE(second[1].end, 80 * ms);
        QCOMPARE(second[1].how, GoHow::Elapsed);
        QCOMPARE(second[2].number, quint32(2));
        QCOMPARE(second[2].tryNumber, quint8(2));

        const auto third = spansOf(timeline, 3);
        QCOMPARE(third[0].state, SpanState::Queued);
        QCOMPARE(third[0].lengthAt(0), 100 * ms);
        QCOMPARE(third[0].from, quint32(1));
        QCOMPARE(third[1].begin, 100 * ms);
    }

    void knowsTheEndOfEachRequest()
    {
        TraceBuilder trace = twoSlots();
        const Timeline timeline = follow(trace);
        const Lane &second = timeline.lanes()[1];
        QCOMPARE(second.arrived, 0);
        QCOMPARE(second.settled, 120 * ms);
        QCOMPARE(second.outcome, RequestOutcome::Succeeded);
        QCOMPARE(second.resultAttempt, quint32(2));
        QCOMPARE(second.attempts, quint32(2));
        QCOMPARE(second.spanCount, quint32(3));
        QCOMPARE(trace.trace().text(timeline.lanes()[0].text), QStringLiteral("a"));
        QCOMPARE(second.text, -1);
        QCOMPARE(timeline.ended(), EndReason::Done);
    }

    void countsInFlightQueuedDoneAndHeld()
    {
        const Timeline timeline = follow(twoSlots());
        QCOMPARE(timeline.inFlight(),
                 (std::vector<Step>{{0, 2}, {50 * ms, 1}, {80 * ms, 2}, {100 * ms, 2}, {120 * ms, 1}, {150 * ms, 0}}));
        QCOMPARE(timeline.queued(), (std::vector<Step>{{0, 1}, {100 * ms, 0}}));
        QCOMPARE(timeline.done(), (std::vector<Step>{{100 * ms, 1}, {120 * ms, 2}, {150 * ms, 3}}));
        QCOMPARE(timeline.held(), (std::vector<Step>{{0, 2}, {100 * ms, 2}, {120 * ms, 1}, {150 * ms, 0}}));
        // The slot that the back-off of #2 keeps.
        QCOMPARE(Timeline::valueAt(timeline.held(), 60 * ms) - Timeline::valueAt(timeline.inFlight(), 60 * ms), 1);
    }

    void findsTheValueOfACounter()
    {
        const std::vector<Step> counter{{10, 1}, {20, 5}};
        QCOMPARE(Timeline::valueAt(counter, 9), 0);
        QCOMPARE(Timeline::valueAt(counter, 10), 1);
        QCOMPARE(Timeline::valueAt(counter, 19), 1);
        QCOMPARE(Timeline::valueAt(counter, 20), 5);
        QCOMPARE(Timeline::valueAt(counter, 1000), 5);
    }

    void putsMarblesAtArrivalAndAtTheEnd()
    {
        const Timeline timeline = follow(twoSlots());
        QCOMPARE(timeline.in(), (std::vector<Marble>{{0, 1}, {0, 2}, {0, 3}}));
        QCOMPARE(timeline.out(), (std::vector<Marble>{{100 * ms, 1}, {120 * ms, 2}, {150 * ms, 3}}));
    }

    void putsOutMarblesOfADebounceAtDispatch_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("debounce") << QString(partkind::debounce);
        QTest::newRow("throttle") << QString(partkind::throttle);
    }

    void putsOutMarblesOfADebounceAtDispatch()
    {
        QFETCH(QString, kind);
        TraceBuilder trace;
        trace.part(1, kind).arrive(1).wait(1, 1, WaitReason::Quiet);
        trace.at(10ms)
            .arrive(2)
            .go(1, 1, GoHow::Cancelled)
            .settle(1, RequestOutcome::Dropped)
            .wait(2, 1, WaitReason::Quiet);
        trace.at(40ms).go(2, 1, GoHow::Elapsed).dispatch(2).attempt(2, 1);
        trace.at(90ms).attemptEnd(2, 1).settle(2, RequestOutcome::Succeeded, 1);
        const Timeline timeline = follow(trace);
        QCOMPARE(timeline.out(), (std::vector<Marble>{{40 * ms, 2}}));
        QVERIFY(spansOf(timeline, 1)[0].dropped);
        QVERIFY(!spansOf(timeline, 2)[0].dropped);
    }

    void leavesOutWhatNeverComesOut()
    {
        TraceBuilder trace;
        trace.part(1, partkind::slots_).arrive(1).dispatch(1);
        trace.at(5ms).settle(1, RequestOutcome::Failed).settle(2, RequestOutcome::Cancelled, 0, 1);
        const Timeline timeline = follow(trace);
        QCOMPARE(timeline.out(), (std::vector<Marble>{{5 * ms, 1}}));
        QCOMPARE(timeline.lanes()[1].arrived, -1);
        QCOMPARE(timeline.lanes()[1].outcome, RequestOutcome::Cancelled);
        QCOMPARE(timeline.lanes()[1].causeRequest, quint32(1));
        QCOMPARE(timeline.done(), (std::vector<Step>{{5 * ms, 2}}));
    }

    void knowsWhoHeldTheSlotsWhenAWaitBegan()
    {
        const Timeline timeline = follow(twoSlots());
        const Span wait = spansOf(timeline, 3)[0];
        const std::vector<Timeline::Holder> expected{{1, 0, 100 * ms, 3}, {2, 0, 120 * ms, 0}};
        QCOMPARE(timeline.holdersAt(wait), expected);
    }

    void knowsWhoHeldTheSlotsAtATime()
    {
        const Timeline timeline = follow(twoSlots());
        QCOMPARE(requests(timeline.holdersAt(1, 0)), (std::vector<quint32>{1, 2}));
        QCOMPARE(requests(timeline.holdersAt(1, 100 * ms)), (std::vector<quint32>{2, 3}));
        QCOMPARE(requests(timeline.holdersAt(1, 149 * ms)), (std::vector<quint32>{3}));
        QVERIFY(timeline.holdersAt(1, 150 * ms).empty());
        QVERIFY(timeline.holdersAt(2, 0).empty());
        QVERIFY(timeline.holdersAt(1, -1).empty());
    }

    void doesNotCountGrantsAfterTheWaitAtTheSameInstant()
    {
        TraceBuilder trace;
        trace.part(1, partkind::slots_).go(1, 1).wait(2, 1, WaitReason::Slot).wait(3, 1, WaitReason::Slot, 1);
        trace.free(1, 1).go(2, 1, GoHow::Granted, 1).wait(4, 1, WaitReason::Slot, 1);
        const Timeline timeline = follow(trace);
        QCOMPARE(requests(timeline.holdersAt(spansOf(timeline, 3)[0])), (std::vector<quint32>{1}));
        QCOMPARE(requests(timeline.holdersAt(spansOf(timeline, 4)[0])), (std::vector<quint32>{2}));
    }

    void findsALongHolderBehindManyShortOnes()
    {
        TraceBuilder trace;
        trace.part(1, partkind::slots_).go(1, 1);
        for (quint32 request = 2; request < 2000; ++request)
            trace.at(std::chrono::milliseconds(request))
                .go(request, 1)
                .at(std::chrono::milliseconds(request) + 500us)
                .free(request, 1);
        trace.at(3s).go(2000, 1).wait(2001, 1, WaitReason::Slot);
        const Timeline timeline = follow(trace);
        QCOMPARE(requests(timeline.holdersAt(spansOf(timeline, 2001)[0])), (std::vector<quint32>{1, 2000}));
    }

    void keepsPartsApart()
    {
        TraceBuilder trace;
        trace.part(1, partkind::slots_)
            .part(2, partkind::slots_, QStringLiteral("policies.0"))
            .part(3, partkind::tokens, QStringLiteral("policies.1"));
        trace.go(1, 1).go(1, 2).go(1, 3).go(2, 1).wait(2, 2, WaitReason::Slot);
        const Timeline timeline = follow(trace);
        QCOMPARE(requests(timeline.holdersAt(1, 0)), (std::vector<quint32>{1, 2}));
        QCOMPARE(requests(timeline.holdersAt(2, 0)), (std::vector<quint32>{1}));
        QVERIFY(timeline.holdersAt(3, 0).empty()); // A token is used up, not held.
        QCOMPARE(timeline.held(), (std::vector<Step>{{0, 3}}));
        QCOMPARE(timeline.grantsOf(1).size(), std::size_t(2));
    }

    void holdsNothingWhereThereIsNoLimit()
    {
        TraceBuilder trace;
        trace.part(1, partkind::slots_).limit(1, 0).go(1, 1).go(2, 1);
        trace.at(1s).free(1, 1);
        QVERIFY(follow(trace).held().empty());
        trace.at(2s).limit(1, 3).go(3, 1);
        QCOMPARE(follow(trace).held(), (std::vector<Step>{{2000 * ms, 2}})); // #2 holds one of the three now.
        trace.at(3s).free(2, 1).limit(1, 0);
        QCOMPARE(follow(trace).held(), (std::vector<Step>{{2000 * ms, 2}, {3000 * ms, 0}}));
        trace.at(4s).free(3, 1);
        QCOMPARE(follow(trace).held(), (std::vector<Step>{{2000 * ms, 2}, {3000 * ms, 0}}));
    }

    void tellsCopiesApart()
    {
        TraceBuilder trace;
        trace.attempt(1, 1, 1, 0).at(20ms).attempt(1, 2, 1, 1);
        trace.at(30ms)
            .attemptEnd(1, 2)
            .attemptEnd(1, 1, AttemptOutcome::Cancelled, codeNone)
            .settle(1, RequestOutcome::Succeeded, 2);
        const auto spans = spansOf(follow(trace), 1);
        QCOMPARE(spans[0].state, SpanState::Cancelled);
        QCOMPARE(spans[0].copy, quint8(0));
        QCOMPARE(spans[1].state, SpanState::Succeeded);
        QCOMPARE(spans[1].copy, quint8(1));
        QCOMPARE(spans[1].begin, 20 * ms);
    }

    void showsEachOutcomeOfAnAttempt()
    {
        using Outcome = AttemptOutcome;
        TraceBuilder trace;
        const std::vector<Outcome> outcomes{Outcome::Ok,       Outcome::Failed,    Outcome::Refused,
                                            Outcome::TimedOut, Outcome::Cancelled, Outcome::Abandoned};
        for (quint32 i = 0; i < outcomes.size(); ++i)
            trace.attempt(i + 1, 1).attemptEnd(i + 1, 1, outcomes[i]);
        const Timeline timeline = follow(trace);
        const std::vector<SpanState> expected{SpanState::Succeeded, SpanState::Failed,    SpanState::Failed,
                                              SpanState::TimedOut,  SpanState::Cancelled, SpanState::Cancelled};
        for (quint32 i = 0; i < outcomes.size(); ++i) {
            QCOMPARE(spansOf(timeline, i + 1)[0].state, expected[i]);
            QCOMPARE(spansOf(timeline, i + 1)[0].outcome, outcomes[i]);
        }
    }

    void showsWorkThatATimeoutGaveUpAsTimedOut()
    {
        TraceBuilder trace;
        trace.part(1, partkind::timeout, QStringLiteral("policies.0")).part(2, partkind::keepLatest, QStringLiteral("policies.1"));
        trace.attempt(1, 1).attemptEnd(1, 1, AttemptOutcome::Abandoned, codeNone, 1);
        trace.attempt(2, 1).attemptEnd(2, 1, AttemptOutcome::Abandoned, codeNone, 2);
        const Timeline timeline = follow(trace);
        QCOMPARE(spansOf(timeline, 1)[0].state, SpanState::TimedOut);
        QCOMPARE(spansOf(timeline, 1)[0].outcome, AttemptOutcome::Abandoned);
        QCOMPARE(spansOf(timeline, 2)[0].state, SpanState::Cancelled);
    }

    void showsEachReasonToWait()
    {
        using Reason = WaitReason;
        TraceBuilder trace;
        const std::vector<std::pair<Reason, SpanState>> expected{
            {Reason::Slot, SpanState::Queued},    {Reason::Token, SpanState::Token},
            {Reason::Turn, SpanState::Queued},    {Reason::Batch, SpanState::Queued},
            {Reason::Collect, SpanState::Queued}, {Reason::Quiet, SpanState::Queued},
            {Reason::Window, SpanState::Queued},  {Reason::Backoff, SpanState::Backoff},
            {Reason::Pause, SpanState::Token},    {Reason::Server, SpanState::Running}};
        for (quint32 i = 0; i < expected.size(); ++i)
            trace.wait(i + 1, 1, expected[i].first);
        const Timeline timeline = follow(trace);
        for (quint32 i = 0; i < expected.size(); ++i)
            QCOMPARE(spansOf(timeline, i + 1)[0].state, expected[i].second);
        QCOMPARE(timeline.queued(), (std::vector<Step>{{0, 8}})); // All but the back-off and the server.
    }

    void countsTheServersQueueToTheAttempt()
    {
        TraceBuilder trace;
        trace.attempt(1, 1).wait(1, 9, WaitReason::Server, 2).at(30ms).go(1, 9).at(50ms).attemptEnd(1, 1);
        const Timeline timeline = follow(trace);
        const auto spans = spansOf(timeline, 1);
        QCOMPARE(spans[0].serverWait, 30 * ms);
        QCOMPARE(spans[0].end, 50 * ms);
        QCOMPARE(spans[1].reason, WaitReason::Server);
        QVERIFY(timeline.queued().empty());
    }

    void knowsWhoIsInTheServersQueueFromTheStart()
    {
        TraceBuilder trace;
        trace.attempt(1, 1).attempt(2, 1).wait(1, 9, WaitReason::Server, 2).at(10ms);
        Timeline timeline = follow(trace);
        QVERIFY(spansOf(timeline, 1)[0].inServerQueue);
        QVERIFY(!spansOf(timeline, 2)[0].inServerQueue);
        trace.at(30ms).go(1, 9);
        timeline.update(trace);
        QVERIFY(!spansOf(timeline, 1)[0].inServerQueue);
        QCOMPARE(spansOf(timeline, 1)[0].serverWait, 30 * ms);
    }

    void marksCopiesThatOverlap()
    {
        TraceBuilder trace;
        trace.wait(1, 1, WaitReason::Slot).at(5ms).go(1, 1).attempt(1, 1).wait(1, 9, WaitReason::Server);
        trace.at(50ms).attempt(1, 2, 1, 1).at(90ms).attemptEnd(1, 2).attemptEnd(1, 1, AttemptOutcome::Cancelled);
        trace.attempt(1, 3, 2).at(99ms).attemptEnd(1, 3).attempt(1, 4, 2, 1); // One ends as the other begins.
        const Timeline timeline = follow(trace);
        std::vector<bool> overlaps;
        for (const Span &span : spansOf(timeline, 1))
            overlaps.push_back(span.overlaps);
        QCOMPARE(overlaps, (std::vector<bool>{false, true, false, true, false, false}));
        QCOMPARE(timeline.lanes()[0].lastCopy, quint8(1));
    }

    void leavesOpenWhatHasNotEnded()
    {
        TraceBuilder trace;
        trace.arrive(1).attempt(1, 1).arrive(2).wait(2, 1, WaitReason::Slot).at(80ms).end(EndReason::Idle);
        const Timeline timeline = follow(trace);
        QVERIFY(spansOf(timeline, 1)[0].isOpen());
        QCOMPARE(spansOf(timeline, 1)[0].state, SpanState::Running);
        QCOMPARE(spansOf(timeline, 1)[0].lengthAt(80 * ms), 80 * ms);
        QVERIFY(spansOf(timeline, 2)[0].isOpen());
        QCOMPARE(timeline.lanes()[0].outcome, RequestOutcome::Pending);
        QCOMPARE(timeline.lanes()[0].settled, -1);
        QCOMPARE(timeline.ended(), EndReason::Idle);
    }

    void keepsLeadsLevelsAndFlags()
    {
        Trace trace;
        TraceBuilder joined;
        joined.arrive(1).arrive(2).join(2, 1);
        trace.append(joined);
        trace.appendLevel(10, 4, {QStringLiteral("limit"), 3, 0, 3});
        trace.appendLevel(20, 4, {QStringLiteral("limit"), 8, 0, 8});
        trace.appendLevel(20, 5, {QStringLiteral("limit"), 1, 0, {}});
        trace.appendEdit(20, {QStringLiteral("pattern.limit"), QStringLiteral("3"), QStringLiteral("8")});
        trace.appendMark(30, QStringLiteral("look"));
        const Timeline timeline = follow(trace);
        QCOMPARE(timeline.lanes()[1].lead, quint32(1));
        QCOMPARE(timeline.levels().size(), std::size_t(2));
        QCOMPARE(timeline.levels()[0].part, quint16(4));
        QCOMPARE(timeline.levels()[0].steps.size(), std::size_t(2));
        QCOMPARE(timeline.levels()[0].steps[1].value, 8.0);
        QCOMPARE(timeline.flags().size(), std::size_t(2));
        QCOMPARE(timeline.flags()[1].t, 30);
        QCOMPARE(trace.records()[timeline.flags()[1].record].kind, EventKind::Mark);
    }

    void isTheSameHoweverTheTraceComes()
    {
        const TraceBuilder whole = twoSlots();
        const Timeline atOnce = follow(whole);
        Trace growing;
        Timeline stepwise;
        for (const Record &record : whole.trace().records()) {
            if (record.kind == EventKind::Part)
                growing.appendPart(record.t, whole.trace().parts()[size_t(record.b)]);
            else
                growing.append(record);
            stepwise.update(growing);
        }
        QVERIFY(stepwise.spans() == atOnce.spans());
        QCOMPARE(stepwise.inFlight(), atOnce.inFlight());
        QCOMPARE(stepwise.held(), atOnce.held());
        QCOMPARE(stepwise.out(), atOnce.out());
    }
};

QTEST_GUILESS_MAIN(TimelineTest)
#include "timeline_test.moc"
