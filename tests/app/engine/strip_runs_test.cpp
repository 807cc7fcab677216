// SPDX-License-Identifier: MIT
#include "engine/strip_runs.h"

#include "app/engine/run_scenario.h"
#include "model/strips.h"

using namespace playground;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace {

Scenario compared(const Settings &settings, const QString &compare)
{
    return with(scenarioWith(settings), {{"compare", compare}});
}

/// Eight fetches of 40 ms: A three at a time (120 ms), B one by one (320 ms), C all at once (40 ms).
Scenario three()
{
    return compared({{"source.count", "8"}, {"pattern.kind", "parallel-map"}, {"pattern.limit", "3"}, {"backend.latency", "40ms"}},
                    R"([{"name": "One by one", "set": {"pattern.kind": "sequential"}}, {"name": "All", "set": {"pattern.kind": "gather"}}])");
}

/// Works until all strips show that time.
void workTo(StripRuns &strips, nanoseconds time, bool worker = false)
{
    while (!strips.workTo(time, worker, 5ms)) {
    }
}

bool isWholeRun(const Run &run, const Scenario &scenario) { return run.ended() && run.trace() == runOf(scenario)->trace(); }

} // namespace

/// The runs beside the scenario's own: however they are worked on, each has the trace of a run of its strip alone.
class StripRunsTest : public QObject {
    Q_OBJECT

private slots:
    void nothingBesideAScenarioThatComparesNothing();
    void eachGivesTheTraceOfItsStripAlone_data();
    void eachGivesTheTraceOfItsStripAlone();
    void allShowTheSameInstantOrTheirEnd();
    void knowsTheNextInstantOfAll();
    void numbersChangeInTheRunThatIsUnderWay();
    void otherPatternsBeginAnewAndCatchUp();
    void aStripThatBeginsAnewHasTheEditsOfTheServer();
    void editsOfTheServerComeTooLateForAStripThatHasEnded();
    void stripsKeepTheirRunWhenOneBeforeThemGoes();
    void goesBackAndForth();
    void anEditInThePastLetsTheStripTakeAnotherCourse();
    void randomPiecesMakeNoDifference();
};

void StripRunsTest::nothingBesideAScenarioThatComparesNothing()
{
    StripRuns strips;
    strips.reset(Scenario());
    QVERIFY(strips.runs().empty());
    QVERIFY(strips.ended());
    QVERIFY(strips.workTo(1s, false, 5ms));
    QVERIFY(strips.findNext(false, 5ms));
    QVERIFY(!strips.next());
    QCOMPARE(strips.now(), 0ns);
}

void StripRunsTest::eachGivesTheTraceOfItsStripAlone_data()
{
    QTest::addColumn<bool>("worker");
    QTest::addColumn<QString>("count");
    QTest::newRow("here") << false << "8";
    QTest::newRow("on workers") << true << "8";
    QTest::newRow("large ones, always on workers") << false << "3000";
}

void StripRunsTest::eachGivesTheTraceOfItsStripAlone()
{
    QFETCH(bool, worker);
    QFETCH(QString, count);
    const Scenario scenario = with(three(), {{"source.count", count}});
    StripRuns strips;
    strips.reset(scenario);
    workTo(strips, nanoseconds::max(), worker);
    QVERIFY(strips.ended());
    for (size_t i = 0; i < 2; ++i)
        QVERIFY(isWholeRun(*strips.runs()[i], stripOf(scenario, qsizetype(i) + 1)));
    QCOMPARE(strips.runs()[1]->now(), 40'000'000);
    QCOMPARE(strips.now(), 40ms * count.toInt());
}

void StripRunsTest::allShowTheSameInstantOrTheirEnd()
{
    StripRuns strips;
    strips.reset(three());
    workTo(strips, 30ms);
    QCOMPARE(strips.runs()[0]->now(), 30'000'000);
    QCOMPARE(strips.runs()[1]->now(), 30'000'000);
    workTo(strips, 100ms);
    QCOMPARE(strips.runs()[0]->now(), 100'000'000);
    QCOMPARE(strips.runs()[1]->now(), 40'000'000);
    QVERIFY(strips.runs()[1]->ended());
    QVERIFY(!strips.ended());
    QVERIFY(strips.show(100ms));
    QVERIFY(!strips.show(101ms));
}

