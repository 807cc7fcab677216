// SPDX-License-Identifier: MIT
#include "app/engine/run_scenario.h"

using namespace playground;
using namespace std::chrono_literals;

/// any: the requests of a group compete.
class AnyTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstOfThreeWins()
    {
        const auto run = runOfList(R"({"name":"a","latency":"300ms"},{"name":"b"},{"name":"c","latency":"200ms"})", {{"pattern.kind", "any"}});
        QCOMPARE(endsOf(*run), (QStringList{"#1 cancelled 100ms by #2", "#2 succeeded 100ms", "#3 cancelled 100ms by #2"}));
        const auto values = run->metrics().values(run->now());
        QCOMPARE(values.attempts, 3);
        QCOMPARE(values.wastedAttempts, 2);
    }
    void aFailureThatComesFirst();
    void groupsDoNotWaitForEachOther()
    {
        const auto run = runOf(scenarioWith({{"source", R"({"kind":"interval","count":5,"every":"60ms"})"}, {"pattern", R"({"kind":"any","size":2})"}}));
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 cancelled 100ms by #1", "#3 succeeded 220ms", "#4 cancelled 220ms by #3", "#5 succeeded 340ms"}));
    }
    void whoHasNotArrivedIsCancelledAtThatInstant()
    {
        QCOMPARE(endsOf(*runOfList(R"({"name":"a"},{"name":"b","at":"1s"})", {{"pattern.kind", "any"}})), (QStringList{"#1 succeeded 100ms", "#2 cancelled 100ms by #1"}));
    }
    void anEditedSizeCountsForTheNextGroup()
    {
        Scenario scenario = scenarioWith({{"source", R"({"kind":"bursts","count":5,"size":3,"every":"1s"})"}, {"pattern", R"({"kind":"any","size":3})"}});
        scenario.edits = {{500ms, "pattern.size", 1}};
        QCOMPARE(endsOf(*runOf(scenario)), (QStringList{"#1 succeeded 100ms", "#2 cancelled 100ms by #1", "#3 cancelled 100ms by #1", "#4 succeeded 1.1s", "#5 succeeded 1.1s"}));
    }
};

void AnyTest::aFailureThatComesFirst()
{
    QCOMPARE(endsOf(*runOfList(R"({"name":"a"},{"name":"b","latency":"50ms","fails":1})", {{"pattern.kind", "any"}})),
             (QStringList{"#1 succeeded 100ms", "#2 failed 50ms"}));
    QCOMPARE(endsOf(*runOfList(R"({"name":"a","fails":1},{"name":"b","latency":"50ms","fails":1})", {{"pattern.kind", "any"}})),
             (QStringList{"#1 failed 100ms", "#2 failed 50ms"}));
}

QTEST_GUILESS_MAIN(AnyTest)
#include "any_test.moc"
