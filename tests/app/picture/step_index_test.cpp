// SPDX-License-Identifier: MIT
#include "picture/step_index.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace playground;

class StepIndexTest : public QObject {
    Q_OBJECT

private slots:
    void isEmptyAtFirst();
    void agreesWithLookingAtEveryStep();
    void noticesThatTheLastStepChanged();
    void findsTheStepBehindATime();
    void findsWhereAPredicateEnds();
};

void StepIndexTest::isEmptyAtFirst()
{
    StepIndex index;
    QCOMPARE(index.most(), 0);
    QCOMPARE(index.among({}, 0, 0).most, 0);
}

void StepIndexTest::agreesWithLookingAtEveryStep()
{
    QRandomGenerator random(7);
    std::vector<Step> counter;
    StepIndex index;
    for (int i = 0; i < 1000; ++i) {
        counter.push_back({i, qint32(random.bounded(1000))});
        if (i % 37 == 0)
            index.update(counter);
    }
    index.update(counter);
    QCOMPARE(index.most(), std::ranges::max(counter, {}, &Step::value).value);
    for (int i = 0; i < 500; ++i) {
        const size_t first = random.bounded(1000), last = first + 1 + random.bounded(int(1000 - first));
        const auto extremes = std::ranges::minmax_element(counter.begin() + qsizetype(first),
                                                          counter.begin() + qsizetype(last), {}, &Step::value);
        QCOMPARE(index.among(counter, first, last).least, extremes.min->value);
        QCOMPARE(index.among(counter, first, last).most, extremes.max->value);
    }
}

void StepIndexTest::noticesThatTheLastStepChanged()
{
    std::vector<Step> counter{{0, 1}, {5, 9}};
    StepIndex index;
    index.update(counter);
    QCOMPARE(index.most(), 9);
    counter.back().value = 2; // The same instant went on.
    index.update(counter);
    QCOMPARE(index.most(), 2);
}

void StepIndexTest::findsTheStepBehindATime()
{
    const std::vector<Step> counter{{0, 1}, {5, 2}, {9, 3}};
    QCOMPARE(stepAfter(counter, -1), size_t(0));
    QCOMPARE(stepAfter(counter, 0), size_t(1));
    QCOMPARE(stepAfter(counter, 5), size_t(2));
    QCOMPARE(stepAfter(counter, 99), size_t(3));
}

void StepIndexTest::findsWhereAPredicateEnds()
{
    QRandomGenerator random(8);
    for (const int size : {0, 1, 63, 64, 65, 1000}) {
        std::vector<Step> counter;
        qint64 t = 0;
        for (int i = 0; i < size; ++i)
            counter.push_back({t += random.bounded(4), 1});
        StepIndex index;
        index.update(counter);
        for (int i = 0; i < 300; ++i) {
            const qint64 limit = random.bounded(int(t) + 3);
            const auto expected = size_t(std::ranges::lower_bound(counter, limit, {}, &Step::t) - counter.begin());
            const size_t first = expected > 0 ? random.bounded(int(expected) + 1) : 0;
            QCOMPARE(index.firstNot(counter, first, [&](qint64 at) { return at < limit; }), expected);
        }
    }
}

QTEST_GUILESS_MAIN(StepIndexTest)
#include "step_index_test.moc"
