// SPDX-License-Identifier: MIT
#include "model/chunked_vector.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace playground;

class ChunkedVectorTest : public QObject {
    Q_OBJECT

private slots:
    void isEmptyAtFirst()
    {
        const ChunkedVector<int> numbers;
        QCOMPARE(numbers.size(), std::size_t(0));
        QVERIFY(numbers.empty());
        QVERIFY(numbers.begin() == numbers.end());
    }

    void keepsWhatIsAppended()
    {
        ChunkedVector<int> numbers;
        for (int i = 0; i < 10'000; ++i)
            numbers.push_back(i);
        QCOMPARE(numbers.size(), std::size_t(10'000));
        QCOMPARE(numbers.front(), 0);
        QCOMPARE(numbers.back(), 9'999);
        for (int i = 0; i < 10'000; ++i)
            QCOMPARE(numbers[std::size_t(i)], i);
        QCOMPARE(std::accumulate(numbers.begin(), numbers.end(), 0), 49'995'000);
    }

    void neverMovesAFullChunk()
    {
        ChunkedVector<int> numbers;
        for (int i = 0; i < 4096; ++i)
            numbers.push_back(i);
        const int *first = &numbers[0];
        for (int i = 0; i < 100'000; ++i)
            numbers.push_back(i);
        QCOMPARE(&numbers[0], first);
    }

    void canBeSearched()
    {
        ChunkedVector<int> numbers;
        for (int i = 0; i < 9'000; ++i)
            numbers.push_back(2 * i);
        const auto found = std::ranges::lower_bound(numbers, 8'191);
        QCOMPARE(*found, 8'192);
        QCOMPARE(found - numbers.begin(), std::ptrdiff_t(4'096));
    }

    void comparesByContents()
    {
        ChunkedVector<int> a, b;
        for (int i = 0; i < 5'000; ++i) {
            a.push_back(i);
            b.push_back(i);
        }
        QVERIFY(a == b);
        b.back() = 0;
        QVERIFY(a != b);
        a.clear();
        QVERIFY(a.empty());
        QVERIFY(a == ChunkedVector<int>());
    }
};

QTEST_GUILESS_MAIN(ChunkedVectorTest)
#include "chunked_vector_test.moc"
