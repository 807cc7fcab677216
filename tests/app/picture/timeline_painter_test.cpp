// SPDX-License-Identifier: MIT
#include "picture/timeline_painter.h"

#include "app/picture/trace_builder.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

/// A run with what is needed to paint it.
struct Picture {
    explicit Picture(const Run &shown, QSize wanted = {824, 764}, const Theme &theme = Theme::light())
        : size(wanted)
        , painter(theme)
    {
        painter.setRun(&shown);
        painter.update();
        state.whole = state.range = wholeRun(shown.now());
    }
    TimelineGeometry geometry() const { return painter.geometry(size, state); }
    QImage paint()
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QPainter p(&image);
        painter.paintContents(p, geometry(), state);
        painter.paintOverlay(p, geometry(), state);
        return image;
    }
    TimelineHit hit(int x, int y) { return painter.hit({x, y}, geometry(), state); }

    QSize size;
    TimelinePainter painter;
    TimelineState state;
};

Run fetches(qint64 until = 2200 * ms)
{
    const Trace all = eightFetches();
    Trace upTo;
    for (const Record &record : all.records()) {
        if (record.t > until)
            break;
        if (record.kind == EventKind::Part)
            upTo.appendPart(record.t, all.parts()[size_t(record.b)]);
        else
            upTo.append(record);
    }
    Run run(parallelMap(8, 3));
    run.append(upTo, until);
    return run;
}

quint32 spanOf(const Run &run, quint32 request, int place)
{
    auto i = run.timeline().spansOf(run.timeline().lanes()[request - 1]).begin();
    while (place-- > 0)
        ++i;
    return i.index();
}

} // namespace

class TimelinePainterTest : public QObject {
    Q_OBJECT

private slots:
    void paintsEveryPixel_data();
    void paintsEveryPixel();
    void paintsSpansWhereTheyLie();
    void paintsTheLiveEdge();
    void marksTheSelection();
    void drawsTheArrowOfTheHandOver();
    void outlinesTheHoveredSpan();
    void keepsThePlayheadOffTheHeader();
    void keepsThePlayheadOffTheMarbles();
    void fillsTheStripDownToTheLegend();
    void showsARequestThatNeverEnded();
    void showsTheLimitAsADashedLine();
    void dotsTheSlotThatABackOffKeeps();
    void showsWhatIsDoneAtTheLastInstant();
    void drawsTheServersQueueAtHalfHeight();
    void splitsTheLaneAmongCopies();
    void outlinesTheCallInWhichAMemberTravels();
    void shadesEveryOtherLowLane();
    void hitsEverySpanThatIsPainted();
    void hitsTheOtherParts();
    void growingIsLikeStartingLate();
    void paintsNoRunAndEmptyRuns();
    void paintsAMillionSpans();
};

void TimelinePainterTest::paintsEveryPixel_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("window") << QSize(824, 764);
    QTest::newRow("small window") << QSize(671, 464);
    QTest::newRow("picture") << QSize(1600, 800);
    QTest::newRow("tiny") << QSize(200, 120);
}

void TimelinePainterTest::paintsEveryPixel()
{
    QFETCH(QSize, size);
    const Run run = fetches();
    const QImage image = Picture(run, size).paint();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            QVERIFY(image.pixelColor(x, y) != QColor(Qt::magenta));
    }
}

void TimelinePainterTest::paintsSpansWhereTheyLie()
{
    const Run run = fetches();
    for (const Theme &theme : {Theme::light(), Theme::dark()}) {
        const QImage image = Picture(run, {824, 764}, theme).paint();
        // Lane 4 lies from 264 to 308; 305 px are a second.
        const auto at = [&](qint64 t, int y) { return image.pixelColor(72 + int(t * 305 / 1000), y); };
        QCOMPARE(at(500, 286), theme.state(SpanState::Queued).fill);
        QCOMPARE(at(500, 275), theme.color(Token::Canvas));
        QCOMPARE(at(600, 275), theme.state(SpanState::Failed).fill);
        QCOMPARE(at(1142 + 5, 275), theme.state(SpanState::Succeeded).fill);
        QCOMPARE(at(1900, 275), theme.color(Token::Canvas));
        QCOMPARE(at(1000, 279), theme.state(SpanState::Backoff).outline);
    }
}

