// SPDX-License-Identifier: MIT
#include "picture/lane_rows.h"

#include "app/picture/trace_builder.h"
#include "model/find_search.h"
#include "picture/timeline_painter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <random>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

/// A run with what is needed to paint it in packed rows.
struct Packed {
    explicit Packed(const Run &shown, RowMode rows = RowMode::Packed)
        : painter(Theme::light())
    {
        painter.setRun(&shown);
        painter.update();
        state.whole = state.range = wholeRun(shown.now());
        state.rows = rows;
    }
    TimelineGeometry geometry() const { return painter.geometry(size, state); }
    QImage paint(bool withOverlay = false)
    {
        QImage image(size, QImage::Format_RGB32);
        QPainter p(&image);
        painter.paintContents(p, geometry(), state);
        if (withOverlay)
            painter.paintOverlay(p, geometry(), state);
        return image;
    }
    TimelineHit hit(const QPoint &point) { return painter.hit(point, geometry(), state); }

    QSize size{824, 764};
    TimelinePainter painter;
    TimelineState state;
};

/// `count` requests, one every 10 ms, each works for `length` ms.
Run steady(quint32 count, qint64 length)
{
    TraceBuilder b;
    const auto end = [&](qint64 t, quint32 request) { b.attemptEnd(t, request, AttemptOutcome::Ok).settle(t, request); };
    const quint32 behind = quint32((length + 9) / 10);
    for (quint32 request = 1; request <= count + behind; ++request) {
        if (request > behind)
            end(10 * (request - behind) + length, request - behind);
        if (request <= count)
            b.arrive(10 * request, request).attempt(10 * request, request);
    }
    Run run(parallelMap(count, 10));
    run.append(b.trace(), (10 * count + length) * ms);
    return run;
}

/// Requests that come by chance, wait, work, fail, or are gone at once.
Run randomRun(quint32 seed)
{
    std::mt19937 random(seed);
    struct Event {
        qint64 t;
        int order;
        quint32 request;
    };
    const quint32 count = 1 + random() % 60;
    std::vector<Event> events;
    std::vector<bool> fails(count + 1);
    qint64 t = 0;
    for (quint32 request = 1; request <= count; ++request) {
        t += random() % 40;
        events.push_back({t, 0, request});
        fails[request] = random() % 5 == 0;
        if (random() % 6 == 0) {
            events.push_back({t, 4, request});
            continue;
        }
        const qint64 begin = t + (random() % 2) * (random() % 60), end = begin + random() % 90;
        events.push_back({begin, 1, request});
        if (random() % 10 != 0) {
            events.push_back({end, 2, request});
            events.push_back({end, 3, request});
        }
    }
    std::ranges::stable_sort(events, {}, &Event::t);
    TraceBuilder b;
    for (const Event &event : events) {
        if (event.order == 0)
            b.arrive(event.t, event.request);
        if (event.order == 0 && std::ranges::any_of(events, [&](const Event &other) { return other.request == event.request && other.order == 1; }))
            b.wait(event.t, event.request, WaitReason::Slot);
        if (event.order == 1)
            b.go(event.t, event.request).attempt(event.t, event.request);
        if (event.order == 2)
            b.attemptEnd(event.t, event.request, fails[event.request] ? AttemptOutcome::Failed : AttemptOutcome::Ok);
        if (event.order == 3)
            b.settle(event.t, event.request, fails[event.request] ? RequestOutcome::Failed : RequestOutcome::Succeeded);
        if (event.order == 4)
            b.settle(event.t, event.request, RequestOutcome::Dropped);
    }
    const qint64 last = events.back().t + 20;
    b.end(last);
    Run run(parallelMap(count, 10));
    run.append(b.trace(), last * ms);
    return run;
}

} // namespace

class LaneRowsTest : public QObject {
    Q_OBJECT

private slots:
    void moreThanFiveHundredShareRows();
    void aChoiceComesFirst();
    void requestsLieInTheRowsTheyTook();
    void theGutterNamesOneOrCountsMany();
    void emptyPlacesBelongToNobody();
    void theSelectionIsThePieceOfItsRow();
    void whatWasFoundStandsOut();
    void theEdgeBesideIsFoundInSharedRows();
    void membersOfAGroupHangOnAComb();
    void everythingPaintedCanBeHit();
    void growsLikeItStandsInOnePiece();
};

