// SPDX-License-Identifier: MIT
#include "picture/label_cache.h"
#include "picture/marble_painter.h"
#include "picture/timeline_geometry.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace playground;

namespace {

/// An axis of 732 px for 732 ns, from column 72 on.
const TimelineGeometry geometry({{824, 764}, 8, {0, 732}, 0, Counter::InFlight});
const QRect line = geometry.in();
const int middle = line.center().y();

struct Picture {
    QImage image{824, 764, QImage::Format_RGB32};
    LabelCache labels;
    MarblePainter marbles{Theme::light(), labels};

    void paint(const std::vector<Marble> &all, qint64 now = 732)
    {
        image.fill(Qt::white);
        QPainter painter(&image);
        marbles.paint(painter, all, line, geometry, now);
    }
    /// The columns [first, last] of the line that have been painted on; {-1, -1}: none.
    std::pair<int, int> painted() const
    {
        std::pair<int, int> columns{-1, -1};
        for (int x = 0; x < image.width(); ++x) {
            for (int y = line.top(); y <= line.bottom(); ++y) {
                if (image.pixelColor(x, y) != QColor(Qt::white))
                    columns = {columns.first < 0 ? x : columns.first, x};
            }
        }
        return columns;
    }
};

} // namespace

class MarblePainterTest : public QObject {
    Q_OBJECT

private slots:
    void centresAMarbleOnItsTime();
    void laysThoseOfOneInstantSideBySide();
    void drawsTicksWhereMarblesAreTooMany();
    void findsWhatIsPainted();
    void showsTheFirstOfAMillionAtOnce();
    void ringsTheSelectedOneOnly();
    void drawsNothingWhereNoTimeHasPassed();
    void unfoldsAsTimePasses();
    void saysHowManyEndAtTheLastInstant();
    void showsASelectedOneInThePlaceOfItsPill();
    void keepsNumbersWhole();
    void movesAMarbleALittleToKeepBothNumbers();
    void movesTwoApartToKeepBothNumbers();
    void movesThreeApartToKeepAllNumbers();
};

void MarblePainterTest::centresAMarbleOnItsTime()
{
    Picture picture;
    picture.paint({{200, 3}});
    QCOMPARE(picture.image.pixelColor(272 - 6, middle), Theme::light().marble(3));
    QCOMPARE(picture.image.pixelColor(272 + 6, middle), Theme::light().marble(3));
    QCOMPARE(picture.image.pixelColor(272 + 10, middle), QColor(Qt::white));
}

void MarblePainterTest::laysThoseOfOneInstantSideBySide()
{
    Picture picture;
    std::vector<Marble> all;
    for (quint32 request = 1; request <= 8; ++request)
        all.push_back({0, request});
    picture.paint(all);
    // The first one stays right of the axis' begin; the others follow 13 px apart.
    QCOMPARE(picture.image.pixelColor(71, middle), QColor(Qt::white));
    for (quint32 request = 1; request <= 8; ++request)
        QCOMPARE(picture.image.pixelColor(81 + 13 * int(request - 1), middle + 6), Theme::light().marble(request));
    // "8 at t = 0"
    bool text = false;
    for (int x = 195; x < 250; ++x)
        text = text || picture.image.pixelColor(x, middle) != QColor(Qt::white);
    QVERIFY(text);
}

void MarblePainterTest::drawsTicksWhereMarblesAreTooMany()
{
    Picture picture;
    std::vector<Marble> all;
    for (qint64 t = 0; t < 700; t += 2)
        all.push_back({t, quint32(t) + 1});
    picture.paint(all);
    QCOMPARE(picture.image.pixelColor(72 + 100, middle), Theme::light().color(Token::MarbleOutline));
    QCOMPARE(picture.image.pixelColor(72 + 101, middle), QColor(Qt::white));
}

void MarblePainterTest::findsWhatIsPainted()
{
    Picture picture;
    const std::vector<Marble> all{{0, 1}, {0, 2}, {300, 7}};
    QCOMPARE(picture.marbles.at({78, middle}, all, line, geometry, 732), quint32(1));
    QCOMPARE(picture.marbles.at({96, middle}, all, line, geometry, 732), quint32(2));
    QCOMPARE(picture.marbles.at({372, middle}, all, line, geometry, 732), quint32(7));
    QCOMPARE(picture.marbles.at({340, middle}, all, line, geometry, 732), quint32(0));
    QCOMPARE(picture.marbles.at({372, line.bottom() + 1}, all, line, geometry, 732), quint32(0));
}