void TimelinePainterTest::paintsTheLiveEdge()
{
    const Run run = fetches(900 * ms);
    Picture picture(run);
    picture.state.whole = picture.state.range = {0, 2400 * ms};
    const QImage image = picture.paint();
    const int edge = 72 + 900 * 305 / 1000;
    QCOMPARE(image.pixelColor(edge - 3, 325), Theme::light().color(Token::LiveEdge)); // #5 runs.
    QCOMPARE(image.pixelColor(edge - 6, 325), Theme::light().state(SpanState::Running).fill);
    QCOMPARE(image.pixelColor(edge + 9, 325), QColor(Qt::white));
}

void TimelinePainterTest::marksTheSelection()
{
    const Run run = fetches();
    Picture picture(run);
    picture.state.selectedRequest = 4;
    picture.state.selectedSpan = spanOf(run, 4, 1);
    const QImage image = picture.paint();
    QCOMPARE(image.pixelColor(5, 270), Theme::light().color(Token::Soft));
    QCOMPARE(image.pixelColor(790, 270), Theme::light().color(Token::Soft));
    QCOMPARE(image.pixelColor(5, 262), QColor(Qt::white));
    const QRect body = picture.painter.spanRect(picture.state.selectedSpan, picture.geometry());
    QCOMPARE(body, QRect(239, 272, 83, 28));
    for (const int distance : {2, 3})
        QCOMPARE(image.pixelColor(280, body.top() - distance), Theme::light().color(Token::Text));
    QCOMPARE(image.pixelColor(280, body.top() - 1), Theme::light().color(Token::Soft));
}

void TimelinePainterTest::drawsTheArrowOfTheHandOver()
{
    const Run run = fetches();
    Picture picture(run);
    const QImage before = picture.paint();
    picture.state.selectedRequest = 4;
    picture.state.selectedSpan = spanOf(run, 4, 0);
    const QImage image = picture.paint();
    QCOMPARE(before.pixelColor(238, 260), QColor(Qt::white));
    QCOMPARE(image.pixelColor(238, 260), Theme::light().color(Token::Text));
    // "hands its slot to #4" stands behind #3.
    bool note = false;
    for (int x = 251; x < 340; ++x)
        note = note || image.pixelColor(x, 242) != before.pixelColor(x, 242);
    QVERIFY(note);
}

void TimelinePainterTest::outlinesTheHoveredSpan()
{
    const Run run = fetches();
    Picture picture(run);
    picture.state.hoveredSpan = spanOf(run, 1, 0);
    const QImage image = picture.paint();
    QCOMPARE(image.pixelColor(100, 139), Theme::light().color(Token::Text2));
    QCOMPARE(image.pixelColor(100, 138), QColor(Qt::white));
}

void TimelinePainterTest::keepsThePlayheadOffTheHeader()
{
    const Run run = fetches();
    const QImage image = Picture(run).paint();
    const int x = 72 + 671;
    const QColor accent = Theme::light().color(Token::Accent);
    QCOMPARE(image.pixelColor(x, 62), accent);
    QCOMPARE(image.pixelColor(x, 64), Theme::light().color(Token::Border));
    QCOMPARE(image.pixelColor(x, 80), Theme::light().color(Token::Panel));
    for (const int y : {96, 250, 486, 700, 735})
        QCOMPARE(image.pixelColor(x, y), accent);
    QCOMPARE(image.pixelColor(x, 737), Theme::light().color(Token::Panel));
}

void TimelinePainterTest::keepsThePlayheadOffTheMarbles()
{
    const Run run = fetches();
    Picture picture(run);
    const QImage image = picture.paint();
    const TimelineGeometry geometry = picture.geometry();
    const int x = geometry.x(run.now());
    const QRect out = geometry.out();
    const auto accent = picture.painter.theme().color(Token::Accent);
    QCOMPARE(image.pixelColor(x, out.top() + 2), accent);
    QCOMPARE(image.pixelColor(x, out.bottom() - 2), accent);
    for (int y = out.center().y() - 6; y <= out.center().y() + 6; ++y)
        QVERIFY(image.pixelColor(x, y) != accent);
}

void TimelinePainterTest::fillsTheStripDownToTheLegend()
{
    const Run run = fetches();
    Picture picture(run, {824, 900});
    const QImage image = picture.paint();
    const TimelineGeometry geometry = picture.geometry();
    const int below = geometry.counter(Counter::Done).bottom() + 8;
    QVERIFY(below < geometry.legend().top());
    for (const int x : {4, 100, 820})
        QCOMPARE(image.pixelColor(x, below), picture.painter.theme().color(Token::Canvas));
}

