// SPDX-License-Identifier: MIT
#include "model/span_edges.h"

#include "app/model/trace_builder.h"

#include <QTest>

using namespace playground;
using namespace std::chrono_literals;

class SpanEdgesTest : public QObject {
    Q_OBJECT

private slots:
    void walksFromEdgeToEdge();
    void looksAtTheLanesAskedForOnly();
};

namespace {

/// #1 arrives at 10, is at work from 20 to 40 and settles at 50; #2 is at work from 30 on.
Timeline sample()
{
    TraceBuilder trace;
    trace.at(10ns).arrive(1).at(20ns).attempt(1, 1).at(30ns).arrive(2).attempt(2, 1).at(40ns).attemptEnd(1, 1);
    trace.at(50ns).settle(1, RequestOutcome::Succeeded, 1);
    Timeline timeline;
    timeline.update(trace);
    return timeline;
}

} // namespace

void SpanEdgesTest::walksFromEdgeToEdge()
{
    const Timeline timeline = sample();
    std::vector<qint64> edges;
    for (auto t = edgeBeside(timeline, 0, 2, 0, true); t; t = edgeBeside(timeline, 0, 2, *t, true))
        edges.push_back(*t);
    QCOMPARE(edges, (std::vector<qint64>{10, 20, 30, 40, 50}));
    for (auto t = edgeBeside(timeline, 0, 2, 60, false); t; t = edgeBeside(timeline, 0, 2, *t, false)) {
        QCOMPARE(*t, edges.back());
        edges.pop_back();
    }
    QVERIFY(edges.empty());
}

void SpanEdgesTest::looksAtTheLanesAskedForOnly()
{
    const Timeline timeline = sample();
    QCOMPARE(edgeBeside(timeline, 0, 1, 20, true), std::optional<qint64>(40));
    QCOMPARE(edgeBeside(timeline, 1, 99, 0, true), std::optional<qint64>(30));
    QCOMPARE(edgeBeside(timeline, 1, 99, 30, true), std::nullopt); // Still open.
    QCOMPARE(edgeBeside(timeline, 0, 0, 0, true), std::nullopt);
}

QTEST_GUILESS_MAIN(SpanEdgesTest)
#include "span_edges_test.moc"
