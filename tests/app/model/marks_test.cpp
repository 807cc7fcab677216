// SPDX-License-Identifier: MIT
#include "model/marks.h"

#include <QTest>

using namespace playground;

class MarksTest : public QObject {
    Q_OBJECT

private slots:
    void marksStandInOrderOfTimeWithFreeNames();
    void oneInstantHasOneMark();
    void renamesButNotToNothing();
    void findsTheNearestWithinReach();
};

void MarksTest::marksStandInOrderOfTimeWithFreeNames()
{
    Marks marks;
    QVERIFY(marks.empty());
    QCOMPARE(marks.add(300), size_t(0));
    QCOMPARE(marks.add(100), size_t(0));
    QCOMPARE(marks.add(200), size_t(1));
    QCOMPARE(marks.all(), (std::vector<Mark>{{100, QStringLiteral("Mark 2")},
                                             {200, QStringLiteral("Mark 3")},
                                             {300, QStringLiteral("Mark 1")}}));
    marks.remove(0);
    QCOMPARE(marks.all()[marks.add(400)].name, QStringLiteral("Mark 2"));
    marks.clear();
    QVERIFY(marks.empty());
}

void MarksTest::oneInstantHasOneMark()
{
    Marks marks;
    marks.add(100);
    marks.rename(0, QStringLiteral("start"));
    QCOMPARE(marks.add(100), size_t(0));
    QCOMPARE(marks.all(), (std::vector<Mark>{{100, QStringLiteral("start")}}));
}

void MarksTest::renamesButNotToNothing()
{
    Marks marks;
    marks.add(0);
    marks.rename(0, QStringLiteral("  the  stall "));
    QCOMPARE(marks.all()[0].name, QStringLiteral("the stall"));
    marks.rename(0, QStringLiteral("  "));
    QCOMPARE(marks.all()[0].name, QStringLiteral("the stall"));
}

void MarksTest::findsTheNearestWithinReach()
{
    Marks marks;
    QCOMPARE(marks.near(0, 100), std::nullopt);
    marks.add(100);
    marks.add(140);
    QCOMPARE(marks.near(110, 10), std::optional<size_t>(0));
    QCOMPARE(marks.near(111, 10), std::nullopt);
    QCOMPARE(marks.near(125, 50), std::optional<size_t>(1));
}

QTEST_GUILESS_MAIN(MarksTest)
#include "marks_test.moc"
