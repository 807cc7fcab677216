// SPDX-License-Identifier: MIT
#include "picture/overview_raster.h"
#include "picture/ruler_ticks.h"
#include "picture/theme.h"

#include "app/picture/trace_builder.h"
#include "model/packed_rows.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

quint8 bit(SpanState state) { return quint8(1 << int(state)); }

QImage painted(const OverviewRaster &raster, TimeRange range, QSize size = {240, 32})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    raster.paint(painter, image.rect(), range, Theme::light());
    return image;
}

} // namespace

class OverviewRasterTest : public QObject {
    Q_OBJECT

private slots:
    void knowsTheStatesOfALaneAtATime();
    void isTheSameInOnePieceAndInMany();
    void extendsOpenSpansToThePresent();
    void givesEightLanesFourPixelsEach();
    void keepsOneFailureAmongManyVisible();
    void drawsNothingBehindThePresent();
    void takesMoreLanesThanWerePlanned();
    void failuresTakeTheirShareOnly();
    void showsWhatEndedInAnInstant();
    void packedRowsFillIt();
};

void OverviewRasterTest::knowsTheStatesOfALaneAtATime()
{
    Run run(parallelMap(8, 3));
    run.append(eightFetches(), 2200 * ms);
    OverviewRaster raster(32);
    raster.update(run);
    QCOMPARE(raster.statesAt(1, 300 * ms), bit(SpanState::Succeeded));
    QCOMPARE(raster.statesAt(4, 300 * ms), bit(SpanState::Queued));
    QCOMPARE(raster.statesAt(4, 700 * ms), bit(SpanState::Failed));
    QCOMPARE(raster.statesAt(4, 1000 * ms), bit(SpanState::Backoff));
    QCOMPARE(raster.statesAt(4, 1500 * ms), bit(SpanState::Succeeded));
    QCOMPARE(raster.statesAt(1, 1500 * ms), quint8(0));
}

void OverviewRasterTest::isTheSameInOnePieceAndInMany()
{
    const Trace all = eightFetches();
    Run whole(parallelMap(8, 3)), pieces(parallelMap(8, 3));
    whole.append(all, 2200 * ms);
    OverviewRaster once(32), grown(32);
    once.update(whole);
    size_t from = 0;
    for (qint64 now = 0; now <= 2200 * ms; now += 11 * ms) {
        Trace batch;
        for (; from < all.records().size() && all.records()[from].t <= now; ++from) {
            const Record &record = all.records()[from];
            if (record.kind == EventKind::Part)
                batch.appendPart(record.t, all.parts()[size_t(record.b)]);
            else
                batch.append(record);
        }
        pieces.append(batch, now);
        grown.update(pieces);
    }
    QCOMPARE(painted(grown, {0, 2400 * ms}), painted(once, {0, 2400 * ms}));
}

void OverviewRasterTest::extendsOpenSpansToThePresent()
{
    Run run(parallelMap(2, 1));
    OverviewRaster raster(32);
    run.append(TraceBuilder().arrive(0, 1).arrive(0, 2).attempt(0, 1).wait(0, 2, WaitReason::Slot).trace(), 0);
    raster.update(run);
    run.append({}, 100 * ms);
    raster.update(run);
    QCOMPARE(raster.statesAt(1, 90 * ms), bit(SpanState::Running));
    QCOMPARE(raster.statesAt(2, 90 * ms), bit(SpanState::Queued));
    // Ended in the middle of the next piece: nothing stays behind its end.
    run.append(TraceBuilder().attemptEnd(120, 1, AttemptOutcome::Ok).go(120, 2, 1).trace(), 900 * ms);
    raster.update(run);
    QVERIFY(raster.statesAt(1, 110 * ms) & bit(SpanState::Succeeded));
    QCOMPARE(raster.statesAt(1, 500 * ms), quint8(0));
    QCOMPARE(raster.statesAt(2, 500 * ms), quint8(0));
}

void OverviewRasterTest::givesEightLanesFourPixelsEach()
{
    Run run(parallelMap(8, 3));
    run.append(eightFetches(), 2200 * ms);
    OverviewRaster raster(32);
    raster.update(run);
    const QImage image = painted(raster, {0, 2400 * ms});
    const auto name = [&](int x, int y) { return image.pixelColor(x, y).name(); };
    for (const int y : {0, 1, 2})
        QCOMPARE(name(30, y), QStringLiteral("#2aa082"));
    QCOMPARE(name(30, 3), QStringLiteral("#ffffff"));
    // #4 waits: one pixel in the middle of three, then fails.
    QCOMPARE(name(30, 12), QStringLiteral("#ffffff"));
    QCOMPARE(name(30, 13), QStringLiteral("#d1d1d1"));
    QCOMPARE(name(30, 14), QStringLiteral("#ffffff"));
    QCOMPARE(name(70, 13), QStringLiteral("#bf3801"));
}

void OverviewRasterTest::keepsOneFailureAmongManyVisible()
{
    constexpr quint32 lanes = 50'000;
    Run run(parallelMap(lanes, 10));
    Trace trace;
    TraceBuilder b;
    for (quint32 request = 1; request <= lanes; ++request) {
        const bool fails = request == 31'234;
        b.arrive(0, request).attempt(request, request);
        b.attemptEnd(request + 1, request, fails ? AttemptOutcome::TimedOut : AttemptOutcome::Ok);
    }
    run.append(b.trace(), qint64(lanes + 2) * ms);
    OverviewRaster raster(32);
    raster.update(run);
    const QImage image = painted(raster, {0, qint64(lanes + 2) * ms});
    int seen = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            seen += image.pixelColor(x, y) == Theme::light().state(SpanState::TimedOut).fill;
    }
    QCOMPARE(seen, 9);
}

