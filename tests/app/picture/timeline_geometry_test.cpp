// SPDX-License-Identifier: MIT
#include "picture/timeline_geometry.h"

#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = 1'000'000;

TimelineGeometry layOut(qint64 lanes, QSize size = {824, 764}, qint64 scroll = 0, Counter chosen = Counter::InFlight)
{
    return TimelineGeometry({size, lanes, {0, 2400 * ms}, scroll, chosen});
}

} // namespace

class TimelineGeometryTest : public QObject {
    Q_OBJECT

private slots:
    void stacksTheRowsFromTopToBottom();
    void letsNothingOverlapAtAnyHeight();
    void shrinksInSmallWindows();
    void showsTheChosenCounterInSmallWindows();
    void showsLevelsAndTheBoxInSmallWindowsWhereThereIsRoom();
    void aBarThatTakesHeightForAWhileDoesNotMakeItSmall();
    void givesLanesFirstWhenThereIsHardlyAnyRoom();
    void fitsThePitchToTheSpace_data();
    void fitsThePitchToTheSpace();
    void spansTakeTheirShareOfThePitch();
    void scrollsWhenLanesOfTwelvePixelsDoNotFit();
    void cutsNoLaneWhereLanesScroll();
    void scrollsAsLittleAsNeededToShowALane();
    void findsLanesByHeight();
    void mapsTimeToColumnsAndBack();
    void keepsFarTimesWithinReach();
    void copesWithTenMillionLanes();
    void makesRoomForLevels();
    void putsThePolicyBoxAboveOut();
};

void TimelineGeometryTest::stacksTheRowsFromTopToBottom()
{
    const TimelineGeometry geometry = layOut(8);
    QVERIFY(!geometry.isSmall());
    QCOMPARE(geometry.overview(), QRect(0, 0, 824, 40));
    QCOMPARE(geometry.overviewPlot(), QRect(72, 5, 732, 32));
    QCOMPARE(geometry.ruler(), QRect(0, 40, 824, 24));
    QCOMPARE(geometry.header(), QRect(0, 64, 824, 32));
    QCOMPARE(geometry.in(), QRect(0, 96, 824, 36));
    QCOMPARE(geometry.lanes(), QRect(0, 132, 824, 352));
    QCOMPARE(geometry.out(), QRect(0, 484, 824, 36));
    QCOMPARE(geometry.counter(Counter::InFlight), QRect(0, 520, 824, 88));
    QCOMPARE(geometry.counter(Counter::Queued), QRect(0, 608, 824, 60));
    QCOMPARE(geometry.counter(Counter::Done), QRect(0, 668, 824, 60));
    QCOMPARE(geometry.legend(), QRect(0, 736, 824, 28));
    QCOMPARE(geometry.strip(), QRect(0, 96, 824, 640)); // Down to the legend.
    QCOMPARE(geometry.lane(0), QRect(0, 132, 824, 44));
    QCOMPARE(geometry.lane(7), QRect(0, 440, 824, 44));
}

void TimelineGeometryTest::letsNothingOverlapAtAnyHeight()
{
    for (int height = 100; height < 1200; height += 7) {
        for (const qint64 lanes : {0, 1, 8, 30, 1000}) {
            const TimelineGeometry geometry = layOut(lanes, {700, height});
            int bottom = 0;
            for (const QRect &rect :
                 {geometry.overview(), geometry.ruler(), geometry.header(), geometry.in(), geometry.lanes(),
                  geometry.out(), geometry.counter(Counter::InFlight), geometry.counter(Counter::Queued),
                  geometry.counter(Counter::Done), geometry.legend()}) {
                if (rect.isEmpty())
                    continue;
                QVERIFY(rect.top() >= bottom);
                bottom = rect.bottom() + 1;
            }
            QVERIFY2(bottom <= height, qPrintable(QStringLiteral("%1 lanes at %2 px").arg(lanes).arg(height)));
        }
    }
}

