// SPDX-License-Identifier: MIT
#include "picture/coverage.h"

#include <QTest>

#include <random>

using namespace playground;

class CoverageTest : public QObject {
    Q_OBJECT

private slots:
    void addsUpWhatCoversABucket();
    void goesOnToTheEndUntilItEnds();
    void halvingKeepsTheSums();
};

void CoverageTest::addsUpWhatCoversABucket()
{
    Coverage coverage(4, 3); // Buckets of 8 ns.
    coverage.begin(4);
    coverage.end(20);
    coverage.begin(16);
    coverage.end(17);
    QCOMPARE(coverage.sums(), (std::vector<qint64>{4, 8, 5, 0}));
}

void CoverageTest::goesOnToTheEndUntilItEnds()
{
    Coverage coverage(4, 3);
    coverage.begin(25);
    QCOMPARE(coverage.sums(), (std::vector<qint64>{0, 0, 0, 7}));
    coverage.halve(); // Buckets of 16 ns, and twice as much time.
    QCOMPARE(coverage.sums(), (std::vector<qint64>{0, 7, 16, 16}));
    coverage.end(40);
    QCOMPARE(coverage.sums(), (std::vector<qint64>{0, 7, 8, 0}));
}

void CoverageTest::halvingKeepsTheSums()
{
    for (quint32 seed = 1; seed <= 500; ++seed) {
        std::mt19937 random(seed);
        Coverage grown(16, 2), coarse(16, 4);
        for (int i = 0; i < 40; ++i) {
            if (i == 13 || i == 26)
                grown.halve();
            const qint64 most = i < 13 ? 64 : i < 26 ? 128 : 256;
            const qint64 begin = random() % most, end = begin + random() % (most - begin);
            for (Coverage *coverage : {&grown, &coarse}) {
                coverage->begin(begin);
                coverage->end(end);
            }
        }
        QVERIFY2(grown.sums() == coarse.sums(), qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
}

QTEST_GUILESS_MAIN(CoverageTest)
#include "coverage_test.moc"
