// SPDX-License-Identifier: MIT
#include "engine/wall_clock_run.h"

#include "app/engine/run_scenario.h"
#include "engine/run_on_wall_clock.h"

#include <QThreadPool>

using namespace playground;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(playground::Scenario)

namespace {

const std::atomic<bool> never = false;

/// All that a run tells until it has ended.
std::unique_ptr<Run> toEnd(WallClockRun &running, const Scenario &scenario)
{
    auto run = std::make_unique<Run>(scenario, RunClock::System);
    while (!run->ended()) {
        const WallClockRun::Piece piece = running.waitAndTake(20ms);
        run->append(piece.trace, piece.wakeUps, piece.now.count());
    }
    return run;
}

/// A record without its times.
using Shape = std::array<quint32, 8>;
Shape shapeOf(const Record &record)
{
    return {quint32(record.kind), record.detail, record.request, record.a, record.part, record.code, record.tryNumber, record.copy};
}

std::vector<Shape> shapeOf(const Run &run)
{
    std::vector<Shape> shape;
    for (const Record &record : run.trace().records())
        shape.push_back(shapeOf(record));
    return shape;
}

/// Requests that are never answered.
Scenario unanswered()
{
    return scenarioWith({{"source", R"({"kind":"list","items":[{"name":"a","fails":"always","error":"hang"},{"name":"b","fails":"always","error":"hang"}]})"},
                         {"pattern.kind", "parallel-map"},
                         {"pattern.limit", "5"}});
}

} // namespace

/// A run in real time. How late it is is left open; that nothing comes early, or otherwise than on the virtual clock, is not.
class WallClockRunTest : public QObject {
    Q_OBJECT

private slots:
    void happensAsOnTheVirtualClockWhereTimingDoesNotDecide_data();
    void happensAsOnTheVirtualClockWhereTimingDoesNotDecide();
    void nothingEndsBeforeItIsPlanned();
    void timesCountFromTheStartOfTheRun();
    void aDeadlineEndsItsAttemptAsPlanned();
    void endsWhenNothingIsLeftToDo();
    void endsAtTheScenariosEnd();
    void theScenariosEditsApplyAtTheirTimes();
    void editsApplyNow();
    void stopEndsIt();
    void runOnWallClockStopsWhenTold();
    void anOpenSourceWaitsForMore();
    void allAtOnceEndsWithAll();
    void canGoAtAnyTime();
};

void WallClockRunTest::happensAsOnTheVirtualClockWhereTimingDoesNotDecide_data()
{
    QTest::addColumn<Scenario>("scenario");
    const Settings three{{"source.count", "3"}, {"pattern.kind", "sequential"}, {"backend.latency", "1ms"}};
    const char retried[] = R"({"kind":"list","items":[{"name":"a","fails":1},{"name":"b"}]})";
    QTest::newRow("sequential") << scenarioWith(three);
    QTest::newRow("one at a time") << with(scenarioWith(three), {{"pattern.kind", "parallel-map"}, {"pattern.limit", "1"}});
    QTest::newRow("retried") << scenarioWith({{"source", retried}, {"pattern.kind", "sequential"}, {"backend.latency", "1ms"}, {"policies", R"([{"kind":"retry","attempts":3,"base":"1ms"}])"}});
    QTest::newRow("given up") << scenarioWith({{"source", R"({"kind":"list","items":[{"name":"a","fails":"always"},{"name":"b"}]})"}, {"pattern.kind", "sequential"}, {"backend.latency", "1ms"}});
    QTest::newRow("nothing") << scenarioWith({{"source.count", "0"}});
}

void WallClockRunTest::happensAsOnTheVirtualClockWhereTimingDoesNotDecide()
{
    QFETCH(Scenario, scenario);
    const auto real = runOnWallClock(scenario, never), ideal = runOf(scenario);
    QCOMPARE(shapeOf(*real), shapeOf(*ideal));
    QVERIFY(!real->isReproducible());
    for (qint64 number = 1; number <= requestCount(scenario); ++number)
        QCOMPARE(real->trace().text(real->timeline().lanes()[size_t(number - 1)].text), requestText(scenario, number));
}

