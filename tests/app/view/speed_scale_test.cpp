// SPDX-License-Identifier: MIT
#include "view/speed_scale.h"

#include <QTest>

using namespace playground;

class SpeedScaleTest : public QObject {
    Q_OBJECT

private slots:
    void runsFromAHundredthToMax()
    {
        QCOMPARE(speedPosition(0.01), 0.0);
        QCOMPARE(speedPosition(maxSpeed), 1.0);
        QCOMPARE(speedAt(0), 0.01);
        QCOMPARE(speedAt(1), maxSpeed);
        QCOMPARE(speedAt(speedPosition(100)), 100.0);
    }

    void isLogarithmicAroundOne()
    {
        QCOMPARE(speedPosition(1), speedPosition(100) / 2);
        QCOMPARE(speedPosition(10) - speedPosition(1), speedPosition(1) - speedPosition(0.1));
    }

    void keepsRoundSpeeds()
    {
        for (const double speed : {0.01, 0.05, 0.5, 1.0, 2.0, 7.5, 100.0})
            QCOMPARE(speedAt(speedPosition(speed)), speed);
    }

    void stepsThroughOneTwoFive()
    {
        QCOMPARE(nextSpeed(0.5, 1), 1.0);
        QCOMPARE(nextSpeed(1, 1), 2.0);
        QCOMPARE(nextSpeed(1, -1), 0.5);
        QCOMPARE(nextSpeed(0.7, 1), 1.0);
        QCOMPARE(nextSpeed(0.7, -1), 0.5);
        QCOMPARE(nextSpeed(100, 1), maxSpeed);
        QCOMPARE(nextSpeed(maxSpeed, 1), maxSpeed);
        QCOMPARE(nextSpeed(maxSpeed, -1), 100.0);
        QCOMPARE(nextSpeed(0.01, -1), 0.01);
    }

    void saysSpeeds()
    {
        QCOMPARE(speedText(0.5), "0.5×");
        QCOMPARE(speedText(1), "1×");
        QCOMPARE(speedText(100), "100×");
        QCOMPARE(speedText(maxSpeed), "Max");
    }
};

QTEST_GUILESS_MAIN(SpeedScaleTest)
#include "speed_scale_test.moc"
