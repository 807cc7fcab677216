// SPDX-License-Identifier: MIT
#include <asyncade/batch_limits.h>

#include <asyncade/batch.h>
#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"

#include <QTest>

#include <memory>
#include <stdexcept>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::thrownBy;

class BatchLimitsTest : public QObject {
    Q_OBJECT

private slots:
    void holdsWhatItWasGiven();
    void refusesWhatIsNoBatch();
    void twoRunsShareThem();
    void aShorterPauseIsRetimed();
    void destroyedItEndsTheWaitForTheNextBatch();
};

namespace {

/// Each item takes 10 ms; when it started is noted.
auto noting(std::vector<std::chrono::nanoseconds> &starts)
{
    return [&starts](int) -> QCoro::Task<> {
        starts.push_back(Clock::current().now());
        co_await sleepFor(10ms);
    };
}

} // namespace

void BatchLimitsTest::holdsWhatItWasGiven()
{
    BatchLimits limits(20, 1s, BatchPace::StartToStart);
    QCOMPARE(limits.size(), 20);
    QCOMPARE(limits.pause(), 1s);
    QVERIFY(limits.pace() == BatchPace::StartToStart);
    limits.setSize(5);
    limits.setPause(2s);
    QCOMPARE(limits.size(), 5);
    QCOMPARE(limits.pause(), 2s);
    QVERIFY(BatchLimits(1).pace() == BatchPace::AfterEnd);
    QCOMPARE(BatchLimits(1).pause(), 0ns);
}

void BatchLimitsTest::refusesWhatIsNoBatch()
{
    QVERIFY(thrownBy([] { BatchLimits limits(0); }).startsWith("invalid_argument: "));
    QVERIFY(thrownBy([] { BatchLimits limits(1, -1ns); }).startsWith("invalid_argument: "));
    BatchLimits limits(3, 1s);
    QVERIFY(thrownBy([&] { limits.setSize(0); }).startsWith("invalid_argument: "));
    QVERIFY(thrownBy([&] { limits.setPause(-1ns); }).startsWith("invalid_argument: "));
    QCOMPARE(limits.size(), 3); // As it was.
    QCOMPARE(limits.pause(), 1s);
}

void BatchLimitsTest::twoRunsShareThem()
{
    VirtualClock clock;
    BatchLimits limits(2, 100ms);
    std::vector<std::chrono::nanoseconds> one, two;
    const std::vector items{1, 2, 3};
    const auto noteOne = noting(one), noteTwo = noting(two);
    auto first = batchConcurrent(items, noteOne, limits);
    auto second = batchConcurrent(items, noteTwo, limits);
    clock.run();
    // Each run has its own batches; the second one starts 100 ms after the end of the first.
    QCOMPARE(one, (std::vector<std::chrono::nanoseconds>{0ms, 0ms, 110ms}));
    QCOMPARE(two, one);
}

void BatchLimitsTest::aShorterPauseIsRetimed()
{
    VirtualClock clock;
    BatchLimits limits(1, 1s);
    std::vector<std::chrono::nanoseconds> starts;
    const std::vector items{1, 2};
    const auto note = noting(starts);
    auto run = batchConcurrent(items, note, limits);
    clock.runUntil(200ms);
    limits.setPause(500ms);
    clock.run();
    QCOMPARE(starts, (std::vector<std::chrono::nanoseconds>{0ms, 510ms}));
}

void BatchLimitsTest::destroyedItEndsTheWaitForTheNextBatch()
{
    VirtualClock clock;
    auto limits = std::make_unique<BatchLimits>(1, 1s);
    std::vector<std::chrono::nanoseconds> starts;
    const std::vector items{1, 2};
    const auto note = noting(starts);
    const auto all = [&]() -> QCoro::Task<> { co_await batchConcurrent(items, note, *limits); };
    QByteArray ended;
    const auto watched = [&]() -> QCoro::Task<> {
        try {
            co_await all();
        } catch (...) {
            ended = support::inWords(std::current_exception());
        }
    };
    auto run = watched();
    clock.runUntil(200ms);
    limits.reset();
    clock.run();
    QVERIFY2(ended.startsWith("Cancelled: "), ended);
    QCOMPARE(starts, (std::vector<std::chrono::nanoseconds>{0ms}));
    QCOMPARE(clock.now(), 200ms);
}

QTEST_GUILESS_MAIN(BatchLimitsTest)
#include "batch_limits_test.moc"
