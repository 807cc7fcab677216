// SPDX-License-Identifier: MIT
#include "view/timeline_zoom.h"

#include "picture/timeline_state.h"

#include <QTest>

using namespace playground;
using Mode = TimelineZoom::Mode;

namespace {

constexpr qint64 ms = 1'000'000;

/// The zoom of a run that ended at 2.2 s: the whole is 2.4 s.
TimelineZoom ended()
{
    TimelineZoom zoom;
    zoom.begin(false);
    zoom.advance(2200 * ms, true);
    return zoom;
}

} // namespace

class TimelineZoomTest : public QObject {
    Q_OBJECT

private slots:
    void startsWithASecond();
    void growsInStepsWhileTheRunGoesOn();
    void fitsTheRunWhenItEnds();
    void keepsTheRoomOfARunThatWasAlike();
    void reachesAsFarAsAnotherRunBesideIt();
    void zoomsAtAPoint();
    void zoomsNoFurtherThanTheWhole();
    void zoomsNoCloserThanTheLeast();
    void goesBackStepByStep();
    void countsAGestureAsOneStep();
    void pansWithinTheWhole();
    void followsTheLiveEdge();
    void leavesTheLiveEdgeWhenPanned();
    void revealsWithAsLittleMovementAsPossible();
    void staysWhereItIsWhileTheRunGrows();
    void aRunThatBeginsOutOfSightIsFollowed();
};

void TimelineZoomTest::startsWithASecond()
{
    const TimelineZoom zoom;
    QCOMPARE(zoom.range(), (TimeRange{0, 1000 * ms}));
    QCOMPARE(zoom.mode(), Mode::Whole);
}

void TimelineZoomTest::growsInStepsWhileTheRunGoesOn()
{
    TimelineZoom zoom;
    zoom.advance(960 * ms, false);
    QCOMPARE(zoom.range().end, 1000 * ms);
    zoom.advance(961 * ms, false);
    QCOMPARE(zoom.range().end, 1600 * ms);
    zoom.advance(1500 * ms, false);
    QCOMPARE(zoom.range().end, 1600 * ms);
}

void TimelineZoomTest::fitsTheRunWhenItEnds()
{
    QCOMPARE(ended().whole(), (TimeRange{0, 2400 * ms}));
    QCOMPARE(ended().range(), (TimeRange{0, 2400 * ms}));
}

void TimelineZoomTest::keepsTheRoomOfARunThatWasAlike()
{
    TimelineZoom zoom = ended();
    zoom.begin(true);
    zoom.advance(10 * ms, false);
    QCOMPARE(zoom.range().end, 2400 * ms);
    zoom.begin(false);
    QCOMPARE(zoom.range().end, 1000 * ms);
}

void TimelineZoomTest::reachesAsFarAsAnotherRunBesideIt()
{
    TimelineZoom zoom;
    zoom.setReach(2200 * ms);
    zoom.advance(100 * ms, false);
    QCOMPARE(zoom.whole(), wholeRun(2200 * ms));
    zoom.advance(1100 * ms, true);
    QCOMPARE(zoom.range(), wholeRun(2200 * ms));
    zoom.setReach(0);
    zoom.advance(1100 * ms, true);
    QCOMPARE(zoom.range(), wholeRun(1100 * ms));
}

void TimelineZoomTest::zoomsAtAPoint()
{
    TimelineZoom zoom = ended();
    zoom.zoomAt(600 * ms, 0.5);
    QCOMPARE(zoom.range(), (TimeRange{300 * ms, 1500 * ms}));
    QCOMPARE(zoom.mode(), Mode::Free);
    zoom.zoomAt(0, 0.5);
    QCOMPARE(zoom.range().length(), 600 * ms);
}

void TimelineZoomTest::zoomsNoFurtherThanTheWhole()
{
    TimelineZoom zoom = ended();
    zoom.zoomAt(600 * ms, 0.5);
    zoom.zoomAt(600 * ms, 10);
    QCOMPARE(zoom.range(), zoom.whole());
    QCOMPARE(zoom.mode(), Mode::Whole);
}

void TimelineZoomTest::zoomsNoCloserThanTheLeast()
{
    TimelineZoom zoom = ended();
    zoom.zoomAt(600 * ms, 1e-12);
    QCOMPARE(zoom.range().length(), TimelineZoom::leastLength);
    QVERIFY(zoom.range().begin <= 600 * ms && zoom.range().end >= 600 * ms);
}

