// SPDX-License-Identifier: MIT
#include "app/engine/run_scenario.h"

using namespace playground;

namespace {

/// Three fetches of 100, 200 and 300 ms, of which one fails.
std::unique_ptr<Run> threeWithFailureOf(int failing)
{
    QStringList items;
    for (int i = 1; i <= 3; ++i)
        items << QStringLiteral(R"({"name":"r%1","latency":"%1%2"%3})").arg(i).arg("00ms", i == failing ? R"(,"fails":"always")" : "");
    return runOfList(items.join(u','), {{"pattern.kind", "gather"}});
}

} // namespace

/// gather: all at once, the first failure stops the rest.
class GatherTest : public QObject {
    Q_OBJECT

private slots:
    void runsAllAtOnce();
    void emptyRunEndsAtZero();
    void firstFailureStopsTheRest();
    void failureInTheMiddleKeepsWhatHasSucceeded();
    void lastFailureChangesNothingForTheOthers();
    void waitsForLateArrivals();
    void failureCancelsWhatHasNotArrived();
    void atOneInstantTheFirstToFailCounts();
    void hangLeavesOneRequestPending();
};

void GatherTest::runsAllAtOnce()
{
    const Metrics::Values values = valuesOf(scenarioWith({{"source.count", "100"}}));
    QCOMPARE(values.virtualTime, 100'000'000);
    QCOMPARE(values.succeeded, 100);
    QCOMPARE(values.maxInFlight, 100);
}

void GatherTest::emptyRunEndsAtZero()
{
    const auto run = runOf(scenarioWith({{"source.count", "0"}}));
    QCOMPARE(endOf(*run), std::pair(EndReason::Done, qint64(0)));
    QCOMPARE(run->timeline().lanes().size(), size_t(0));
}

void GatherTest::firstFailureStopsTheRest()
{
    QCOMPARE(endsOf(*threeWithFailureOf(1)), (QStringList{"#1 failed 100ms", "#2 cancelled 100ms by #1", "#3 cancelled 100ms by #1"}));
}

void GatherTest::failureInTheMiddleKeepsWhatHasSucceeded()
{
    const auto run = threeWithFailureOf(2);
    QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 failed 200ms", "#3 cancelled 200ms by #2"}));
    QCOMPARE(lifeOf(*run, 3), QStringList{"try 1 0ms-200ms cancelled 0"});
    QCOMPARE(endOf(*run), std::pair(EndReason::Done, qint64(200'000'000)));
}

void GatherTest::lastFailureChangesNothingForTheOthers()
{
    QCOMPARE(endsOf(*threeWithFailureOf(3)), (QStringList{"#1 succeeded 100ms", "#2 succeeded 200ms", "#3 failed 300ms"}));
}

void GatherTest::waitsForLateArrivals()
{
    const auto run = runOfList(R"({"name":"a"},{"name":"b","at":"250ms","latency":"50ms"})", {});
    QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 succeeded 300ms"}));
    QCOMPARE(run->timeline().in()[1].t, 250'000'000);
    QCOMPARE(run->metrics().values(run->now()).latency->max, 100'000'000);
}

void GatherTest::failureCancelsWhatHasNotArrived()
{
    const auto run = runOfList(R"({"name":"a","fails":1},{"name":"b","at":"1s"})", {});
    QCOMPARE(endsOf(*run), (QStringList{"#1 failed 100ms", "#2 cancelled 100ms by #1"}));
    QCOMPARE(run->timeline().in().size(), size_t(1));
    QCOMPARE(run->metrics().values(run->now()).cancelled, 1);
}

void GatherTest::atOneInstantTheFirstToFailCounts()
{
    const auto run = runOfList(R"({"name":"a","fails":1},{"name":"b","fails":1},{"name":"c","latency":"150ms"})", {});
    QCOMPARE(endsOf(*run), (QStringList{"#1 failed 100ms", "#2 cancelled 100ms by #1", "#3 cancelled 100ms by #1"}));
}

void GatherTest::hangLeavesOneRequestPending()
{
    const auto run = runOfList(R"({"name":"a"},{"name":"b","fails":"always","error":"hang"})", {});
    QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 pending"}));
    QCOMPARE(endOf(*run), std::pair(EndReason::Idle, qint64(100'000'000)));
    QCOMPARE(run->metrics().values(run->now()).pending, 1);
}

QTEST_GUILESS_MAIN(GatherTest)
#include "gather_test.moc"