void MarblePainterTest::showsTheFirstOfAMillionAtOnce()
{
    Picture picture;
    std::vector<Marble> all;
    for (quint32 request = 1; request <= 1'000'000; ++request)
        all.push_back({0, request});
    picture.paint(all);
    QCOMPARE(picture.marbles.at({81, middle}, all, line, geometry, 732), quint32(1));
    QCOMPARE(picture.marbles.at({600, middle}, all, line, geometry, 732), quint32(0));
}

void MarblePainterTest::ringsTheSelectedOneOnly()
{
    Picture picture;
    const std::vector<Marble> all{{200, 3}, {300, 4}};
    picture.paint(all);
    const QImage before = picture.image;
    QPainter painter(&picture.image);
    picture.marbles.paintSelected(painter, 4, all, line, geometry, 732);
    painter.end();
    const int centreY = line.top() + line.height() / 2;
    // Of its 2 px on either side, the outer one is smoothed.
    for (const int x : {372 - 9, 372 + 8})
        QCOMPARE(picture.image.pixelColor(x, centreY), Theme::light().color(Token::Text));
    QCOMPARE(picture.image.pixelColor(372 - 7, centreY), Theme::light().marble(4));
    QCOMPARE(picture.image.pixelColor(372 + 10, centreY), QColor(Qt::white));
    // The other one, and where the selected request has no marble, nothing changes.
    const QRect third(260, line.top(), 26, line.height());
    QCOMPARE(picture.image.copy(third), before.copy(third));
    const QImage ringed = picture.image;
    QPainter again(&picture.image);
    picture.marbles.paintSelected(again, 9, all, line, geometry, 732);
    again.end();
    QCOMPARE(picture.image, ringed);
}

void MarblePainterTest::drawsNothingWhereNoTimeHasPassed()
{
    // Ten of one instant, wide ones; only a single box's own half may lie right of now.
    std::vector<Marble> all;
    for (quint32 request = 90; request < 100; ++request)
        all.push_back({300, request});
    Picture picture;
    for (const qint64 now : {300, 310, 330, 350, 400, 500, 732}) {
        picture.paint(all, now);
        const int limit = std::max<int>(72 + int(now), 72 + 300 + 16);
        QVERIFY2(picture.painted().second <= limit,
                 qPrintable(QStringLiteral("now %1: painted up to %2").arg(now).arg(picture.painted().second)));
    }
}

void MarblePainterTest::unfoldsAsTimePasses()
{
    std::vector<Marble> all;
    for (quint32 request = 1; request <= 8; ++request)
        all.push_back({0, request});
    Picture picture;
    // The place of 2 is a white pill first, "+7", and #2 as soon as there is room for it and "+6".
    picture.paint(all, 40);
    QCOMPARE(picture.image.pixelColor(81, middle + 6), Theme::light().marble(1));
    QCOMPARE(picture.marbles.at({94, middle}, all, line, geometry, 40), quint32(2));
    QCOMPARE(picture.image.pixelColor(96, middle + 7), Theme::light().color(Token::Canvas));
    picture.paint(all, 60);
    QCOMPARE(picture.image.pixelColor(94, middle + 6), Theme::light().marble(2));
    // All eight as soon as the run has got as far as their row.
    picture.paint(all, 9 + 7 * 13 + 9);
    for (quint32 request = 1; request <= 8; ++request)
        QCOMPARE(picture.image.pixelColor(81 + 13 * int(request - 1), middle + 6), Theme::light().marble(request));
    // At the first instant only a pill for all of them.
    picture.paint(all, 0);
    QVERIFY(picture.image.pixelColor(81, middle + 7) == Theme::light().color(Token::Canvas));
    QVERIFY(picture.painted().second <= 72 + 24);
}

void MarblePainterTest::saysHowManyEndAtTheLastInstant()
{
    std::vector<Marble> all{{100, 1}};
    for (quint32 request = 2; request <= 9; ++request)
        all.push_back({600, request});
    Picture picture;
    picture.paint(all, 600);
    // "8 at t = 600 ns" left of the pill, nothing behind it.
    bool label = false;
    for (int x = 672 - 90; x < 672 - 20; ++x)
        label = label || picture.image.pixelColor(x, middle) != QColor(Qt::white);
    QVERIFY(label);
    QCOMPARE(picture.image.pixelColor(672, middle + 7), Theme::light().color(Token::Canvas));
    QVERIFY(picture.painted().second <= 672 + 12);
}

void MarblePainterTest::showsASelectedOneInThePlaceOfItsPill()
{
    std::vector<Marble> all;
    for (quint32 request = 1; request <= 8; ++request)
        all.push_back({600, request});
    Picture picture;
    picture.paint(all, 600);
    QPainter painter(&picture.image);
    picture.marbles.paintSelected(painter, 6, all, line, geometry, 600);
    painter.end();
    QCOMPARE(picture.image.pixelColor(672, middle + 6), Theme::light().marble(6));
}

