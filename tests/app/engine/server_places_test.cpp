// SPDX-License-Identifier: MIT
#include "engine/server_places.h"

#include "app/engine/run_scenario.h"

using namespace playground;
using namespace std::chrono_literals;

namespace {

/// Items that go to a server with these settings, all under gather-safe.
std::unique_ptr<Run> runAt(const QString &items, const Settings &settings)
{
    return runOfList(items, Settings{{"pattern.kind", "gather-safe"}} + settings);
}

std::unique_ptr<Run> runCount(int count, const Settings &settings)
{
    return runOf(scenarioWith(Settings{{"source.count", QString::number(count)}, {"pattern.kind", "gather-safe"}} + settings));
}

QStringList levels(const Run &run, const QString &name)
{
    QStringList steps;
    for (const LevelTrack &track : run.timeline().levels()) {
        for (const LevelTrack::At &step : track.steps) {
            if (track.name == name)
                steps << QStringLiteral("%1 %2/%3").arg(durationText(std::chrono::nanoseconds(step.t))).arg(step.value).arg(step.limit ? int(*step.limit) : -1);
        }
    }
    return steps;
}

} // namespace

/// A server with limits, as whole runs meet it: capacity, line, refusals, rate, slowdown, and work that goes on.
class ServerPlacesTest : public QObject {
    Q_OBJECT

private slots:
    void worksOnSoManyAtOnceAndLetsTheOthersWaitInLine()
    {
        const auto run = runCount(3, {{"backend.capacity", "1"}});
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 succeeded 200ms", "#3 succeeded 300ms"}));
        QCOMPARE(lifeOf(*run, 3), (QStringList{"try 1 0ms-300ms succeeded 200", "server 0ms-200ms"}));
        QCOMPARE(run->metrics().values(0).maxInFlight, 3); // As the client sees it.
        QCOMPARE(run->metrics().values(0).wait->max, 0);   // A wait at the server is none of the client's.
        QCOMPARE(levels(*run, "service"), (QStringList{"0ms 0/1", "0ms 1/1", "300ms 0/1"}));
        QCOMPARE(levels(*run, "queue"), (QStringList{"0ms 0/-1", "0ms 1/-1", "0ms 2/-1", "100ms 1/-1", "200ms 0/-1"}));
    }

    void refusesWhenTheLineIsFull()
    {
        const auto run = runCount(3, {{"backend.capacity", "1"}, {"backend.queue", "1"}});
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 succeeded 200ms", "#3 failed 20ms"}));
        QCOMPARE(lifeOf(*run, 3), QStringList{"try 1 0ms-20ms failed 503"});
        QCOMPARE(run->metrics().values(0).refused, 1);
        const auto none = runCount(2, {{"backend.capacity", "1"}, {"backend.whenFull", "refuse"}, {"backend.refuseAfter", "5ms"}});
        QCOMPARE(endsOf(*none), (QStringList{"#1 succeeded 100ms", "#2 failed 5ms"}));
    }

    void aPlaceThatEndsAtAnInstantIsFreeForWhoComesThen()
    {
        const auto run = runAt(R"({"name":"a"},{"name":"b","at":"100ms"})", {{"backend.capacity", "1"}, {"backend.whenFull", "refuse"}});
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 succeeded 200ms"}));
        QCOMPARE(lifeOf(*run, 2), QStringList{"try 1 100ms-200ms succeeded 200"});
    }

    void refusesBeyondItsRateAndSaysWhenToComeBack()
    {
        // One in 100 ms. #2 is refused at 20 ms and told to come back in 80 ms, when there is a token.
        const auto run = runCount(2, {{"backend.latency", "10ms"}, {"backend.rate", "10"}, {"policies", R"([{"kind":"retry","base":"1ms","jitter":"none"}])"}});
        QCOMPARE(lifeOf(*run, 2), (QStringList{"try 1 0ms-20ms failed 429", "backoff 20ms-100ms", "try 2 100ms-110ms succeeded 200"}));
        const auto deaf = runCount(2, {{"backend.latency", "10ms"}, {"backend.rate", "10"}, {"policies", R"([{"kind":"retry","base":"1ms","jitter":"none","retryAfter":false,"attempts":2}])"}});
        QCOMPARE(endsOf(*deaf)[1], "#2 failed 41ms");
        const auto silent = runCount(2, {{"backend.latency", "10ms"}, {"backend.rate", "10"}, {"backend.retryAfter", "false"}, {"policies", R"([{"kind":"retry","base":"1ms","jitter":"none","attempts":2}])"}});
        QCOMPARE(endsOf(*silent)[1], "#2 failed 41ms");
        QCOMPARE(endsOf(*runCount(3, {{"backend.rate", "10"}, {"backend.burst", "2"}})), (QStringList{"#1 succeeded 100ms", "#2 succeeded 100ms", "#3 failed 20ms"}));
    }

