// SPDX-License-Identifier: MIT
#include "app/engine/run_scenario.h"

using namespace playground;
using namespace std::chrono_literals;

/// race: the requests of a group compete.
class RaceTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstOfThreeWins()
    {
        const auto run = runOfList(R"({"name":"a","latency":"300ms"},{"name":"b"},{"name":"c","latency":"200ms"})", {{"pattern.kind", "race"}});
        QCOMPARE(endsOf(*run), (QStringList{"#1 cancelled 100ms by #2", "#2 succeeded 100ms", "#3 cancelled 100ms by #2"}));
        const auto values = run->metrics().values(run->now());
        QCOMPARE(values.attempts, 3);
        QCOMPARE(values.wastedAttempts, 2);
    }
    void aFailureThatComesFirst();
    void groupsDoNotWaitForEachOther()
    {
        const auto run = runOf(scenarioWith({{"source", R"({"kind":"interval","count":5,"every":"60ms"})"}, {"pattern", R"({"kind":"race","size":2})"}}));
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 cancelled 100ms by #1", "#3 succeeded 220ms", "#4 cancelled 220ms by #3", "#5 succeeded 340ms"}));
    }
    void whoHasNotArrivedIsCancelledAtThatInstant()
    {
        QCOMPARE(endsOf(*runOfList(R"({"name":"a"},{"name":"b","at":"1s"})", {{"pattern.kind", "race"}})), (QStringList{"#1 succeeded 100ms", "#2 cancelled 100ms by #1"}));
    }
    void whoHasNotArrivedIsCancelledByTheWinner()
    {
        QCOMPARE(endsOf(*runOfList(R"({"name":"a","latency":"300ms"},{"name":"b","at":"10ms","latency":"50ms"},{"name":"c","at":"200ms"})", {{"pattern.kind", "race"}})),
                 (QStringList{"#1 cancelled 60ms by #2", "#2 succeeded 60ms", "#3 cancelled 60ms by #2"}));
    }
    void whoStandsBehindOneThatWinsAtOnceIsCancelledByIt()
    {
        // The first failure opens the breaker; later it lets #3 pass as a probe and turns #4 away, which wins at once.
        const QString items = R"({"name":"a","latency":"10ms","fails":1},{"name":"b"},{"name":"c","at":"200ms"},{"name":"d","at":"200ms"},{"name":"e","at":"200ms"})";
        Scenario scenario = scenarioWith({{"source", QStringLiteral(R"({"kind":"list","items":[%1]})").arg(items)},
                                          {"pattern", R"({"kind":"race","size":2})"},
                                          {"policies", R"([{"kind":"circuit-breaker","failures":1,"openFor":"100ms"}])"}});
        scenario.edits = {{100ms, "pattern.size", 3}};
        QCOMPARE(endsOf(*runOf(scenario)),
                 (QStringList{"#1 failed 10ms", "#2 cancelled 10ms by #1", "#3 cancelled 200ms by #4", "#4 failed 200ms", "#5 cancelled 200ms by #4"}));
    }
    void anEditedSizeCountsForTheNextGroup()
    {
        Scenario scenario = scenarioWith({{"source", R"({"kind":"bursts","count":5,"size":3,"every":"1s"})"}, {"pattern", R"({"kind":"race","size":3})"}});
        scenario.edits = {{500ms, "pattern.size", 1}};
        QCOMPARE(endsOf(*runOf(scenario)), (QStringList{"#1 succeeded 100ms", "#2 cancelled 100ms by #1", "#3 cancelled 100ms by #1", "#4 succeeded 1.1s", "#5 succeeded 1.1s"}));
    }
};

void RaceTest::aFailureThatComesFirst()
{
    QCOMPARE(endsOf(*runOfList(R"({"name":"a"},{"name":"b","latency":"50ms","fails":1})", {{"pattern.kind", "race"}})),
             (QStringList{"#1 cancelled 50ms by #2", "#2 failed 50ms"}));
}

QTEST_GUILESS_MAIN(RaceTest)
#include "race_test.moc"
