// SPDX-License-Identifier: MIT
#include "engine/run_slicer.h"

#include "app/engine/run_scenario.h"

#include <limits>

using namespace playground;
using namespace std::chrono_literals;

namespace {

constexpr qint64 all = std::numeric_limits<qint32>::max();

/// Five fetches of 40 ms at once: everything happens at two instants.
Scenario fiveAtOnce()
{
    return scenarioWith({{"source.count", "5"}, {"pattern.kind", "gather"}, {"backend.latency", "40ms"}});
}

QDeadlineTimer noHurry() { return QDeadlineTimer(QDeadlineTimer::Forever); }

/// Everything that a slicer gives on the way to the end, when its time is always up at once.
Trace inPieces(RunSlicer &slicer)
{
    Trace trace;
    slicer.setGoal(RunGoal::end());
    for (bool reached = false; !reached;) {
        const RunBatch batch = slicer.advance(QDeadlineTimer(0), 1);
        trace.append(batch.trace);
        reached = batch.goalReached;
    }
    return trace;
}

} // namespace

class RunSlicerTest : public QObject {
    Q_OBJECT

private slots:
    void piecesMakeTheWholeRun();
    void aTimeIsReachedWithAllThatHappensAtIt();
    void aStepEndsWithItsInstant();
    void repeatsUnseenWhatIsKnown_data();
    void repeatsUnseenWhatIsKnown();
};

void RunSlicerTest::piecesMakeTheWholeRun()
{
    RunSlicer slicer(fiveAtOnce(), 0);
    QVERIFY(inPieces(slicer) == runOf(fiveAtOnce())->trace());
}

void RunSlicerTest::aTimeIsReachedWithAllThatHappensAtIt()
{
    RunSlicer slicer(fiveAtOnce(), 0);
    slicer.setGoal(RunGoal::at(39ms));
    RunBatch batch = slicer.advance(noHurry(), all);
    QVERIFY(batch.goalReached);
    QVERIFY(!batch.ended);
    QCOMPARE(batch.now.count(), 39'000'000);
    QCOMPARE(batch.trace.records().back().t, 0);

    slicer.setGoal(RunGoal::at(40ms));
    batch = slicer.advance(noHurry(), all);
    QVERIFY(batch.ended);
    QCOMPARE(batch.trace.records().back().kind, EventKind::End);
}

void RunSlicerTest::aStepEndsWithItsInstant()
{
    RunSlicer slicer(fiveAtOnce(), 0);
    slicer.setGoal(RunGoal::step());
    const RunBatch first = slicer.advance(noHurry(), all);
    QVERIFY(first.goalReached);
    QCOMPARE(first.now.count(), 0);
    slicer.setGoal(RunGoal::step());
    const RunBatch second = slicer.advance(noHurry(), all);
    QVERIFY(second.ended);
    QCOMPARE(second.now.count(), 40'000'000);
    QCOMPARE(first.trace.size() + second.trace.size(), runOf(fiveAtOnce())->trace().size());
}

void RunSlicerTest::repeatsUnseenWhatIsKnown_data()
{
    QTest::addColumn<int>("known");
    const int size = int(runOf(fiveAtOnce())->trace().size());
    for (int known = 0; known < size; ++known)
        QTest::addRow("%d of %d", known, size) << known;
}

/// Also where somebody stopped in the middle of what is a single thing for the run.
void RunSlicerTest::repeatsUnseenWhatIsKnown()
{
    QFETCH(int, known);
    const auto run = runOf(fiveAtOnce());
    RunSlicer slicer(fiveAtOnce(), known);
    QVERIFY(inPieces(slicer) == run->trace().piece(known, run->trace().size() - known));
}

QTEST_GUILESS_MAIN(RunSlicerTest)
#include "run_slicer_test.moc"
