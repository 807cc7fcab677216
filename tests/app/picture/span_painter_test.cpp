// SPDX-License-Identifier: MIT
#include "picture/label_cache.h"
#include "picture/span_painter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <set>

using namespace playground;

namespace {

constexpr QRect full(10, 10, 200, 28);

QImage painted(const Theme &theme, SpanLook look)
{
    if (look.full.isEmpty())
        look.full = full;
    look.visibleRight = 400;
    QImage image(400, 48, QImage::Format_RGB32);
    image.fill(theme.color(Token::Canvas));
    LabelCache labels;
    SpanPainter spans(theme, labels);
    QPainter painter(&image);
    spans.paint(painter, look);
    return image;
}

SpanLook lookOf(SpanState state, SpanEnd end = SpanEnd::Closed)
{
    SpanLook look;
    look.state = state;
    look.end = end;
    return look;
}

/// The colours of a column, from the first row of the span to the last.
std::set<QRgb> colorsIn(const QImage &image, const QRect &rect)
{
    std::set<QRgb> colors;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x)
            colors.insert(image.pixel(x, y));
    }
    return colors;
}

constexpr std::array states{SpanState::Queued,    SpanState::Token,  SpanState::Backoff,  SpanState::Running,
                            SpanState::Succeeded, SpanState::Failed, SpanState::TimedOut, SpanState::Cancelled};
const std::array themes{Theme::light(), Theme::dark()};

} // namespace

class SpanPainterTest : public QObject {
    Q_OBJECT

private slots:
    void fillsEveryStateWithItsColour();
    void waitingIsHalfAsHighInTheMiddle();
    void outlinesWhatWaits();
    void leavesTheFourCornersOut();
    void hasATextureWhereTheStateHasOne();
    void dotsLieOnAStaggeredGrid();
    void stripesAreTwoOfFivePixels();
    void showsTheLiveEdgeOfWhatRuns();
    void cutsANotchIntoFailures();
    void marksTheDeadlineOfATimeout();
    void cutsCancelledSpansAslant();
    void drawsGlyphsFromTwentyEightPixels();
    void drawsServerQueuesAtHalfHeight();
    void leavesPendingWaitsOpen();
    void drawsASlashOnDroppedWaits();
    void showsTheLongTextThenTheShortThenNone();
    void staysPlainBelowThreePixels();
};

void SpanPainterTest::fillsEveryStateWithItsColour()
{
    for (const Theme &theme : themes) {
        for (const SpanState state : states) {
            const QImage image = painted(theme, lookOf(state));
            const auto colors = colorsIn(image, QRect(60, 20, 60, 8));
            QVERIFY(colors.contains(theme.state(state).fill.rgb()));
        }
    }
}

void SpanPainterTest::waitingIsHalfAsHighInTheMiddle()
{
    QCOMPARE(SpanPainter::bodyOf(SpanState::Queued, full), QRect(10, 17, 200, 14));
    QCOMPARE(SpanPainter::bodyOf(SpanState::Running, full), full);
    const QImage image = painted(Theme::light(), lookOf(SpanState::Queued));
    QCOMPARE(image.pixelColor(100, 16), QColor(Qt::white));
    QCOMPARE(image.pixelColor(100, 24).name(), QStringLiteral("#d1d1d1"));
    QCOMPARE(image.pixelColor(100, 31), QColor(Qt::white));
}

void SpanPainterTest::outlinesWhatWaits()
{
    for (const Theme &theme : themes) {
        for (const SpanState state : {SpanState::Queued, SpanState::Token, SpanState::Backoff}) {
            const QImage image = painted(theme, lookOf(state));
            for (const QPoint &point : {QPoint(100, 17), QPoint(100, 30), QPoint(10, 24), QPoint(209, 24)})
                QCOMPARE(image.pixelColor(point), theme.state(state).outline);
        }
    }
}

