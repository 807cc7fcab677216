// SPDX-License-Identifier: MIT
#include "app/engine/run_scenario.h"

using namespace playground;

namespace {

std::unique_ptr<Run> runInTurn(const QString &items, const QString &onError = "stop")
{
    return runOfList(items, {{"pattern.kind", "sequential"}, {"pattern.onError", onError}});
}

} // namespace

/// sequential: one after the other, in order of arrival.
class SequentialTest : public QObject {
    Q_OBJECT

private slots:
    void takesTheSumOfAllTimes();
    void waitsForItsTurnAndSaysWhoHeldItUp();
    void whoFindsNobodyWaitsForNobody();
    void firstFailureStopsTheRest();
    void collectGoesOn();
    void failureCancelsWhatHasNotArrived();
    void hangLeavesTheRestPending();
    void emptyRunEndsAtZero();
};

void SequentialTest::takesTheSumOfAllTimes()
{
    const Metrics::Values values = valuesOf(scenarioWith({{"source.count", "100"}, {"pattern.kind", "sequential"}}));
    QCOMPARE(values.virtualTime, 10'000'000'000);
    QCOMPARE(values.maxInFlight, 1);
    QCOMPARE(values.wait->max, 9'900'000'000);
}

void SequentialTest::waitsForItsTurnAndSaysWhoHeldItUp()
{
    const auto run = runInTurn(R"({"name":"a"},{"name":"b","at":"20ms","latency":"50ms"},{"name":"c","at":"30ms"})");
    QCOMPARE(lifeOf(*run, 1), QStringList{"try 1 0ms-100ms succeeded 200"});
    QCOMPARE(lifeOf(*run, 2), (QStringList{"turn 20ms-100ms", "try 1 100ms-150ms succeeded 200"}));
    QCOMPARE(lifeOf(*run, 3), (QStringList{"turn 30ms-150ms", "try 1 150ms-250ms succeeded 200"}));
    const auto spans = run->timeline().spansOf(run->timeline().lanes()[2]);
    QCOMPARE(spans.begin()->from, 2u);
    QCOMPARE(spans.begin()->ahead, 1u);
}

void SequentialTest::whoFindsNobodyWaitsForNobody()
{
    const auto run = runInTurn(R"({"name":"a"},{"name":"b","at":"200ms"})");
    QCOMPARE(lifeOf(*run, 2), QStringList{"try 1 200ms-300ms succeeded 200"});
}

void SequentialTest::firstFailureStopsTheRest()
{
    const auto run = runInTurn(R"({"name":"a"},{"name":"b","fails":"always"},{"name":"c"})");
    QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 failed 200ms", "#3 cancelled 200ms by #2"}));
    QCOMPARE(lifeOf(*run, 3), QStringList{"turn 0ms-200ms"});
    QCOMPARE(run->timeline().queued().back().value, 0);
}

void SequentialTest::collectGoesOn()
{
    const auto run = runInTurn(R"({"name":"a","fails":"always"},{"name":"b"},{"name":"c","fails":"always"})", "collect");
    QCOMPARE(endsOf(*run), (QStringList{"#1 failed 100ms", "#2 succeeded 200ms", "#3 failed 300ms"}));
}

void SequentialTest::failureCancelsWhatHasNotArrived()
{
    const auto run = runInTurn(R"({"name":"a","fails":1},{"name":"b","at":"1s"})");
    QCOMPARE(endsOf(*run), (QStringList{"#1 failed 100ms", "#2 cancelled 100ms by #1"}));
    QCOMPARE(endOf(*run), std::pair(EndReason::Done, qint64(100'000'000)));
}

void SequentialTest::hangLeavesTheRestPending()
{
    const auto run = runInTurn(R"({"name":"a"},{"name":"b","fails":1,"error":"hang"},{"name":"c"})");
    QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 pending", "#3 pending"}));
    QCOMPARE(endOf(*run), std::pair(EndReason::Idle, qint64(100'000'000)));
}

void SequentialTest::emptyRunEndsAtZero()
{
    QCOMPARE(endOf(*runOf(scenarioWith({{"source.count", "0"}, {"pattern.kind", "sequential"}}))), std::pair(EndReason::Done, qint64(0)));
}

QTEST_GUILESS_MAIN(SequentialTest)
#include "sequential_test.moc"
