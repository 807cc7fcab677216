// SPDX-License-Identifier: MIT
#include "model/span_statistics.h"

#include "app/model/trace_builder.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace playground;
using namespace std::chrono_literals;

namespace {

constexpr qint64 ms = 1'000'000;

/// #n takes n · 10 ms, one behind the other: 0…10, 10…30, 30…60, 60…100 ms. #2 fails; #4 is open.
TraceBuilder fourInARow()
{
    TraceBuilder trace;
    trace.part(1, partkind::turn);
    std::chrono::milliseconds t{};
    for (quint32 request = 1; request <= 4; ++request) {
        trace.at(t).arrive(request).attempt(request, 1);
        t += 10ms * request;
        if (request < 4)
            trace.at(t).attemptEnd(request, 1, request == 2 ? AttemptOutcome::Failed : AttemptOutcome::Ok,
                                   request == 2 ? 503 : codeOk);
    }
    return trace;
}

Timeline follow(const Trace &trace)
{
    Timeline timeline;
    timeline.update(trace);
    return timeline;
}

SpanNumbers numbers(SpanStatistics statistics, const Timeline &timeline, qint64 now, size_t piece = 1000)
{
    while (!statistics.advance(timeline, now, piece)) {
    }
    return statistics.numbers();
}

SpanNumbers inRange(const Timeline &timeline, qint64 begin, qint64 end, qint64 now = 100 * ms)
{
    return numbers(SpanStatistics::ofRange(begin, end), timeline, now);
}

} // namespace

class SpanStatisticsTest : public QObject {
    Q_OBJECT

private slots:
    void countsWhatSharesTimeWithARange();
    void givesTheLengthsByState();
    void nothingGivesZeros();
    void percentilesAreOfNearestRank();
    void theMeanIsRoundedHalfUp();
    void waitsInTheServersQueueStandAlone();
    void takesWhatWasFound();
    void agreesWithSortingInPiecesOfAnySize();
};

void SpanStatisticsTest::countsWhatSharesTimeWithARange()
{
    const Timeline timeline = follow(fourInARow());
    QCOMPARE(inRange(timeline, 0, 100 * ms).all.count, 4);
    QCOMPARE(inRange(timeline, 5 * ms, 6 * ms).all, (SpanLengths{1, 10 * ms, 10 * ms, 10 * ms, 10 * ms, 10 * ms}));
    QCOMPARE(inRange(timeline, 10 * ms, 30 * ms).all.count, 1); // The neighbours only touch it.
    QCOMPARE(inRange(timeline, 9 * ms, 31 * ms).all.count, 3);
    QCOMPARE(inRange(timeline, 99 * ms, 200 * ms).all.max, 40 * ms); // Open: as long as it is now.
    QCOMPARE(inRange(timeline, 100 * ms, 200 * ms).all.count, 0);
    const Timeline moment = follow(TraceBuilder().at(5ms).arrive(1).attempt(1, 1).attemptEnd(1, 1));
    QCOMPARE(inRange(moment, 5 * ms, 5 * ms).all, (SpanLengths{1, 0, 0, 0, 0, 0}));
    QCOMPARE(inRange(moment, 6 * ms, 7 * ms).all.count, 0);
}

void SpanStatisticsTest::givesTheLengthsByState()
{
    const SpanNumbers all = inRange(follow(fourInARow()), 0, 100 * ms);
    QCOMPARE(all.all, (SpanLengths{4, 10 * ms, 25 * ms, 20 * ms, 40 * ms, 40 * ms}));
    QCOMPARE(all.byState[size_t(SpanState::Succeeded)], (SpanLengths{2, 10 * ms, 20 * ms, 10 * ms, 30 * ms, 30 * ms}));
    QCOMPARE(all.byState[size_t(SpanState::Failed)], (SpanLengths{1, 20 * ms, 20 * ms, 20 * ms, 20 * ms, 20 * ms}));
    QCOMPARE(all.byState[size_t(SpanState::Running)].count, 1);
    QCOMPARE(all.byState[size_t(SpanState::Queued)], SpanLengths{});
}

void SpanStatisticsTest::nothingGivesZeros()
{
    QCOMPARE(inRange(Timeline(), 0, 100 * ms), SpanNumbers{});
    QCOMPARE(numbers(SpanStatistics::ofMatches({}), follow(fourInARow()), 0), SpanNumbers{});
}

