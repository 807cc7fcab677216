// SPDX-License-Identifier: MIT
#include "picture/counter_curve.h"
#include "picture/timeline_geometry.h"

#include <QTest>

using namespace playground;

namespace {

/// An axis of 100 px for 100 ns, from column 72 on.
TimelineGeometry axis(TimeRange range = {0, 100})
{
    return TimelineGeometry({{192, 764}, 1, range, 0, Counter::InFlight});
}

std::vector<CurvePiece> curve(const std::vector<Step> &counter, qint64 now, TimeRange range = {0, 100})
{
    StepIndex index;
    index.update(counter);
    return counterCurve(counter, index, axis(range), now);
}

} // namespace

class CounterCurveTest : public QObject {
    Q_OBJECT

private slots:
    void liesAtZeroBeforeTheFirstStep();
    void startsWithTheFirstStepAtZero();
    void showsTheValueFromBeforeTheVisibleTime();
    void joinsTheStepsOfAColumn();
    void endsNow();
    void isEmptyBeforeTheVisibleTime();
    void findsWhereOneCurveIsAboveTheOther();
};

void CounterCurveTest::liesAtZeroBeforeTheFirstStep()
{
    QCOMPARE(curve({}, 50), (std::vector<CurvePiece>{{72, 122, 0, 0, 0}}));
    QCOMPARE(curve({{20, 2}}, 50), (std::vector<CurvePiece>{{72, 92, 0, 0, 0}, {92, 122, 2, 0, 2}}));
}

void CounterCurveTest::startsWithTheFirstStepAtZero()
{
    QCOMPARE(curve({{0, 3}, {10, 1}}, 50), (std::vector<CurvePiece>{{72, 82, 3, 3, 3}, {82, 122, 1, 1, 3}}));
}

void CounterCurveTest::showsTheValueFromBeforeTheVisibleTime()
{
    QCOMPARE(curve({{0, 3}, {10, 5}}, 400, {200, 300}), (std::vector<CurvePiece>{{72, 172, 5, 5, 5}}));
}

void CounterCurveTest::joinsTheStepsOfAColumn()
{
    // 10000 ns on 100 px: 100 ns a column.
    QCOMPARE(curve({{0, 1}, {1000, 7}, {1010, 0}, {1020, 4}, {2000, 1}}, 10000, {0, 10000}),
             (std::vector<CurvePiece>{{72, 82, 1, 1, 1}, {82, 92, 4, 0, 7}, {92, 172, 1, 1, 4}}));
}

void CounterCurveTest::endsNow()
{
    QCOMPARE(curve({{0, 1}, {50, 0}}, 50), (std::vector<CurvePiece>{{72, 122, 1, 1, 1}, {122, 122, 0, 0, 1}}));
}

void CounterCurveTest::isEmptyBeforeTheVisibleTime() { QVERIFY(curve({{0, 1}}, 50, {100, 200}).empty()); }

void CounterCurveTest::findsWhereOneCurveIsAboveTheOther()
{
    const std::vector<CurvePiece> held{{0, 30, 3, 3, 3}, {30, 60, 3, 3, 3}, {60, 90, 1, 1, 3}};
    const std::vector<CurvePiece> inFlight{{0, 20, 3, 3, 3}, {20, 50, 2, 2, 3}, {50, 90, 1, 1, 2}};
    QCOMPARE(curveGap(held, inFlight), (std::vector<CurvePiece>{{20, 50, 1, 2, 3}, {50, 60, 2, 1, 3}}));
    QVERIFY(curveGap(inFlight, held).empty());
}

QTEST_GUILESS_MAIN(CounterCurveTest)
#include "counter_curve_test.moc"
