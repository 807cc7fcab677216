// SPDX-License-Identifier: MIT
#include "model/in_flight_peak.h"

#include <QTest>

using namespace playground;

class InFlightPeakTest : public QObject {
    Q_OBJECT

private slots:
    void isZeroWithoutAttempts() { QCOMPARE(InFlightPeak().peak(), 0); }

    void countsWhatOverlaps()
    {
        InFlightPeak peak;
        peak.begin(0);
        peak.begin(5);
        peak.end(7, 0);
        peak.begin(8);
        peak.end(9, 5);
        peak.end(9, 8);
        QCOMPARE(peak.peak(), 2);
    }

    void letsEarlierOnesEndBeforeAnyBegins()
    {
        InFlightPeak peak;
        peak.begin(0);
        peak.begin(10); // Recorded before the end at the same instant.
        QCOMPARE(peak.peak(), 2);
        peak.end(10, 0);
        QCOMPARE(peak.peak(), 1);
    }

    void keepsTheTracesOrderAmongThoseBegunAtTheInstant()
    {
        InFlightPeak oneByOne;
        oneByOne.begin(3);
        oneByOne.end(3, 3);
        oneByOne.begin(3);
        oneByOne.end(3, 3);
        QCOMPARE(oneByOne.peak(), 1);
        InFlightPeak together;
        together.begin(3);
        together.begin(3);
        together.end(3, 3);
        together.end(3, 3);
        QCOMPARE(together.peak(), 2);
    }

    void remembersAnEarlierPeak()
    {
        InFlightPeak peak;
        for (int i = 0; i < 5; ++i)
            peak.begin(0);
        for (int i = 0; i < 5; ++i)
            peak.end(1, 0);
        peak.begin(2);
        QCOMPARE(peak.peak(), 5);
    }
};

QTEST_GUILESS_MAIN(InFlightPeakTest)
#include "in_flight_peak_test.moc"
