// SPDX-License-Identifier: MIT
#include "engine/playback.h"

#include "app/engine/run_scenario.h"

#include <QSignalSpy>

#include <limits>

using namespace playground;
using namespace std::chrono_literals;
using Phase = PlaybackState::Phase;

namespace {

constexpr double maxSpeed = std::numeric_limits<double>::infinity();

/// Eight fetches that take 40 ms of virtual time each, three at a time: 120 ms in all.
Scenario shortRun()
{
    return scenarioWith({{"source.count", "8"}, {"pattern.kind", "parallel-map"}, {"pattern.limit", "3"}, {"backend.latency", "40ms"}});
}

} // namespace

/// Playing a run for people. However it is paced, cut into pieces, paused and edited, its trace is the one of a run without pieces.
/// The wall clock decides when things are shown, so these tests wait for states, and compare traces.
class PlaybackTest : public QObject {
    Q_OBJECT

private slots:
    void standsReadyAtZero();
    void pacedRunGivesTheTraceOfAWholeRun();
    void maxGivesTheTraceOfAWholeRun();
    void anInstantOfManyEventsComesInPieces();
    void aPauseCompletesTheInstantThatHasBegun();
    void toEndGivesTheTraceOfAWholeRun();
    void stepsFromInstantToInstant();
    void speedCanChangeWhileItRuns();
    void pauseKeepsThePresent();
    void editWhilePausedAppliesAtThePausedInstant();
    void editOnTheWorkerAppliesAtThePresent();
    void restartKeyStartsAgain();
    void editOfAnEndedRunStartsAgainAndRuns();
    void everyChangeOfAGestureThatRestartedStartsAgain();
    void largeRunPacesOnAWorker();
};

void PlaybackTest::standsReadyAtZero()
{
    Playback playback;
    QSignalSpy replaced(&playback, &Playback::runReplaced);
    playback.reset(shortRun());
    QCOMPARE(replaced.count(), 1);
    QCOMPARE(playback.state().phase, Phase::Ready);
    QCOMPARE(playback.run().trace().size(), 0);
}

void PlaybackTest::pacedRunGivesTheTraceOfAWholeRun()
{
    Playback playback;
    playback.setSpeed(2);
    playback.reset(shortRun());
    playback.start();
    QCOMPARE(playback.state().phase, Phase::Running);
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(playback.run().trace() == runOf(shortRun())->trace());
    QCOMPARE(playback.run().now(), 120'000'000);
}

void PlaybackTest::maxGivesTheTraceOfAWholeRun()
{
    const Scenario scenario = with(defaultScenario(), {{"source.count", "3000"}});
    Playback playback;
    playback.setSpeed(maxSpeed);
    playback.reset(scenario);
    playback.start();
    QTRY_COMPARE_WITH_TIMEOUT(playback.state().phase, Phase::Ended, 20000);
    QVERIFY(playback.run().trace() == runOf(scenario)->trace());
}

/// Everything of such a run happens in two instants, each of which is handed over in pieces.
void PlaybackTest::anInstantOfManyEventsComesInPieces()
{
    const Scenario scenario = scenarioWith({{"source.count", "20000"}, {"pattern.kind", "gather"}, {"backend.latency", "40ms"}});
    Playback playback;
    playback.reset(scenario);
    playback.toEnd();
    QTRY_VERIFY(playback.run().trace().size() > 0);
    playback.pause();
    playback.toEnd();
    QTRY_COMPARE_WITH_TIMEOUT(playback.state().phase, Phase::Ended, 20000);
    QVERIFY(playback.run().trace() == runOf(scenario)->trace());
}

void PlaybackTest::aPauseCompletesTheInstantThatHasBegun()
{
    const Scenario scenario = scenarioWith({{"source.count", "50000"}, {"pattern.kind", "gather"}, {"backend.latency", "40ms"}});
    Playback playback;
    playback.reset(scenario);
    qsizetype pausedAt = 0;
    connect(&playback, &Playback::advanced, this, [&] {
        if (pausedAt > 0 || playback.run().trace().size() == 0)
            return;
        pausedAt = playback.run().trace().size();
        playback.pause();
        QCOMPARE(playback.state().phase, Phase::Paused);
    });
    playback.start();
    QTRY_VERIFY(pausedAt > 0);
    // As a step does it.
    const qsizetype whole = runOf(scenario)->trace().countUpTo(0);
    QVERIFY(pausedAt < whole);
    QTRY_COMPARE_WITH_TIMEOUT(playback.run().trace().size(), whole, 20000);
    QCOMPARE(playback.run().now(), 0);
    QCOMPARE(playback.run().timeline().in().size(), size_t(50000));
    QCOMPARE(playback.state().phase, Phase::Paused);
    playback.toEnd();
    QTRY_COMPARE_WITH_TIMEOUT(playback.state().phase, Phase::Ended, 20000);
    QVERIFY(playback.run().trace() == runOf(scenario)->trace());
}

void PlaybackTest::toEndGivesTheTraceOfAWholeRun()
{
    Playback playback;
    playback.setSpeed(0.01);
    playback.reset(defaultScenario());
    playback.start();
    QTRY_VERIFY(playback.run().trace().size() > 0);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(playback.run().trace() == runOf(defaultScenario())->trace());
}

void PlaybackTest::stepsFromInstantToInstant()
{
    Playback playback;
    playback.reset(shortRun());
    std::vector<qint64> instants;
    for (int i = 0; i < 4; ++i) {
        QSignalSpy advanced(&playback, &Playback::advanced);
        playback.step();
        QTRY_VERIFY(!advanced.isEmpty());
        instants.push_back(playback.run().now());
    }
    QCOMPARE(instants, (std::vector<qint64>{0, 40'000'000, 80'000'000, 120'000'000}));
    QCOMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(playback.run().trace() == runOf(shortRun())->trace());
}

