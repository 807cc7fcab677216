// SPDX-License-Identifier: MIT
#include "model/luck.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace playground;

class LuckTest : public QObject {
    Q_OBJECT

private slots:
    void givesTheDocumentedDraw() { QCOMPARE(draw(42, LuckStream::Latency, 1, 1, 0), 0.058251548106251994); }

    void isBetweenZeroAndOne()
    {
        for (quint64 request = 1; request <= 1000; ++request) {
            const double u = draw(0, LuckStream::Failure, request, 1, 0);
            QVERIFY(u >= 0 && u < 1);
        }
    }

    void changesWithEachOfItsArguments()
    {
        const double u = draw(1, LuckStream::Latency, 1, 1, 0);
        QVERIFY(u != draw(2, LuckStream::Latency, 1, 1, 0));
        QVERIFY(u != draw(1, LuckStream::Failure, 1, 1, 0));
        QVERIFY(u != draw(1, LuckStream::Latency, 2, 1, 0));
        QVERIFY(u != draw(1, LuckStream::Latency, 1, 2, 0));
        QVERIFY(u != draw(1, LuckStream::Latency, 1, 1, 1));
        QVERIFY(draw(1, LuckStream::Latency, 2, 1, 0) != draw(1, LuckStream::Latency, 1, 2, 0));
    }

    void takesTheLargestSeed()
    {
        QCOMPARE(draw((quint64(1) << 53) - 1, LuckStream::ArrivalGap, 10'000'000, 100, 5), 0.6570946889249444);
    }

    void normalAgreesWithPublishedValues_data()
    {
        QTest::addColumn<double>("u");
        QTest::addColumn<double>("z");
        // The check values of the routine's paper, and well-known percentage points.
        QTest::newRow("paper: centre") << 0.25 << -0.6744897501960817;
        QTest::newRow("paper: near tail") << 0.001 << -3.090232306167814;
        QTest::newRow("paper: far tail") << 1e-20 << -9.262340089798408;
        QTest::newRow("median") << 0.5 << 0.0;
        QTest::newRow("95 %") << 0.95 << 1.6448536269514722;
        QTest::newRow("97.5 %") << 0.975 << 1.9599639845400545;
        QTest::newRow("99.9 %") << 0.999 << 3.090232306167813;
    }

    void normalAgreesWithPublishedValues()
    {
        QFETCH(double, u);
        QFETCH(double, z);
        const double got = normalQuantile(u);
        QVERIFY2(std::abs(got - z) <= 2e-15 * std::max(1.0, std::abs(z)), qPrintable(QString::number(got, 'g', 17)));
    }

    void normalInvertsTheDistribution()
    {
        for (int i = 1; i < 1000; ++i) {
            const double u = i / 1000.0;
            const double back = 0.5 * std::erfc(-normalQuantile(u) / std::sqrt(2.0));
            QVERIFY(std::abs(back - u) < 1e-15);
        }
    }

    void normalEndsAtInfinity()
    {
        QCOMPARE(normalQuantile(0), -std::numeric_limits<double>::infinity());
        QVERIFY(std::isfinite(normalQuantile(1 - 0x1p-53)));
    }

    void isSpreadEvenly()
    {
        std::array<int, 10> counts{};
        for (quint64 request = 1; request <= 10'000; ++request)
            ++counts[size_t(draw(7, LuckStream::Backoff, request, 1, 0) * 10)];
        for (const int count : counts)
            QVERIFY(count > 900 && count < 1100);
    }
};

QTEST_GUILESS_MAIN(LuckTest)
#include "luck_test.moc"
