// SPDX-License-Identifier: MIT
#include "engine/scout.h"

#include "app/engine/run_scenario.h"
#include "engine/instant_words.h"

using namespace playground;

namespace {

/// What the scout says before each instant of a run.
QStringList sayingsOf(const Scenario &scenario)
{
    QStringList sayings;
    Scout scout(scenario);
    RunSlicer run(scenario, 0);
    qint64 events = 0;
    for (;;) {
        const QString saying = instantWords(scout.next(events));
        if (saying.isEmpty())
            return sayings;
        sayings << saying;
        run.setGoal(RunGoal::step());
        events += run.advance(QDeadlineTimer(QDeadlineTimer::Forever), 1'000'000).trace.size();
    }
}

} // namespace

/// What comes next, in words.
class ScoutTest : public QObject {
    Q_OBJECT

private slots:
    void namesEachInstantOfTheDefaultScenario();
    void namesFailuresTimeoutsAndCancellations();
    void saysWhenTheRunHasNothingLeft();
    void keepsItsWordsUntilTheInstantIsOver();
};

void ScoutTest::namesEachInstantOfTheDefaultScenario()
{
    QCOMPARE(sayingsOf(defaultScenario()), (QStringList{"at 0 ms: 8 requests arrive, 3 start", "at 311 ms: #3 is answered, #4 starts", "at 373 ms: #2 is answered, #5 starts",
                                                        "at 824 ms: #1 is answered, #6 starts", "at 861 ms: #4 fails with 503", "at 1.137 s: #4 starts try 2",
                                                        "at 1.224 s: #5 is answered, #7 starts", "at 1.416 s: #6 is answered, #8 starts", "at 1.979 s: #7 is answered",
                                                        "at 1.993 s: #4 is answered", "at 2.151 s: #8 is answered"}));
}

void ScoutTest::namesFailuresTimeoutsAndCancellations()
{
    const Scenario scenario = runOfList(R"({"name":"a","latency":"50ms","fails":1,"error":"offline"},{"name":"b"},{"name":"c","at":"1s"})",
                                        {{"policies", R"([{"kind":"timeout","after":"80ms"}])"}})
                                  ->scenario();
    QCOMPARE(sayingsOf(scenario), (QStringList{"at 0 ms: 2 requests arrive, 2 start", "at 50 ms: #1 finds the server offline, 2 are cancelled"}));
    QCOMPARE(sayingsOf(with(scenario, {{"pattern.kind", "gather-safe"}})).at(2), "at 80 ms: #2 times out");
}

void ScoutTest::saysWhenTheRunHasNothingLeft()
{
    QCOMPARE(sayingsOf(scenarioWith({{"source.count", "0"}})), QStringList{"at 0 ms: nothing is left to run"});
}

void ScoutTest::keepsItsWordsUntilTheInstantIsOver()
{
    Scout scout(defaultScenario());
    QCOMPARE(instantWords(scout.next(0)), "at 0 ms: 8 requests arrive, 3 start");
    QCOMPARE(instantWords(scout.next(5)), "at 0 ms: 8 requests arrive, 3 start");
}

QTEST_GUILESS_MAIN(ScoutTest)
#include "scout_test.moc"
