// SPDX-License-Identifier: MIT
#include "model/packed_rows.h"

#include "app/model/trace_builder.h"

#include <QTest>

#include <map>
#include <random>

using namespace playground;
using namespace std::chrono_literals;

namespace {

using enum RequestOutcome;

PackedRows rowsOf(const Trace &trace)
{
    PackedRows rows;
    rows.update(trace);
    return rows;
}

std::vector<quint32> listed(std::span<const quint32> requests) { return {requests.begin(), requests.end()}; }

/// Requests that come and go at whole ms by chance, some in one instant; those of an instant in any order.
Trace randomTrace(quint32 seed)
{
    std::mt19937 random(seed);
    const quint32 requests = 1 + random() % 40;
    std::multimap<qint64, std::pair<quint32, bool>> events; // Time -> request, whether it arrives.
    std::vector<qint64> arrivals(requests);
    for (qint64 &at : arrivals)
        at = random() % 30;
    std::ranges::sort(arrivals);
    for (quint32 request = 1; request <= requests; ++request) {
        const qint64 arrives = arrivals[request - 1];
        events.emplace(arrives, std::pair(request, true));
        if (random() % 8 != 0)
            events.emplace(arrives + random() % 12, std::pair(request, false));
    }
    TraceBuilder trace;
    for (const auto &[t, event] : events) {
        trace.at(std::chrono::milliseconds(t));
        if (event.second)
            trace.arrive(event.first);
        else
            trace.settle(event.first, Succeeded);
    }
    return trace.trace();
}

} // namespace

class PackedRowsTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstFreeRowIsTaken();
    void theOrderOfTheTraceDecidesTies();
    void instantsDoNotShareTheirInstant();
    void whoNeverArrivedHasNoRow();
    void requestsAllAtOnceHaveARowEach();
    void knowsWhoHasNoSpans();
    void tellsWhoIsPresent();
    void rowsNeverChangeAndNeverOverlap();
};

void PackedRowsTest::theFirstFreeRowIsTaken()
{
    TraceBuilder trace;
    trace.at(0ms).arrive(1).arrive(2).arrive(3);
    trace.at(10ms).settle(2, Succeeded).at(20ms).settle(1, Failed);
    trace.at(30ms).arrive(4).at(31ms).arrive(5).at(32ms).arrive(6);
    const PackedRows rows = rowsOf(trace);
    QCOMPARE(rows.count(), size_t(4));
    QCOMPARE(rows.rowOf(4), 0u); // Of two free rows the first one, though the other was free before.
    QCOMPARE(rows.rowOf(5), 1u);
    QCOMPARE(rows.rowOf(6), 3u); // #3 is still there.
    QCOMPARE(listed(rows.requestsOf(0)), (std::vector<quint32>{1, 4}));
    QCOMPARE(listed(rows.requestsOf(1)), (std::vector<quint32>{2, 5}));
    QCOMPARE(listed(rows.requestsOf(2)), (std::vector<quint32>{3}));
    QVERIFY(rows.requestsOf(4).empty());
}

void PackedRowsTest::theOrderOfTheTraceDecidesTies()
{
    TraceBuilder goesFirst, comesFirst;
    goesFirst.at(0ms).arrive(1).at(10ms).settle(1, Succeeded).arrive(2);
    comesFirst.at(0ms).arrive(1).at(10ms).arrive(2).settle(1, Succeeded);
    QCOMPARE(rowsOf(goesFirst).rowOf(2), 0u);
    QCOMPARE(rowsOf(comesFirst).rowOf(2), 1u);
}

void PackedRowsTest::instantsDoNotShareTheirInstant()
{
    TraceBuilder trace;
    trace.at(5ms);
    for (quint32 request = 1; request <= 3; ++request)
        trace.arrive(request).settle(request, Dropped);
    trace.at(6ms).arrive(4).settle(4, Dropped).arrive(5);
    const PackedRows rows = rowsOf(trace);
    QCOMPARE(rows.rowOf(1), 0u);
    QCOMPARE(rows.rowOf(2), 1u);
    QCOMPARE(rows.rowOf(3), 2u);
    QCOMPARE(rows.rowOf(4), 0u);
    QCOMPARE(rows.rowOf(5), 1u);
}

void PackedRowsTest::whoNeverArrivedHasNoRow()
{
    TraceBuilder trace;
    trace.at(0ms).arrive(3).settle(2, Cancelled);
    const PackedRows rows = rowsOf(trace);
    QCOMPARE(rows.count(), size_t(1));
    QCOMPARE(rows.rowOf(3), 0u);
    for (const quint32 request : {0u, 1u, 2u, 4u})
        QCOMPARE(rows.rowOf(request), PackedRows::none);
}