void TimelineZoomTest::goesBackStepByStep()
{
    TimelineZoom zoom = ended();
    zoom.show({100 * ms, 200 * ms});
    zoom.show({120 * ms, 130 * ms});
    zoom.back();
    QCOMPARE(zoom.range(), (TimeRange{100 * ms, 200 * ms}));
    zoom.back();
    QCOMPARE(zoom.mode(), Mode::Whole);
    zoom.back();
    QCOMPARE(zoom.range(), zoom.whole());
}

void TimelineZoomTest::countsAGestureAsOneStep()
{
    TimelineZoom zoom = ended();
    zoom.zoomAt(0, 0.5);
    zoom.zoomAt(0, 0.5, true);
    zoom.zoomAt(0, 0.5, true);
    zoom.back();
    QCOMPARE(zoom.range(), zoom.whole());
}

void TimelineZoomTest::pansWithinTheWhole()
{
    TimelineZoom zoom = ended();
    zoom.show({100 * ms, 200 * ms});
    zoom.pan(50 * ms);
    QCOMPARE(zoom.range(), (TimeRange{150 * ms, 250 * ms}));
    zoom.pan(-900 * ms);
    QCOMPARE(zoom.range(), (TimeRange{0, 100 * ms}));
    zoom.pan(99'999 * ms);
    QCOMPARE(zoom.range(), (TimeRange{2300 * ms, 2400 * ms}));
}

void TimelineZoomTest::followsTheLiveEdge()
{
    TimelineZoom zoom;
    zoom.advance(900 * ms, false);
    zoom.show({0, 100 * ms});
    zoom.follow();
    QCOMPARE(zoom.mode(), Mode::Live);
    QCOMPARE(zoom.range(), (TimeRange{810 * ms, 910 * ms}));
    zoom.advance(950 * ms, false);
    QCOMPARE(zoom.range(), (TimeRange{860 * ms, 960 * ms}));
}

void TimelineZoomTest::leavesTheLiveEdgeWhenPanned()
{
    TimelineZoom zoom;
    zoom.advance(900 * ms, false);
    zoom.show({0, 100 * ms});
    zoom.follow();
    zoom.pan(-10 * ms);
    QCOMPARE(zoom.mode(), Mode::Free);
    zoom.advance(950 * ms, false);
    QCOMPARE(zoom.range(), (TimeRange{800 * ms, 900 * ms}));
}

void TimelineZoomTest::revealsWithAsLittleMovementAsPossible()
{
    TimelineZoom zoom = ended();
    zoom.show({1000 * ms, 1200 * ms});
    zoom.reveal({1050 * ms, 1150 * ms});
    QCOMPARE(zoom.range().begin, 1000 * ms);
    zoom.reveal({1150 * ms, 1300 * ms});
    QCOMPARE(zoom.range(), (TimeRange{1110 * ms, 1310 * ms}));
    zoom.reveal({500 * ms, 600 * ms});
    QCOMPARE(zoom.range(), (TimeRange{490 * ms, 690 * ms}));
    // Too long for the axis: its beginning.
    zoom.reveal({1000 * ms, 2000 * ms});
    QCOMPARE(zoom.range(), (TimeRange{990 * ms, 1190 * ms}));
}

void TimelineZoomTest::staysWhereItIsWhileTheRunGrows()
{
    TimelineZoom zoom;
    zoom.advance(500 * ms, false);
    zoom.show({100 * ms, 200 * ms});
    zoom.advance(5000 * ms, false);
    QCOMPARE(zoom.range(), (TimeRange{100 * ms, 200 * ms}));
    QCOMPARE(zoom.whole().end, 8000 * ms);
}

void TimelineZoomTest::aRunThatBeginsOutOfSightIsFollowed()
{
    TimelineZoom zoom = ended();
    const TimeRange piece{1000 * ms, 1200 * ms};
    zoom.show(piece);
    zoom.begin(true); // Another instant of the same run is none that begins.
    zoom.advance(1100 * ms, false);
    QCOMPARE(zoom.range(), piece);
    zoom.begin(true);
    zoom.advance(0, false);
    QCOMPARE(zoom.mode(), Mode::Live);
    QCOMPARE(zoom.range(), (TimeRange{0, 200 * ms}));
    zoom.back();
    QCOMPARE(zoom.range(), piece);
    // One that begins in sight is not.
    zoom.show({0, 300 * ms});
    zoom.begin(true);
    zoom.advance(0, false);
    QCOMPARE(zoom.mode(), Mode::Free);
}

QTEST_GUILESS_MAIN(TimelineZoomTest)
#include "timeline_zoom_test.moc"
