// SPDX-License-Identifier: MIT
#include "picture/mark_painter.h"

#include "app/picture/trace_builder.h"
#include "model/marks.h"
#include "picture/timeline_painter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

/// 824 x 764 with 2.4 s on the axis: 305 px are a second, from column 72 on; the ruler takes the rows 40 to 63.
TimelineGeometry geometryOf(const TimeRange &range = {0, 2400 * ms})
{
    return TimelineGeometry({.size = {824, 764}, .lanes = 8, .range = range});
}

Marks at(const std::vector<qint64> &times)
{
    Marks marks;
    for (const qint64 t : times)
        marks.add(t * ms);
    return marks;
}

} // namespace

class MarkPainterTest : public QObject {
    Q_OBJECT

private slots:
    void aFlagStandsRightOfItsPoleWithTheName();
    void aFlagEndsBeforeTheNextPole();
    void crowdedMarksHaveSmallFlags();
    void aFlagMakesWayForThePlayheads();
    void onlyVisibleMarksShow();
    void hitsFlagsAndPolesInTheRuler();
    void drawsTheFlagOverTheRulerAndALineBelow();
};

void MarkPainterTest::aFlagStandsRightOfItsPoleWithTheName()
{
    LabelCache labels;
    const auto boxes = markBoxes(at({1000}), geometryOf(), labels, {});
    QCOMPARE(boxes.size(), size_t(1));
    QCOMPARE(boxes[0].pole, 377);
    QCOMPARE(boxes[0].text, QStringLiteral("Mark 1"));
    QCOMPARE(boxes[0].flag.left(), 377);
    QCOMPARE(boxes[0].flag.width(), labels.width(Role::Caption, QStringLiteral("Mark 1")) + 12);
    Marks longName = at({1000});
    longName.rename(0, QStringLiteral("where everything stands still because of one slow answer"));
    const auto elided = markBoxes(longName, geometryOf(), labels, {});
    QVERIFY(elided[0].text.endsWith(u'…'));
    QVERIFY(elided[0].flag.width() <= 132);
}

void MarkPainterTest::aFlagEndsBeforeTheNextPole()
{
    LabelCache labels;
    const auto boxes = markBoxes(at({1000, 1100}), geometryOf(), labels, {});
    QVERIFY(boxes[0].flag.right() < boxes[1].pole);
    QCOMPARE(boxes[1].text, QStringLiteral("Mark 2"));
}

void MarkPainterTest::crowdedMarksHaveSmallFlags()
{
    LabelCache labels;
    const auto boxes = markBoxes(at({1000, 1010, 1020}), geometryOf(), labels, {});
    QVERIFY(boxes[0].text.isEmpty() && boxes[1].text.isEmpty());
    QCOMPARE(boxes[0].flag.width(), 7);
    QVERIFY(!boxes[2].text.isEmpty());
}

void MarkPainterTest::aFlagMakesWayForThePlayheads()
{
    LabelCache labels;
    const QRect playhead(350, 44, 60, 16);
    const auto under = markBoxes(at({1000}), geometryOf(), labels, playhead);
    QCOMPARE(under[0].pole, 377);
    QCOMPARE(under[0].flag.left(), 410);
    const auto before = markBoxes(at({850}), geometryOf(), labels, playhead); // Column 331.
    QVERIFY(before[0].flag.right() < playhead.left());
}

void MarkPainterTest::onlyVisibleMarksShow()
{
    LabelCache labels;
    const auto boxes = markBoxes(at({100, 1000, 2000}), geometryOf({500 * ms, 1500 * ms}), labels, {});
    QCOMPARE(boxes.size(), size_t(1));
    QCOMPARE(boxes[0].index, size_t(1));
}

void MarkPainterTest::hitsFlagsAndPolesInTheRuler()
{
    LabelCache labels;
    const TimelineGeometry geometry = geometryOf();
    const auto boxes = markBoxes(at({1000, 1500}), geometry, labels, {});
    QCOMPARE(markAt({377, 50}, boxes, geometry), std::optional<size_t>(0));
    QCOMPARE(markAt({373, 50}, boxes, geometry), std::optional<size_t>(0));
    QCOMPARE(markAt({boxes[0].flag.right(), 50}, boxes, geometry), std::optional<size_t>(0));
    QCOMPARE(markAt({boxes[1].pole, 50}, boxes, geometry), std::optional<size_t>(1));
    QCOMPARE(markAt({372, 50}, boxes, geometry), std::nullopt);
    QCOMPARE(markAt({377, 150}, boxes, geometry), std::nullopt);
}

void MarkPainterTest::drawsTheFlagOverTheRulerAndALineBelow()
{
    Run run(parallelMap(8, 3));
    run.append(eightFetches(), 2200 * ms);
    const Marks marks = at({1000});
    for (const Theme &theme : {Theme::light(), Theme::dark()}) {
        TimelinePainter painter(theme);
        painter.setRun(&run);
        painter.update();
        TimelineState state;
        state.whole = state.range = {0, 2400 * ms};
        state.marks = &marks;
        const TimelineGeometry geometry = painter.geometry({824, 764}, state);
        QImage image(824, 764, QImage::Format_RGB32);
        QPainter p(&image);
        painter.paintContents(p, geometry, state);
        painter.paintOverlay(p, geometry, state);
        QCOMPARE(image.pixelColor(377, 44), theme.color(Token::AccentText));
        QCOMPARE(image.pixelColor(379, 46), theme.color(Token::Soft));
        QCOMPARE(image.pixelColor(377, geometry.strip().top()), theme.color(Token::AccentText));
        QCOMPARE(painter.hit({380, 50}, geometry, state).kind, TimelineHit::Kind::Mark);
    }
}

QTEST_MAIN(MarkPainterTest)
#include "mark_painter_test.moc"
