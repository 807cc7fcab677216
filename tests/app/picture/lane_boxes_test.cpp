// SPDX-License-Identifier: MIT
#include "picture/lane_boxes.h"
#include "picture/timeline_geometry.h"

#include "app/picture/trace_builder.h"

#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

/// An axis of 1000 px from column 72 on.
TimelineGeometry axis(TimeRange range) { return TimelineGeometry({{1092, 764}, 1, range, 0, Counter::InFlight}); }

std::vector<SpanBox> boxes(const Run &run, TimeRange range, quint32 request = 1)
{
    LaneBoxes lanes;
    return lanes.of(run.timeline(), run.timeline().lanes()[request - 1], axis(range), run.now());
}

/// One lane of `count` attempts of 1 ms each, every 2 ms; number `failing` (from 1) fails.
Run ticking(int count, int failing)
{
    Run run(parallelMap(1, 1));
    TraceBuilder b;
    b.arrive(0, 1);
    for (int i = 0; i < count; ++i) {
        const bool fails = i + 1 == failing;
        b.attempt(2 * i, 1, quint32(i) + 1)
            .attemptEnd(2 * i + 1, 1, fails ? AttemptOutcome::Failed : AttemptOutcome::Ok, fails ? 503 : 200,
                        quint32(i) + 1);
    }
    run.append(b.trace(), 2 * count * ms);
    return run;
}

} // namespace

class LaneBoxesTest : public QObject {
    Q_OBJECT

private slots:
    void leavesOneColumnBetweenNeighbours();
    void endsOpenSpansNow();
    void showsWhatBeganAtTheEndAndNeverEnded();
    void hasNoBoxForWaitsWithoutLengthOrInTheServer();
    void splitsTheLaneAmongCopies();
    void showsCopyZeroWhereThereIsNoRoomForAll();
    void leavesOutWhatIsNotVisible();
    void mergesSpansNarrowerThanAColumn();
    void neverLosesAFailure_data();
    void neverLosesAFailure();
    void growsWithALongLane();
    void ordersStatesBySeverity();
};

void LaneBoxesTest::leavesOneColumnBetweenNeighbours()
{
    Run run(parallelMap(8, 3));
    run.append(eightFetches(), 2200 * ms);
    const auto all = boxes(run, {0, 1000 * ms}, 4);
    QCOMPARE(all.size(), size_t(3));
    QCOMPARE(all[0].left, 72);
    QCOMPARE(all[0].right, 72 + 547);
    QCOMPARE(all[0].state, SpanState::Queued);
    QCOMPARE(all[1].left, 72 + 548);
    QCOMPARE(all[1].right, 72 + 823);
    QCOMPARE(all[1].state, SpanState::Failed);
    QCOMPARE(all[2].left, 72 + 824);
    QCOMPARE(all[2].state, SpanState::Backoff);
}

void LaneBoxesTest::endsOpenSpansNow()
{
    Run run(parallelMap(1, 1));
    run.append(TraceBuilder().arrive(0, 1).attempt(0, 1).trace(), 500 * ms);
    const auto all = boxes(run, {0, 1000 * ms});
    QCOMPARE(all, (std::vector<SpanBox>{{72, 571, 0, SpanState::Running}}));
}

void LaneBoxesTest::showsWhatBeganAtTheEndAndNeverEnded()
{
    Run run(parallelMap(1, 1));
    run.append(TraceBuilder().arrive(0, 1).attempt(0, 1, 1).trace(), 0);
    QCOMPARE(boxes(run, {0, 1000 * ms}), (std::vector<SpanBox>{{72, 73, 0, SpanState::Running}})); // It may end yet.
    TraceBuilder end;
    run.append(end.end(0).trace(), 0);
    QVERIFY(run.ended());
    QCOMPARE(boxes(run, {0, 1000 * ms}), (std::vector<SpanBox>{{72, 84, 0, SpanState::Running}}));
}

void LaneBoxesTest::hasNoBoxForWaitsWithoutLengthOrInTheServer()
{
    Run run(parallelMap(1, 1));
    TraceBuilder b;
    b.arrive(0, 1).wait(5, 1, WaitReason::Slot).go(5, 1).attempt(5, 1).wait(5, 1, WaitReason::Server, 2).go(9, 1, 0, 2);
    b.attemptEnd(20, 1, AttemptOutcome::Ok);
    run.append(b.trace(), 20 * ms);
    const auto all = boxes(run, {0, 100 * ms});
    QCOMPARE(all.size(), size_t(1));
    QCOMPARE(all[0].state, SpanState::Succeeded);
}