void WallClockRunTest::nothingEndsBeforeItIsPlanned()
{
    const auto run = runOnWallClock(scenarioWith({{"source.count", "3"}, {"pattern.kind", "sequential"}, {"backend.latency", "1ms"}}), never);
    QCOMPARE(run->wakeUps().count(), 3); // The work of the server, three times.
    qint64 most = 0;
    for (const Span &span : run->timeline().spans()) {
        const auto planned = run->plannedEnd(span);
        QVERIFY(planned || span.isWait());
        if (!planned)
            continue;
        QVERIFY(*planned <= span.end);
        if (span.isWait())
            continue;
        QVERIFY(*planned >= span.begin + 1'000'000);
        most = std::max(most, span.end - *planned);
    }
    const WakeUps::Lateness late = *run->wakeUps().lateness();
    QVERIFY(late.p50 >= 0 && late.p50 <= late.p99 && late.p99 <= late.max);
    QVERIFY(most >= late.max); // From the timer to the end of what it brought about takes its time, too.
}

void WallClockRunTest::timesCountFromTheStartOfTheRun()
{
    const auto run = runOnWallClock(scenarioWith({{"source", R"({"kind":"interval","every":"2ms","count":3})"}, {"backend.latency", "1ms"}}), never);
    const auto &in = run->timeline().in();
    QCOMPARE(in.size(), size_t(3));
    qint64 before = -1;
    for (size_t i = 0; i < in.size(); ++i) {
        QVERIFY(in[i].t >= qint64(i) * 2'000'000);
        if (i > 0)
            QCOMPARE(*run->wakeUps().planned(in[i].t), qint64(i) * 2'000'000);
    }
    for (const Record &record : run->trace().records()) {
        QVERIFY(record.t >= before);
        before = record.t;
    }
    QCOMPARE(run->now(), before);
}

void WallClockRunTest::aDeadlineEndsItsAttemptAsPlanned()
{
    const Scenario scenario =
        scenarioWith({{"source.count", "1"}, {"backend.latency", "1h"}, {"policies", R"([{"kind":"timeout","after":"2ms"}])"}});
    const auto run = runOnWallClock(scenario, never);
    QCOMPARE(run->timeline().spans().size(), size_t(1));
    const Span &attempt = run->timeline().spans().front();
    QCOMPARE(attempt.state, SpanState::TimedOut);
    const auto planned = run->plannedEnd(attempt);
    QVERIFY(planned && *planned >= 2'000'000 && *planned <= attempt.end);
    QCOMPARE(run->wakeUps().count(), 1);
}

void WallClockRunTest::endsWhenNothingIsLeftToDo()
{
    const auto run = runOnWallClock(unanswered(), never);
    QCOMPARE(endOf(*run).first, EndReason::Idle);
    QCOMPARE(run->metrics().values(run->now()).pending, 2);
    QCOMPARE(shapeOf(*run), shapeOf(*runOf(unanswered())));
}

void WallClockRunTest::endsAtTheScenariosEnd()
{
    const auto run = runOnWallClock(with(unanswered(), {{"until", "3ms"}}), never);
    QCOMPARE(endOf(*run).first, EndReason::Until);
    QVERIFY(endOf(*run).second >= 3'000'000);
    QCOMPARE(*run->wakeUps().planned(endOf(*run).second), 3'000'000);
}

void WallClockRunTest::theScenariosEditsApplyAtTheirTimes()
{
    const Scenario scenario = scenarioWith({{"source.count", "3"},
                                            {"pattern.kind", "parallel-map"},
                                            {"pattern.limit", "1"},
                                            {"backend.latency", "5ms"},
                                            {"edits", R"([{"at":"2ms","set":{"pattern.limit":3}}])"}});
    const auto run = runOnWallClock(scenario, never);
    QCOMPARE(run->timeline().flags().size(), size_t(1));
    const Flag &flag = run->timeline().flags().front();
    QVERIFY(flag.t >= 2'000'000);
    QCOMPARE(run->trace().edit(run->trace().records()[flag.record]), (EditText{"pattern.limit", "1", "3"}));
    QCOMPARE(run->metrics().values(run->now()).maxInFlight, 3);
}

void WallClockRunTest::editsApplyNow()
{
    QThreadPool pool;
    const Scenario scenario = with(unanswered(), {{"until", "1h"}});
    WallClockRun running(scenario, pool);
    running.edit({{{}, QStringLiteral("pattern.limit"), 3}, {{}, QStringLiteral("backend.slowdown"), 0.5}});
    Run run(scenario, RunClock::System);
    std::vector<std::chrono::nanoseconds> edits;
    while (edits.empty()) {
        const WallClockRun::Piece piece = running.waitAndTake(1ms);
        run.append(piece.trace, piece.wakeUps, piece.now.count());
        edits = piece.edits;
    }
    QCOMPARE(edits.size(), size_t(1));
    QCOMPARE(run.timeline().flags().size(), size_t(2));
    QVERIFY(run.timeline().flags()[1].t <= edits.front().count());
    QCOMPARE(run.wakeUps().planned(run.timeline().flags()[0].t), std::nullopt);
    QVERIFY(!run.ended());
}

