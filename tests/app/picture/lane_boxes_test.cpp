// SPDX-License-Identifier: MIT
#include "picture/lane_boxes.h"
#include "picture/timeline_geometry.h"

#include "app/picture/trace_builder.h"

#include <QTest>

#include <random>

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
    void manySpansShowWhatTakesMostOfAColumn();
    void aFewFailuresAmongManyLieWhereTheyBegan();
    void everyBoxOfADenseLaneHasItsSpan();
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

void LaneBoxesTest::manySpansShowWhatTakesMostOfAColumn()
{
    // Each ms of ten: one waits, nine work, and then comes a span of 1000 ms, and as many again.
    Run run(parallelMap(1, 1));
    TraceBuilder b;
    b.arrive(0, 1);
    quint32 number = 0;
    const auto piece = [&](qint64 from) {
        for (qint64 t = from; t < from + 4000; t += 10) {
            b.wait(t, 1, WaitReason::Slot).go(t + 1, 1).attempt(t + 1, 1, ++number).attemptEnd(t + 10, 1, AttemptOutcome::Ok, 200, number);
        }
    };
    piece(0);
    b.attempt(4000, 1, ++number).attemptEnd(5000, 1, AttemptOutcome::TimedOut, 0, number);
    const quint32 longOne = 2 * 400;
    piece(5000);
    run.append(b.trace(), 9000 * ms);
    LaneBoxes lanes;
    const TimelineGeometry geometry = axis({0, 100'000 * ms}); // Ten spans a column and more.
    const auto all = lanes.of(run.timeline(), run.timeline().lanes()[0], geometry, run.now());
    size_t whole = 0;
    for (const SpanBox &box : all) {
        if (box.state == SpanState::TimedOut) {
            QCOMPARE(box.span, longOne);
            QCOMPARE(box.left, geometry.x(4000 * ms));
            QCOMPARE(box.right, geometry.x(5000 * ms) - 1);
            ++whole;
        } else {
            QCOMPARE(box.state, SpanState::Succeeded);
            QCOMPARE(box.right, box.left + 1);
            QVERIFY(box.right <= geometry.x(4000 * ms) || box.left >= geometry.x(5000 * ms));
        }
    }
    QCOMPARE(whole, size_t(1));
    QVERIFY(all.size() >= 78 && all.size() <= 83);
}

void LaneBoxesTest::aFewFailuresAmongManyLieWhereTheyBegan()
{
    const Run run = ticking(4000, 2000);
    LaneBoxes lanes;
    const TimelineGeometry geometry = axis({0, 80'000 * ms});
    const auto all = lanes.of(run.timeline(), run.timeline().lanes()[0], geometry, run.now());
    QVERIFY(all.back().isStrip); // Among others: it does not take their place.
    QCOMPARE(all.back().left + 1, geometry.x(3998 * ms));
    QCOMPARE(std::ranges::count_if(all, [](const SpanBox &box) { return box.state == SpanState::Failed; }), 1);
}

/// Attempts of chance lengths, most very short.
Run dense(quint32 seed)
{
    std::mt19937 random(seed);
    Run run(parallelMap(1, 1));
    TraceBuilder b;
    b.arrive(0, 1);
    qint64 t = 0;
    for (quint32 number = 1; number <= 2500; ++number) {
        t += random() % 3;
        b.attempt(t, 1, number);
        t += random() % 200 == 0 ? 200 + random() % 2000 : random() % 4;
        const quint32 luck = random() % 30;
        b.attemptEnd(t, 1, luck == 0 ? AttemptOutcome::Failed : luck == 1 ? AttemptOutcome::TimedOut : AttemptOutcome::Ok, 200, number);
    }
    run.append(b.trace(), (t + 10) * ms);
    return run;
}

void LaneBoxesTest::everyBoxOfADenseLaneHasItsSpan()
{
    for (quint32 seed = 1; seed <= 40; ++seed) {
        const QByteArray failing = QByteArray("seed ") + QByteArray::number(seed);
        const Run run = dense(seed);
        const Timeline &timeline = run.timeline();
        LaneBoxes lanes;
        const quint32 request = 1;
        const qint64 end = run.now();
        for (const TimeRange &range : {TimeRange{0, end}, TimeRange{0, 3 * end}, TimeRange{end / 3, end}, TimeRange{end / 2, end / 2 + end / 20}}) {
            const TimelineGeometry geometry = axis(range);
            const std::vector<SpanBox> all = lanes.of(timeline, std::span(&request, 1), geometry, run.now());
            const SpanBox *before = nullptr;
            for (const SpanBox &box : all) {
                const quint32 shown = lanes.spanOf(box, timeline, std::span(&request, 1), geometry, run.now());
                QVERIFY2(shown != noSpan, failing);
                const Span &span = timeline.spans()[shown];
                QVERIFY2(geometry.x(span.begin) <= box.right + 1 && geometry.x(span.end) >= box.left - 2, failing);
                const bool isFront = box.isStrip || (box.state != SpanState::Succeeded && box.right - box.left == 3);
                QVERIFY2(isFront || !before || box.left >= before->left, failing);
                before = isFront ? before : &box;
            }
            for (quint32 i = 0; i < timeline.spans().size(); ++i) {
                const Span &span = timeline.spans()[i];
                const int left = geometry.x(span.begin), right = geometry.x(span.end) - 1;
                if (right - left < 6 || span.end < range.begin || span.begin > range.end)
                    continue;
                QVERIFY2(std::ranges::any_of(all, [&](const SpanBox &box) { return box.span == i && box.left == left && box.right == right; }),
                         failing + " span " + QByteArray::number(i));
            }
            // Whatever failed shows: by its own box, or by a strip.
            for (const Span &span : timeline.spans()) {
                if ((span.state != SpanState::Failed && span.state != SpanState::TimedOut) || span.end < range.begin || span.begin > range.end)
                    continue;
                const int x = geometry.x(span.begin);
                if (x <= geometry.axisLeft() || x >= geometry.axisRight())
                    continue; // A bucket at the edge may belong to what lies beyond it.
                QVERIFY2(std::ranges::any_of(all, [&](const SpanBox &box) {
                             return (box.state == SpanState::Failed || box.state == SpanState::TimedOut) && box.left <= x + 2 && box.right >= x - 1;
                         }),
                         failing + " column " + QByteArray::number(x) + " of " + QByteArray::number(range.length() / ms) + " ms");
            }
        }
    }
}

void LaneBoxesTest::ordersStatesBySeverity()
{
    using enum SpanState;
    const std::vector<SpanState> order{Queued, Token, Backoff, Running, Succeeded, Cancelled, TimedOut, Failed};
    QVERIFY(std::ranges::is_sorted(order, {}, severity));
}

QTEST_GUILESS_MAIN(LaneBoxesTest)
#include "lane_boxes_test.moc"
