// SPDX-License-Identifier: MIT
#include "picture/wall_clock_marks.h"

#include "app/picture/trace_builder.h"
#include "model/run.h"
#include "picture/picture.h"
#include "picture/span_painter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

WakeUps lateAt(qint64 due, qint64 at)
{
    WakeUps wakeUps;
    wakeUps.add(due, at);
    return wakeUps;
}

Span attempt(qint64 begin, qint64 end)
{
    Span span;
    span.begin = begin;
    span.end = end;
    span.request = 1;
    span.number = 1;
    span.state = SpanState::Succeeded;
    return span;
}

} // namespace

class WallClockMarksTest : public QObject {
    Q_OBJECT

private slots:
    void picturesOfARunInRealTimeBearTheBadge();
    void theBadgeGivesWayWhereItIsNarrow();
    void latenessIsFromThePlannedEndToTheEnd();
    void theTickStandsAtThePlannedEnd();
    void noTickWhereTheEndIsInTheSameColumn();
};

void WallClockMarksTest::picturesOfARunInRealTimeBearTheBadge()
{
    for (const Theme &theme : {Theme::light(), Theme::dark()}) {
        Run real(parallelMap(8, 3), RunClock::System), ideal(parallelMap(8, 3));
        real.append(eightFetches(), 2200 * ms);
        ideal.append(eightFetches(), 2200 * ms);
        const QImage with = drawRun(real, {1600, 800}, theme), without = drawRun(ideal, {1600, 800}, theme);
        QRect changed;
        for (int y = 0; y < with.height(); ++y) {
            for (int x = 0; x < with.width(); ++x) {
                if (with.pixel(x, y) != without.pixel(x, y))
                    changed |= QRect(x, y, 1, 1);
            }
        }
        QVERIFY(!changed.isEmpty());
        QCOMPARE(changed.height(), 20); // Nothing but the badge, in the header's right half.
        QVERIFY(changed.left() > 800);
        QCOMPARE(with.pixelColor(changed.topLeft()), theme.color(Token::Text2));
    }
}

void WallClockMarksTest::theBadgeGivesWayWhereItIsNarrow()
{
    LabelCache labels;
    const Theme theme = Theme::light();
    const TimelineGeometry geometry({{800, 600}, 8, {0, 1000 * ms}});
    const auto widthIn = [&](int room) {
        QImage image(800, 40, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintWallClockBadge({painter, geometry, theme, labels}, QRect(0, 0, room, 32));
        painter.end();
        int first = 800;
        for (int x = 0; x < 800; ++x) {
            if (image.pixelColor(x, 16) != QColor(Qt::white))
                first = std::min(first, x);
        }
        return first == 800 ? 0 : room - first;
    };
    const int whole = widthIn(700), brief = widthIn(whole - 1);
    QVERIFY(whole > brief);
    QVERIFY(brief > 0);
    QCOMPARE(widthIn(whole), whole);
    QCOMPARE(widthIn(brief - 1), 0);
}

void WallClockMarksTest::latenessIsFromThePlannedEndToTheEnd()
{
    Run run(parallelMap(1, 3), RunClock::System);
    run.append(Trace(), lateAt(10 * ms, 13 * ms), 20 * ms);
    QCOMPARE(latenessText(run, attempt(0, 13 * ms)), QStringLiteral("3 ms late"));
    QCOMPARE(latenessText(run, attempt(0, 14 * ms)), QStringLiteral("4 ms late"));
    QCOMPARE(latenessText(run, attempt(0, -1)), QString());
    QCOMPARE(latenessText(run, attempt(12 * ms, 13 * ms)), QString()); // The timer was due before it began.
    QCOMPARE(latenessText(Run(parallelMap(1, 3)), attempt(0, 13 * ms)), QString());
}

void WallClockMarksTest::theTickStandsAtThePlannedEnd()
{
    LabelCache labels;
    const TimelineGeometry geometry({{800, 600}, 8, {0, 20 * ms}});
    Run run(parallelMap(1, 3), RunClock::System);
    run.append(Trace(), lateAt(10 * ms, 13 * ms), 20 * ms);
    const int tick = geometry.x(10 * ms), end = geometry.x(13 * ms);
    QVERIFY(tick < end);
    const QRect body(geometry.x(0), 20, end - geometry.x(0), 10);
    for (const Theme &theme : {Theme::light(), Theme::dark()}) {
        QImage image(800, 60, QImage::Format_RGB32);
        image.fill(theme.color(Token::Canvas));
        QPainter painter(&image);
        paintPlannedEnd({painter, geometry, theme, labels}, run, attempt(0, 13 * ms), body);
        painter.end();
        QCOMPARE(image.pixelColor(tick, body.top()), theme.state(SpanState::Succeeded).text);
        QCOMPARE(image.pixelColor(tick, body.bottom()), theme.state(SpanState::Succeeded).text);
        QCOMPARE(image.pixelColor(tick, body.top() - 1), theme.color(Token::Text));
        QCOMPARE(image.pixelColor(tick, body.bottom() + 1), theme.color(Token::Text));
        QCOMPARE(image.pixelColor(tick - 1, 25), theme.color(Token::Canvas));
        QCOMPARE(image.pixelColor(tick + 1, 25), theme.color(Token::Canvas));
    }
}

void WallClockMarksTest::noTickWhereTheEndIsInTheSameColumn()
{
    LabelCache labels;
    const Theme theme = Theme::light();
    const TimelineGeometry geometry({{800, 600}, 8, {0, 3'600'000 * ms}});
    Run run(parallelMap(1, 3), RunClock::System);
    run.append(Trace(), lateAt(10 * ms, 13 * ms), 20 * ms);
    QImage image(800, 60, QImage::Format_RGB32);
    image.fill(Qt::white);
    const QImage before = image;
    QPainter painter(&image);
    paintPlannedEnd({painter, geometry, theme, labels}, run, attempt(0, 13 * ms), QRect(geometry.x(0), 20, 1, 10));
    painter.end();
    QCOMPARE(image, before);
}

QTEST_MAIN(WallClockMarksTest)
#include "wall_clock_marks_test.moc"
