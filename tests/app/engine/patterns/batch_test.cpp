// SPDX-License-Identifier: MIT
#include "app/engine/run_scenario.h"

using namespace playground;
using namespace std::chrono_literals;

/// batch: a group of requests starts when it is full and the group before is over.
class BatchTest : public QObject {
    Q_OBJECT

private slots:
    void runsBatchAfterBatch()
    {
        QCOMPARE(valuesOf(scenarioWith({{"source.count", "100"}, {"pattern.kind", "batch"}})).virtualTime, 1'000'000'000);
    }
    void pausesAfterTheEnd() { QCOMPARE(lastOf("after-end"), 250'000'000); }
    void pausesFromStartToStart() { QCOMPARE(lastOf("start-to-start"), 200'000'000); }
    void startsWhenFullOrWhenTheSourceHasEnded()
    {
        const auto run = runOf(scenarioWith({{"source", R"({"kind":"tape","events":[{"at":"0ms","key":"a"},{"at":"200ms","key":"b"},{"at":"300ms","key":"c"}],"end":"1s"})"},
                                             {"pattern", R"({"kind":"batch","size":2})"}}));
        QCOMPARE(lifeOf(*run, 1), (QStringList{"collect 0ms-200ms", "try 1 200ms-300ms succeeded 200"}));
        QCOMPARE(lifeOf(*run, 3).last(), "try 1 1s-1.1s succeeded 200");
    }
    void aSmallerSizeStartsWhatIsThere()
    {
        Scenario scenario = scenarioWith({{"source", R"({"kind":"interval","count":4,"every":"1s"})"}, {"pattern", R"({"kind":"batch","size":4})"}});
        scenario.edits = {{1500ms, "pattern.size", 2}};
        QCOMPARE(endsOf(*runOf(scenario)), (QStringList{"#1 succeeded 1.6s", "#2 succeeded 1.6s", "#3 succeeded 3.1s", "#4 succeeded 3.1s"}));
    }
    void theFirstFailureStopsTheRest()
    {
        QCOMPARE(endsOf(*runOfList(R"({"name":"a","latency":"50ms","fails":1},{"name":"b"},{"name":"c"})", {{"pattern", R"({"kind":"batch","size":2})"}})),
                 (QStringList{"#1 failed 50ms", "#2 cancelled 50ms by #1", "#3 cancelled 50ms by #1"}));
    }

private:
    static qint64 lastOf(const char *pace)
    {
        return runOf(scenarioWith({{"source.count", "4"}, {"pattern", R"({"kind":"batch","size":2,"delay":"50ms"})"}, {"pattern.pace", pace}}))->now();
    }
};

QTEST_GUILESS_MAIN(BatchTest)
#include "batch_test.moc"
