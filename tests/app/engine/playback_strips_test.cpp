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

/// Twelve fetches at once of 400 ms: A three at a time (1.6 s), B two (2.4 s).
Scenario ab()
{
    return compared({{"source.count", "12"}, {"pattern.kind", "parallel-map"}, {"pattern.limit", "3"}, {"backend.latency", "400ms"}},
                    R"([{"name": "Bee", "set": {"pattern.limit": 2}}])");
}

Scenario withLatency(const Scenario &scenario, const char *latency) { return with(scenario, {{"backend.latency.value", QString::fromLatin1(latency)}}); }

Scenario withLimits(const Scenario &scenario, int a, int b)
{
    return with(scenario, {{"pattern.limit", QString::number(a)}, {"compare.0.set", QStringLiteral(R"({"pattern.limit": %1})").arg(b)}});
}

/// A strip with these edits.
Scenario played(const Scenario &scenario, qsizetype strip, const std::vector<Edit> &edits)
{
    Scenario alone = stripOf(scenario, strip);
    alone.edits = edits;
    return alone;
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
    void aBranchCutsTheEditsOfEveryStrip();
    void anEditOfAStripInThePastIsABranch();
    void aDragOfAStripInThePastMakesOneEdit();
    void theFormShowsWhatAStripWasAtEachInstant();
    void undoOfABranchBringsEveryStripBackWhole();
    void anEditBehindTheEndOfTheRunReachesAStripThatBeginsLater();
    void beforeTheFirstInstantAnEditOfAStripStartsAgain();
    void editsOfTheScenarioComeAgainWithEachRun();
    void namesTheNextInstantOfAnyStrip();
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

void PlaybackStripsTest::aBranchCutsTheEditsOfEveryStrip()
{
    Playback playback;
    playback.reset(ab());
    standAt(playback, 400 * ms);
    playback.change(withLatency(ab(), "100ms"), 1);
    standAt(playback, 50 * ms);
    playback.change(withLatency(ab(), "300ms"), 2);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    const std::vector<Edit> edits{{50ms, "backend.latency.value", "300ms"}};
    QVERIFY(isWholeRun(playback.run(), played(ab(), 0, edits)));
    QVERIFY(isWholeRun(*playback.strips()[0], played(ab(), 1, edits)));
    QCOMPARE(playback.strips()[0]->current().backend.latency.duration("value"), 300ms);
}

void PlaybackStripsTest::anEditOfAStripInThePastIsABranch()
{
    Playback playback;
    std::vector<const Run *> before;
    connect(&playback, &Playback::ghostsBesideChanged, this, [&](const std::vector<const Run *> &runs, const std::vector<const Run *> &) { before = runs; });
    playback.reset(ab());
    standAt(playback, 400 * ms);
    playback.change(withLimits(ab(), 3, 6), 1);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    standAt(playback, 50 * ms);
    playback.change(withLimits(ab(), 3, 1), 2);
    QTRY_VERIFY(!playback.state().rewound);
    QCOMPARE(before.size(), size_t(1));
    QVERIFY(before[0] && isWholeRun(*before[0], played(ab(), 1, {{400ms, "pattern.limit", 6}})));
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(isWholeRun(playback.run(), played(ab(), 0, {})));
    QVERIFY(isWholeRun(*playback.strips()[0], played(ab(), 1, {{50ms, "pattern.limit", 1}})));
    QCOMPARE(playback.strips()[0]->current().pattern.integer("limit"), 1);
}

void PlaybackStripsTest::aDragOfAStripInThePastMakesOneEdit()
{
    Playback playback;
    playback.reset(ab());
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    standAt(playback, 50 * ms);
    QSignalSpy shown(&playback, &Playback::scenarioShown);
    std::vector<const Run *> ahead;
    connect(&playback, &Playback::ghostsBesideChanged, this, [&](const std::vector<const Run *> &, const std::vector<const Run *> &runs) { ahead = runs; });
    for (const int limit : {3, 4, 5}) {
        playback.change(withLimits(ab(), 3, limit), 1);
        QTRY_VERIFY(playback.state().phase == Phase::Paused && playback.strips()[0]->timeline().flags().size() == 1);
    }
    QVERIFY(shown.isEmpty()); // The hand has the form.
    QTRY_VERIFY(ahead.size() == 1 && ahead[0] && ahead[0]->ended());
    QVERIFY(ahead[0]->trace() == runOf(played(ab(), 1, {{50ms, "pattern.limit", 5}}))->trace());
    playback.endGesture();
    QVERIFY(ahead.empty());
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(isWholeRun(*playback.strips()[0], played(ab(), 1, {{50ms, "pattern.limit", 5}})));
}

void PlaybackStripsTest::theFormShowsWhatAStripWasAtEachInstant()
{
    Playback playback;
    Scenario form;
    connect(&playback, &Playback::scenarioShown, this, [&](const Scenario &scenario) { form = scenario; });
    playback.reset(ab());
    standAt(playback, 400 * ms);
    playback.change(withLimits(ab(), 3, 6), 1);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    standAt(playback, 50 * ms);
    QCOMPARE(stripOf(form, 1).pattern.integer("limit"), 2);
    QCOMPARE(stripName(form, 1), "Bee");
    QCOMPARE(form.pattern.integer("limit"), 3);
    QCOMPARE(playback.strips()[0]->current().pattern.integer("limit"), 2);
    standAt(playback, 400 * ms);
    QCOMPARE(stripOf(form, 1).pattern.integer("limit"), 6);
    QCOMPARE(playback.strips()[0]->current().pattern.integer("limit"), 6);
}

void PlaybackStripsTest::undoOfABranchBringsEveryStripBackWhole()
{
    Playback playback;
    playback.reset(ab());
    standAt(playback, 600 * ms);
    playback.change(withLimits(ab(), 3, 6), 1);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    const Trace a = playback.run().trace(), b = playback.strips()[0]->trace();
    QVERIFY(isWholeRun(*playback.strips()[0], played(ab(), 1, {{600ms, "pattern.limit", 6}})));
    standAt(playback, 100 * ms);
    playback.change(withLimits(ab(), 4, 2), 2);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(isWholeRun(playback.run(), played(ab(), 0, {{100ms, "pattern.limit", 4}})));
    QVERIFY(isWholeRun(*playback.strips()[0], played(ab(), 1, {})));
    playback.change(withLimits(ab(), 3, 2), 3, 2);
    QTRY_COMPARE(playback.strips()[0]->now(), 100 * ms);
    QCOMPARE(playback.state().now, 100 * ms);
    QVERIFY(playback.state().rewound);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(playback.run().trace() == a);
    QVERIFY(playback.strips()[0]->trace() == b);
}

void PlaybackStripsTest::anEditBehindTheEndOfTheRunReachesAStripThatBeginsLater()
{
    Playback playback;
    playback.reset(shortA());
    standAt(playback, 50 * ms);
    QVERIFY(playback.run().ended());
    const Scenario slower = withLatency(shortA(), "60ms");
    playback.change(slower, 1);
    const Scenario more = withStripAdded(slower, with(slower, {{"pattern.kind", "sequential"}}), QString());
    playback.change(more, 2);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(isWholeRun(playback.run(), played(shortA(), 0, {})));
    for (qsizetype strip = 1; strip <= 2; ++strip)
        QVERIFY(isWholeRun(*playback.strips()[size_t(strip - 1)],
                           played(withLatency(more, "40ms"), strip, {{50ms, "backend.latency.value", "60ms"}})));
}

void PlaybackStripsTest::beforeTheFirstInstantAnEditOfAStripStartsAgain()
{
    Playback playback;
    playback.reset(ab());
    standAt(playback, 400 * ms);
    playback.change(withLimits(ab(), 3, 6), 1);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    const Trace b = playback.strips()[0]->trace();
    playback.goTo(0);
    playback.stepBack();
    QCOMPARE(playback.state().phase, Phase::Ready);
    playback.change(withLimits(ab(), 3, 4), 2);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(isWholeRun(*playback.strips()[0], played(withLimits(ab(), 3, 4), 1, {})));
    playback.change(withLimits(ab(), 3, 2), 3, 2);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(playback.strips()[0]->trace() == b);
}

void PlaybackStripsTest::editsOfTheScenarioComeAgainWithEachRun()
{
    const Scenario scenario = with(ab(), {{"edits", R"([{"at": "500ms", "set": {"pattern.limit": 6, "backend.latency.value": "200ms"}}])"}});
    Playback playback;
    Scenario form = scenario;
    connect(&playback, &Playback::scenarioShown, this, [&](const Scenario &shown) { form = shown; });
    playback.reset(scenario);
    standAt(playback, 600 * ms);
    QCOMPARE(form.pattern.integer("limit"), 6);
    QCOMPARE(form.backend.latency.duration("value"), 200ms);
    QCOMPARE(stripOf(form, 1).pattern.integer("limit"), 2);
    QCOMPARE(playback.run().current().pattern.integer("limit"), 6);
    // What the form shows is what an edit begins from.
    playback.change(with(form, {{"pattern.limit", "3"}}), 1);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    Scenario replayed = stripOf(scenario, 0);
    replayed.edits.push_back({600ms, "pattern.limit", 3});
    QVERIFY(isWholeRun(playback.run(), replayed));
    // Started again from what the form shows, the latency is again what it was at the start.
    form = playback.run().current();
    playback.reset(form);
    QCOMPARE(form.backend.latency.duration("value"), 400ms);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(isWholeRun(playback.run(), stripOf(scenario, 0)));
    QVERIFY(isWholeRun(*playback.strips()[0], stripOf(scenario, 1)));
    // An edit of what has ended starts again, too.
    playback.change(with(form, {{"source.count", "13"}}), 2);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(isWholeRun(playback.run(), stripOf(with(scenario, {{"source.count", "13"}}), 0)));
}

void PlaybackStripsTest::namesTheNextInstantOfAnyStrip()
{
    const Scenario scenario = with(shortA(), {{"compare.0.set", R"({"pattern.kind": "gather", "policies": [{"kind": "timeout", "after": "15ms"}]})"}});
    Playback playback;
    playback.reset(scenario);
    standAt(playback, 0);
    QTRY_COMPARE(playback.state().next, "at 15 ms: B: #1 times out, 7 are cancelled");
    playback.reset(shortA());
    standAt(playback, 0);
    QTRY_COMPARE(playback.state().next, "at 40 ms: A: 8 are answered; B: 3 are answered, 3 start");
    standAt(playback, 40 * ms);
    QTRY_COMPARE(playback.state().next, "at 80 ms: B: 3 are answered, 2 start"); // A has ended.
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    standAt(playback, 10 * ms);
    QTRY_COMPARE(playback.state().next, "at 40 ms: A: 8 are answered; B: 3 are answered, 3 start");
}

QTEST_GUILESS_MAIN(PlaybackStripsTest)
#include "playback_strips_test.moc"
