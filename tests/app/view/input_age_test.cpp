// SPDX-License-Identifier: MIT
#include "view/input_age.h"

#include <QtTest>

using namespace playground;
using namespace std::chrono_literals;

class InputAgeTest : public QObject {
    Q_OBJECT

private slots:
    void theQuickestSoFarCameAtOnce()
    {
        InputAge age;
        QCOMPARE(age.of(5000, 100), 0ns);
        QCOMPARE(age.of(5100, 207), 7ms);
        QCOMPARE(age.of(5200, 297), 0ns); // Quicker than the first by 3 ms.
        QCOMPARE(age.of(5300, 397), 0ns);
        QCOMPARE(age.of(5400, 500), 3ms);
    }

    void withoutATimeStampItIsNotKnown() { QCOMPARE(InputAge().of(0, 100), 0ns); }

    void aStampOfAnotherClockIsNotBelieved()
    {
        InputAge age;
        QCOMPARE(age.of(5000, 100), 0ns);
        QCOMPARE(age.of(10, 110), 0ns);
    }
};

QTEST_GUILESS_MAIN(InputAgeTest)
#include "input_age_test.moc"