void TimelinePainterTest::showsARequestThatNeverEnded()
{
    Run run(parallelMap(1, 1));
    run.append(TraceBuilder().arrive(0, 1).attempt(0, 1).end(0).trace(), 0);
    Picture picture(run);
    const QImage image = picture.paint();
    const TimelineGeometry geometry = picture.geometry();
    const Theme &theme = picture.painter.theme();
    const QRect lane = geometry.lane(0);
    QCOMPARE(image.pixelColor(80, lane.center().y()), theme.state(SpanState::Running).fill);
    // Its edge stays open, to the end of the axis.
    int dashes = 0;
    for (int x = 90; x < geometry.axisRight(); ++x)
        dashes += image.pixelColor(x, lane.top() + (44 - 28) / 2) != theme.color(Token::Canvas);
    QVERIFY(dashes > 300);
    const QRect inFlight = geometry.counter(Counter::InFlight);
    // The curve ends with the run.
    QCOMPARE(image.pixelColor(geometry.axisLeft(), inFlight.bottom() - 12), theme.color(Token::Accent));
    QCOMPARE(image.pixelColor(80, inFlight.bottom() - 12), theme.color(Token::Canvas));
}

void TimelinePainterTest::showsTheLimitAsADashedLine()
{
    const Run run = fetches();
    const QImage image = Picture(run).paint();
    const QColor line = Theme::light().color(Token::Text2);
    for (int x = 700; x < 742; ++x)
        QCOMPARE(image.pixelColor(x, 549) == line, (x - 72) % 10 < 6);
}

void TimelinePainterTest::dotsTheSlotThatABackOffKeeps()
{
    const Run run = fetches();
    const QImage image = Picture(run).paint();
    const QColor dot = Theme::light().state(SpanState::Backoff).outline;
    const auto dots = [&](int from, int to) {
        int count = 0;
        for (int y = 550; y < 564; ++y) {
            for (int x = from; x < to; ++x)
                count += image.pixelColor(x, y) == dot;
        }
        return count;
    };
    QVERIFY(dots(330, 420) > 30); // From 0.824 s to 1.142 s.
    QCOMPARE(dots(100, 320), 0);
    QCOMPARE(dots(425, 600), 0);
}

void TimelinePainterTest::showsWhatIsDoneAtTheLastInstant()
{
    Run run(parallelMap(3, 3));
    TraceBuilder b;
    for (quint32 request = 1; request <= 3; ++request)
        b.arrive(0, request).attempt(0, request);
    for (quint32 request = 1; request <= 3; ++request)
        b.attemptEnd(100, request, AttemptOutcome::Ok).settle(100, request);
    run.append(b.end(100).trace(), 100 * ms);
    for (const Theme &theme : {Theme::light(), Theme::dark()}) {
        Picture picture(run, {824, 764}, theme);
        const QImage image = picture.paint();
        const QRect done = picture.geometry().counter(Counter::Done);
        const int x = picture.geometry().x(100 * ms);
        // From 0 to 3 in one step, wider than the playhead that lies there, too.
        for (const int column : {x - 1, x, x + 1})
            QCOMPARE(image.pixelColor(column, done.center().y() + 4), theme.state(SpanState::Succeeded).fill);
        QCOMPARE(image.pixelColor(x, done.top() + 3), theme.color(Token::Accent));
    }
}

void TimelinePainterTest::drawsTheServersQueueAtHalfHeight()
{
    TraceBuilder b;
    b.arrive(0, 1).attempt(0, 1).wait(0, 1, WaitReason::Server, 9);
    Run run(parallelMap(1, 1));
    run.append(b.trace(), 500 * ms);
    const QColor fill = Theme::light().state(SpanState::Running).fill;
    Picture waiting(run);
    const QRect lane = waiting.geometry().lane(0);
    const int middle = waiting.geometry().x(490 * ms), above = lane.top() + 10;
    const QColor edge = Theme::light().color(Token::LiveEdge);
    const QImage early = waiting.paint();
    QCOMPARE(early.pixelColor(100, lane.top() + 16), fill);
    for (int x = 73; x < middle; ++x)
        QVERIFY(early.pixelColor(x, above) != fill);
    QCOMPARE(early.pixelColor(waiting.geometry().x(500 * ms) - 3, lane.center().y()), edge);
    QCOMPARE(early.pixelColor(waiting.geometry().x(500 * ms) - 3, above), QColor(Qt::white));
    // Served from 500 ms on: full height behind that only.
    TraceBuilder then;
    then.go(500, 1, 0, 9);
    run.append(then.trace(), 900 * ms);
    Picture served(run);
    const QImage late = served.paint();
    QVERIFY(late.pixelColor(served.geometry().x(400 * ms), above) != fill);
    QCOMPARE(late.pixelColor(served.geometry().x(800 * ms), above), fill);
}

