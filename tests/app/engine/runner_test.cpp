// SPDX-License-Identifier: MIT
#include "engine/runner.h"

#include "app/engine/run_scenario.h"

Q_DECLARE_METATYPE(playground::Scenario)

using namespace playground;
using namespace std::chrono_literals;

/// A run as a whole: the numbers that others rely on, and that pieces, edits and the end make no difference to them.
class RunnerTest : public QObject {
    Q_OBJECT

private slots:
    void defaultScenarioGivesTheDocumentedReport();
    void sameScenarioGivesTheSameTrace_data();
    void sameScenarioGivesTheSameTrace();
    void piecesMakeNoDifference_data();
    void piecesMakeNoDifference();
    void nothingHappensBeforeTheFirstAdvance();
    void knowsWhenSomethingHappensNext();
    void everyRequestSettlesOnce();
    void untilCutsTheRun();
    void whatIsDueAtUntilStillHappens();
    void editsApplyBehindWhatElseIsDue();
    void anEditWakesARunThatHasNothingElseToDo();
    void anEditIsRecordedWithItsValues();
    void anEditOfTheSameValueIsNone();
    void liveEditIsTheSameAsOneOfTheScenario();
    void canBeDroppedAtAnyTime();
};

namespace {

void addScenarios()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::newRow("default") << defaultScenario();
    for (const char *pattern : {"sequential", "gather", "gather-safe", "parallel-map"}) {
        QTest::newRow(pattern) << with(defaultScenario(), {{"pattern", QStringLiteral("{\"kind\":\"%1\"}").arg(QLatin1String(pattern))},
                                                           {"source.count", "60"},
                                                           {"policies", R"([{"kind":"timeout","after":"1s"},{"kind":"retry","attempts":2}])"}});
    }
    QTest::newRow("edited") << with(defaultScenario(), {{"edits", R"([{"at":"100ms","set":{"pattern.limit":1}},{"at":"1s","set":{"pattern.limit":8}}])"}});
}

} // namespace

void RunnerTest::defaultScenarioGivesTheDocumentedReport()
{
    const Scenario scenario = defaultScenario();
    const QByteArray expected = R"({
  "scenario": "eight-fetches",
  "seed": 7,
  "pattern": "parallel-map",
  "virtualTimeMs": 2151.284,
  "requests": 8,
  "succeeded": 8,
  "failed": 0,
  "timedOut": 0,
  "cancelled": 0,
  "dropped": 0,
  "pending": 0,
  "defaulted": 0,
  "attempts": 9,
  "wastedAttempts": 1,
  "wastedMs": 550.14,
  "refused": 0,
  "rejected": 0,
  "maxInFlight": 3,
  "throughputPerSecond": 3.719,
  "latencyMs": {"min": 311.058, "mean": 1283.876, "p50": 1223.882, "p95": 2151.284, "p99": 2151.284, "max": 2151.284},
  "waitMs": {"mean": 518.476, "max": 1415.617},
  "challenge": null
}
)";
    QCOMPARE(reportJson(scenario, valuesOf(scenario)), expected);
}

void RunnerTest::sameScenarioGivesTheSameTrace_data() { addScenarios(); }

void RunnerTest::sameScenarioGivesTheSameTrace()
{
    QFETCH(Scenario, scenario);
    QVERIFY(runOf(scenario)->trace() == runOf(scenario)->trace());
}

void RunnerTest::piecesMakeNoDifference_data() { addScenarios(); }

void RunnerTest::piecesMakeNoDifference()
{
    QFETCH(Scenario, scenario);
    Runner runner(scenario);
    Run run(scenario);
    for (std::chrono::nanoseconds time = 0ns; !runner.ended(); time += 16'700'001ns) {
        runner.advanceTo(time);
        run.append(runner.takeBatch(), runner.now().count());
    }
    QVERIFY(run.trace() == runOf(scenario)->trace());
}

void RunnerTest::nothingHappensBeforeTheFirstAdvance()
{
    Runner runner(defaultScenario());
    QCOMPARE(runner.eventCount(), 0);
    QCOMPARE(runner.next(), std::optional(0ns));
    QVERIFY(!runner.ended());
}

void RunnerTest::knowsWhenSomethingHappensNext()
{
    Runner runner(scenarioWith({{"source.count", "1"}}));
    runner.advanceTo(0ns);
    QCOMPARE(runner.next(), std::optional<std::chrono::nanoseconds>(100ms));
    runner.advanceTo(99ms);
    QCOMPARE(runner.now(), 99ms);
    QCOMPARE(runner.next(), std::optional<std::chrono::nanoseconds>(100ms));
    runner.advanceTo(1s);
    QCOMPARE(runner.next(), std::nullopt);
    QCOMPARE(runner.now(), 100ms); // The end of the run, and not the time that was asked for.
}