void LaneRowsTest::moreThanFiveHundredShareRows()
{
    const Run few = steady(500, 25), many = steady(501, 25);
    const Packed own(few, RowMode::Usual), shared(many, RowMode::Usual);
    QVERIFY(!own.geometry().isPacked());
    QCOMPARE(own.geometry().laneCount(), qint64(500));
    QVERIFY(shared.geometry().isPacked());
    QCOMPARE(shared.geometry().laneCount(), qint64(3));
    // Before the first has come there is a row, too.
    const Run ready(parallelMap(501, 3));
    QCOMPARE(Packed(ready, RowMode::Usual).geometry().laneCount(), qint64(1));
}

void LaneRowsTest::aChoiceComesFirst()
{
    const Run few = steady(8, 25), many = steady(600, 25);
    QCOMPARE(Packed(few, RowMode::Packed).geometry().laneCount(), qint64(3));
    QCOMPARE(Packed(many, RowMode::ByRequest).geometry().laneCount(), qint64(600));
}

void LaneRowsTest::requestsLieInTheRowsTheyTook()
{
    const Run run = steady(8, 25);
    Packed packed(run);
    const TimelineGeometry geometry = packed.geometry();
    for (quint32 request = 1; request <= 8; ++request) {
        const qint64 row = (request - 1) % 3;
        QCOMPARE(packed.painter.rows().rowOf(request, geometry), row);
        const QRect body = packed.painter.spanRect(request - 1, geometry);
        QCOMPARE(body.left(), geometry.x(10 * request * ms));
        QCOMPARE(body.center().y(), geometry.lane(row).center().y());
        const TimelineHit hit = packed.hit(body.center());
        QCOMPARE(hit.kind, TimelineHit::Kind::Span);
        QCOMPARE(hit.request, request);
        QCOMPARE(hit.span, request - 1);
    }
}

void LaneRowsTest::theGutterNamesOneOrCountsMany()
{
    const Run run = steady(8, 25);
    Packed packed(run);
    const auto gutter = [&](qint64 row) { return packed.hit({20, packed.geometry().lane(row).center().y()}).request; };
    QCOMPARE(gutter(0), 0u); // #1, #4 and #7.
    packed.state.range = {20 * ms, 34 * ms};
    QCOMPARE(gutter(0), 1u);
    QCOMPARE(gutter(1), 2u);
    QCOMPARE(gutter(2), 3u);
}

void LaneRowsTest::emptyPlacesBelongToNobody()
{
    const Run run = steady(8, 25);
    Packed packed(run);
    const TimelineGeometry geometry = packed.geometry();
    const QPoint early(geometry.x(5 * ms), geometry.lane(0).center().y());
    QCOMPARE(packed.hit(early).kind, TimelineHit::Kind::Lane);
    QCOMPARE(packed.hit(early).request, 0u);
}

void LaneRowsTest::theSelectionIsThePieceOfItsRow()
{
    const Run run = steady(8, 25);
    Packed packed(run);
    packed.state.selectedRequest = 4;
    const TimelineGeometry geometry = packed.geometry();
    const QImage image = packed.paint(true);
    const QColor soft = Theme::light().color(Token::Soft);
    const int top = geometry.lane(0).top() + 2;
    QCOMPARE(image.pixelColor(geometry.x(45 * ms), top), soft);
    QCOMPARE(image.pixelColor(4, top), soft); // The gutter says who it is.
    QVERIFY(image.pixelColor(geometry.x(25 * ms), top) != soft);
    QVERIFY(image.pixelColor(geometry.x(75 * ms), top) != soft);
    QVERIFY(image.pixelColor(geometry.x(45 * ms), geometry.lane(1).top() + 2) != soft);
}

void LaneRowsTest::whatWasFoundStandsOut()
{
    const Run run = steady(8, 25);
    Packed packed(run);
    FindSearch search(std::get<FindQuery>(parseFindQuery(QStringLiteral("#4"))), 8);
    while (!search.advance(run.timeline(), run.now(), 100)) {
    }
    const FindResult found = search.takeResult();
    packed.state.found = &found;
    const TimelineGeometry geometry = packed.geometry();
    const QImage image = packed.paint();
    const QColor done = Theme::light().state(SpanState::Succeeded).fill;
    const int y = geometry.lane(0).top() + geometry.pitch() / 2 - 8;
    QCOMPARE(image.pixelColor(geometry.x(45 * ms), y), done);
    QVERIFY(image.pixelColor(geometry.x(15 * ms), y) != done);
    QVERIFY(image.pixelColor(geometry.x(75 * ms), y) != done);
}

