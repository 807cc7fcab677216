// SPDX-License-Identifier: MIT
#include "app/engine/run_scenario.h"

using namespace playground;
using namespace std::chrono_literals;

namespace {

/// Items at these times, each 10 ms at the server; those that fail say so.
std::unique_ptr<Run> runAt(const QString &items, const QString &policies)
{
    return runOfList(items, {{"pattern.kind", "gather-safe"}, {"backend.latency", "10ms"}, {"policies", policies}});
}

QStringList states(const Run &run)
{
    QStringList steps;
    for (const LevelTrack &track : run.timeline().levels()) {
        for (const LevelTrack::At &step : track.steps)
            steps << QStringLiteral("%1 %2").arg(durationText(std::chrono::nanoseconds(step.t))).arg(step.value);
    }
    return steps;
}

const QString failing = R"({"name":"a","fails":"always"},{"name":"b","at":"20ms","fails":"always"},{"name":"c","at":"40ms"},)";

} // namespace

/// The policy circuit-breaker: when it opens, whom it turns away, how it closes.
class CircuitBreakerTest : public QObject {
    Q_OBJECT

private slots:
    void opensAfterFailuresInARowAndTurnsAway()
    {
        // The second failure, at 30 ms, opens it until 130 ms; #4 is the probe.
        const auto run = runAt(failing + R"({"name":"d","at":"130ms"})", R"([{"kind":"circuit-breaker","failures":2,"openFor":"100ms"}])");
        QCOMPARE(endsOf(*run), (QStringList{"#1 failed 10ms", "#2 failed 30ms", "#3 failed 40ms", "#4 succeeded 140ms"}));
        QCOMPARE(states(*run), (QStringList{"0ms 0", "30ms 2", "130ms 1", "140ms 0"}));
        const Metrics::Values values = run->metrics().values(run->now());
        QCOMPARE(values.rejected, 1);
        QCOMPARE(values.attempts, 3);
        QCOMPARE(values.failed, 3);
        QCOMPARE(run->trace().part(run->timeline().lanes()[2].causePart)->kind, partkind::breaker);
    }

    void isHalfOpenAtItsTimeAndNotOnlyWhenSomebodyComes()
    {
        const QString once = R"([{"kind":"circuit-breaker","failures":1,"openFor":"100ms"}])";
        const QString one = R"({"name":"a","fails":"always"})";
        const auto run = runAt(one + R"(,{"name":"b","at":"500ms"})", once);
        QCOMPARE(states(*run), (QStringList{"0ms 0", "10ms 2", "110ms 1", "510ms 0"}));
        // A run does not go on for its sake; but where time goes on it is told, in one piece and in many.
        QCOMPARE(states(*runAt(one, once)), (QStringList{"0ms 0", "10ms 2"}));
        const Scenario cut = scenarioWith({{"source", R"({"kind":"list","items":[{"name":"a","fails":1},{"name":"b","fails":"always","error":"hang"}]})"},
                                           {"pattern.kind", "gather-safe"}, {"backend.latency", "10ms"}, {"policies", once}, {"until", "1s"}});
        const auto whole = runOf(cut);
        QCOMPARE(states(*whole), (QStringList{"0ms 0", "10ms 2", "110ms 1"}));
        QCOMPARE(endOf(*whole), std::pair(EndReason::Until, qint64(1'000'000'000)));
        Runner runner(cut);
        Run pieces(cut);
        for (auto time = 0ms; !runner.ended(); time += 7ms) {
            runner.advanceTo(time);
            pieces.append(runner.takeBatch(), runner.now().count());
        }
        QVERIFY(pieces.trace() == whole->trace());
    }

    void aSuccessBreaksTheRow()
    {
        const auto run = runAt(R"({"name":"a","fails":1},{"name":"b","at":"20ms"},{"name":"c","at":"40ms","fails":1},{"name":"d","at":"60ms"})",
                               R"([{"kind":"circuit-breaker","failures":2}])");
        QCOMPARE(run->metrics().values(run->now()).rejected, 0);
    }

    void aFailingProbeOpensItAgain()
    {
        const auto run = runAt(failing + R"({"name":"d","at":"130ms","fails":"always"},{"name":"e","at":"135ms"},{"name":"f","at":"239ms"},{"name":"g","at":"240ms"})",
                               R"([{"kind":"circuit-breaker","failures":2,"openFor":"100ms"}])");
        // While the probe is under way others are turned away, too.
        QCOMPARE(endsOf(*run).mid(3), (QStringList{"#4 failed 140ms", "#5 failed 135ms", "#6 failed 239ms", "#7 succeeded 250ms"}));
        QCOMPARE(states(*run), (QStringList{"0ms 0", "30ms 2", "130ms 1", "140ms 2", "240ms 1", "250ms 0"}));
    }

    void allProbesMustSucceed()
    {
        const auto run = runAt(failing + R"({"name":"d","at":"130ms"},{"name":"e","at":"131ms"},{"name":"f","at":"132ms"})",
                               R"([{"kind":"circuit-breaker","failures":2,"openFor":"100ms","probes":2}])");
        QCOMPARE(endsOf(*run).mid(3), (QStringList{"#4 succeeded 140ms", "#5 succeeded 141ms", "#6 failed 132ms"}));
        QCOMPARE(states(*run).last(), "141ms 0");
    }

    void anOpenBreakerIsNeverRetried()
    {
        const auto run = runAt(R"({"name":"a","fails":"always"})",
                               R"([{"kind":"retry","attempts":5,"base":"10ms","jitter":"none"},{"kind":"circuit-breaker","failures":2}])");
        // Tries at 0 and 20 ms fail; the third, at 50 ms, meets the open breaker.
        QCOMPARE(endsOf(*run), QStringList{"#1 failed 50ms"});
        QCOMPARE(run->metrics().values(0).attempts, 2);
        QCOMPARE(run->metrics().values(0).rejected, 1);
    }

    void aTimeoutInsideCountsAndACancellationDoesNot()
    {
        const QString two = R"({"name":"a"},{"name":"b","at":"20ms"})";
        QCOMPARE(runAt(two, R"([{"kind":"circuit-breaker","failures":1},{"kind":"timeout","after":"5ms"}])")->metrics().values(0).rejected, 1);
        QCOMPARE(runAt(two, R"([{"kind":"timeout","after":"5ms"},{"kind":"circuit-breaker","failures":1}])")->metrics().values(0).rejected, 0);
    }
};

QTEST_GUILESS_MAIN(CircuitBreakerTest)
#include "circuit_breaker_test.moc"