void TimelineGeometryTest::shrinksInSmallWindows()
{
    const TimelineGeometry geometry = layOut(8, {671, 464});
    QVERIFY(geometry.isSmall());
    QVERIFY(geometry.overview().isEmpty());
    QVERIFY(geometry.legend().isEmpty());
    QCOMPARE(geometry.ruler(), QRect(0, 0, 671, 24));
    QCOMPARE(geometry.in(), QRect(0, 56, 671, 24));
    QCOMPARE(geometry.pitch(), 40);
    QCOMPARE(geometry.out(), QRect(0, 400, 671, 24));
    QCOMPARE(geometry.counter(Counter::InFlight), QRect(0, 424, 671, 40));
    QVERIFY(geometry.counter(Counter::Queued).isEmpty());
    QVERIFY(geometry.counter(Counter::Done).isEmpty());
    // The window's bars take 136 of 720 px.
    QVERIFY(layOut(8, {671, 583}).isSmall());
    QVERIFY(!layOut(8, {671, 584}).isSmall());
}

void TimelineGeometryTest::showsTheChosenCounterInSmallWindows()
{
    const TimelineGeometry geometry = layOut(8, {671, 464}, 0, Counter::Done);
    QVERIFY(geometry.counter(Counter::InFlight).isEmpty());
    QCOMPARE(geometry.counter(Counter::Done), QRect(0, 424, 671, 40));
}

void TimelineGeometryTest::showsLevelsAndTheBoxInSmallWindowsWhereThereIsRoom()
{
    const auto layOutSmall = [](int height, qint64 lanes) {
        return TimelineGeometry({.size = {671, height}, .lanes = lanes, .range = {0, 1000}, .levels = 2, .policyBox = true});
    };
    const TimelineGeometry few = layOutSmall(464, 8);
    QVERIFY(few.isSmall());
    QCOMPARE(few.policyBox().height(), 104);
    QCOMPARE(few.level(0).height(), 40);
    QCOMPARE(few.level(1).height(), 40);
    // 166 px are left when a hundred lanes keep their third: for the box and one level.
    const TimelineGeometry many = layOutSmall(464, 100);
    QCOMPARE(many.policyBox().height(), 104);
    QCOMPARE(many.level(0).height(), 40);
    QVERIFY(many.level(1).isEmpty());
    QVERIFY(many.lanes().height() >= 464 / 3 / 12 * 12);
    QVERIFY(layOutSmall(240, 100).policyBox().isEmpty());
    QVERIFY(layOutSmall(200, 100).level(0).isEmpty());
}

void TimelineGeometryTest::aBarThatTakesHeightForAWhileDoesNotMakeItSmall()
{
    QVERIFY(TimelineGeometry({.size = {671, 530}, .lanes = 8, .range = {0, 1000}}).isSmall());
    QVERIFY(!TimelineGeometry({.size = {671, 530}, .lanes = 8, .range = {0, 1000}, .lentHeight = 54}).isSmall());
    // Nor do several, as long as two lanes are left.
    const auto lent = [](int height) {
        return TimelineGeometry({.size = {671, height}, .lanes = 8, .range = {0, 1000}, .lentHeight = 600});
    };
    int least = 530;
    while (!lent(least - 1).isSmall())
        --least;
    QCOMPARE(lent(least).lanes().height(), 24);
    QVERIFY(!lent(least).overview().isEmpty());
    QVERIFY(lent(least - 1).overview().isEmpty());
}

void TimelineGeometryTest::givesLanesFirstWhenThereIsHardlyAnyRoom()
{
    QVERIFY(!layOut(8, {671, 168}).counter(Counter::InFlight).isEmpty());
    QVERIFY(layOut(8, {671, 167}).counter(Counter::InFlight).isEmpty());
    QVERIFY(!layOut(8, {671, 128}).in().isEmpty());
    QVERIFY(layOut(8, {671, 127}).in().isEmpty());
}

void TimelineGeometryTest::fitsThePitchToTheSpace_data()
{
    QTest::addColumn<qint64>("lanes");
    QTest::addColumn<int>("pitch");
    // 360 px are free.
    QTest::newRow("one") << qint64(1) << 44;
    QTest::newRow("eight") << qint64(8) << 44;
    QTest::newRow("nine: 40") << qint64(9) << 40;
    QTest::newRow("ten: 36") << qint64(10) << 36;
    QTest::newRow("eleven: 32.7 rounds down to 32") << qint64(11) << 32;
    QTest::newRow("thirty: 12") << qint64(30) << 12;
    QTest::newRow("many: 12 and scrolling") << qint64(1000) << 12;
}

