// SPDX-License-Identifier: MIT
#include "model/percentiles.h"

#include <QTest>

using namespace playground;

class PercentilesTest : public QObject {
    Q_OBJECT

private slots:
    void isTheValueItselfWhenThereIsOne()
    {
        Percentiles values;
        values.add(7);
        QCOMPARE(values.at(1), 7);
        QCOMPARE(values.at(50), 7);
        QCOMPARE(values.max(), 7);
        QCOMPARE(values.min(), 7);
        QCOMPARE(values.count(), 1);
    }

    void isTheNearestRank()
    {
        Percentiles values;
        for (const int value : {50, 15, 40, 20, 35})
            values.add(value);
        QCOMPARE(values.at(5), 15);  // ceil(0.25) = 1st
        QCOMPARE(values.at(30), 20); // ceil(1.5) = 2nd
        QCOMPARE(values.at(40), 20); // ceil(2.0) = 2nd
        QCOMPARE(values.at(41), 35);
        QCOMPARE(values.at(50), 35);
        QCOMPARE(values.at(95), 50);
    }

    void takesValuesBetweenQuestions()
    {
        Percentiles values;
        values.add(10);
        QCOMPARE(values.at(50), 10);
        values.add(5);
        values.add(1);
        QCOMPARE(values.at(50), 5);
        QCOMPARE(values.min(), 1);
        values.add(100);
        QCOMPARE(values.max(), 100);
    }

    void isExactForManyValues()
    {
        Percentiles values;
        for (qint64 i = 0; i < 100'000; ++i)
            values.add(i * 7919 % 100'000 + 1); // 1 … 100,000 in disorder.
        QCOMPARE(values.at(50), 50'000);
        QCOMPARE(values.at(95), 95'000);
        QCOMPARE(values.at(99), 99'000);
    }
};

QTEST_GUILESS_MAIN(PercentilesTest)
#include "percentiles_test.moc"