void TimelinePainterTest::splitsTheLaneAmongCopies()
{
    TraceBuilder b;
    b.arrive(0, 1).copy(0, 1, 0).copy(200, 1, 1).attemptEnd(500, 1, AttemptOutcome::Cancelled, codeNone, 1);
    b.attemptEnd(500, 1, AttemptOutcome::Ok, codeOk, 2);
    Run run(parallelMap(1, 1));
    run.append(b.trace(), 600 * ms);
    Picture picture(run);
    const QRect first = picture.painter.spanRect(0, picture.geometry());
    const QRect second = picture.painter.spanRect(1, picture.geometry());
    QCOMPARE(first.height(), 13);
    QCOMPARE(second.height(), 13);
    QCOMPARE(second.top(), first.bottom() + 2);
    const QImage image = picture.paint();
    QCOMPARE(image.pixelColor(second.center().x(), second.top() + 1), Theme::light().state(SpanState::Succeeded).fill);
    for (const QRect &body : {first, second}) {
        for (const QPoint &point : {body.topLeft(), body.bottomRight()})
            QCOMPARE(picture.hit(point.x(), point.y()).span, quint32(body == second));
    }
}

void TimelinePainterTest::outlinesTheCallInWhichAMemberTravels()
{
    Trace trace = TraceBuilder().arrive(0, 1).arrive(0, 2).trace();
    Record join;
    join.kind = EventKind::Join;
    join.request = 2;
    join.a = 1;
    trace.append(join);
    trace.append(TraceBuilder().attempt(0, 1).attemptEnd(1000, 1, AttemptOutcome::Ok).settle(1000, 1).settle(1000, 2).end(1000).trace());
    Run run(parallelMap(2, 2));
    run.append(trace, 1000 * ms);
    Picture picture(run);
    const QImage image = picture.paint();
    const TimelineGeometry geometry = picture.geometry();
    const QColor done = Theme::light().state(SpanState::Succeeded).fill;
    const QRect lead = picture.painter.spanRect(spanOf(run, 1, 0), geometry);
    const int x = geometry.x(650 * ms), below = geometry.pitch();
    QCOMPARE(image.pixelColor(x, lead.top() + 3), done);
    QCOMPARE(image.pixelColor(x, lead.top() + below), done);
    QCOMPARE(image.pixelColor(x, lead.bottom() + below), done);
    QCOMPARE(image.pixelColor(x, lead.top() + below + 3), Theme::light().color(Token::Canvas));
    // It is no span of the member's own.
    QCOMPARE(picture.hit(x, lead.center().y() + below).kind, TimelineHit::Kind::Lane);
}

void TimelinePainterTest::shadesEveryOtherLowLane()
{
    const Run run(parallelMap(100, 3));
    const QImage image = Picture(run).paint();
    QCOMPARE(image.pixelColor(700, 132 + 6), QColor(Qt::white));
    QCOMPARE(image.pixelColor(700, 144 + 6), Theme::light().color(Token::Zebra));
}

void TimelinePainterTest::hitsEverySpanThatIsPainted()
{
    const Run run = fetches();
    Picture picture(run);
    for (quint32 span = 0; span < run.timeline().spans().size(); ++span) {
        const QRect body = picture.painter.spanRect(span, picture.geometry());
        for (const QPoint &point : {body.topLeft(), body.center(), body.bottomRight()}) {
            const TimelineHit hit = picture.hit(point.x(), point.y());
            QCOMPARE(hit.kind, TimelineHit::Kind::Span);
            QCOMPARE(hit.span, span);
            QCOMPARE(hit.request, run.timeline().spans()[span].request);
        }
    }
    QCOMPARE(picture.hit(700, 150).kind, TimelineHit::Kind::Lane);
    QCOMPARE(picture.hit(700, 150).request, quint32(1));
}

void TimelinePainterTest::hitsTheOtherParts()
{
    using HitKind = TimelineHit::Kind;
    const Run run = fetches();
    Picture picture(run);
    QCOMPARE(picture.hit(72, 20).kind, HitKind::OverviewStart);
    QCOMPARE(picture.hit(804, 20).kind, HitKind::OverviewEnd);
    QCOMPARE(picture.hit(400, 20).kind, HitKind::Overview);
    QCOMPARE(picture.hit(81, 114).kind, HitKind::Marble);
    QCOMPARE(picture.hit(81, 114).request, quint32(1));
    QCOMPARE(picture.hit(239, 502).request, quint32(3)); // OUT
    QCOMPARE(picture.hit(400, 560).kind, HitKind::Counter);
    QCOMPARE(picture.hit(400, 640).counter, Counter::Queued);
    QCOMPARE(picture.hit(750, 80).kind, HitKind::Nothing);
    picture.state.zoomName = QStringLiteral("whole run");
    QCOMPARE(picture.hit(750, 80).kind, HitKind::ZoomMenu);
    Picture small(run, {671, 464});
    QCOMPARE(small.hit(30, 444).kind, HitKind::CounterChip);
}