void RunnerTest::everyRequestSettlesOnce()
{
    for (const char *pattern : {"sequential", "gather", "gather-safe", "parallel-map"}) {
        const auto run = runOf(scenarioWith({{"source.count", "50"}, {"pattern.kind", pattern}, {"backend.latency", R"({"kind":"uniform"})"},
                                             {"backend.failure", R"({"kind":"probability","p":0.05})"}}));
        QList<int> settled(50);
        for (const Record &record : run->trace().records()) {
            if (record.kind == EventKind::Settle)
                ++settled[qsizetype(record.request) - 1];
        }
        QCOMPARE(settled, QList<int>(50, 1));
    }
}

void RunnerTest::untilCutsTheRun()
{
    const auto run = runOf(scenarioWith({{"source.count", "4"}, {"pattern.kind", "sequential"}, {"until", "250ms"}}));
    QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 succeeded 200ms", "#3 pending", "#4 pending"}));
    QCOMPARE(endOf(*run), std::pair(EndReason::Until, qint64(250'000'000)));
    QCOMPARE(run->metrics().values(run->now()).virtualTime, 250'000'000);
}

void RunnerTest::whatIsDueAtUntilStillHappens()
{
    const auto run = runOf(scenarioWith({{"source.count", "2"}, {"pattern.kind", "sequential"}, {"until", "100ms"}}));
    QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 pending"}));
    QCOMPARE(lifeOf(*run, 2).last(), "try 1 100ms- running 0");
}

void RunnerTest::editsApplyBehindWhatElseIsDue()
{
    // At 100 ms the first two end and the next two begin; then the limit is three, so that one more begins.
    Scenario scenario = scenarioWith({{"source.count", "6"}, {"pattern.kind", "parallel-map"}, {"pattern.limit", "2"}});
    scenario.edits = {{100ms, "pattern.limit", 3}};
    const auto run = runOf(scenario);
    QList<EventKind> atHundred;
    for (const Record &record : run->trace().records()) {
        if (record.t == 100'000'000 && (record.kind == EventKind::Attempt || record.kind == EventKind::Edit))
            atHundred << record.kind;
    }
    QCOMPARE(atHundred, (QList<EventKind>{EventKind::Attempt, EventKind::Attempt, EventKind::Edit, EventKind::Attempt}));
}

void RunnerTest::anEditWakesARunThatHasNothingElseToDo()
{
    Scenario scenario = scenarioWith({{"source", R"({"kind":"list","items":[{"name":"a","fails":1,"error":"hang"},{"name":"b"}]})"},
                                      {"pattern.kind", "parallel-map"}, {"pattern.limit", "1"}});
    scenario.edits = {{5s, "pattern.limit", 2}};
    const auto run = runOf(scenario);
    QCOMPARE(endsOf(*run), (QStringList{"#1 pending", "#2 succeeded 5.1s"}));
    QCOMPARE(endOf(*run), std::pair(EndReason::Idle, qint64(5'100'000'000)));
}

void RunnerTest::anEditIsRecordedWithItsValues()
{
    Scenario scenario = scenarioWith({{"source.count", "1"}});
    scenario.edits = {{10ms, "backend.latency.value", "50ms"}};
    const auto run = runOf(scenario);
    for (const Record &record : run->trace().records()) {
        if (record.kind == EventKind::Edit) {
            QCOMPARE(record.t, 10'000'000);
            QCOMPARE(run->trace().edit(record), (EditText{"backend.latency.value", "100ms", "50ms"}));
            return;
        }
    }
    QFAIL("no edit was recorded");
}

void RunnerTest::anEditOfTheSameValueIsNone()
{
    Scenario scenario = scenarioWith({{"source.count", "1"}});
    const Trace without = runOf(scenario)->trace();
    scenario.edits = {{10ms, "backend.latency.value", "100ms"}};
    QVERIFY(runOf(scenario)->trace() == without);
}

void RunnerTest::liveEditIsTheSameAsOneOfTheScenario()
{
    Runner runner(defaultScenario());
    runner.advanceTo(500ms);
    runner.edit("pattern.limit", 6);
    runner.runToEnd();
    QCOMPARE(runner.current().pattern.integer("limit"), 6);
    Scenario scenario = defaultScenario();
    scenario.edits = {{500ms, "pattern.limit", 6}};
    QVERIFY(runner.takeBatch() == runOf(scenario)->trace());
}

void RunnerTest::canBeDroppedAtAnyTime()
{
    for (const auto time : {-1ms, 0ms, 400ms, 900ms, 5000ms}) {
        Runner runner(with(defaultScenario(), {{"pattern.kind", "sequential"}}));
        runner.advanceTo(time);
    }
    Runner never(defaultScenario());
}

QTEST_GUILESS_MAIN(RunnerTest)
#include "runner_test.moc"