void LaneRowsTest::theEdgeBesideIsFoundInSharedRows()
{
    const Run run = steady(8, 25);
    const Packed packed(run);
    const auto beside = [&](qint64 t, bool forward) {
        const auto edge = packed.painter.rows().edgeBeside(t * ms, forward, run, packed.geometry());
        return edge ? *edge / ms : -1;
    };
    QCOMPARE(beside(41, true), qint64(45)); // The end of #2.
    QCOMPARE(beside(45, true), qint64(50));
    QCOMPARE(beside(41, false), qint64(40));
    QCOMPARE(beside(10, false), qint64(-1));
    QCOMPARE(beside(105, true), qint64(-1));
    QCOMPARE(beside(0, true), qint64(10));
}

void LaneRowsTest::membersOfAGroupHangOnAComb()
{
    Scenario scenario = parallelMap(6, 3);
    scenario.pattern = Section(findKind(QStringLiteral("pattern"), QStringLiteral("race")), {{QStringLiteral("size"), 3}});
    Run run(scenario);
    TraceBuilder b;
    for (quint32 group = 0; group < 2; ++group) {
        for (quint32 request = 3 * group + 1; request <= 3 * group + 3; ++request)
            b.arrive(100 * group + 50, request).attempt(100 * group + 50, request);
        for (quint32 request = 3 * group + 1; request <= 3 * group + 3; ++request)
            b.attemptEnd(100 * group + 90, request, AttemptOutcome::Ok).settle(100 * group + 90, request);
    }
    run.append(b.trace(), 250 * ms);
    Packed packed(run);
    const TimelineGeometry geometry = packed.geometry();
    QCOMPARE(geometry.laneCount(), qint64(3));
    const QImage image = packed.paint();
    const QColor ink = Theme::light().color(Token::Text3);
    for (const qint64 t : {50, 150}) {
        const int x = geometry.x(t * ms) - 4;
        QCOMPARE(image.pixelColor(x, geometry.lane(1).top()), ink);
        QCOMPARE(image.pixelColor(x + 2, geometry.lane(2).top() + geometry.pitch() / 2), ink);
        QVERIFY(image.pixelColor(x, geometry.lane(2).bottom() - 1) != ink);
    }
}

void LaneRowsTest::everythingPaintedCanBeHit()
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        const Run run = randomRun(seed);
        Packed packed(run);
        const QImage image = packed.paint();
        const TimelineGeometry geometry = packed.geometry();
        const QByteArray failing = QByteArray("seed ") + QByteArray::number(seed);
        for (qint64 row = geometry.firstLane(); row < geometry.lastLane(); ++row) {
            const int y = geometry.lane(row).top() + geometry.pitch() / 2;
            const QColor ground = image.pixelColor(geometry.axisLeft() - 8, y);
            for (int x = geometry.axisLeft(); x < geometry.axisRight(); ++x) {
                if (image.pixelColor(x, y) == ground || image.pixelColor(x, y) == Theme::light().color(Token::Hair))
                    continue; // Nothing, or a line of the grid.
                const TimelineHit hit = packed.hit({x, y});
                QVERIFY2(hit.request > 0 && packed.painter.rows().rowOf(hit.request, geometry) == row, failing + " column " + QByteArray::number(x));
            }
            // In time no two of them overlap.
            qint64 end = 0;
            for (const quint32 request : packed.painter.rows().requestsOf(row, geometry)) {
                for (const Span &span : run.timeline().spansOf(run.timeline().lanes()[request - 1])) {
                    QVERIFY2(span.begin >= end, failing);
                    end = span.begin + span.lengthAt(run.now());
                }
            }
        }
        // Each span of the visible rows is painted, or a neighbour in its column.
        for (const Span &span : run.timeline().spans()) {
            const qint64 row = packed.painter.rows().rowOf(span.request, geometry);
            if (row >= geometry.lastLane() || (span.isWait() && span.end == span.begin))
                continue;
            const QPoint point(geometry.x(span.begin), geometry.lane(row).top() + geometry.pitch() / 2);
            QVERIFY2(packed.hit(point).kind == TimelineHit::Kind::Span, failing);
        }
    }
}

void LaneRowsTest::growsLikeItStandsInOnePiece()
{
    for (quint32 seed = 1; seed <= 20; ++seed) {
        const Run whole = randomRun(seed);
        Run grown(whole.scenario());
        Packed growing(grown);
        for (qsizetype size = 7; grown.trace().size() < whole.trace().size(); size += 7) {
            const qsizetype events = std::min(size, whole.trace().size());
            grown.repeat(whole, events, events == whole.trace().size() ? whole.now() : whole.trace().records()[size_t(events - 1)].t);
            growing.state.whole = growing.state.range = wholeRun(grown.now());
            growing.painter.update();
            growing.paint();
        }
        QVERIFY2(growing.paint() == Packed(whole).paint(), qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
}

QTEST_MAIN(LaneRowsTest)
#include "lane_rows_test.moc"