    void getsSlowerWithOthersInService()
    {
        // #2 starts beside one other: 100 ms × 1.5. #3 comes when #1 has just ended: again one other.
        const auto run = runAt(R"({"name":"a"},{"name":"b","at":"50ms"},{"name":"c","at":"100ms"})", {{"backend.slowdown", "0.5"}});
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 succeeded 200ms", "#3 succeeded 250ms"}));
        QCOMPARE(endsOf(*runCount(1, {{"backend.perItem", "7ms"}})), QStringList{"#1 succeeded 107ms"});
    }

    void takesTimeForEachMemberOfACall()
    {
        // Two calls, of three members and of one; each try of a call takes the time of all its members.
        const Settings batches{{"pattern", R"({"kind":"batcher","size":3,"delay":"10ms"})"}, {"backend.perItem", "7ms"}};
        QCOMPARE(endsOf(*runOf(scenarioWith(batches + Settings{{"source.count", "4"}}))),
                 (QStringList{"#1 succeeded 121ms", "#2 succeeded 121ms", "#3 succeeded 121ms", "#4 succeeded 117ms"}));
        const auto run = runOfList(R"({"name":"a","fails":1},{"name":"b"})", batches + Settings{{"policies", R"([{"kind":"retry","base":"20ms","jitter":"none"}])"}});
        QCOMPARE(lifeOf(*run, 1).mid(1), (QStringList{"try 1 10ms-124ms failed 503", "backoff 124ms-144ms", "try 2 144ms-258ms succeeded 200"}));
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 258ms", "#2 succeeded 258ms"}));
    }

    void workThatIsGivenUpStopsOrKeepsItsPlace()
    {
        const QString two = R"({"name":"a"},{"name":"b","at":"40ms","latency":"10ms"})";
        const Settings server{{"backend.capacity", "1"}, {"policies", R"([{"kind":"timeout","after":"30ms"}])"}};
        // #1 is given up at 30 ms.
        QCOMPARE(endsOf(*runAt(two, server)), (QStringList{"#1 timed out 30ms", "#2 succeeded 50ms"}));
        const auto run = runAt(two, server + Settings{{"backend.onCancel", "finish"}});
        QCOMPARE(endsOf(*run), (QStringList{"#1 timed out 30ms", "#2 timed out 70ms"})); // Its place is busy until 100 ms.
        QCOMPARE(run->timeline().spans()[0].outcome, AttemptOutcome::Abandoned);
        QCOMPARE(run->metrics().values(0).wastedAttempts, 2);
    }

    void whoGivesUpInLineLeavesIt()
    {
        // #2 gives up at 150 ms, in line; #3 gets the place at 200 ms.
        const auto run = runAt(R"({"name":"a","latency":"200ms"},{"name":"b","at":"1ms"},{"name":"c","at":"120ms","latency":"20ms"})",
                               {{"backend.capacity", "1"}, {"policies", R"([{"kind":"hedge","after":"1h"},{"kind":"timeout","after":"210ms"}])"}});
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 200ms", "#2 timed out 211ms", "#3 succeeded 231ms"}));
    }

    void editsOfTheLimitsHoldFromNow()
    {
        Scenario scenario = runCount(3, {{"backend.capacity", "1"}})->scenario();
        scenario.edits = {{50ms, "backend.capacity", 2}};
        QCOMPARE(endsOf(*runOf(scenario)), (QStringList{"#1 succeeded 100ms", "#2 succeeded 150ms", "#3 succeeded 200ms"}));
        scenario.edits = {{50ms, "backend.capacity", QJsonValue::Null}};
        QCOMPARE(endsOf(*runOf(scenario)), (QStringList{"#1 succeeded 100ms", "#2 succeeded 150ms", "#3 succeeded 150ms"}));
        // A limit that comes while two are in service takes no place away.
        scenario = runAt(R"({"name":"a"},{"name":"b"},{"name":"c","at":"60ms"})", {})->scenario();
        scenario.edits = {{50ms, "backend.capacity", 1}};
        QCOMPARE(endsOf(*runOf(scenario)), (QStringList{"#1 succeeded 100ms", "#2 succeeded 100ms", "#3 succeeded 200ms"}));
        scenario.edits = {{50ms, "backend.rate", 1}};
        QCOMPARE(endsOf(*runOf(scenario))[2], "#3 succeeded 160ms");
    }
};

QTEST_GUILESS_MAIN(ServerPlacesTest)
#include "server_places_test.moc"
