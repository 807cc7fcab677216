// SPDX-License-Identifier: MIT
#include "app/engine/run_scenario.h"

using namespace playground;
using namespace std::chrono_literals;

namespace {

std::unique_ptr<Run> runMapped(const QString &items, const QString &limit, const QString &onError = "stop")
{
    return runOfList(items, {{"pattern.kind", "parallel-map"}, {"pattern.limit", limit}, {"pattern.onError", onError}});
}

/// Twelve fetches of 100 ms, two at a time, with these edits of the limit.
std::unique_ptr<Run> runEdited(std::vector<Edit> edits)
{
    Scenario scenario = scenarioWith({{"source.count", "12"}, {"pattern.kind", "parallel-map"}, {"pattern.limit", "2"}});
    scenario.edits = std::move(edits);
    return runOf(scenario);
}

} // namespace

/// parallel-map: at most so many at a time, in order of arrival.
class ParallelMapTest : public QObject {
    Q_OBJECT

private slots:
    void runsSoManyAtATime();
    void waitsForASlotAndSaysWhoFreedIt();
    void firstFailureStopsTheRest();
    void collectGoesOn();
    void arrivesWhetherThereIsASlotOrNot();
    void backOffKeepsTheSlot();
    void aHigherLimitWakesWaitersAtOnce();
    void aLowerLimitTakesNothingAway();
    void anEditedLimitIsReported();
    void emptyRunEndsAtZero();
};

void ParallelMapTest::runsSoManyAtATime()
{
    const Metrics::Values values = valuesOf(scenarioWith({{"source.count", "100"}, {"pattern.kind", "parallel-map"}}));
    QCOMPARE(values.virtualTime, 1'000'000'000);
    QCOMPARE(values.maxInFlight, 10);
}

void ParallelMapTest::waitsForASlotAndSaysWhoFreedIt()
{
    const auto run = runMapped(R"({"name":"a","latency":"300ms"},{"name":"b"},{"name":"c"},{"name":"d"})", "2");
    QCOMPARE(lifeOf(*run, 3), (QStringList{"slot 0ms-100ms", "try 1 100ms-200ms succeeded 200"}));
    QCOMPARE(lifeOf(*run, 4), (QStringList{"slot 0ms-200ms", "try 1 200ms-300ms succeeded 200"}));
    const auto spans = run->timeline().spansOf(run->timeline().lanes()[3]);
    QCOMPARE(spans.begin()->from, 3u);
    QCOMPARE(spans.begin()->ahead, 1u);
}

void ParallelMapTest::firstFailureStopsTheRest()
{
    const auto run = runMapped(R"({"name":"a"},{"name":"b","latency":"50ms","fails":1},{"name":"c"},{"name":"d","at":"1s"})", "2");
    QCOMPARE(endsOf(*run), (QStringList{"#1 cancelled 50ms by #2", "#2 failed 50ms", "#3 cancelled 50ms by #2", "#4 cancelled 50ms by #2"}));
    QCOMPARE(lifeOf(*run, 3), QStringList{"slot 0ms-50ms"});
    QCOMPARE(endOf(*run), std::pair(EndReason::Done, qint64(50'000'000)));
    QCOMPARE(run->timeline().held().back().value, 0);
    QCOMPARE(run->timeline().queued().back().value, 0);
}

void ParallelMapTest::collectGoesOn()
{
    const auto run = runMapped(R"({"name":"a","fails":1},{"name":"b"},{"name":"c","fails":1})", "1", "collect");
    QCOMPARE(endsOf(*run), (QStringList{"#1 failed 100ms", "#2 succeeded 200ms", "#3 failed 300ms"}));
}

void ParallelMapTest::arrivesWhetherThereIsASlotOrNot()
{
    const auto run = runMapped(R"({"name":"a","latency":"300ms"},{"name":"b","at":"10ms"},{"name":"c","at":"20ms"})", "1");
    QCOMPARE(run->timeline().in()[2].t, 20'000'000);
    QCOMPARE(lifeOf(*run, 3), (QStringList{"slot 20ms-400ms", "try 1 400ms-500ms succeeded 200"}));
}

void ParallelMapTest::backOffKeepsTheSlot()
{
    const auto run = runOfList(R"({"name":"a","fails":1},{"name":"b"})",
                               {{"pattern.kind", "parallel-map"}, {"pattern.limit", "1"}, {"policies", R"([{"kind":"retry","base":"50ms","jitter":"none"}])"}});
    QCOMPARE(lifeOf(*run, 2), (QStringList{"slot 0ms-250ms", "try 1 250ms-350ms succeeded 200"}));
}

void ParallelMapTest::aHigherLimitWakesWaitersAtOnce()
{
    const auto run = runEdited({{30ms, "pattern.limit", 5}});
    QCOMPARE(Timeline::valueAt(run->timeline().inFlight(), 29'999'999), 2);
    QCOMPARE(Timeline::valueAt(run->timeline().inFlight(), 30'000'000), 5);
    QCOMPARE(lifeOf(*run, 3), (QStringList{"slot 0ms-30ms", "try 1 30ms-130ms succeeded 200"}));
}

void ParallelMapTest::aLowerLimitTakesNothingAway()
{
    const auto run = runEdited({{0ms, "pattern.limit", 6}, {30ms, "pattern.limit", 1}});
    QCOMPARE(Timeline::valueAt(run->timeline().inFlight(), 30'000'000), 6); // All of them end in their time …
    QCOMPARE(Timeline::valueAt(run->timeline().inFlight(), 100'000'000), 1); // … and then it is one.
    QCOMPARE(run->now(), 700'000'000);
}

void ParallelMapTest::anEditedLimitIsReported()
{
    const auto run = runEdited({{30ms, "pattern.limit", 5}});
    QList<QPair<qint64, double>> levels;
    for (const Record &record : run->trace().records()) {
        if (record.kind == EventKind::Level)
            levels.append({record.t, run->trace().level(record).value});
    }
    QCOMPARE(levels, (QList<QPair<qint64, double>>{{30'000'000, 5.0}}));
}

void ParallelMapTest::emptyRunEndsAtZero()
{
    QCOMPARE(endOf(*runOf(scenarioWith({{"source.count", "0"}, {"pattern.kind", "parallel-map"}}))), std::pair(EndReason::Done, qint64(0)));
}

QTEST_GUILESS_MAIN(ParallelMapTest)
#include "parallel_map_test.moc"
