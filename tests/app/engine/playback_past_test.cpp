// SPDX-License-Identifier: MIT
#include "engine/playback.h"

#include "app/engine/run_scenario.h"
#include "engine/instant_words.h"
#include "engine/scout.h"

#include <asyncade/error_hook.h>

#include <QSignalSpy>

#include <limits>
#include <random>

using namespace playground;
using namespace std::chrono_literals;
using Phase = PlaybackState::Phase;

namespace {

constexpr double maxSpeed = std::numeric_limits<double>::infinity();
constexpr qint64 ms = 1'000'000;

/// Eight fetches that take 40 ms of virtual time each, three at a time: 120 ms in all.
Scenario shortRun()
{
    return scenarioWith({{"source.count", "8"}, {"pattern.kind", "parallel-map"}, {"pattern.limit", "3"}, {"backend.latency", "40ms"}});
}

/// 20,000 fetches that take a second each, one hundred at a time.
Scenario largeRun()
{
    return with(shortRun(), {{"source.count", "20000"}, {"backend.latency", "1s"}, {"pattern.limit", "100"}});
}

Scenario withEdits(Scenario scenario, const std::vector<Edit> &edits)
{
    scenario.edits = edits;
    return scenario;
}

/// A run that was never further than `time`.
std::unique_ptr<Run> runStoppedAt(const Scenario &scenario, qint64 time)
{
    Runner runner(scenario);
    runner.advanceTo(std::chrono::nanoseconds(time));
    auto run = std::make_unique<Run>(scenario);
    run->append(runner.takeBatch(), runner.now().count());
    return run;
}

void compareRuns(const Run &run, const Run &fresh)
{
    QCOMPARE(run.now(), fresh.now());
    QCOMPARE(run.ended(), fresh.ended());
    QVERIFY(run.trace() == fresh.trace());
    QVERIFY(run.timeline().spans() == fresh.timeline().spans());
    QVERIFY(run.timeline().in() == fresh.timeline().in());
    QVERIFY(run.timeline().out() == fresh.timeline().out());
    QVERIFY(run.timeline().inFlight() == fresh.timeline().inFlight());
    QVERIFY(run.timeline().queued() == fresh.timeline().queued());
    QVERIFY(run.timeline().held() == fresh.timeline().held());
    QVERIFY(run.timeline().done() == fresh.timeline().done());
    QVERIFY(run.metrics().values(run.now()) == fresh.metrics().values(fresh.now()));
    QCOMPARE(reportJson(run.scenario(), run.metrics().values(run.now())), reportJson(fresh.scenario(), fresh.metrics().values(fresh.now())));
}

/// Runs a scenario to its end.
void playToEnd(Playback &playback, const Scenario &scenario)
{
    playback.reset(scenario);
    playback.toEnd();
    QTRY_COMPARE_WITH_TIMEOUT(playback.state().phase, Phase::Ended, 60000);
}

} // namespace

/// Any instant of what was played. What is shown there is compared with runs that never went further; the wall clock decides only when
/// it is shown.
class PlaybackPastTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { asyncade::setErrorHook([](const asyncade::ErrorReport &) {}); }
    void cleanupTestCase() { asyncade::setErrorHook({}); }

    void everyInstantIsThatOfARunStoppedThere_data();
    void everyInstantIsThatOfARunStoppedThere();
    void stepsBackFromInstantToInstant();
    void stepsOnThroughTheRecordAndBeyond();
    void aTimeThatHasNotComeIsRunTo();
    void noPastAndNoFutureBeyondTheEnds();
    void draggingStaysWithinTheRecord();
    void rewindingPausesWhatRuns();
    void runningOnRepeatsTheRecordAndGoesOn();
    void runningOnAtMaxGivesTheSameRun();
    void anInstantThatWasCutIsCompletedByTheStep();
    void anEditInThePastIsABranch();
    void editsAfterTheInstantAreNoPartOfTheBranch();
    void undoBringsTheRunBeforeBackWhole();
    void undoOfABranchOfABranchGoesBackOneByOne();
    void aDragInThePastMakesOneEdit();
    void aDragBackToTheOldValueIsNoBranch();
    void editWhileThePastIsPlayedIsABranch();
    void editsOfTheRecordShowAtTheirTime();
    void editBeforeTheFirstInstantStartsAgain();
    void aRestartInThePastCanBeUndone();
    void anEndedRunComesBackWithUndo();
    void aRunThatWasNotKeptIsRunAgain();
    void aBranchThatWasNotKeptIsRunAgainWithItsEdits();
    void tellsTheCourseOfTheRun();
    void undoOfALiveEditIsTheOppositeEdit();
    void anotherScenarioForgetsTheRunsBefore();
    void theRunBeforeIsTold();
    void whatIsDraggedIsForetold();
    void nothingIsForetoldThatNobodyWants();
    void largeRunsAreRewoundOnAWorker();
    void largeRunsBranchAndComeBack();
};

