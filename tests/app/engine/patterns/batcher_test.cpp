// SPDX-License-Identifier: MIT
#include "app/engine/run_scenario.h"

using namespace playground;
using namespace std::chrono_literals;

/// batcher: single requests share one call.
class BatcherTest : public QObject {
    Q_OBJECT

private slots:
    void twentyRequestsShareFourCalls()
    {
        const auto values = valuesOf(scenarioWith({{"source.count", "20"}, {"pattern.kind", "batcher"}}));
        QCOMPARE(values.succeeded, 20);
        QCOMPARE(values.attempts, 4);
        QCOMPARE(values.virtualTime, 100'000'000);
    }
    void theCallGoesOutAfterTheDelayOfItsFirst()
    {
        const auto run = runOf(scenarioWith({{"source", R"({"kind":"interval","count":3,"every":"30ms"})"}, {"pattern.kind", "batcher"}}));
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 150ms", "#2 succeeded 150ms", "#3 succeeded 210ms"}));
        QCOMPARE(run->timeline().lanes()[1].lead, 1u);
    }
    void aRequestAtTheDeadlineSharesTheCall()
    {
        const auto run = runOf(scenarioWith({{"source", R"({"kind":"interval","count":2,"every":"50ms"})"}, {"pattern.kind", "batcher"}}));
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 150ms", "#2 succeeded 150ms"}));
    }
    void everyMemberSettlesWithTheCall()
    {
        QCOMPARE(endsOf(*runOfList(R"({"name":"a","fails":1},{"name":"b"})", {{"pattern.kind", "batcher"}})), (QStringList{"#1 failed 150ms", "#2 failed 150ms"}));
    }
    void aShorterDelayCountsForThoseWhoWait()
    {
        Scenario scenario = scenarioWith({{"source.count", "2"}, {"pattern", R"({"kind":"batcher","delay":"1s"})"}});
        scenario.edits = {{200ms, "pattern.delay", "300ms"}};
        QCOMPARE(endsOf(*runOf(scenario)), (QStringList{"#1 succeeded 400ms", "#2 succeeded 400ms"}));
    }
};

QTEST_GUILESS_MAIN(BatcherTest)
#include "batcher_test.moc"
