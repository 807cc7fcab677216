// SPDX-License-Identifier: MIT
#include "model/wide.h"

#include <QTest>

using namespace playground;

class WideTest : public QObject {
    Q_OBJECT

private slots:
    void roundsHalfUp()
    {
        QCOMPARE(qint64(dividedHalfUp(0, 2)), 0);
        QCOMPARE(qint64(dividedHalfUp(1, 2)), 1);
        QCOMPARE(qint64(dividedHalfUp(4, 3)), 1);
        QCOMPARE(qint64(dividedHalfUp(5, 3)), 2);
        QCOMPARE(qint64(dividedHalfUp(-1, 2)), 0);
        QCOMPARE(qint64(dividedHalfUp(-3, 2)), -1);
        QCOMPARE(qint64(dividedHalfUp(-4, 3)), -1);
    }

    void roundsToMicroseconds()
    {
        QCOMPARE(toWholeMicroseconds(499), 0);
        QCOMPARE(toWholeMicroseconds(500), 1000);
        QCOMPARE(toWholeMicroseconds(1'499), 1000);
        QCOMPARE(toWholeMicroseconds(1'234'567'500), 1'234'568'000);
    }

    void holdsMoreThan64Bits()
    {
        const Wide day = 86'400'000'000'000;
        QCOMPARE(qint64(dividedHalfUp(day * 10'000'000, 10'000'000)), 86'400'000'000'000);
    }
};

QTEST_GUILESS_MAIN(WideTest)
#include "wide_test.moc"
