// SPDX-License-Identifier: MIT
#include "app/engine/patterns/dispatch_times.h"

using namespace playground;
using namespace std::chrono_literals;

namespace {

/// Four in quick succession, the last exactly at the end of a window of 300 ms, and two late ones.
const std::vector<int> clicks{0, 100, 200, 300, 650, 1000};

std::unique_ptr<Run> runOfClicks(const Settings &settings = {})
{
    return runOf(scenarioWith(Settings{{"source", tapeAt(clicks)}, {"pattern.kind", "throttle"}} + settings));
}

} // namespace

/// throttle: at most one call in each window.
class ThrottleTest : public QObject {
    Q_OBJECT

private slots:
    void bothEdgesSendTheFirstAndThenTheLatestOfEachWindow()
    {
        const auto run = runOfClicks();
        QCOMPARE(outOf(*run), (QStringList{"#1 0ms", "#3 300ms", "#4 600ms", "#5 900ms", "#6 1.2s"}));
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 dropped 200ms by #3", "#3 succeeded 400ms", "#4 succeeded 700ms", "#5 succeeded 1s",
                                            "#6 succeeded 1.3s"}));
        QCOMPARE(lifeOf(*run, 2), QStringList{"window 100ms-200ms"});
        QCOMPARE(lifeOf(*run, 4), (QStringList{"window 300ms-600ms", "try 1 600ms-700ms succeeded 200"}));
    }
    void leadingAloneSendsWhatComesBetweenWindows()
    {
        const auto run = runOfClicks({{"pattern.trailing", "false"}});
        QCOMPARE(outOf(*run), (QStringList{"#1 0ms", "#4 300ms", "#5 650ms", "#6 1s"}));
        QCOMPARE(endsOf(*run).mid(1, 2), (QStringList{"#2 dropped 100ms by #1", "#3 dropped 200ms by #1"}));
    }
    void trailingAloneOpensAWindowFirst()
    {
        const auto run = runOfClicks({{"pattern.leading", "false"}});
        QCOMPARE(outOf(*run), (QStringList{"#3 300ms", "#4 600ms", "#5 900ms", "#6 1.2s"}));
        QCOMPARE(endsOf(*run).mid(0, 2), (QStringList{"#1 dropped 100ms by #2", "#2 dropped 200ms by #3"}));
    }
    void anIdleWindowEndsInSilence()
    {
        QCOMPARE(outOf(R"({"kind":"throttle"})", {0, 1000, 1100}), (QStringList{"#1 0ms", "#2 1s", "#3 1.3s"}));
    }
    void paceSendsEveryInputInOrder()
    {
        const auto run = runOfClicks({{"pattern.mode", "pace"}});
        QCOMPARE(outOf(*run), (QStringList{"#1 0ms", "#2 300ms", "#3 600ms", "#4 900ms", "#5 1.2s", "#6 1.5s"}));
        QCOMPARE(run->metrics().values(run->now()).succeeded, 6);
        QCOMPARE(lifeOf(*run, 4), (QStringList{"window 300ms-900ms", "try 1 900ms-1s succeeded 200"}));
    }
    void whatWasReplacedIsDroppedAndNotRejected()
    {
        const auto run = runOfClicks({{"pattern.trailing", "false"}});
        const auto values = run->metrics().values(run->now());
        QCOMPARE(values.dropped, 2);
        QCOMPARE(values.rejected, 0);
        QCOMPARE(values.attempts, 4);
        QCOMPARE(values.latency->max, 100'000'000);
    }
    void aNewDelayCountsForTheOpenWindow()
    {
        const QString drop = R"({"kind":"throttle"})", pace = R"({"kind":"throttle","mode":"pace"})";
        QCOMPARE(outOf(drop, {0, 100}, {{200ms, "pattern.delay", "500ms"}}), (QStringList{"#1 0ms", "#2 500ms"}));
        QCOMPARE(outOf(drop, {0, 100}, {{200ms, "pattern.delay", "150ms"}}), (QStringList{"#1 0ms", "#2 200ms"}));
        QCOMPARE(outOf(pace, {0, 0, 0, 0, 0}, {{350ms, "pattern.delay", "100ms"}}),
                 (QStringList{"#1 0ms", "#2 300ms", "#3 400ms", "#4 500ms", "#5 600ms"}));
    }
    void whatWaitsWhenTheRunIsCutIsPending()
    {
        const auto run = runOf(scenarioWith({{"source.count", "3"}, {"pattern", R"({"kind":"throttle","mode":"pace"})"}, {"until", "450ms"}}));
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 succeeded 400ms", "#3 pending"}));
        QCOMPARE(endOf(*run), (std::pair{EndReason::Until, qint64(450'000'000)}));
    }
};

QTEST_GUILESS_MAIN(ThrottleTest)
#include "throttle_test.moc"