void WallClockRunTest::stopEndsIt()
{
    QThreadPool pool;
    const Scenario scenario = with(unanswered(), {{"until", "1h"}});
    WallClockRun running(scenario, pool);
    running.stop();
    running.stop();
    const auto run = toEnd(running, scenario);
    QCOMPARE(endOf(*run).first, EndReason::Stopped);
    QCOMPARE(running.take().trace.size(), 0);
    QCOMPARE(running.now().count(), run->now()); // Stands still.
}

void WallClockRunTest::runOnWallClockStopsWhenTold()
{
    const std::atomic<bool> stop = true;
    const auto run = runOnWallClock(with(unanswered(), {{"until", "1h"}}), stop);
    QCOMPARE(endOf(*run).first, EndReason::Stopped);
}

void WallClockRunTest::anOpenSourceWaitsForMore()
{
    QThreadPool pool;
    const auto tape = [](const char *events) {
        return scenarioWith({{"source", QStringLiteral(R"({"kind":"tape","events":[%1]})").arg(QLatin1String(events))},
                             {"pattern.kind", "debounce"},
                             {"pattern.delay", "1ms"},
                             {"backend.latency", "1ms"}});
    };
    const Scenario empty = tape("");
    WallClockRun running(empty, pool, WallClockRun::Source::Open);
    const auto arrived = [&](Run &run, size_t count) {
        while (run.timeline().in().size() < count) {
            const WallClockRun::Piece piece = running.waitAndTake(1ms);
            run.append(piece.trace, piece.wakeUps, piece.now.count());
        }
    };
    Run run(empty, RunClock::System);
    running.growSource(tape(R"({"at":"0ms","click":true})").source, WallClockRun::Source::Open);
    arrived(run, 1);
    running.growSource(tape(R"({"at":"0ms","click":true},{"at":"0ms","key":"q","text":"q"},{"at":"0ms","click":true})").source, WallClockRun::Source::Open);
    arrived(run, 3);
    QVERIFY(!run.ended());
    running.growSource(tape(R"({"at":"0ms","click":true},{"at":"0ms","key":"q","text":"q"},{"at":"0ms","click":true})").source, WallClockRun::Source::Complete);
    while (!run.ended()) {
        const WallClockRun::Piece piece = running.waitAndTake(1ms);
        run.append(piece.trace, piece.wakeUps, piece.now.count());
    }
    QCOMPARE(endOf(run).first, EndReason::Done);
    QCOMPARE(run.timeline().lanes().size(), size_t(3));
    for (const Lane &lane : run.timeline().lanes())
        QVERIFY(lane.settled >= 0);
    QCOMPARE(run.wakeUps().planned(run.timeline().in()[1].t), std::nullopt); // A person put it in, no timer.
}

void WallClockRunTest::allAtOnceEndsWithAll()
{
    const auto run = runOnWallClock(scenarioWith({{"source.count", "5000"}, {"pattern.kind", "gather"}, {"backend.latency", "1ms"}}), never);
    QCOMPARE(endOf(*run).first, EndReason::Done);
    QCOMPARE(run->metrics().values(run->now()).succeeded, 5000);
    QCOMPARE(run->wakeUps().count(), 5000);
}

void WallClockRunTest::canGoAtAnyTime()
{
    QThreadPool pool;
    for (const char *pattern : {"sequential", "gather", "parallel-map", "rate-limit", "race", "debounce"}) {
        for (const auto after : {0us, 200us, 2000us}) {
            const Scenario scenario = scenarioWith({{"source.count", "300"}, {"pattern.kind", QLatin1String(pattern)}, {"backend.latency", "1ms"}, {"backend.onCancel", "finish"}});
            WallClockRun running(scenario, pool);
            while (!running.take().ended && running.now() < after) {
            }
        }
    }
    pool.waitForDone();
}

QTEST_GUILESS_MAIN(WallClockRunTest)
#include "wall_clock_run_test.moc"