void SpanPainterTest::leavesTheFourCornersOut()
{
    for (const SpanState state : {SpanState::Running, SpanState::Succeeded}) {
        const QImage image = painted(Theme::light(), lookOf(state));
        for (const QPoint &corner : {full.topLeft(), full.topRight(), full.bottomLeft(), full.bottomRight()})
            QCOMPARE(image.pixelColor(corner), QColor(Qt::white));
        QCOMPARE(image.pixelColor(11, 10), Theme::light().state(state).fill);
        QCOMPARE(image.pixelColor(10, 11), Theme::light().state(state).fill);
    }
}

void SpanPainterTest::hasATextureWhereTheStateHasOne()
{
    for (const Theme &theme : themes) {
        for (const SpanState state : states) {
            const QRect inside(60, 20, 60, 8);
            const bool textured = state == SpanState::Token || state == SpanState::Backoff ||
                                  state == SpanState::TimedOut || state == SpanState::Cancelled;
            QCOMPARE(colorsIn(painted(theme, lookOf(state)), inside).size() > 1, textured);
            // Below 6 px there is none.
            SpanLook low = lookOf(state);
            low.full = QRect(10, 10, 200, SpanPainter::isWaiting(state) ? 10 : 5);
            const QRect body = SpanPainter::bodyOf(state, low.full);
            QCOMPARE(colorsIn(painted(theme, low), QRect(60, body.top() + 1, 60, body.height() - 2)).size(), size_t(1));
        }
    }
}

void SpanPainterTest::dotsLieOnAStaggeredGrid()
{
    const Theme theme = Theme::light();
    const QImage image = painted(theme, lookOf(SpanState::Backoff));
    const QColor fill = theme.state(SpanState::Backoff).fill;
    std::vector<QPoint> dots;
    for (int y = 18; y < 30; ++y) {
        for (int x = 60; x < 64; ++x) {
            if (image.pixelColor(x, y) != fill)
                dots.push_back({x - 60, y - 18});
        }
    }
    QCOMPARE(dots.size(), size_t(4)); // One every 4 px, in rows 3 px apart.
    for (size_t i = 1; i < dots.size(); ++i) {
        QCOMPARE(dots[i].y() - dots[i - 1].y(), 3);
        QCOMPARE(std::abs(dots[i].x() - dots[i - 1].x()), 2);
    }
}

void SpanPainterTest::stripesAreTwoOfFivePixels()
{
    const QImage image = painted(Theme::light(), lookOf(SpanState::TimedOut));
    const QColor fill = Theme::light().state(SpanState::TimedOut).fill;
    int striped = 0;
    for (int x = 60; x < 110; ++x)
        striped += image.pixelColor(x, 24) != fill;
    QCOMPARE(striped, 20);
}

void SpanPainterTest::showsTheLiveEdgeOfWhatRuns()
{
    for (const Theme &theme : themes) {
        const QImage live = painted(theme, lookOf(SpanState::Running, SpanEnd::Live));
        for (const int x : {207, 208, 209})
            QCOMPARE(live.pixelColor(x, 24), theme.color(Token::LiveEdge));
        QCOMPARE(live.pixelColor(206, 24), theme.state(SpanState::Running).fill);
        const QImage pending = painted(theme, lookOf(SpanState::Running, SpanEnd::Pending));
        QCOMPARE(pending.pixelColor(208, 24), theme.state(SpanState::Running).fill);
    }
}

void SpanPainterTest::cutsANotchIntoFailures()
{
    for (const Theme &theme : themes) {
        const QImage image = painted(theme, lookOf(SpanState::Failed));
        QCOMPARE(image.pixelColor(209, 24), theme.color(Token::Canvas));
        QCOMPARE(image.pixelColor(206, 24), theme.color(Token::Canvas));
        QCOMPARE(image.pixelColor(202, 24), theme.state(SpanState::Failed).fill);
        QCOMPARE(image.pixelColor(208, 12), theme.state(SpanState::Failed).fill);
        QCOMPARE(image.pixelColor(208, 35), theme.state(SpanState::Failed).fill);
    }
}

