// SPDX-License-Identifier: MIT
#include "picture/flag_painter.h"
#include "picture/timeline_painter.h"

#include "app/picture/trace_builder.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

/// A run of 2.2 s with an edit at 1 s and a mark at 1.5 s.
Run edited()
{
    Run run(parallelMap(8, 3));
    Trace trace;
    trace.appendEdit(1000 * ms, {QStringLiteral("pattern.limit"), QStringLiteral("3"), QStringLiteral("8")});
    trace.appendMark(1500 * ms, QStringLiteral("look here"));
    run.append(trace, 2200 * ms);
    return run;
}

/// The whole run at 824 x 764: 305 px are a second, from column 72 on; the ruler's last row is 63.
struct Picture {
    explicit Picture(const Run &run, const Theme &theme = Theme::light())
        : painter(theme)
    {
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
    TimelineHit hit(int x, int y) { return painter.hit({x, y}, geometry(), state); }

    TimelinePainter painter;
    TimelineState state;
};

} // namespace

class FlagPainterTest : public QObject {
    Q_OBJECT

private slots:
    void drawsADiamondForAnEdit();
    void drawsAPennantForAMark();
    void showsThePennantWhereBothAre();
    void drawsADottedLineDownToTheLegend();
    void hitsASignOnTheRulerOnly();
    void leavesOutWhatIsNotVisible();
    void saysWhatWasEditedAndMarked();
    void countsWhatIsTooMuchForOneHint();
};

void FlagPainterTest::drawsADiamondForAnEdit()
{
    const Run run = edited();
    for (const Theme &theme : {Theme::light(), Theme::dark()}) {
        const QImage image = Picture(run, theme).paint();
        const QColor sign = theme.color(Token::Text2);
        for (const int dx : {-3, 0, 3})
            QCOMPARE(image.pixelColor(377 + dx, 58), sign);
        for (const int dy : {-3, 3})
            QCOMPARE(image.pixelColor(377, 58 + dy), sign);
        QVERIFY(image.pixelColor(377 - 3, 55) != sign);
        QVERIFY(image.pixelColor(377 - 4, 58) != sign);
    }
}

void FlagPainterTest::drawsAPennantForAMark()
{
    const Run run = edited();
    Picture picture(run);
    const int x = picture.geometry().x(1500 * ms);
    const QImage image = picture.paint();
    const QColor sign = Theme::light().color(Token::AccentText);
    for (int y = 57; y <= 62; ++y)
        QCOMPARE(image.pixelColor(x, y), sign);
    // The label "1.5 s" beside it stays whole.
    for (int dx = 1; dx <= 5; ++dx)
        QCOMPARE(image.pixelColor(x + dx, 59), sign);
    QVERIFY(image.pixelColor(x, 56) != sign);
    QVERIFY(image.pixelColor(x + 5, 57) != sign);
    QVERIFY(image.pixelColor(x - 1, 59) != sign);
}

void FlagPainterTest::showsThePennantWhereBothAre()
{
    Run run(parallelMap(8, 3));
    Trace trace;
    trace.appendEdit(1000 * ms, {QStringLiteral("pattern.limit"), QStringLiteral("3"), QStringLiteral("8")});
    trace.appendMark(1000 * ms, QStringLiteral("look here"));
    run.append(trace, 2200 * ms);
    const QImage image = Picture(run).paint();
    QCOMPARE(image.pixelColor(379, 59), Theme::light().color(Token::AccentText));
    QVERIFY(image.pixelColor(374, 58) != Theme::light().color(Token::Text2));
}

void FlagPainterTest::drawsADottedLineDownToTheLegend()
{
    const Run run = edited();
    Picture picture(run);
    const QImage image = picture.paint();
    const QRect strip = picture.geometry().strip();
    const int x = picture.geometry().x(1500 * ms);
    // Rows of lanes end with a line of their own; the middle of the first one shows the dots alone.
    const QRect lane = picture.geometry().lane(0);
    for (int y = lane.top() + 5; y < lane.bottom() - 5; ++y)
        QCOMPARE(image.pixelColor(x, y) == Theme::light().color(Token::FieldBorder), (y - strip.top()) % 5 < 2);
}

void FlagPainterTest::hitsASignOnTheRulerOnly()
{
    const Run run = edited();
    Picture picture(run);
    for (const int dx : {-4, 0, 4}) {
        QCOMPARE(picture.hit(377 + dx, 50).kind, TimelineHit::Kind::Flag);
        QCOMPARE(picture.hit(377 + dx, 50).flag, size_t(0));
    }
    QCOMPARE(picture.hit(picture.geometry().x(1500 * ms), 50).flag, size_t(1));
    QCOMPARE(picture.hit(377 + 5, 50).kind, TimelineHit::Kind::Ruler);
    QCOMPARE(picture.hit(377, 150).kind, TimelineHit::Kind::Lane);
}

void FlagPainterTest::leavesOutWhatIsNotVisible()
{
    const Run run = edited();
    Picture picture(run);
    picture.state.range = {1100 * ms, 1400 * ms};
    const QImage image = picture.paint();
    for (int x = 72; x < 824; ++x)
        QCOMPARE(picture.hit(x, 50).kind, TimelineHit::Kind::Ruler);
    for (const int x : {72, 804})
        QVERIFY(image.pixelColor(x, 59) != Theme::light().color(Token::AccentText));
}

void FlagPainterTest::saysWhatWasEditedAndMarked()
{
    const Run run = edited();
    const TimelineGeometry geometry = Picture(run).geometry();
    QCOMPARE(flagSummary(0, geometry, run), QStringLiteral("At a time: 3 → 8, edited at 1.000 s"));
    QCOMPARE(flagSummary(1, geometry, run), QStringLiteral("look here, marked at 1.500 s"));
}

void FlagPainterTest::countsWhatIsTooMuchForOneHint()
{
    Run run(parallelMap(8, 3));
    Trace trace;
    for (int i = 0; i < 1000; ++i)
        trace.appendMark(1000 * ms, {});
    run.append(trace, 2200 * ms);
    const QStringList lines = flagSummary(0, Picture(run).geometry(), run).split(u'\n');
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines[0], QStringLiteral("Mark at 1.000 s"));
    QCOMPARE(lines[5], QStringLiteral("and 995 more"));
}

QTEST_MAIN(FlagPainterTest)
#include "flag_painter_test.moc"
