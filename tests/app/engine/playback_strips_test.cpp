// SPDX-License-Identifier: MIT
#include "engine/playback.h"

#include "app/engine/run_scenario.h"
#include "model/strips.h"

#include <QSignalSpy>

#include <limits>

using namespace playground;
using namespace std::chrono_literals;
using Phase = PlaybackState::Phase;

namespace {

constexpr qint64 ms = 1'000'000;

Scenario compared(const Settings &settings, const QString &compare) { return with(scenarioWith(settings), {{"compare", compare}}); }

/// A hundred fetches of 100 ms: A one by one, B ten at a time, C all at once.
Scenario hundred()
{
    return compared({{"source.count", "100"}, {"pattern.kind", "sequential"}, {"backend.latency", "100ms"}},
                    R"([{"set": {"pattern.kind": "parallel-map", "pattern.limit": 10}}, {"set": {"pattern.kind": "gather"}}])");
}

/// Eight fetches of 40 ms: A all at once (40 ms), B three at a time (120 ms).
Scenario shortA()
{
    return compared({{"source.count", "8"}, {"pattern.kind", "gather"}, {"backend.latency", "40ms"}},
                    R"([{"set": {"pattern.kind": "parallel-map", "pattern.limit": 3}}])");
}

bool isWholeRun(const Run &run, const Scenario &scenario) { return run.ended() && run.trace() == runOf(scenario)->trace(); }

void standAt(Playback &playback, qint64 time)
{
    playback.goTo(time);
    QTRY_VERIFY(playback.state().phase != Phase::Running && playback.state().now == time && playback.strips()[0]->now() == time);
}

} // namespace

/// Strips play beside the run: at the same instant, with the trace of a run of their own, to the end of the last one.
class PlaybackStripsTest : public QObject {
    Q_OBJECT

private slots:
    void oneByOneTenAtATimeAndAllAtOnce_data();
    void oneByOneTenAtATimeAndAllAtOnce();
    void goesOnUntilTheLastStripHasEnded();
    void stepsThroughTheInstantsOfAll();
    void anEditOfTheServerReachesEveryStripAtThatInstant();
    void anEditOfAStripLeavesTheOthersAlone();
    void aStripThatIsAddedCatchesUp();
    void aChangeOfAnEndedComparisonRunsThatStripAlone();
    void withoutTheLongestStripThePresentGoesBack();
    void rewindsAllStripsTogether();
    void stepsBackThroughTheInstantsOfAll();
};

void PlaybackStripsTest::oneByOneTenAtATimeAndAllAtOnce_data()
{
    QTest::addColumn<double>("speed");
    QTest::newRow("max") << std::numeric_limits<double>::infinity();
    QTest::newRow("paced") << 100.0;
}

void PlaybackStripsTest::oneByOneTenAtATimeAndAllAtOnce()
{
    QFETCH(double, speed);
    Playback playback;
    playback.setSpeed(speed);
    playback.reset(hundred());
    playback.start();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(isWholeRun(playback.run(), stripOf(hundred(), 0)));
    QVERIFY(isWholeRun(*playback.strips()[0], stripOf(hundred(), 1)));
    QVERIFY(isWholeRun(*playback.strips()[1], stripOf(hundred(), 2)));
    QCOMPARE(playback.run().now(), 10000 * ms);
    QCOMPARE(playback.strips()[0]->now(), 1000 * ms);
    QCOMPARE(playback.strips()[1]->now(), 100 * ms);
}

void PlaybackStripsTest::goesOnUntilTheLastStripHasEnded()
{
    for (const double speed : {2.0, std::numeric_limits<double>::infinity()}) {
        Playback playback;
        playback.setSpeed(speed);
        playback.reset(shortA());
        playback.start();
        QTRY_COMPARE(playback.state().phase, Phase::Ended);
        QCOMPARE(playback.state().now, 120 * ms);
        QVERIFY(isWholeRun(playback.run(), stripOf(shortA(), 0)));
        QVERIFY(isWholeRun(*playback.strips()[0], stripOf(shortA(), 1)));
        QCOMPARE(playback.run().metrics().values(playback.run().now()).virtualTime, 40 * ms);
    }
}

void PlaybackStripsTest::stepsThroughTheInstantsOfAll()
{
    const Scenario scenario = with(shortA(), {{"compare.0.set", R"({"policies": [{"kind": "timeout", "after": "15ms"}]})"}});
    Playback playback;
    playback.reset(scenario);
    std::vector<qint64> instants;
    for (int i = 0; i < 3; ++i) {
        QSignalSpy advanced(&playback, &Playback::advanced);
        playback.step();
        QTRY_VERIFY(!advanced.isEmpty() && playback.state().phase != Phase::Running);
        QTRY_VERIFY(instants.empty() || playback.state().now > instants.back());
        instants.push_back(playback.state().now);
    }
    QCOMPARE(instants, (std::vector<qint64>{0, 15 * ms, 40 * ms}));
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(isWholeRun(playback.run(), stripOf(scenario, 0)));
    QVERIFY(isWholeRun(*playback.strips()[0], stripOf(scenario, 1)));
}