void StripRunsTest::knowsTheNextInstantOfAll()
{
    StripRuns strips;
    strips.reset(with(three(), {{"compare.1.set", R"({"pattern.kind": "gather", "policies": [{"kind": "timeout", "after": "15ms"}]})"}}));
    std::vector<nanoseconds> instants;
    while (strips.findNext(false, 5ms) && strips.next()) {
        instants.push_back(*strips.next());
        workTo(strips, instants.back());
    }
    QCOMPARE(instants, (std::vector<nanoseconds>{0ns, 15ms, 40ms, 80ms, 120ms, 160ms, 200ms, 240ms, 280ms, 320ms}));
    QVERIFY(strips.ended());
    QVERIFY(isWholeRun(*strips.runs()[0], stripOf(three(), 1)));
}

void StripRunsTest::numbersChangeInTheRunThatIsUnderWay()
{
    const Scenario scenario = with(three(), {{"compare.0.set", R"({"pattern.limit": 1})"}});
    StripRuns strips;
    strips.reset(scenario);
    workTo(strips, 50ms);
    const std::vector<const Run *> before = strips.runs();
    const Scenario edited = with(scenario, {{"compare.0.set", R"({"pattern.limit": 7})"}});
    QVERIFY(!strips.change(edited, scenario, 50ms));
    QCOMPARE(strips.runs(), before);
    QCOMPARE(before[0]->current().pattern.integer("limit"), 7);
    workTo(strips, nanoseconds::max());
    Scenario replayed = stripOf(scenario, 1);
    replayed.edits = {{50ms, "pattern.limit", 7}};
    QVERIFY(isWholeRun(*strips.runs()[0], replayed));
    QVERIFY(isWholeRun(*strips.runs()[1], stripOf(scenario, 2)));
}

void StripRunsTest::otherPatternsBeginAnewAndCatchUp()
{
    StripRuns strips;
    strips.reset(three());
    workTo(strips, 50ms);
    const Scenario edited = with(three(), {{"compare.0.set", R"({"pattern.kind": "batch", "pattern.size": 4})"}});
    QVERIFY(strips.change(edited, three(), 50ms));
    QVERIFY(!strips.show(50ms));
    workTo(strips, 50ms);
    QCOMPARE(strips.runs()[0]->now(), 50'000'000);
    QCOMPARE(strips.runs()[0]->timeline().inFlight().back().value, 4);
    workTo(strips, nanoseconds::max());
    QVERIFY(isWholeRun(*strips.runs()[0], stripOf(edited, 1)));
}

void StripRunsTest::aStripThatBeginsAnewHasTheEditsOfTheServer()
{
    StripRuns strips;
    strips.reset(three());
    workTo(strips, 50ms);
    const Scenario slower = with(three(), {{"backend.latency.value", "60ms"}});
    Scenario played = three();
    played.edits = {{50ms, "backend.latency.value", "60ms"}};
    QVERIFY(!strips.change(slower, played, 50ms));
    workTo(strips, 60ms);
    const Scenario batches = with(slower, {{"compare.0.set", R"({"pattern.kind": "batch", "pattern.size": 4})"}});
    QVERIFY(strips.change(batches, played, 60ms));
    workTo(strips, nanoseconds::max());
    Scenario replayed = stripOf(with(three(), {{"compare.0.set", R"({"pattern.kind": "batch", "pattern.size": 4})"}}), 1);
    replayed.edits = played.edits;
    QVERIFY(isWholeRun(*strips.runs()[0], replayed));
    QCOMPARE(strips.runs()[0]->now(), 80'000'000); // The second batch had begun at 40 ms, before the server became slower.
}

void StripRunsTest::editsOfTheServerComeTooLateForAStripThatHasEnded()
{
    StripRuns strips;
    strips.reset(three());
    workTo(strips, 50ms);
    const Scenario slower = with(three(), {{"backend.latency.value", "60ms"}});
    QVERIFY(!strips.change(slower, three(), 50ms));
    workTo(strips, nanoseconds::max());
    Scenario replayed = stripOf(three(), 1);
    replayed.edits = {{50ms, "backend.latency.value", "60ms"}};
    QVERIFY(isWholeRun(*strips.runs()[0], replayed));
    QVERIFY(isWholeRun(*strips.runs()[1], stripOf(three(), 2)));
    QCOMPARE(strips.runs()[1]->current().backend.latency.duration("value"), 60ms);
    // Another pattern is no matter of now for a strip that has ended: it begins anew.
    QVERIFY(strips.change(with(slower, {{"compare.1.set", R"({"pattern.limit": 4})"}}), three(), 400ms));
}

