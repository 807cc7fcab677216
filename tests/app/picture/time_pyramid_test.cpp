// SPDX-License-Identifier: MIT
#include "picture/time_pyramid.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace playground;

namespace {

using enum SpanState;

quint8 bit(SpanState state) { return quint8(1 << int(state)); }

struct Piece {
    SpanState state;
    qint64 begin, end;
};

/// What must lie in a bucket, worked out from the spans themselves.
struct Truth {
    quint8 states = 0;
    std::array<qint64, 8> time{};
};

Truth truthOf(const std::vector<Piece> &pieces, qint64 from, qint64 to)
{
    Truth truth;
    for (const Piece &piece : pieces) {
        const qint64 lastTime = std::max(piece.begin, piece.end - 1);
        if (lastTime < from || piece.begin >= to)
            continue;
        truth.states |= bit(piece.state);
        truth.time[size_t(piece.state)] += std::max<qint64>(0, std::min(piece.end, to) - std::max(piece.begin, from));
    }
    return truth;
}

} // namespace

class TimePyramidTest : public QObject {
    Q_OBJECT

private slots:
    void aBucketKnowsItsStatesAndTheLongest();
    void aSpanWithoutLengthShows();
    void wholeBucketsAreCoveredFromEndToEnd();
    void bucketsDoubleInsteadOfBecomingTooMany();
    void everyLevelSaysTheTruth();
};

void TimePyramidTest::aBucketKnowsItsStatesAndTheLongest()
{
    TimePyramid pyramid;
    pyramid.add(Queued, 0, 300);
    pyramid.add(Succeeded, 300, 900);
    pyramid.add(Failed, 900, 1100);
    QCOMPARE(pyramid.bitsOf(0), 10); // 1024 ns.
    QCOMPARE(pyramid.at(0, 0), (TimePyramid::Bucket{quint8(bit(Queued) | bit(Succeeded) | bit(Failed)), Succeeded, false}));
    QCOMPARE(pyramid.at(0, 1), (TimePyramid::Bucket{bit(Failed), Failed, false}));
    QVERIFY(pyramid.at(0, 2).isEmpty());
    QCOMPARE(pyramid.end(), qint64(1100));
}

void TimePyramidTest::aSpanWithoutLengthShows()
{
    TimePyramid pyramid;
    pyramid.add(TimedOut, 5000, 5000);
    QCOMPARE(pyramid.at(0, 4), (TimePyramid::Bucket{bit(TimedOut), TimedOut, false}));
}

void TimePyramidTest::wholeBucketsAreCoveredFromEndToEnd()
{
    TimePyramid pyramid;
    pyramid.add(Succeeded, 1024, 5 * 1024);
    pyramid.add(Failed, 6 * 1024, 8 * 1024);
    QVERIFY(pyramid.at(0, 0).isEmpty());
    for (const qint64 whole : {1, 2, 3, 4, 6, 7})
        QVERIFY(pyramid.at(0, whole).isWhole);
    QVERIFY(!pyramid.at(1, 0).isWhole);
    QVERIFY(pyramid.at(1, 1).isWhole);
    QVERIFY(!pyramid.at(1, 2).isWhole);
    QCOMPARE(pyramid.at(1, 3), (TimePyramid::Bucket{bit(Failed), Failed, true}));
}

void TimePyramidTest::bucketsDoubleInsteadOfBecomingTooMany()
{
    TimePyramid pyramid;
    constexpr qint64 spans = 100'000;
    for (qint64 i = 0; i < spans; ++i)
        pyramid.add(i % 100 == 0 ? Failed : Succeeded, i * 1'000'000, i * 1'000'000 + 900'000);
    QVERIFY(pyramid.countOf(0) <= 2 * spans + 1);
    QVERIFY(pyramid.countOf(0) > spans / 2);
    QVERIFY2(pyramid.bytes() <= 12 * spans, qPrintable(QString::number(pyramid.bytes()))); // With the room that vectors keep.
    QVERIFY(!pyramid.levelFor(1000));
    const auto level = pyramid.levelFor(64'000'000);
    QVERIFY(level && pyramid.bitsOf(*level) == 25); // 33.6 ms: the longest that is no longer.
    QCOMPARE(pyramid.at(*level, 0).state, Succeeded);
    QCOMPARE(pyramid.at(*level, 0).states, quint8(bit(Succeeded) | bit(Failed)));
}

void TimePyramidTest::everyLevelSaysTheTruth()
{
    for (quint32 seed = 1; seed <= 300; ++seed) {
        std::mt19937 random(seed);
        TimePyramid pyramid;
        std::vector<Piece> pieces;
        qint64 begin = 0;
        const quint32 longest = 1 + random() % 200'000;
        for (int i = 0; i < 60; ++i) {
            begin += random() % longest; // They may overlap.
            const qint64 end = begin + random() % longest;
            pieces.push_back({SpanState(random() % 8), begin, end});
            pyramid.add(pieces.back().state, begin, end);
        }
        const QByteArray failing = QByteArray("seed ") + QByteArray::number(seed);
        int levels = 0;
        while (levels < 40 && pyramid.levelFor(double(qint64(1) << pyramid.bitsOf(levels))) == levels)
            ++levels;
        QVERIFY2(levels > 0, failing);
        for (int level = 0; level < levels; ++level) {
            const int bits = pyramid.bitsOf(level);
            for (qint64 bucket = 0; bucket < pyramid.countOf(level); ++bucket) {
                const auto is = pyramid.at(level, bucket);
                const Truth truth = truthOf(pieces, bucket << bits, (bucket + 1) << bits);
                QVERIFY2(is.states == truth.states, failing);
                QVERIFY2(is.isEmpty() || is.states & bit(is.state), failing);
                const qint64 most = *std::ranges::max_element(truth.time);
                QVERIFY2(!is.isWhole || truth.time[size_t(is.state)] >= qint64(1) << bits, failing);
                // Where spans overlap, one that lies beside another is known, but does not count for the longest.
                const bool overlap = std::accumulate(truth.time.begin(), truth.time.end(), qint64(0)) > qint64(1) << bits;
                if (!overlap && !std::ranges::any_of(pieces, [&](const Piece &a) {
                        return std::ranges::any_of(pieces, [&](const Piece &b) { return &a != &b && a.begin < b.begin && b.begin < a.end && b.begin < (bucket + 1) << bits && a.end > bucket << bits; });
                    }))
                    QVERIFY2(truth.time[size_t(is.state)] == most, failing);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TimePyramidTest)
#include "time_pyramid_test.moc"