void SpanStatisticsTest::percentilesAreOfNearestRank()
{
    // 1 … 20 ms: p50 is the 10th, p95 the 19th; of 21 the 11th and the 20th.
    for (const int count : {20, 21}) {
        TraceBuilder trace;
        for (int i = count; i >= 1; --i) {
            const auto request = quint32(count + 1 - i);
            trace.at(100ms * int(request)).arrive(request).attempt(request, 1);
            trace.at(100ms * int(request) + 1ms * i).attemptEnd(request, 1);
        }
        const SpanLengths all = inRange(follow(trace), 0, 10'000 * ms).all;
        QCOMPARE(all.p50, (count + 1) / 2 * ms);
        QCOMPARE(all.p95, (count - 1) * ms);
    }
}

void SpanStatisticsTest::theMeanIsRoundedHalfUp()
{
    TraceBuilder trace;
    trace.arrive(1).attempt(1, 1).arrive(2).attempt(2, 1).at(1ns).attemptEnd(1, 1).at(2ns).attemptEnd(2, 1);
    QCOMPARE(inRange(follow(trace), 0, 10).all.mean, 2);
}

void SpanStatisticsTest::waitsInTheServersQueueStandAlone()
{
    TraceBuilder trace;
    trace.part(1, partkind::server, QStringLiteral("backend"));
    trace.arrive(1).attempt(1, 1).wait(1, 1, WaitReason::Server);
    trace.at(30ms).go(1, 1).at(100ms).attemptEnd(1, 1);
    const Timeline timeline = follow(trace);
    const SpanNumbers all = inRange(timeline, 0, 100 * ms);
    QCOMPARE(all.all.count, 1);
    QCOMPARE(all.inServerQueue, (SpanLengths{1, 30 * ms, 30 * ms, 30 * ms, 30 * ms, 30 * ms}));
    const quint32 wait = timeline.spans()[timeline.lanes()[0].firstSpan].next;
    QCOMPARE(numbers(SpanStatistics::ofMatches({{1, wait}}), timeline, 0).all.count, 1);
    QCOMPARE(numbers(SpanStatistics::ofMatches({{1, noSpan}}), timeline, 0).all.count, 1);
}

void SpanStatisticsTest::takesWhatWasFound()
{
    const Timeline timeline = follow(fourInARow());
    QCOMPARE(numbers(SpanStatistics::ofMatches({{1, timeline.lanes()[0].firstSpan}, {3, noSpan}, {9, noSpan}}), timeline,
                     100 * ms)
                 .all,
             (SpanLengths{2, 10 * ms, 20 * ms, 10 * ms, 30 * ms, 30 * ms}));
}

void SpanStatisticsTest::agreesWithSortingInPiecesOfAnySize()
{
    for (quint32 seed = 1; seed <= 200; ++seed) {
        std::mt19937 random(seed);
        TraceBuilder trace;
        std::vector<qint64> expected;
        const qint64 from = random() % 500, to = from + random() % 500;
        const quint32 count = 1 + random() % 40;
        for (quint32 request = 1; request <= count; ++request) {
            const qint64 begin = 20 * qint64(request), length = 1 + random() % 15;
            trace.at(std::chrono::nanoseconds(begin)).arrive(request).attempt(request, 1);
            trace.at(std::chrono::nanoseconds(begin + length)).attemptEnd(request, 1);
            if (begin < to && begin + length > from)
                expected.push_back(length);
        }
        std::ranges::sort(expected);
        const SpanLengths got = numbers(SpanStatistics::ofRange(from, to), follow(trace), 10'000, 1 + random() % 9).all;
        const QByteArray where = "seed " + QByteArray::number(seed);
        QVERIFY2(got.count == qint64(expected.size()), where.constData());
        if (expected.empty())
            continue;
        const auto rank = [&](size_t percent) { return expected[(expected.size() * percent + 99) / 100 - 1]; };
        QVERIFY2(got.min == expected.front() && got.max == expected.back(), where.constData());
        QVERIFY2(got.p50 == rank(50) && got.p95 == rank(95), where.constData());
    }
}

QTEST_GUILESS_MAIN(SpanStatisticsTest)
#include "span_statistics_test.moc"