void SpanPainterTest::marksTheDeadlineOfATimeout()
{
    for (const Theme &theme : themes) {
        const QImage image = painted(theme, lookOf(SpanState::TimedOut));
        for (const int y : {7, 24, 40})
            QCOMPARE(image.pixelColor(209, y), theme.color(Token::Text));
        QCOMPARE(image.pixelColor(209, 6), theme.color(Token::Canvas));
        QCOMPARE(image.pixelColor(208, 8), theme.color(Token::Canvas));
    }
}

void SpanPainterTest::cutsCancelledSpansAslant()
{
    const QImage image = painted(Theme::light(), lookOf(SpanState::Cancelled));
    QCOMPARE(image.pixelColor(206, 12), QColor(Qt::white));
    QVERIFY(image.pixelColor(206, 36) != QColor(Qt::white));
}

void SpanPainterTest::drawsGlyphsFromTwentyEightPixels()
{
    const Theme theme = Theme::light();
    for (const SpanState state : {SpanState::Succeeded, SpanState::Failed}) {
        for (const int width : {27, 28}) {
            SpanLook look = lookOf(state);
            look.full.setRect(10, 10, width, 28);
            const auto colors = colorsIn(painted(theme, look), QRect(13, 16, width - 10, 16));
            QCOMPARE(colors.size() > 1, width == 28);
        }
    }
}

void SpanPainterTest::drawsServerQueuesAtHalfHeight()
{
    SpanLook look = lookOf(SpanState::Succeeded);
    look.headWidth = 50;
    const QImage image = painted(Theme::light(), look);
    const QColor fill = Theme::light().state(SpanState::Succeeded).fill;
    QCOMPARE(image.pixelColor(30, 12), QColor(Qt::white));
    QCOMPARE(image.pixelColor(30, 24), fill);
    QCOMPARE(image.pixelColor(80, 12), fill);
}

void SpanPainterTest::leavesPendingWaitsOpen()
{
    const Theme theme = Theme::light();
    const QImage image = painted(theme, lookOf(SpanState::Queued, SpanEnd::Pending));
    QCOMPARE(image.pixelColor(10, 24), theme.state(SpanState::Queued).outline);
    QCOMPARE(image.pixelColor(209, 24), theme.state(SpanState::Queued).fill);
}

void SpanPainterTest::drawsASlashOnDroppedWaits()
{
    SpanLook look = lookOf(SpanState::Queued);
    const QImage plain = painted(Theme::light(), look);
    look.dropped = true;
    const QImage dropped = painted(Theme::light(), look);
    QCOMPARE(plain.pixelColor(208, 13), QColor(Qt::white));
    QVERIFY(colorsIn(dropped, QRect(203, 11, 7, 5)).size() > 1);
}

void SpanPainterTest::showsTheLongTextThenTheShortThenNone()
{
    const Theme theme = Theme::light();
    LabelCache labels;
    SpanLook look = lookOf(SpanState::Running);
    look.longText = QStringLiteral("200  684 ms");
    look.shortText = QStringLiteral("200");
    const int longWidth = labels.width(Role::SpanText, look.longText),
              shortWidth = labels.width(Role::SpanText, look.shortText);
    const auto inkRight = [&](int width) {
        look.full = QRect(10, 10, width, 28);
        const QImage image = painted(theme, look);
        int right = 0;
        for (int x = 12; x < 8 + width; ++x) {
            for (int y = 14; y < 34; ++y)
                right = image.pixelColor(x, y) != theme.state(SpanState::Running).fill ? x : right;
        }
        return right;
    };
    QVERIFY(inkRight(longWidth + 16) > 18 + shortWidth + 4);
    const int shortRight = inkRight(longWidth + 15);
    QVERIFY(shortRight > 18 && shortRight <= 18 + shortWidth);
    QCOMPARE(inkRight(shortWidth + 15), 0);
}

void SpanPainterTest::staysPlainBelowThreePixels()
{
    SpanLook look = lookOf(SpanState::Failed);
    look.full = QRect(10, 10, 2, 28);
    QCOMPARE(colorsIn(painted(Theme::light(), look), look.full),
             std::set<QRgb>{Theme::light().state(SpanState::Failed).fill.rgb()});
}

QTEST_MAIN(SpanPainterTest)
#include "span_painter_test.moc"