void StripRunsTest::stripsKeepTheirRunWhenOneBeforeThemGoes()
{
    StripRuns strips;
    strips.reset(three());
    workTo(strips, 50ms);
    const Run *all = strips.runs()[1];
    QVERIFY(strips.change(std::get<Scenario>(withoutStrip(three(), 1)), three(), 50ms));
    QCOMPARE(strips.runs(), (std::vector<const Run *>{all}));
    strips.forgetOld();
    QVERIFY(strips.show(50ms));
}

void StripRunsTest::goesBackAndForth()
{
    StripRuns strips;
    strips.reset(three());
    workTo(strips, 250ms);
    QVERIFY(strips.goBackTo(90ms));
    strips.forgetOld();
    StripRuns fresh;
    fresh.reset(three());
    workTo(fresh, 90ms);
    for (size_t i = 0; i < 2; ++i) {
        QCOMPARE(strips.runs()[i]->now(), fresh.runs()[i]->now());
        QVERIFY(strips.runs()[i]->trace() == fresh.runs()[i]->trace());
    }
    QVERIFY(!strips.goBackTo(90ms));
    QVERIFY(strips.goBackTo(0ns));
    workTo(strips, nanoseconds::max());
    QVERIFY(isWholeRun(*strips.runs()[0], stripOf(three(), 1)));
    QVERIFY(isWholeRun(*strips.runs()[1], stripOf(three(), 2)));
}

void StripRunsTest::anEditInThePastLetsTheStripTakeAnotherCourse()
{
    const Scenario scenario = with(three(), {{"compare.0.set", R"({"pattern.limit": 1})"}});
    StripRuns strips;
    strips.reset(scenario);
    workTo(strips, nanoseconds::max());
    QVERIFY(strips.goBackTo(50ms));
    QVERIFY(!strips.change(with(scenario, {{"compare.0.set", R"({"pattern.limit": 7})"}}), scenario, 50ms));
    workTo(strips, nanoseconds::max());
    Scenario replayed = stripOf(scenario, 1);
    replayed.edits = {{50ms, "pattern.limit", 7}};
    QVERIFY(isWholeRun(*strips.runs()[0], replayed));
    QVERIFY(isWholeRun(*strips.runs()[1], stripOf(scenario, 2)));
}

/// Advanced, looked ahead, gone back, moved between threads at random: the trace is that of a run in one piece.
void StripRunsTest::randomPiecesMakeNoDifference()
{
    const Scenario scenario = with(defaultScenario(), {{"compare", R"([{"set": {"pattern.limit": 2}}, {"set": {"pattern.kind": "batch", "pattern.size": 3}},
                                                                       {"set": {"policies": []}}])"}});
    std::vector<std::unique_ptr<Run>> whole;
    for (qsizetype strip = 1; strip < 4; ++strip)
        whole.push_back(runOf(stripOf(scenario, strip)));
    for (quint32 seed = 1; seed <= 60; ++seed) {
        QRandomGenerator random(seed);
        StripRuns strips;
        strips.reset(scenario);
        nanoseconds now{};
        for (int piece = 0; piece < 20; ++piece) {
            const bool worker = random.bounded(4) == 0;
            if (random.bounded(3) == 0)
                strips.findNext(worker, 1ms);
            now = std::max(0ns, now + std::chrono::milliseconds(random.bounded(-150, 400)));
            strips.goBackTo(now);
            strips.forgetOld();
            workTo(strips, now, worker);
        }
        workTo(strips, nanoseconds::max());
        for (size_t i = 0; i < whole.size(); ++i)
            QVERIFY2(strips.runs()[i]->trace() == whole[i]->trace(), qPrintable(QStringLiteral("seed %1, strip %2").arg(seed).arg(i + 1)));
    }
}

QTEST_GUILESS_MAIN(StripRunsTest)
#include "strip_runs_test.moc"
