// SPDX-License-Identifier: MIT
#include "picture/ruler_ticks.h"

#include <QTest>

using namespace playground;

class RulerTicksTest : public QObject {
    Q_OBJECT

private slots:
    void stepsAreRound_data();
    void stepsAreRound();
    void staysSaneForNoTimeAtAll();
    void listsBothEnds();
    void startsAtTheFirstMultiple();
    void roundsTheEndOfAnAxisUp();
};

void RulerTicksTest::stepsAreRound_data()
{
    QTest::addColumn<qint64>("length");
    QTest::addColumn<qint64>("step");
    QTest::addColumn<qint64>("minor");
    constexpr qint64 ms = 1'000'000;
    QTest::newRow("2.4 s") << 2400 * ms << 500 * ms << 100 * ms;
    QTest::newRow("1 s") << 1000 * ms << 200 * ms << 50 * ms;
    QTest::newRow("800 ms") << 800 * ms << 100 * ms << 20 * ms;
    QTest::newRow("20 s") << 20'000 * ms << 5000 * ms << 1000 * ms;
    QTest::newRow("1 µs") << qint64(1000) << qint64(200) << qint64(50);
    QTest::newRow("90 s") << 90'000 * ms << 10'000 * ms << 2000 * ms;
    QTest::newRow("5 min") << 300'000 * ms << 60'000 * ms << 15'000 * ms;
    QTest::newRow("a day") << 86'400'000 * ms << 3 * 3'600'000 * ms << 3'600'000 * ms;
    QTest::newRow("a month") << 30 * (86'400'000 * ms) << 5 * 86'400'000 * ms << 86'400'000 * ms;
}

void RulerTicksTest::stepsAreRound()
{
    QFETCH(qint64, length);
    const RulerTicks ticks = RulerTicks::fitting({0, length}, 732, 80);
    QTEST(ticks.step, "step");
    QTEST(ticks.minor, "minor");
}

void RulerTicksTest::staysSaneForNoTimeAtAll()
{
    QCOMPARE(RulerTicks::fitting({5, 5}, 732, 80), (RulerTicks{1, 1}));
    QCOMPARE(RulerTicks::fitting({0, 100}, 0, 80).step, qint64(10'000));
}

void RulerTicksTest::listsBothEnds() { QCOMPARE(RulerTicks::within({0, 10}, 5), (std::vector<qint64>{0, 5, 10})); }

void RulerTicksTest::startsAtTheFirstMultiple()
{
    QCOMPARE(RulerTicks::within({3, 14}, 5), (std::vector<qint64>{5, 10}));
    QVERIFY(RulerTicks::within({6, 9}, 5).empty());
}

void RulerTicksTest::roundsTheEndOfAnAxisUp()
{
    QCOMPARE(niceEnd(2'288'000'000), qint64(2'400'000'000));
    QCOMPARE(niceEnd(2'400'000'000), qint64(2'400'000'000));
    QCOMPARE(niceEnd(2'400'000'001), qint64(3'000'000'000));
    QCOMPARE(niceEnd(9'000), qint64(10'000));
    QCOMPARE(niceEnd(1), qint64(10));
}

QTEST_GUILESS_MAIN(RulerTicksTest)
#include "ruler_ticks_test.moc"