void TimelinePainterTest::growingIsLikeStartingLate()
{
    const Trace all = eightFetches();
    Run run(parallelMap(8, 3));
    Picture grown(run);
    size_t from = 0;
    for (qint64 now = 0; now <= 2200 * ms; now += 100 * ms) {
        Trace batch;
        for (; from < all.records().size() && all.records()[from].t <= now; ++from) {
            const Record &record = all.records()[from];
            if (record.kind == EventKind::Part)
                batch.appendPart(record.t, all.parts()[size_t(record.b)]);
            else
                batch.append(record);
        }
        run.append(batch, now);
        grown.painter.update();
        grown.state.whole = grown.state.range = {0, 2400 * ms};
        grown.paint();
    }
    Picture late(run);
    QCOMPARE(grown.paint(), late.paint());
}

void TimelinePainterTest::paintsNoRunAndEmptyRuns()
{
    TimelinePainter none(Theme::light());
    none.update();
    QImage image(824, 764, QImage::Format_RGB32);
    QPainter p(&image);
    const TimelineState state;
    const TimelineGeometry geometry = none.geometry(image.size(), state);
    none.paintContents(p, geometry, state);
    none.paintOverlay(p, geometry, state);
    QCOMPARE(none.hit({400, 400}, geometry, state).kind, TimelineHit::Kind::Nothing);

    Run run(parallelMap(0, 3));
    run.append(TraceBuilder().end(0).trace(), 0);
    const QImage empty = Picture(run).paint();
    bool text = false;
    const QRect lanes = Picture(run).geometry().lanes();
    for (int x = 200; x < 700; ++x)
        text = text || empty.pixelColor(x, lanes.center().y()) != QColor(Qt::white);
    QVERIFY(text);
    QVERIFY(empty.pixelColor(72, 300) != Theme::light().color(Token::Accent)); // No playhead.
}

void TimelinePainterTest::paintsAMillionSpans()
{
    // 1000 lanes with 1000 attempts each, one of them failing.
    constexpr quint32 lanes = 1000, each = 1000;
    Run run(parallelMap(lanes, lanes));
    Trace trace;
    Record record;
    for (quint32 number = 1; number <= each; ++number) {
        record.a = number;
        for (record.request = 1; record.request <= lanes; ++record.request) {
            record.kind = EventKind::Attempt;
            record.t = number * ms;
            record.detail = record.code = 0;
            trace.append(record);
            const bool fails = record.request == 3 && number == 500;
            record.kind = EventKind::AttemptEnd;
            record.t += ms / 2;
            record.detail = quint8(fails ? AttemptOutcome::Failed : AttemptOutcome::Ok);
            record.code = fails ? 503 : 200;
            trace.append(record);
        }
    }
    run.append(trace, (each + 1) * ms);
    QCOMPARE(run.timeline().spans().size(), size_t(1'000'000));
    Picture picture(run, {1600, 800});
    picture.state.whole = picture.state.range = {0, 100'000 * ms}; // 15 columns for all.
    const QImage image = picture.paint();
    const TimelineGeometry geometry = picture.geometry();
    const QRect lane = geometry.lane(2);
    // A strip along the bottom tells of the failure among 66 successes in its column.
    QCOMPARE(image.pixelColor(geometry.x(500 * ms), lane.top() + 9), Theme::light().state(SpanState::Failed).fill);
    QCOMPARE(image.pixelColor(geometry.x(500 * ms), lane.top() + 4), Theme::light().state(SpanState::Succeeded).fill);
    QCOMPARE(image.pixelColor(geometry.x(100 * ms), lane.center().y()),
             Theme::light().state(SpanState::Succeeded).fill);
    const TimelineHit hit = picture.hit(geometry.x(500 * ms), lane.center().y());
    QCOMPARE(hit.kind, TimelineHit::Kind::Span);
    QCOMPARE(run.timeline().spans()[hit.span].number, quint32(500));
}

QTEST_MAIN(TimelinePainterTest)
#include "timeline_painter_test.moc"