void MarblePainterTest::keepsNumbersWhole()
{
    // 241 and 242 cannot both have a number: the first has it, whole, and 300 is far enough away.
    Picture picture;
    picture.paint({{200, 241}});
    const QRect first(272 - 10, middle - 4, 20, 9); // Its digits.
    const QImage alone = picture.image.copy(first);
    const std::vector<Marble> all{{200, 241}, {206, 242}, {300, 300}};
    picture.paint(all);
    QCOMPARE(picture.image.copy(first), alone);
    QCOMPARE(picture.marbles.at({372, middle}, all, line, geometry, 732), quint32(300));
    QCOMPARE(picture.marbles.at({272, middle}, all, line, geometry, 732), quint32(241));
    QCOMPARE(picture.marbles.at({272 + 14, middle}, all, line, geometry, 732), quint32(242));

    // Side by side at one instant they do not reach each other's digits either.
    picture.paint({{200, 241}});
    const QImage digits = picture.image.copy(first);
    picture.paint({{200, 241}, {200, 242}});
    QCOMPARE(picture.image.copy(first), digits);
}

void MarblePainterTest::movesAMarbleALittleToKeepBothNumbers()
{
    Picture picture;
    picture.paint({{200, 7}});
    const QRect seven(272 - 4, middle - 4, 8, 9); // Its digit.
    const QImage alone = picture.image.copy(seven);
    picture.paint({{200, 7}, {210, 4}});
    QCOMPARE(picture.image.copy(seven), alone);
    QCOMPARE(picture.image.pixelColor(285, middle + 6), Theme::light().marble(4)); // 285 instead of 282.
    // Not past the present.
    picture.paint({{200, 7}, {210, 4}}, 212);
    QVERIFY(picture.painted().second <= 282 + 9);
}

void MarblePainterTest::movesTwoApartToKeepBothNumbers()
{
    Picture picture;
    picture.paint({{203, 4}});
    const QRect four(275 - 4, middle - 4, 8, 9); // Its digit.
    const QImage alone = picture.image.copy(four);
    picture.paint({{203, 7}});
    const QImage seven = picture.image.copy(four);
    // 11 px too near: 8 to the right, and 3 to the left.
    const std::vector<Marble> all{{200, 7}, {202, 4}};
    picture.paint(all);
    QCOMPARE(picture.image.copy(four.translated(269 - 275, 0)), seven);
    QCOMPARE(picture.image.copy(four.translated(282 - 275, 0)), alone);
    QCOMPARE(picture.marbles.at({269, middle}, all, line, geometry, 732), quint32(7));
    // Where others stand too near there is no room for that: the first keeps its number, whole.
    picture.paint({{198, 7}, {200, 1}, {202, 4}});
    QCOMPARE(picture.image.copy(four.translated(267 - 275, 0)), seven);
}

void MarblePainterTest::movesThreeApartToKeepAllNumbers()
{
    Picture picture;
    const QRect digit(275 - 4, middle - 4, 8, 9);
    std::vector<QImage> alone;
    for (const quint32 request : {1u, 7u, 4u}) {
        picture.paint({{203, request}});
        alone.push_back(picture.image.copy(digit));
    }
    // At 258, 272 and 274, where 13 px from one to the next are needed: together they go 3 and 4 to the left, 7 to the right.
    const std::vector<Marble> all{{186, 1}, {200, 7}, {202, 4}};
    picture.paint(all);
    size_t i = 0;
    for (const int centre : {255, 268, 281}) {
        QCOMPARE(picture.image.copy(digit.translated(centre - 275, 0)), alone[i]);
        QCOMPARE(picture.marbles.at({centre, middle}, all, line, geometry, 732), all[i].request);
        ++i;
    }
    // Four as well, and others far off stay where they are.
    const std::vector<Marble> more{{100, 5}, {180, 1}, {192, 7}, {204, 4}, {210, 1}, {500, 7}};
    picture.paint(more);
    QCOMPARE(picture.image.copy(digit.translated(72 + 500 - 275, 0)), alone[1]);
    // At 252, 264, 276 and 282 they want to be.
    i = 0;
    for (const int centre : {249, 262, 275, 288}) {
        QCOMPARE(picture.marbles.at({centre, middle}, more, line, geometry, 732), more[++i].request);
        QCOMPARE(picture.image.copy(digit.translated(centre - 275, 0)), alone[i == 2 ? 1 : i == 3 ? 2 : 0]);
    }
}

QTEST_MAIN(MarblePainterTest)
#include "marble_painter_test.moc"