void OverviewRasterTest::drawsNothingBehindThePresent()
{
    Run run(parallelMap(1, 1));
    run.append(TraceBuilder().arrive(0, 1).attempt(0, 1).trace(), 500 * ms);
    OverviewRaster raster(32);
    raster.update(run);
    const QImage image = painted(raster, {0, 1000 * ms});
    QCOMPARE(image.pixelColor(118, 1).name(), QStringLiteral("#2759bb"));
    QCOMPARE(image.pixelColor(123, 1).name(), QStringLiteral("#ffffff"));
}

void OverviewRasterTest::takesMoreLanesThanWerePlanned()
{
    Run run(parallelMap(1, 1));
    OverviewRaster raster(32);
    run.append(TraceBuilder().arrive(0, 1).attempt(0, 1).attemptEnd(10, 1, AttemptOutcome::Ok).trace(), 10 * ms);
    raster.update(run);
    run.append(TraceBuilder().arrive(10, 5).attempt(10, 5).attemptEnd(20, 5, AttemptOutcome::Failed).trace(), 20 * ms);
    raster.update(run);
    QVERIFY(raster.statesAt(1, 5 * ms) & bit(SpanState::Succeeded));
    QVERIFY(raster.statesAt(5, 15 * ms) & bit(SpanState::Failed));
}

/// 32 requests are under way in each of 1000 rounds of a ms; each `worst`-th of a place fails.
Run rounds(quint32 worst)
{
    TraceBuilder b;
    quint32 request = 0;
    for (int round = 0; round < 1000; ++round) {
        for (int i = 0; i < 32; ++i)
            b.arrive(round, ++request).attempt(round, request);
        for (quint32 ended = request - 31; ended <= request; ++ended) {
            const bool fails = (quint32(round) + ended) % worst == 0;
            b.attemptEnd(round + 1, ended, fails ? AttemptOutcome::Failed : AttemptOutcome::Ok).settle(round + 1, ended);
        }
    }
    Run run(parallelMap(32'000, 32));
    run.append(b.trace(), 1000 * ms);
    return run;
}

void OverviewRasterTest::failuresTakeTheirShareOnly()
{
    const QString failed = Theme::light().state(SpanState::Failed).fill.name(), done = Theme::light().state(SpanState::Succeeded).fill.name();
    for (const auto &[worst, share, height] : {std::tuple(100u, 0.01, 3), std::tuple(4u, 0.25, 8), std::tuple(2u, 0.5, 16)}) {
        const Run run = rounds(worst);
        PackedRows rows;
        rows.update(run.trace());
        OverviewRaster raster(32);
        raster.update(run, &rows);
        QVERIFY(std::abs(raster.shareAt(SpanState::Failed, 500 * ms) - share) < 0.02);
        const QImage image = painted(raster, {0, 1000 * ms}); // Four rounds a column.
        int columns = 0;
        for (int x = 10; x < 230; ++x) {
            int high = 0;
            while (high < 32 && image.pixelColor(x, 31 - high).name() == failed)
                ++high;
            QVERIFY2(high == 0 || std::abs(high - height) <= 1, qPrintable(QStringLiteral("%1 px at column %2, 1 of %3").arg(high).arg(x).arg(worst)));
            columns += high > 0;
            if (high < 20)
                QCOMPARE(image.pixelColor(x, 8).name(), done);
        }
        QVERIFY(columns > 60);
    }
}

void OverviewRasterTest::showsWhatEndedInAnInstant()
{
    Run run(parallelMap(2, 1));
    run.append(TraceBuilder().arrive(500, 1).settle(500, 1, RequestOutcome::Dropped).arrive(700, 2).settle(700, 2, RequestOutcome::Failed).trace(),
               1000 * ms);
    OverviewRaster raster(32);
    raster.update(run);
    QCOMPARE(raster.statesAt(1, 500 * ms), bit(SpanState::Cancelled));
    QCOMPARE(raster.statesAt(2, 700 * ms), bit(SpanState::Failed));
    const QImage image = painted(raster, {0, 1000 * ms});
    QCOMPARE(image.pixelColor(120, 1).name(), Theme::light().state(SpanState::Cancelled).fill.name());
    QCOMPARE(image.pixelColor(168, 5).name(), Theme::light().state(SpanState::Failed).fill.name());
}

void OverviewRasterTest::packedRowsFillIt()
{
    const Run run = rounds(100);
    PackedRows rows;
    OverviewRaster raster(32), once(32);
    Run grown(run.scenario());
    for (qsizetype events = 0; events < run.trace().size(); events = std::min(events + 7001, run.trace().size())) {
        const qsizetype next = std::min(events + 7001, run.trace().size());
        grown.repeat(run, next, run.trace().records()[size_t(next - 1)].t);
        rows.update(grown.trace());
        raster.update(grown, &rows);
    }
    const QImage image = painted(raster, {0, 1000 * ms});
    QCOMPARE(rows.count(), size_t(32));
    for (const int y : {1, 10, 20})
        QVERIFY(image.pixelColor(120, y) != QColor(Qt::white));
    once.update(run, &rows);
    QCOMPARE(image, painted(once, {0, 1000 * ms}));
}

QTEST_MAIN(OverviewRasterTest)
#include "overview_raster_test.moc"