void PlaybackStripsTest::anEditOfTheServerReachesEveryStripAtThatInstant()
{
    const Scenario scenario = with(shortA(), {{"pattern.kind", "parallel-map"}, {"pattern.limit", "2"}});
    Playback playback;
    playback.reset(scenario);
    standAt(playback, 50 * ms);
    playback.change(with(scenario, {{"backend.latency.value", "60ms"}}), 1);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    for (qsizetype strip = 0; strip < 2; ++strip) {
        Scenario replayed = stripOf(scenario, strip);
        replayed.edits = {{50ms, "backend.latency.value", "60ms"}};
        QVERIFY(isWholeRun(strip == 0 ? playback.run() : *playback.strips()[0], replayed));
    }
}

void PlaybackStripsTest::anEditOfAStripLeavesTheOthersAlone()
{
    Playback playback;
    playback.reset(shortA());
    standAt(playback, 50 * ms);
    const Run *before = &playback.run();
    playback.change(with(shortA(), {{"compare.0.set", R"({"pattern.kind": "parallel-map", "pattern.limit": 5})"}}), 1);
    QCOMPARE(&playback.run(), before);
    QTRY_COMPARE(playback.strips()[0]->timeline().inFlight().back().value, 5); // #1 to #3 ended at 40 ms.
    QCOMPARE(playback.state().now, 50 * ms);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    Scenario replayed = stripOf(shortA(), 1);
    replayed.edits = {{50ms, "pattern.limit", 5}};
    QVERIFY(isWholeRun(playback.run(), stripOf(shortA(), 0)));
    QVERIFY(isWholeRun(*playback.strips()[0], replayed));
}

void PlaybackStripsTest::aStripThatIsAddedCatchesUp()
{
    Playback playback;
    playback.reset(shortA());
    standAt(playback, 50 * ms);
    const Scenario more = withStripAdded(shortA(), with(shortA(), {{"pattern.kind", "sequential"}}), QString());
    playback.change(more, 1);
    QCOMPARE(playback.strips().size(), size_t(2));
    QTRY_COMPARE(playback.strips()[1]->now(), 50 * ms);
    QCOMPARE(playback.state().now, 50 * ms);
    QCOMPARE(playback.state().phase, Phase::Paused);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QCOMPARE(playback.state().now, 320 * ms);
    QVERIFY(isWholeRun(*playback.strips()[1], stripOf(more, 2)));
}

void PlaybackStripsTest::aChangeOfAnEndedComparisonRunsThatStripAlone()
{
    Playback playback;
    playback.reset(shortA());
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QSignalSpy replaced(&playback, &Playback::runReplaced);
    const Scenario slower = with(shortA(), {{"compare.0.set", R"({"pattern.kind": "sequential"})"}});
    playback.change(slower, 1);
    QTRY_VERIFY(playback.state().phase == Phase::Ended && playback.state().now == 320 * ms);
    QVERIFY(isWholeRun(*playback.strips()[0], stripOf(slower, 1)));
    QCOMPARE(replaced.count(), 0);
    // Words change nothing.
    playback.change(withStripName(slower, 1, QStringLiteral("Slow")), 2);
    QCOMPARE(stripName(playback.run().current(), 1), QStringLiteral("Slow"));
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QCOMPARE(playback.state().now, 320 * ms);
}

void PlaybackStripsTest::withoutTheLongestStripThePresentGoesBack()
{
    Playback playback;
    playback.reset(shortA());
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    Scenario alone = shortA();
    alone.compare = {};
    playback.change(alone, 1);
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QCOMPARE(playback.state().now, 40 * ms);
    QVERIFY(playback.strips().empty());
    QVERIFY(isWholeRun(playback.run(), alone));
}

void PlaybackStripsTest::rewindsAllStripsTogether()
{
    Playback playback;
    playback.reset(hundred());
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    playback.goTo(550 * ms);
    QTRY_COMPARE(playback.state().now, 550 * ms);
    Playback fresh;
    fresh.reset(hundred());
    fresh.goTo(550 * ms);
    QTRY_VERIFY(fresh.state().phase == Phase::Paused && fresh.state().now == 550 * ms && fresh.strips()[0]->now() == 550 * ms);
    for (size_t strip = 0; strip < 2; ++strip)
        QVERIFY(playback.strips()[strip]->trace() == fresh.strips()[strip]->trace());
    QVERIFY(playback.run().trace() == fresh.run().trace());
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(isWholeRun(*playback.strips()[0], stripOf(hundred(), 1)));
    QVERIFY(isWholeRun(*playback.strips()[1], stripOf(hundred(), 2)));
}

void PlaybackStripsTest::stepsBackThroughTheInstantsOfAll()
{
    Playback playback;
    playback.reset(shortA());
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    for (const qint64 instant : {80 * ms, 40 * ms, 0 * ms}) {
        playback.stepBack();
        QTRY_COMPARE(playback.state().now, instant);
        QCOMPARE(playback.strips()[0]->now(), instant);
    }
    playback.step();
    QTRY_COMPARE(playback.state().now, 40 * ms);
    playback.step();
    QTRY_COMPARE(playback.state().now, 80 * ms);
    QCOMPARE(playback.strips()[0]->now(), 80 * ms);
}

QTEST_GUILESS_MAIN(PlaybackStripsTest)
#include "playback_strips_test.moc"