void LaneBoxesTest::splitsTheLaneAmongCopies()
{
    Run run(parallelMap(1, 1));
    run.append(TraceBuilder().arrive(0, 1).copy(0, 1, 0).copy(40, 1, 1).copy(60, 1, 2).trace(), 100 * ms);
    const auto all = boxes(run, {0, 1000 * ms}); // Pitch 44: 28 px for spans, three parts of 8.
    QCOMPARE(all.size(), size_t(3));
    for (size_t i = 0; i < 3; ++i) {
        QCOMPARE(int(all[i].part), int(i));
        QCOMPARE(int(all[i].parts), 3);
        QCOMPARE(int(all[i].more), 0);
    }
    QCOMPARE(partHeight(28, 3), 8);
    QCOMPARE(partHeight(28, 1), 28);
}

void LaneBoxesTest::showsCopyZeroWhereThereIsNoRoomForAll()
{
    Run run(parallelMap(1, 1));
    TraceBuilder b;
    b.arrive(0, 1);
    for (quint8 copy = 0; copy <= 4; ++copy)
        b.copy(10 * copy, 1, copy);
    run.append(b.trace(), 100 * ms); // Five parts of 4 px.
    QCOMPARE(boxes(run, {0, 1000 * ms}),
             (std::vector<SpanBox>{{72, 171, 0, SpanState::Running, 0, 1, 4}}));
}

void LaneBoxesTest::leavesOutWhatIsNotVisible()
{
    const Run run = ticking(10, 0);
    QCOMPARE(boxes(run, {6 * ms, 9 * ms}).size(), size_t(2));
    QVERIFY(boxes(run, {100 * ms, 200 * ms}).empty());
}

void LaneBoxesTest::mergesSpansNarrowerThanAColumn()
{
    // 100 attempts within 10 columns.
    const auto all = boxes(ticking(100, 0), {0, 20'000 * ms});
    QCOMPARE(all.size(), size_t(11));
    for (size_t i = 0; i < all.size(); ++i) {
        QCOMPARE(all[i].left, 72 + int(i));
        QCOMPARE(all[i].right, 73 + int(i));
    }
}

void LaneBoxesTest::neverLosesAFailure_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("failing");
    for (const int count : {50, 127, 128, 129, 5000, 20'000}) {
        for (const int failing : {1, count / 3, count})
            QTest::addRow("%d of %d", failing, count) << count << failing;
    }
}

void LaneBoxesTest::neverLosesAFailure()
{
    QFETCH(int, count);
    QFETCH(int, failing);
    const TimeRange range{0, 2 * count * ms * 10};
    const auto all = boxes(ticking(count, failing), range);
    QVERIFY(all.size() <= 103);
    // It is in front, 3 px wide, where it belongs.
    QCOMPARE(all.back().state, SpanState::Failed);
    QCOMPARE(all.back().right - all.back().left, 3);
    QCOMPARE(all.back().left + 1, axis(range).x(2 * (failing - 1) * ms));
    QCOMPARE(all.back().span, quint32(failing - 1));
}

void LaneBoxesTest::growsWithALongLane()
{
    Run whole = ticking(600, 599), grown(parallelMap(1, 1));
    LaneBoxes lanes;
    const TimeRange range{0, 1200 * ms};
    size_t from = 0;
    for (const size_t to : {300, 301, 777, 1199, 1201}) {
        Trace batch;
        for (; from < to; ++from)
            batch.append(whole.trace().records()[from]);
        grown.append(batch, qint64(to) * ms);
        lanes.of(grown.timeline(), grown.timeline().lanes()[0], axis(range), grown.now());
    }
    QCOMPARE(grown.trace().size(), whole.trace().size());
    QCOMPARE(lanes.of(grown.timeline(), grown.timeline().lanes()[0], axis(range), grown.now()), boxes(whole, range));
}

void LaneBoxesTest::ordersStatesBySeverity()
{
    using enum SpanState;
    const std::vector<SpanState> order{Queued, Token, Backoff, Running, Succeeded, Cancelled, TimedOut, Failed};
    QVERIFY(std::ranges::is_sorted(order, {}, severity));
}

QTEST_GUILESS_MAIN(LaneBoxesTest)
#include "lane_boxes_test.moc"