void PlaybackTest::speedCanChangeWhileItRuns()
{
    Playback playback;
    playback.setSpeed(0.1);
    playback.reset(defaultScenario());
    playback.start();
    QTRY_VERIFY(playback.run().now() > 0);
    playback.setSpeed(maxSpeed);
    playback.setSpeed(100);
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(playback.run().trace() == runOf(defaultScenario())->trace());
}

void PlaybackTest::pauseKeepsThePresent()
{
    Playback playback;
    playback.setSpeed(0.1);
    playback.reset(defaultScenario());
    playback.start();
    QTRY_VERIFY(playback.run().now() > 0);
    playback.pause();
    QCOMPARE(playback.state().phase, Phase::Paused);
    const qint64 now = playback.run().now();
    QTest::qWait(50);
    QCOMPARE(playback.run().now(), now);
    playback.setSpeed(100);
    playback.start();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(playback.run().trace() == runOf(defaultScenario())->trace());
}

void PlaybackTest::editWhilePausedAppliesAtThePausedInstant()
{
    Playback playback;
    playback.reset(shortRun());
    QSignalSpy advanced(&playback, &Playback::advanced);
    playback.step();
    QTRY_VERIFY(!advanced.isEmpty());
    QCOMPARE(playback.run().now(), 0);

    playback.change(with(shortRun(), {{"pattern.limit", "8"}}), 1);
    QTRY_COMPARE(playback.run().timeline().inFlight().back().value, 8); // All at once now, and still at t = 0.
    QCOMPARE(playback.run().now(), 0);
    QCOMPARE(playback.state().phase, Phase::Paused);
    QCOMPARE(playback.run().current().pattern.integer("limit"), 8);

    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QCOMPARE(playback.run().now(), 40'000'000);
    Scenario replayed = shortRun();
    replayed.edits = {{0ns, "pattern.limit", 8}};
    QVERIFY(playback.run().trace() == runOf(replayed)->trace());
}

void PlaybackTest::editOnTheWorkerAppliesAtThePresent()
{
    const Scenario scenario = with(shortRun(), {{"source.count", "200000"}, {"backend.latency", "1s"}, {"pattern.limit", "100"}});
    Playback playback;
    playback.setSpeed(maxSpeed);
    playback.reset(scenario);
    playback.start();
    QTRY_VERIFY_WITH_TIMEOUT(playback.run().now() >= 3'000'000'000, 20000);
    const qint64 now = playback.run().now();
    playback.change(with(scenario, {{"pattern.limit", "1000000"}}), 1);
    QTRY_COMPARE_WITH_TIMEOUT(playback.state().phase, Phase::Ended, 60000);
    QCOMPARE(playback.run().now(), now + 1'000'000'000);
    Scenario replayed = scenario;
    replayed.edits = {{std::chrono::nanoseconds(now), "pattern.limit", 1000000}};
    QVERIFY(playback.run().trace() == runOf(replayed)->trace());
}

void PlaybackTest::restartKeyStartsAgain()
{
    Playback playback;
    playback.setSpeed(0.1);
    playback.reset(defaultScenario());
    playback.start();
    QTRY_VERIFY(playback.run().now() > 0);
    QSignalSpy replaced(&playback, &Playback::runReplaced);
    playback.change(with(defaultScenario(), {{"source.count", "9"}}), 1);
    QCOMPARE(replaced.count(), 1);
    QCOMPARE(playback.state().phase, Phase::Running);
    QCOMPARE(requestCount(playback.run().scenario()), 9);
}

void PlaybackTest::editOfAnEndedRunStartsAgainAndRuns()
{
    Playback playback;
    playback.setSpeed(maxSpeed);
    playback.reset(shortRun());
    playback.start();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    playback.change(with(shortRun(), {{"pattern.limit", "8"}}), 1);
    QCOMPARE(playback.state().phase, Phase::Running);
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QCOMPARE(playback.run().now(), 40'000'000);
}

/// One drag of the limit from 3 over 5 to 8 on a finished run is a run with 8, and no edit.
void PlaybackTest::everyChangeOfAGestureThatRestartedStartsAgain()
{
    Playback playback;
    playback.reset(shortRun());
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    playback.setSpeed(0.1);
    playback.change(with(shortRun(), {{"pattern.limit", "5"}}), 7);
    QTRY_VERIFY(playback.run().now() > 0);
    playback.change(with(shortRun(), {{"pattern.limit", "8"}}), 7);
    QCOMPARE(playback.state().phase, Phase::Running);
    QCOMPARE(playback.run().trace().size(), 0);
    QVERIFY(playback.run().scenario() == with(shortRun(), {{"pattern.limit", "8"}}));

    // The next gesture edits the run that is under way.
    QTRY_VERIFY(playback.run().now() > 0);
    playback.change(with(shortRun(), {{"pattern.limit", "6"}}), 8);
    QVERIFY(playback.run().scenario() == with(shortRun(), {{"pattern.limit", "8"}}));
    QVERIFY(playback.run().current() == with(shortRun(), {{"pattern.limit", "6"}}));
}

void PlaybackTest::largeRunPacesOnAWorker()
{
    const Scenario scenario = with(shortRun(), {{"source.count", "20000"}, {"pattern.limit", "20000"}});
    Playback playback;
    playback.setSpeed(1);
    playback.reset(scenario);
    playback.start();
    QTRY_COMPARE_WITH_TIMEOUT(playback.state().phase, Phase::Ended, 20000);
    QVERIFY(playback.run().trace() == runOf(scenario)->trace());
}

QTEST_GUILESS_MAIN(PlaybackTest)
#include "playback_test.moc"
