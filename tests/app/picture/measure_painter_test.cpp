// SPDX-License-Identifier: MIT
#include "picture/measure_painter.h"

#include "app/picture/trace_builder.h"
#include "model/marks.h"
#include "picture/timeline_painter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

/// The run of eight fetches at 824 x 764: 305 px are a second, from column 72 on; lane 4 lies from 264 to 308.
struct Shown {
    Shown()
        : run(parallelMap(8, 3))
        , painter(Theme::light())
    {
        run.append(eightFetches(), 2200 * ms);
        painter.setRun(&run);
        painter.update();
        state.whole = state.range = {0, 2400 * ms};
    }
    TimelineGeometry geometry() const { return painter.geometry({824, 764}, state); }
    QImage paint()
    {
        QImage image(824, 764, QImage::Format_RGB32);
        QPainter p(&image);
        painter.paintContents(p, geometry(), state);
        painter.paintOverlay(p, geometry(), state);
        return image;
    }
    qint64 snapped(int x, int y) { return painter.snapped({x, y}, geometry(), state); }

    Run run;
    TimelinePainter painter;
    TimelineState state;
    LabelCache labels;
};

} // namespace

class MeasurePainterTest : public QObject {
    Q_OBJECT

private slots:
    void theLabelSaysAsMuchAsThereIsRoomFor();
    void theLabelStaysWithinTheWidget();
    void drawsABandWithTwoEdges();
    void nothingIsDrawnOutsideTheVisibleRange();
    void snapsToTheEdgesOfTheLaneThere();
    void snapsToMarksAndThePresentAnywhere();
};

void MeasurePainterTest::theLabelSaysAsMuchAsThereIsRoomFor()
{
    Shown shown;
    const MeasureLabel wide = measureLabel({500 * ms, 1500 * ms}, shown.geometry(), shown.labels);
    QCOMPARE(wide.text, QStringLiteral("0.500 s to 1.500 s: 1.000 s"));
    QCOMPARE(wide.rect.center().x(), 377);
    QCOMPARE(measureLabel({500 * ms, 600 * ms}, shown.geometry(), shown.labels).text, QStringLiteral("100 ms"));
}

void MeasurePainterTest::theLabelStaysWithinTheWidget()
{
    Shown shown;
    QCOMPARE(measureLabel({2399 * ms, 2400 * ms}, shown.geometry(), shown.labels).rect.right() <= 823, true);
    shown.state.range = {1000 * ms, 1100 * ms};
    // Of a piece that is longer than the axis the label lies in the visible middle.
    QCOMPARE(measureLabel({0, 2400 * ms}, shown.geometry(), shown.labels).rect.center().x(), 437);
}

void MeasurePainterTest::drawsABandWithTwoEdges()
{
    Shown shown;
    const QImage before = shown.paint();
    shown.state.measured = TimeRange{1000 * ms, 1500 * ms};
    const QImage after = shown.paint();
    const QColor line = Theme::light().color(Token::AccentText);
    const int from = shown.geometry().x(1000 * ms), to = shown.geometry().x(1500 * ms);
    for (const int x : {from, to})
        QCOMPARE(after.pixelColor(x, 160), line);
    QCOMPARE(after.pixelColor(from - 1, 500), before.pixelColor(from - 1, 500));
    QVERIFY(after.pixelColor(from + 20, 190) != before.pixelColor(from + 20, 190));
    QCOMPARE(after.pixelColor(to + 1, 190), before.pixelColor(to + 1, 190));
}

void MeasurePainterTest::nothingIsDrawnOutsideTheVisibleRange()
{
    Shown shown;
    shown.state.range = {1000 * ms, 1100 * ms};
    const QImage before = shown.paint();
    shown.state.measured = TimeRange{100 * ms, 200 * ms};
    QCOMPARE(shown.paint(), before);
    QVERIFY(measureLabel(*shown.state.measured, shown.geometry(), shown.labels).rect.isEmpty());
}

void MeasurePainterTest::snapsToTheEdgesOfTheLaneThere()
{
    Shown shown;
    const int edge = shown.geometry().x(548 * ms); // #4 begins its first attempt.
    for (const int dx : {-6, -1, 0, 6})
        QCOMPARE(shown.snapped(edge + dx, 280), 548 * ms);
    QVERIFY(shown.snapped(edge + 7, 280) != 548 * ms);
    QVERIFY(shown.snapped(edge + 3, 160) != 548 * ms); // #1 has no edge there.
    QCOMPARE(shown.snapped(72, 280), 0);
}

void MeasurePainterTest::snapsToMarksAndThePresentAnywhere()
{
    Shown shown;
    Marks marks;
    marks.add(1234 * ms);
    shown.state.marks = &marks;
    QCOMPARE(shown.snapped(shown.geometry().x(1234 * ms) + 4, 50), 1234 * ms);
    QCOMPARE(shown.snapped(shown.geometry().x(1234 * ms) - 4, 700), 1234 * ms);
    QCOMPARE(shown.snapped(shown.geometry().x(2200 * ms) + 5, 50), 2200 * ms);
    // The nearest of two wins.
    marks.add(1240 * ms);
    QCOMPARE(shown.snapped(shown.geometry().x(1240 * ms) + 1, 50), 1240 * ms);
}

QTEST_MAIN(MeasurePainterTest)
#include "measure_painter_test.moc"
