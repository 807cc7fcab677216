// SPDX-License-Identifier: MIT
#include "picture/picture.h"

#include "app/picture/trace_builder.h"

#include <QTest>

using namespace playground;

class PictureTest : public QObject {
    Q_OBJECT

private slots:
    void hasTheSizeAskedFor();
    void isTheSameEveryTime();
    void showsTheThemeAskedFor();
    void showsAnEmptyRun();
};

void PictureTest::hasTheSizeAskedFor()
{
    Run run(parallelMap(8, 3));
    run.append(eightFetches(), 2200 * TraceBuilder::ms);
    QCOMPARE(drawRun(run, {1600, 800}, Theme::light()).size(), QSize(1600, 800));
    const QImage large = drawRun(run, {400, 300}, Theme::light(), 2);
    QCOMPARE(large.size(), QSize(800, 600));
    QCOMPARE(large.devicePixelRatio(), 2.0);
}

void PictureTest::isTheSameEveryTime()
{
    Run run(parallelMap(8, 3));
    run.append(eightFetches(), 2200 * TraceBuilder::ms);
    QCOMPARE(drawRun(run, {824, 764}, Theme::dark()), drawRun(run, {824, 764}, Theme::dark()));
}

void PictureTest::showsTheThemeAskedFor()
{
    Run run(parallelMap(8, 3));
    run.append(eightFetches(), 2200 * TraceBuilder::ms);
    for (const Theme &theme : {Theme::light(), Theme::dark()}) {
        const QImage image = drawRun(run, {824, 764}, theme);
        QCOMPARE(image.pixelColor(400, 60), theme.color(Token::Panel));
        QCOMPARE(image.pixelColor(240, 160), theme.state(SpanState::Succeeded).fill);
        QCOMPARE(image.pixelColor(600, 150), theme.color(Token::Canvas));
    }
}

void PictureTest::showsAnEmptyRun()
{
    Run run(parallelMap(0, 3));
    run.append(TraceBuilder().end(0).trace(), 0);
    QCOMPARE(drawRun(run, {824, 764}, Theme::light()).size(), QSize(824, 764));
}

QTEST_MAIN(PictureTest)
#include "picture_test.moc"