void PlaybackPastTest::everyInstantIsThatOfARunStoppedThere_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("default") << QString();
    for (const char *name : {"parallel map", "race", "debounce", "throttle", "batcher", "rate-limit"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void PlaybackPastTest::everyInstantIsThatOfARunStoppedThere()
{
    QFETCH(QString, name);
    const Settings server{{"backend.latency", R"({"kind":"log-normal","median":"300ms","p95":"700ms"})"}, {"backend.failure", R"({"kind":"probability","p":0.2})"},
                          {"backend.capacity", "4"}, {"policies", R"([{"kind":"timeout","after":"900ms"},{"kind":"retry"},{"kind":"hedge"}])"}};
    const Settings source{{"source", R"({"kind":"poisson","count":25,"rate":20})"}};
    Scenario scenario = defaultScenario();
    if (name == "parallel map")
        scenario = withEdits(scenarioWith(source + server + Settings{{"pattern.kind", "parallel-map"}}), {{400ms, "pattern.limit", 2}, {900ms, "pattern.limit", 20}});
    else if (!name.isEmpty())
        scenario = scenarioWith(source + server + Settings{{"pattern.kind", name}});
    Playback playback;
    playToEnd(playback, scenario);
    const auto whole = runOf(scenario);
    std::mt19937_64 random(20);
    for (int i = 0; i < 40; ++i) {
        // Any time, or that of an event.
        const auto index = size_t(random() % quint64(whole->trace().size()));
        const qint64 time = i % 2 ? whole->trace().records()[index].t : qint64(random() % quint64(whole->now()));
        playback.rewindTo(time);
        const auto fresh = runStoppedAt(scenario, time);
        compareRuns(playback.run(), *fresh);
        if (QTest::currentTestFailed())
            qFatal("at %lld ns, draw %d", time, i);
        QCOMPARE(playback.state().now, time);
        QCOMPARE(playback.state().next, fresh->ended() ? QString() : instantWords(Scout(scenario).next(fresh->trace().size())));
        QCOMPARE(playback.state().phase, fresh->ended() ? Phase::Ended : Phase::Paused);
    }
    QVERIFY(playback.whole().trace() == whole->trace());
}

void PlaybackPastTest::stepsBackFromInstantToInstant()
{
    Playback playback;
    playToEnd(playback, shortRun());
    std::vector<qint64> instants;
    std::vector<qsizetype> events;
    for (int i = 0; i < 4; ++i) {
        playback.stepBack();
        instants.push_back(playback.run().now());
        events.push_back(playback.run().trace().size());
    }
    QCOMPARE(instants, (std::vector<qint64>{80 * ms, 40 * ms, 0, 0}));
    QCOMPARE(events[3], 0);
    QVERIFY(events[2] > 0);
    QCOMPARE(playback.state().phase, Phase::Ready);
    QVERIFY(playback.state().rewound);
    playback.stepBack();
    QCOMPARE(playback.state().phase, Phase::Ready);
    // Between two instants, the one before is a step back.
    playback.rewindTo(50 * ms);
    playback.stepBack();
    QCOMPARE(playback.run().now(), 40 * ms);
    compareRuns(playback.run(), *runStoppedAt(shortRun(), 40 * ms));
}

void PlaybackPastTest::stepsOnThroughTheRecordAndBeyond()
{
    Playback playback;
    playback.reset(shortRun());
    playback.goTo(50 * ms);
    QTRY_COMPARE(playback.state().phase, Phase::Paused);
    playback.rewindTo(0);
    playback.step();
    QCOMPARE(playback.run().now(), 40 * ms);
    QVERIFY(playback.state().rewound); // The record goes on to 50 ms, though nothing happens there.
    playback.step();
    QTRY_COMPARE(playback.run().now(), 80 * ms);
    QVERIFY(!playback.state().rewound);
    playback.step();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    compareRuns(playback.run(), *runOf(shortRun()));
}

void PlaybackPastTest::aTimeThatHasNotComeIsRunTo()
{
    Playback playback;
    playback.reset(shortRun());
    playback.goTo(0); // The first instant has not come, either.
    QTRY_COMPARE(playback.state().phase, Phase::Paused);
    compareRuns(playback.run(), *runStoppedAt(shortRun(), 0));
    playback.goTo(85 * ms);
    QCOMPARE(playback.state().phase, Phase::Running);
    QTRY_COMPARE(playback.state().phase, Phase::Paused);
    compareRuns(playback.run(), *runStoppedAt(shortRun(), 85 * ms));
    playback.rewindTo(10 * ms);
    playback.goTo(90 * ms);
    QTRY_COMPARE(playback.state().phase, Phase::Paused);
    compareRuns(playback.run(), *runStoppedAt(shortRun(), 90 * ms));
    playback.goTo(5'000 * ms);
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QCOMPARE(playback.run().now(), 120 * ms);
}

void PlaybackPastTest::noPastAndNoFutureBeyondTheEnds()
{
    Playback playback;
    playback.reset(shortRun());
    playback.stepBack();
    playback.rewindTo(30 * ms);
    QCOMPARE(playback.state().phase, Phase::Ready);
    QVERIFY(!playback.state().rewound);
    playToEnd(playback, shortRun());
    playback.goTo(500 * ms);
    QCOMPARE(playback.state().phase, Phase::Ended);
    playback.rewindTo(-5);
    QCOMPARE(playback.run().now(), 0);
    QCOMPARE(playback.state().phase, Phase::Paused);
    playback.toEnd();
    QCOMPARE(playback.state().phase, Phase::Ended);
    compareRuns(playback.run(), *runOf(shortRun()));
}

void PlaybackPastTest::draggingStaysWithinTheRecord()
{
    Playback playback;
    playback.reset(shortRun());
    playback.goTo(50 * ms);
    QTRY_COMPARE(playback.state().phase, Phase::Paused);
    playback.rewindTo(10 * ms);
    playback.rewindTo(90 * ms);
    QCOMPARE(playback.run().now(), 50 * ms);
    QVERIFY(!playback.state().rewound);
}

void PlaybackPastTest::rewindingPausesWhatRuns()
{
    Playback playback;
    playback.setSpeed(0.1);
    playback.reset(shortRun());
    playback.start();
    QTRY_VERIFY(playback.run().now() > 0);
    playback.rewindTo(0);
    QCOMPARE(playback.state().phase, Phase::Paused);
    compareRuns(playback.run(), *runStoppedAt(shortRun(), 0));
    const qint64 recorded = playback.state().recorded;
    QVERIFY(recorded > 0);
    QTest::qWait(50);
    QCOMPARE(playback.state().recorded, recorded);
}

void PlaybackPastTest::runningOnRepeatsTheRecordAndGoesOn()
{
    Playback playback;
    playback.reset(defaultScenario());
    playback.goTo(1'200 * ms);
    QTRY_COMPARE(playback.state().phase, Phase::Paused);
    playback.rewindTo(100 * ms);
    playback.setSpeed(5);
    QSignalSpy replaced(&playback, &Playback::runReplaced);
    playback.start();
    QCOMPARE(playback.state().phase, Phase::Running);
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    compareRuns(playback.run(), *runOf(defaultScenario()));
    QCOMPARE(replaced.count(), 0); // It grows on where the record ends.
}

void PlaybackPastTest::runningOnAtMaxGivesTheSameRun()
{
    Playback playback;
    playback.reset(defaultScenario());
    playback.goTo(1'200 * ms);
    QTRY_COMPARE(playback.state().phase, Phase::Paused);
    playback.rewindTo(100 * ms);
    playback.setSpeed(maxSpeed);
    playback.start();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    compareRuns(playback.run(), *runOf(defaultScenario()));
}

/// A pause can fall into an instant of many events; stepping through it later shows all of it.
void PlaybackPastTest::anInstantThatWasCutIsCompletedByTheStep()
{
    const Scenario scenario = with(shortRun(), {{"source.count", "20000"}, {"pattern.limit", "20000"}});
    Playback playback;
    playback.reset(scenario);
    playback.toEnd();
    QTRY_VERIFY(playback.run().trace().size() > 0);
    playback.pause();
    const qsizetype cut = playback.run().trace().size();
    if (cut < runStoppedAt(scenario, 0)->trace().size()) {
        playback.stepBack();
        QCOMPARE(playback.state().phase, Phase::Ready);
        playback.step();
        QTRY_COMPARE_WITH_TIMEOUT(playback.run().trace().size(), runStoppedAt(scenario, 0)->trace().size(), 20000);
    }
    playback.toEnd();
    QTRY_COMPARE_WITH_TIMEOUT(playback.state().phase, Phase::Ended, 20000);
    QVERIFY(playback.run().trace() == runOf(scenario)->trace());
}

void PlaybackPastTest::anEditInThePastIsABranch()
{
    Playback playback;
    playToEnd(playback, shortRun());
    playback.rewindTo(50 * ms);
    playback.change(with(shortRun(), {{"pattern.limit", "8"}}), 1);
    const Scenario branch = withEdits(shortRun(), {{50ms, "pattern.limit", 8}});
    QTRY_COMPARE(playback.run().timeline().flags().size(), 1);
    QCOMPARE(playback.state().phase, Phase::Paused);
    QVERIFY(!playback.state().rewound);
    compareRuns(playback.run(), *runStoppedAt(branch, 50 * ms));
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    compareRuns(playback.run(), *runOf(branch));
    QCOMPARE(playback.run().now(), 90 * ms);
}

void PlaybackPastTest::editsAfterTheInstantAreNoPartOfTheBranch()
{
    const Scenario scenario = withEdits(shortRun(), {{100ms, "backend.latency.value", "1s"}});
    Playback playback;
    playback.reset(scenario);
    playback.goTo(45 * ms);
    QTRY_COMPARE(playback.state().phase, Phase::Paused);
    playback.change(with(scenario, {{"pattern.limit", "4"}}), 1); // At 45 ms.
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    playback.rewindTo(42 * ms);
    QCOMPARE(playback.run().current().pattern.integer("limit"), 3);
    playback.change(with(scenario, {{"pattern.limit", "5"}}), 2);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(playback.run().trace() == runOf(withEdits(shortRun(), {{42ms, "pattern.limit", 5}}))->trace());
}

void PlaybackPastTest::undoBringsTheRunBeforeBackWhole()
{
    Playback playback;
    playToEnd(playback, shortRun());
    playback.rewindTo(50 * ms);
    playback.change(with(shortRun(), {{"pattern.limit", "8"}}), 1);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QSignalSpy replaced(&playback, &Playback::runReplaced);
    playback.change(shortRun(), 3, 1);
    QVERIFY(!replaced.isEmpty());
    QCOMPARE(playback.state().phase, Phase::Paused);
    QVERIFY(playback.state().rewound);
    compareRuns(playback.run(), *runStoppedAt(shortRun(), 50 * ms));
    QVERIFY(playback.whole().trace() == runOf(shortRun())->trace());
    playback.toEnd();
    QCOMPARE(playback.state().phase, Phase::Ended);
    compareRuns(playback.run(), *runOf(shortRun()));
}

void PlaybackPastTest::undoOfABranchOfABranchGoesBackOneByOne()
{
    const auto limited = [](int limit) { return with(shortRun(), {{"pattern.limit", QString::number(limit)}}); };
    Playback playback;
    playToEnd(playback, shortRun());
    playback.rewindTo(50 * ms);
    playback.change(limited(4), 1);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    const auto first = runOf(withEdits(shortRun(), {{50ms, "pattern.limit", 4}}));
    compareRuns(playback.run(), *first);
    playback.rewindTo(60 * ms);
    playback.change(limited(5), 2);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    playback.change(limited(4), 3, 2);
    QVERIFY(playback.whole().trace() == first->trace());
    QCOMPARE(playback.run().now(), 60 * ms);
    playback.change(shortRun(), 4, 1);
    QVERIFY(playback.whole().trace() == runOf(shortRun())->trace());
    QCOMPARE(playback.run().now(), 50 * ms);
}

void PlaybackPastTest::aDragInThePastMakesOneEdit()
{
    Playback playback;
    playToEnd(playback, shortRun());
    playback.rewindTo(50 * ms);
    for (const char *limit : {"4", "6", "8"})
        playback.change(with(shortRun(), {{"pattern.limit", QString::fromLatin1(limit)}}), 5);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(playback.run().trace() == runOf(withEdits(shortRun(), {{50ms, "pattern.limit", 8}}))->trace());
    playback.change(shortRun(), 6, 5);
    QVERIFY(playback.whole().trace() == runOf(shortRun())->trace());
}

void PlaybackPastTest::aDragBackToTheOldValueIsNoBranch()
{
    Playback playback;
    playToEnd(playback, shortRun());
    playback.rewindTo(50 * ms);
    playback.change(with(shortRun(), {{"pattern.limit", "4"}}), 5);
    playback.change(shortRun(), 5);
    QVERIFY(playback.state().rewound);
    QVERIFY(playback.whole().trace() == runOf(shortRun())->trace());
    compareRuns(playback.run(), *runStoppedAt(shortRun(), 50 * ms));
}

void PlaybackPastTest::editWhileThePastIsPlayedIsABranch()
{
    Playback playback;
    playToEnd(playback, shortRun());
    playback.rewindTo(10 * ms);
    playback.setSpeed(0.05);
    playback.start();
    QTRY_VERIFY(playback.run().now() > 10 * ms);
    const qint64 now = playback.run().now();
    QVERIFY(playback.state().rewound);
    playback.change(with(shortRun(), {{"pattern.limit", "8"}}), 1);
    QCOMPARE(playback.state().phase, Phase::Running);
    playback.setSpeed(maxSpeed);
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(playback.run().trace() == runOf(withEdits(shortRun(), {{std::chrono::nanoseconds(now), "pattern.limit", 8}}))->trace());
    playback.change(shortRun(), 2, 1);
    QVERIFY(playback.whole().trace() == runOf(shortRun())->trace());
    QCOMPARE(playback.run().now(), now);
}

void PlaybackPastTest::editsOfTheRecordShowAtTheirTime()
{
    const Scenario eight = with(shortRun(), {{"pattern.limit", "8"}});
    Playback playback;
    playback.reset(shortRun());
    playback.goTo(50 * ms);
    QTRY_COMPARE(playback.state().phase, Phase::Paused);
    playback.change(eight, 1);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QSignalSpy shown(&playback, &Playback::scenarioShown);
    playback.rewindTo(60 * ms);
    QVERIFY(shown.isEmpty());
    QVERIFY(playback.run().current() == eight);
    playback.rewindTo(49 * ms);
    QCOMPARE(shown.count(), 1);
    QVERIFY(shown.takeFirst().first().value<Scenario>() == shortRun());
    QVERIFY(playback.run().current() == shortRun());
    playback.rewindTo(50 * ms);
    QCOMPARE(shown.count(), 1);
    QVERIFY(shown.takeFirst().first().value<Scenario>() == eight);
    playback.stepBack();
    QVERIFY(shown.takeFirst().first().value<Scenario>() == shortRun());
    playback.setSpeed(1);
    playback.start();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QCOMPARE(shown.count(), 1);
    QVERIFY(playback.run().current() == eight);
}

void PlaybackPastTest::editBeforeTheFirstInstantStartsAgain()
{
    const Scenario eight = with(shortRun(), {{"pattern.limit", "8"}});
    Playback playback;
    playToEnd(playback, shortRun());
    for (int i = 0; i < 4; ++i)
        playback.stepBack();
    playback.change(eight, 1);
    QCOMPARE(playback.state().phase, Phase::Ready);
    QVERIFY(!playback.state().rewound);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    compareRuns(playback.run(), *runOf(eight));
    playback.change(shortRun(), 2, 1);
    QCOMPARE(playback.state().phase, Phase::Ready);
    QVERIFY(playback.whole().trace() == runOf(shortRun())->trace());
}

void PlaybackPastTest::aRestartInThePastCanBeUndone()
{
    Playback playback;
    playToEnd(playback, shortRun());
    playback.rewindTo(50 * ms);
    playback.change(with(shortRun(), {{"source.count", "9"}}), 1);
    QCOMPARE(playback.state().phase, Phase::Ready);
    playback.change(shortRun(), 2, 1);
    QCOMPARE(playback.state().phase, Phase::Paused);
    compareRuns(playback.run(), *runStoppedAt(shortRun(), 50 * ms));
    QVERIFY(playback.whole().trace() == runOf(shortRun())->trace());
}

void PlaybackPastTest::anEndedRunComesBackWithUndo()
{
    Playback playback;
    playToEnd(playback, shortRun());
    playback.setSpeed(0.1);
    playback.change(with(shortRun(), {{"pattern.limit", "4"}}), 1);
    playback.change(with(shortRun(), {{"pattern.limit", "5"}}), 1);
    QCOMPARE(playback.state().phase, Phase::Running);
    playback.change(shortRun(), 2, 1);
    QCOMPARE(playback.state().phase, Phase::Ended);
    compareRuns(playback.run(), *runOf(shortRun()));
}

void PlaybackPastTest::aRunThatWasNotKeptIsRunAgain()
{
    Playback playback;
    playback.keepAtMost(10); // Any run has more events, so only the last one is kept.
    playToEnd(playback, shortRun());
    playback.rewindTo(50 * ms);
    const Scenario nine = with(shortRun(), {{"source.count", "9"}}), ten = with(shortRun(), {{"source.count", "10"}});
    playback.change(nine, 1);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    playback.change(ten, 2);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(playback.run().trace() == runOf(ten)->trace());

    playback.change(nine, 3, 2); // Kept: it is there at once.
    QCOMPARE(playback.state().phase, Phase::Ended);
    compareRuns(playback.run(), *runOf(nine));
    playback.change(shortRun(), 4, 1); // Not kept: it is run as far as it was, and stands where it stood.
    QVERIFY(playback.whole().trace() != runOf(shortRun())->trace());
    QTRY_COMPARE(playback.state().phase, Phase::Paused);
    compareRuns(playback.run(), *runStoppedAt(shortRun(), 50 * ms));
    QVERIFY(playback.whole().trace() == runOf(shortRun())->trace());
    QVERIFY(playback.state().rewound);
}

void PlaybackPastTest::aBranchThatWasNotKeptIsRunAgainWithItsEdits()
{
    Playback playback;
    playback.keepAtMost(10);
    playback.reset(shortRun());
    playback.goTo(10 * ms);
    QTRY_COMPARE(playback.state().phase, Phase::Paused);
    const Scenario four = with(shortRun(), {{"pattern.limit", "4"}});
    playback.change(four, 1); // At 10 ms, live.
    playback.goTo(85 * ms); // Not to its end.
    QTRY_COMPARE(playback.run().now(), 85 * ms);
    QTRY_COMPARE(playback.state().phase, Phase::Paused);
    const Scenario five = with(shortRun(), {{"pattern.limit", "5"}}), six = with(shortRun(), {{"pattern.limit", "6"}});
    playback.rewindTo(50 * ms);
    playback.change(five, 2);
    playback.rewindTo(40 * ms);
    playback.change(six, 3);
    QTRY_COMPARE(playback.run().timeline().flags().size(), size_t(2));
    playback.change(four, 4, 3);
    playback.rewindTo(50 * ms);
    playback.change(four, 5, 2); // The run before has been dropped since.
    QTRY_COMPARE(playback.whole().now(), 85 * ms);
    QTRY_COMPARE(playback.run().now(), 50 * ms);
    const Scenario played = withEdits(shortRun(), {{10ms, "pattern.limit", 4}});
    compareRuns(playback.run(), *runStoppedAt(played, 50 * ms));
    compareRuns(playback.whole(), *runStoppedAt(played, 85 * ms));
}

void PlaybackPastTest::tellsTheCourseOfTheRun()
{
    Playback playback;
    QSignalSpy told(&playback, &Playback::courseChanged);
    const auto course = [&] { return told.takeLast().first().value<Scenario>(); };
    playback.reset(shortRun());
    QVERIFY(course() == shortRun());
    playback.goTo(10 * ms);
    QTRY_COMPARE(playback.state().phase, Phase::Paused);
    playback.change(with(shortRun(), {{"pattern.limit", "4"}}), 1);
    QVERIFY(course() == withEdits(shortRun(), {{10ms, "pattern.limit", 4}}));
    playback.goTo(60 * ms);
    QTRY_COMPARE(playback.state().phase, Phase::Paused);
    playback.change(with(shortRun(), {{"pattern.limit", "5"}}), 2);
    const Scenario both = withEdits(shortRun(), {{10ms, "pattern.limit", 4}, {60ms, "pattern.limit", 5}});
    QVERIFY(course() == both);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(playback.whole().trace() == runOf(both)->trace());
    playback.rewindTo(30 * ms); // Looking is no other course.
    told.clear();
    playback.change(with(shortRun(), {{"pattern.limit", "2"}}), 3);
    QVERIFY(course() == withEdits(shortRun(), {{10ms, "pattern.limit", 4}, {30ms, "pattern.limit", 2}}));
    playback.change(with(shortRun(), {{"pattern.limit", "4"}}), 4, 3);
    QVERIFY(course() == both);
}

void PlaybackPastTest::undoOfALiveEditIsTheOppositeEdit()
{
    Playback playback;
    playback.reset(shortRun());
    playback.goTo(10 * ms);
    QTRY_COMPARE(playback.state().phase, Phase::Paused);
    playback.change(with(shortRun(), {{"pattern.limit", "4"}}), 1);
    playback.goTo(20 * ms);
    QTRY_COMPARE(playback.state().phase, Phase::Paused);
    playback.change(shortRun(), 2, 1);
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    const Scenario both = withEdits(shortRun(), {{10ms, "pattern.limit", 4}, {20ms, "pattern.limit", 3}});
    QVERIFY(playback.run().trace() == runOf(both)->trace());
}

void PlaybackPastTest::anotherScenarioForgetsTheRunsBefore()
{
    Playback playback;
    playToEnd(playback, shortRun());
    playback.change(with(shortRun(), {{"pattern.limit", "4"}}), 1);
    Scenario other = shortRun();
    other.name = QStringLiteral("other");
    playback.reset(other);
    playback.change(shortRun(), 2, 1);
    QCOMPARE(playback.state().phase, Phase::Ready);
    QCOMPARE(playback.whole().trace().size(), 0);
}

void PlaybackPastTest::theRunBeforeIsTold()
{
    Playback playback;
    const Run *before = nullptr;
    connect(&playback, &Playback::ghostsChanged, this, [&](const Run *ghost, const Run *) { before = ghost; });
    playToEnd(playback, shortRun());
    playback.start(); // Once more the same: there is nothing to compare it with.
    playback.toEnd();
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    QVERIFY(!before);
    playback.rewindTo(50 * ms);
    playback.change(with(shortRun(), {{"pattern.limit", "8"}}), 1);
    QVERIFY(before && before->trace() == runOf(shortRun())->trace());
    playback.change(shortRun(), 2, 1);
    QVERIFY(!before);
    playback.toEnd();
    playback.change(with(shortRun(), {{"pattern.limit", "8"}}), 3);
    QVERIFY(before && before->trace() == runOf(shortRun())->trace());
    QTRY_COMPARE(playback.state().phase, Phase::Ended);
    playback.reset(playback.run().scenario()); // Seen once more, it still has the same one before it.
    QVERIFY(before && before->trace() == runOf(shortRun())->trace());
    Scenario other = shortRun();
    other.name = QStringLiteral("other");
    playback.reset(other);
    QVERIFY(!before);
}

void PlaybackPastTest::whatIsDraggedIsForetold()
{
    Playback playback;
    const Run *ahead = nullptr;
    connect(&playback, &Playback::ghostsChanged, this, [&](const Run *, const Run *ghost) { ahead = ghost; });
    playToEnd(playback, shortRun());
    playback.rewindTo(50 * ms);
    QVERIFY(!ahead);
    for (const int limit : {4, 8}) {
        playback.change(with(shortRun(), {{"pattern.limit", QString::number(limit)}}), 1);
        QVERIFY(ahead);
        QTRY_VERIFY(ahead->ended());
        QVERIFY(ahead->trace() == runOf(withEdits(shortRun(), {{50ms, "pattern.limit", limit}}))->trace());
    }
    QCOMPARE(playback.run().now(), 50 * ms);
    playback.endGesture();
    QVERIFY(!ahead);
}

void PlaybackPastTest::nothingIsForetoldThatNobodyWants()
{
    Playback playback;
    const Run *before = nullptr, *ahead = nullptr;
    connect(&playback, &Playback::ghostsChanged, this, [&](const Run *one, const Run *other) { before = one, ahead = other; });
    playToEnd(playback, shortRun());
    playback.setGhosts(false);
    playback.rewindTo(50 * ms);
    playback.change(with(shortRun(), {{"pattern.limit", "8"}}), 1);
    QVERIFY(!before && !ahead);
    playback.setGhosts(true);
    QVERIFY(before);
}

void PlaybackPastTest::largeRunsAreRewoundOnAWorker()
{
    Playback playback;
    playToEnd(playback, largeRun());
    if (QTest::currentTestFailed())
        return;
    QSignalSpy replaced(&playback, &Playback::runReplaced);
    playback.rewindTo(100'000 * ms);
    QCOMPARE(replaced.count(), 0);
    QCOMPARE(playback.state().seeking, 100'000 * ms);
    // The hand moves on before the instant is there.
    playback.rewindTo(150'000 * ms);
    playback.rewindTo(120'500 * ms);
    QTRY_COMPARE_WITH_TIMEOUT(playback.state().seeking, -1, 20000);
    compareRuns(playback.run(), *runStoppedAt(largeRun(), 120'500 * ms));
    playback.stepBack();
    QTRY_COMPARE_WITH_TIMEOUT(playback.state().now, 120'000 * ms, 20000);
    compareRuns(playback.run(), *runStoppedAt(largeRun(), 120'000 * ms));
    playback.step();
    QCOMPARE(playback.run().now(), 121'000 * ms); // A short way on needs no worker.
    compareRuns(playback.run(), *runStoppedAt(largeRun(), 121'000 * ms));
    // Who is in a hurry to run on need not wait for the instant.
    playback.setSpeed(0.01);
    playback.rewindTo(110'000 * ms);
    playback.start();
    QTRY_COMPARE_WITH_TIMEOUT(playback.state().phase, Phase::Running, 20000);
    QVERIFY(playback.run().now() >= 110'000 * ms && playback.run().now() < 111'000 * ms);
    playback.pause();
    QVERIFY(playback.state().rewound);
}

void PlaybackPastTest::largeRunsBranchAndComeBack()
{
    Playback playback;
    playToEnd(playback, largeRun());
    playback.rewindTo(100'500 * ms);
    QTRY_COMPARE_WITH_TIMEOUT(playback.state().now, 100'500 * ms, 20000);
    playback.change(with(largeRun(), {{"pattern.limit", "1000000"}}), 1);
    playback.toEnd();
    QTRY_COMPARE_WITH_TIMEOUT(playback.state().phase, Phase::Ended, 20000);
    QVERIFY(playback.run().trace() == runOf(withEdits(largeRun(), {{100'500ms, "pattern.limit", 1000000}}))->trace());
    playback.change(largeRun(), 2, 1);
    QTRY_COMPARE_WITH_TIMEOUT(playback.state().now, 100'500 * ms, 20000);
    QVERIFY(playback.whole().trace() == runOf(largeRun())->trace());
}

QTEST_GUILESS_MAIN(PlaybackPastTest)
#include "playback_past_test.moc"