void TimelineGeometryTest::fitsThePitchToTheSpace()
{
    QFETCH(qint64, lanes);
    QTEST(layOut(lanes).pitch(), "pitch");
}

void TimelineGeometryTest::spansTakeTheirShareOfThePitch()
{
    QCOMPARE(TimelineGeometry::spanHeightAt(44), 28);
    QCOMPARE(TimelineGeometry::spanHeightAt(24), 16);
    QCOMPARE(TimelineGeometry::spanHeightAt(12), 10);
    for (int pitch = 12; pitch <= 44; pitch += 4) {
        QCOMPARE(TimelineGeometry::spanHeightAt(pitch) % 2, 0);
        QVERIFY(TimelineGeometry::spanHeightAt(pitch) <= pitch - 2);
    }
    QCOMPARE(layOut(8).waitHeight(), 14);
}

void TimelineGeometryTest::scrollsWhenLanesOfTwelvePixelsDoNotFit()
{
    QCOMPARE(layOut(30).maxScroll(), qint64(0));
    const TimelineGeometry geometry = layOut(100, {824, 764}, 30);
    QCOMPARE(geometry.maxScroll(), qint64(100 * 12 - 360));
    QCOMPARE(geometry.lanes().height(), 360);
    QCOMPARE(geometry.firstLane(), qint64(2));
    QCOMPARE(geometry.lastLane(), qint64(32));
    QCOMPARE(geometry.lane(2).top(), 132);
    QCOMPARE(layOut(100, {824, 764}, 99'999).scroll(), qint64(840));
    QCOMPARE(layOut(100, {824, 764}, -5).scroll(), qint64(0));
}

void TimelineGeometryTest::cutsNoLaneWhereLanesScroll()
{
    for (int height = 700; height < 760; ++height) {
        for (const qint64 scroll : {0, 5, 12, 99'999'999}) {
            const TimelineGeometry geometry = layOut(100'000, {824, height}, scroll);
            QCOMPARE(geometry.lanes().height() % 12, 0);
            QCOMPARE(geometry.scroll() % 12, qint64(0));
            QCOMPARE(geometry.lane(geometry.firstLane()).top(), geometry.lanes().top());
            QCOMPARE(geometry.lane(geometry.lastLane() - 1).bottom(), geometry.lanes().bottom());
        }
    }
}

void TimelineGeometryTest::scrollsAsLittleAsNeededToShowALane()
{
    const TimelineGeometry geometry = layOut(100, {824, 764}, 120);
    QCOMPARE(geometry.scrollToShow(20), qint64(120));
    QCOMPARE(geometry.scrollToShow(3), qint64(36));
    QCOMPARE(geometry.scrollToShow(50), qint64(51 * 12 - 360));
    QCOMPARE(geometry.scrollToShow(99), geometry.maxScroll());
    QCOMPARE(layOut(8).scrollToShow(7), qint64(0));
}

void TimelineGeometryTest::findsLanesByHeight()
{
    const TimelineGeometry geometry = layOut(8);
    QCOMPARE(geometry.laneAt(131), qint64(-1));
    QCOMPARE(geometry.laneAt(132), qint64(0));
    QCOMPARE(geometry.laneAt(175), qint64(0));
    QCOMPARE(geometry.laneAt(176), qint64(1));
    QCOMPARE(geometry.laneAt(483), qint64(7));
    QCOMPARE(geometry.laneAt(484), qint64(-1));
    QCOMPARE(layOut(100, {824, 764}, 30).laneAt(132), qint64(2));
    QCOMPARE(layOut(0).laneAt(200), qint64(-1));
}

void TimelineGeometryTest::mapsTimeToColumnsAndBack()
{
    const TimelineGeometry geometry = layOut(8);
    QCOMPARE(geometry.axisLeft(), 72);
    QCOMPARE(geometry.axisRight(), 804);
    QCOMPARE(geometry.x(0), 72);
    QCOMPARE(geometry.x(548 * ms), 239);
    QCOMPARE(geometry.x(1000 * ms), 377);
    QCOMPARE(geometry.x(2400 * ms), 804);
    QCOMPARE(geometry.timeAt(72), qint64(0));
    QCOMPARE(geometry.timeAt(438), 1200 * ms);
    QCOMPARE(geometry.timeAt(804), 2400 * ms);
    QCOMPARE(geometry.timeAt(0), qint64(0));
    for (qint64 t = 0; t < 2400 * ms; t += 37 * ms)
        QVERIFY(std::abs(geometry.timeAt(geometry.x(t)) - t) <= 2 * ms);
}

void TimelineGeometryTest::keepsFarTimesWithinReach()
{
    const TimelineGeometry geometry({{824, 764}, 8, {1000 * ms, 1001 * ms}, 0, Counter::InFlight});
    QCOMPARE(geometry.x(0), 72 - 732);
    QCOMPARE(geometry.x(86'400'000 * ms), 804 + 732);
}

void TimelineGeometryTest::copesWithTenMillionLanes()
{
    const TimelineGeometry geometry = layOut(10'000'000, {824, 764}, 60'000'000);
    QCOMPARE(geometry.firstLane(), qint64(5'000'000));
    QCOMPARE(geometry.lane(5'000'000).top(), 132);
    QCOMPARE(geometry.laneAt(133), qint64(5'000'000));
    QVERIFY(!geometry.lane(0).intersects(geometry.lanes()));
    QVERIFY(!geometry.lane(9'999'999).intersects(geometry.lanes()));
}

void TimelineGeometryTest::makesRoomForLevels()
{
    const auto layOutLevels = [](int height, int levels) {
        return TimelineGeometry({{824, height}, 20, {0, 2400 * ms}, 0, Counter::InFlight, levels});
    };
    const auto heights = [](const TimelineGeometry &geometry) {
        std::vector<int> all{geometry.counter(Counter::InFlight).height(), geometry.counter(Counter::Queued).height()};
        for (size_t i = 0; !geometry.level(i).isEmpty(); ++i)
            all.push_back(geometry.level(i).height());
        return all;
    };
    QCOMPARE(heights(layOutLevels(1000, 2)), (std::vector<int>{88, 60, 60, 60}));
    QCOMPARE(heights(layOutLevels(764, 2)), (std::vector<int>{88, 60, 60, 60})); // 240 px are left: 20 lanes.
    QCOMPARE(heights(layOutLevels(763, 2)), (std::vector<int>{60, 40, 40, 40}));
    QCOMPARE(heights(layOutLevels(680, 3)), (std::vector<int>{40, 40, 40, 40, 40}));
    QCOMPARE(heights(layOutLevels(600, 5)), (std::vector<int>{40, 40, 40, 40})); // For three there is no room.
    QCOMPARE(heights(layOutLevels(600, 0)), (std::vector<int>{88, 60}));
    for (int height = 584; height < 1200; height += 7) {
        for (int levels = 1; levels <= 12; ++levels) {
            const TimelineGeometry geometry = layOutLevels(height, levels);
            int bottom = geometry.counter(Counter::Done).bottom();
            for (size_t i = 0; !geometry.level(i).isEmpty(); ++i) {
                QCOMPARE(geometry.level(i).top(), bottom + 1);
                bottom = geometry.level(i).bottom();
            }
            QVERIFY(bottom < geometry.legend().top());
        }
    }
}

void TimelineGeometryTest::putsThePolicyBoxAboveOut()
{
    const TimelineGeometry geometry({{824, 764}, 4, {0, 2400 * ms}, 0, Counter::InFlight, 0, true});
    QCOMPARE(geometry.policyBox(), QRect(0, 132, 824, 104));
    QCOMPARE(geometry.out(), QRect(0, 236, 824, 36));
    QCOMPARE(geometry.lanes().top(), 272);
    QVERIFY(layOut(4).policyBox().isEmpty());
}

QTEST_GUILESS_MAIN(TimelineGeometryTest)
#include "timeline_geometry_test.moc"
