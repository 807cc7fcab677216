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

    void paint(const std::vector<Marble> &all)
    {
        image.fill(Qt::white);
        QPainter painter(&image);
        marbles.paint(painter, all, line, geometry);
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
    QCOMPARE(picture.marbles.at({78, middle}, all, line, geometry), quint32(1));
    QCOMPARE(picture.marbles.at({96, middle}, all, line, geometry), quint32(2));
    QCOMPARE(picture.marbles.at({372, middle}, all, line, geometry), quint32(7));
    QCOMPARE(picture.marbles.at({340, middle}, all, line, geometry), quint32(0));
    QCOMPARE(picture.marbles.at({372, line.bottom() + 1}, all, line, geometry), quint32(0));
}

void MarblePainterTest::showsTheFirstOfAMillionAtOnce()
{
    Picture picture;
    std::vector<Marble> all;
    for (quint32 request = 1; request <= 1'000'000; ++request)
        all.push_back({0, request});
    picture.paint(all);
    QCOMPARE(picture.marbles.at({81, middle}, all, line, geometry), quint32(1));
    QCOMPARE(picture.marbles.at({600, middle}, all, line, geometry), quint32(0));
}

void MarblePainterTest::ringsTheSelectedOneOnly()
{
    Picture picture;
    const std::vector<Marble> all{{200, 3}, {300, 4}};
    picture.paint(all);
    const QImage before = picture.image;
    QPainter painter(&picture.image);
    picture.marbles.paintSelected(painter, 4, all, line, geometry);
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
    picture.marbles.paintSelected(again, 9, all, line, geometry);
    again.end();
    QCOMPARE(picture.image, ringed);
}

QTEST_MAIN(MarblePainterTest)
#include "marble_painter_test.moc"