void PackedRowsTest::requestsAllAtOnceHaveARowEach()
{
    TraceBuilder trace;
    trace.at(0ms);
    for (quint32 request = 1; request <= 1000; ++request)
        trace.arrive(request);
    const PackedRows rows = rowsOf(trace);
    QCOMPARE(rows.count(), size_t(1000));
    for (quint32 request = 1; request <= 1000; ++request)
        QCOMPARE(rows.rowOf(request), request - 1);
}

void PackedRowsTest::knowsWhoHasNoSpans()
{
    TraceBuilder trace;
    trace.at(0ms).arrive(1).settle(1, Dropped);
    trace.at(1ms).arrive(2).attempt(2, 1).at(2ms).attemptEnd(2, 1).settle(2, Succeeded, 1);
    trace.at(3ms).arrive(3).join(3, 2).at(4ms).settle(3, Succeeded);
    trace.at(5ms).arrive(4).wait(4, 1, WaitReason::Slot).at(6ms).go(4, 1, GoHow::Cancelled).settle(4, Cancelled);
    trace.at(7ms).arrive(5);
    const PackedRows rows = rowsOf(trace);
    QCOMPARE(listed(rows.requestsOf(0)), (std::vector<quint32>{1, 2, 3, 4, 5}));
    QCOMPARE(listed(rows.withoutSpansOf(0)), (std::vector<quint32>{1, 3}));
}

void PackedRowsTest::tellsWhoIsPresent()
{
    TraceBuilder trace;
    for (quint32 request = 1; request <= 5; ++request)
        trace.at(10ms * request).arrive(request).at(10ms * request + 5ms).settle(request, Succeeded);
    const PackedRows rows = rowsOf(trace);
    Timeline timeline;
    timeline.update(trace);
    const auto present = [&](qint64 from, qint64 to) { return listed(presentIn(rows.requestsOf(0), timeline, from * 1'000'000, to * 1'000'000)); };
    QCOMPARE(present(0, 100), (std::vector<quint32>{1, 2, 3, 4, 5}));
    QCOMPARE(present(25, 40), (std::vector<quint32>{2, 3, 4})); // The ends belong to it.
    QCOMPARE(present(26, 29), std::vector<quint32>());
    QCOMPARE(present(31, 31), (std::vector<quint32>{3}));
}

void PackedRowsTest::rowsNeverChangeAndNeverOverlap()
{
    for (quint32 seed = 1; seed <= 3000; ++seed) {
        const Trace trace = randomTrace(seed);
        const PackedRows whole = rowsOf(trace);
        Timeline timeline;
        timeline.update(trace);
        const QByteArray failing = QByteArray("seed ") + QByteArray::number(seed);

        // The same rows while it grows record by record; who has a row keeps it.
        PackedRows grown;
        for (qsizetype size = 1; size <= trace.size(); ++size) {
            grown.update(trace.piece(0, size));
            for (const Lane &lane : timeline.lanes()) {
                const quint32 row = grown.rowOf(lane.request);
                QVERIFY2(row == PackedRows::none || row == whole.rowOf(lane.request), failing);
            }
        }
        QVERIFY2(grown.count() == whole.count(), failing);

        size_t placed = 0, most = 0, open = 0;
        for (size_t row = 0; row < whole.count(); ++row) {
            const Lane *before = nullptr;
            for (const quint32 request : whole.requestsOf(row)) {
                const Lane &lane = timeline.lanes()[request - 1];
                QVERIFY2(whole.rowOf(request) == row, failing);
                QVERIFY2(!before || (before->settled >= 0 && before->settled <= lane.arrived), failing);
                QVERIFY2(!before || before->arrived != lane.arrived, failing);
                before = &lane;
                ++placed;
            }
        }
        QVERIFY2(placed == timeline.lanes().size(), failing);
        // No more rows than requests are there at once; those of an instant stay for all of it.
        std::vector<qint64> resting;
        for (const Record &record : trace.records()) {
            if (!resting.empty() && resting.front() != record.t) {
                open -= resting.size();
                resting.clear();
            }
            if (record.kind == EventKind::Arrive)
                most = std::max(most, ++open);
            else if (timeline.lanes()[record.request - 1].arrived == record.t)
                resting.push_back(record.t);
            else
                --open;
        }
        QVERIFY2(whole.count() == most, failing);
    }
}

QTEST_GUILESS_MAIN(PackedRowsTest)
#include "packed_rows_test.moc"
