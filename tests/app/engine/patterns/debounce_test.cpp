// SPDX-License-Identifier: MIT
#include "app/engine/patterns/dispatch_times.h"

using namespace playground;
using namespace std::chrono_literals;

namespace {

/// Two bursts; the second begins exactly where the quiet period after the first ends.
const std::vector<int> twoBursts{0, 100, 200, 500, 650};
const std::vector<int> everyTenth{0, 100, 200, 300, 400, 500, 600, 700};

std::unique_ptr<Run> runOfTwoBursts(const Settings &settings = {})
{
    return runOf(scenarioWith(Settings{{"source", tapeAt(twoBursts)}, {"pattern.kind", "debounce"}} + settings));
}

} // namespace

/// debounce: one call for a burst of inputs.
class DebounceTest : public QObject {
    Q_OBJECT

private slots:
    void trailingSendsTheLastInputOfABurst()
    {
        const auto run = runOfTwoBursts();
        QCOMPARE(outOf(*run), (QStringList{"#3 500ms", "#5 950ms"}));
        QCOMPARE(endsOf(*run), (QStringList{"#1 dropped 100ms by #2", "#2 dropped 200ms by #3", "#3 succeeded 600ms", "#4 dropped 650ms by #5",
                                            "#5 succeeded 1.05s"}));
        QCOMPARE(lifeOf(*run, 2), QStringList{"quiet 100ms-200ms"});
        QCOMPARE(lifeOf(*run, 5), (QStringList{"quiet 650ms-950ms", "try 1 950ms-1.05s succeeded 200"}));
    }
    void leadingSendsTheFirstInputOfABurst()
    {
        const auto run = runOfTwoBursts({{"pattern.leading", "true"}, {"pattern.trailing", "false"}});
        QCOMPARE(outOf(*run), (QStringList{"#1 0ms", "#4 500ms"}));
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 dropped 100ms by #1", "#3 dropped 200ms by #1", "#4 succeeded 600ms",
                                            "#5 dropped 650ms by #4"}));
    }
    void bothSendTheFirstAndTheLast()
    {
        const auto run = runOfTwoBursts({{"pattern.leading", "true"}});
        QCOMPARE(outOf(*run), (QStringList{"#1 0ms", "#3 500ms", "#4 500ms", "#5 950ms"}));
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 dropped 200ms by #3", "#3 succeeded 600ms", "#4 succeeded 600ms",
                                            "#5 succeeded 1.05s"}));
    }
    void aBurstOfOneIsSentOnce() { QCOMPARE(outOf(R"({"kind":"debounce","leading":true})", {0, 1000}), (QStringList{"#1 0ms", "#2 1s"})); }
    void theLongestWaitSendsInTheMidstOfABurst()
    {
        QCOMPARE(outOf(R"({"kind":"debounce","maxWait":"400ms"})", everyTenth), (QStringList{"#4 400ms", "#8 800ms"}));
        QCOMPARE(outOf(R"({"kind":"debounce","maxWait":"400ms","leading":true})", everyTenth), (QStringList{"#1 0ms", "#5 500ms", "#8 900ms"}));
    }
    void withoutOverlapADueCallWaitsForItsTurn()
    {
        const Settings settings{{"source", tapeAt({0, 200, 400})}, {"backend.latency", "1s"}};
        const auto turns = runOf(scenarioWith(settings + Settings{{"pattern", R"({"kind":"debounce","delay":"100ms","overlap":false})"}}));
        QCOMPARE(outOf(*turns), (QStringList{"#1 100ms", "#2 1.1s", "#3 2.1s"}));
        QCOMPARE(lifeOf(*turns, 2), (QStringList{"quiet 200ms-300ms", "turn 300ms-1.1s", "try 1 1.1s-2.1s succeeded 200"}));
        QCOMPARE(lifeOf(*turns, 3), (QStringList{"quiet 400ms-500ms", "turn 500ms-2.1s", "try 1 2.1s-3.1s succeeded 200"}));
        const auto overlapping = runOf(scenarioWith(settings + Settings{{"pattern", R"({"kind":"debounce","delay":"100ms"})"}}));
        QCOMPARE(outOf(*overlapping), (QStringList{"#1 100ms", "#2 300ms", "#3 500ms"}));
    }
    void whatWasReplacedIsDroppedAndNotRejected()
    {
        const auto run = runOfTwoBursts();
        const auto values = run->metrics().values(run->now());
        QCOMPARE(values.requests, 5);
        QCOMPARE(values.succeeded, 2);
        QCOMPARE(values.dropped, 3);
        QCOMPARE(values.rejected, 0);
        QCOMPARE(values.attempts, 2);
        QCOMPARE(values.latency->max, 400'000'000); // From their own key.
        QCOMPARE(values.latency->min, 400'000'000);
    }
    void theTimerSaysItsLength()
    {
        const auto run = runOfTwoBursts();
        std::vector<Level> levels;
        for (const Record &record : run->trace().records()) {
            if (record.kind == EventKind::Level)
                levels.push_back(run->trace().level(record));
        }
        QVERIFY(levels.front() == (Level{"timer", 0.3, -1, 0.3}));
        QVERIFY(levels.back() == (Level{"timer", 0, 0, 0.3}));
    }
    void aNewDelayCountsForThoseWhoWait()
    {
        const QString pattern = R"({"kind":"debounce"})";
        QCOMPARE(outOf(pattern, {0, 200}, {{250ms, "pattern.delay", "100ms"}}), QStringList{"#2 300ms"});
        QCOMPARE(outOf(pattern, {0, 200}, {{250ms, "pattern.delay", "1s"}}), QStringList{"#2 1.2s"});
        QCOMPARE(outOf(pattern, {0, 200}, {{250ms, "pattern.delay", "20ms"}}), QStringList{"#2 250ms"}); // Its end has passed already.
        QCOMPARE(outOf(pattern, {0, 200}, {{500ms, "pattern.delay", "1s"}}), QStringList{"#2 500ms"});   // What is due goes first.
    }
    void aNewLongestWaitCountsForThoseWhoWait()
    {
        const std::vector<Edit> edits{{350ms, "pattern.maxWait", "400ms"}};
        QCOMPARE(outOf(R"({"kind":"debounce"})", everyTenth, edits), (QStringList{"#4 400ms", "#8 800ms"}));
        QCOMPARE(outOf(R"({"kind":"debounce","maxWait":"400ms"})", everyTenth, {{350ms, "pattern.maxWait", QJsonValue::Null}}), QStringList{"#8 1s"});
    }
    void whatWaitsWhenTheRunIsCutIsPending()
    {
        const auto run = runOfTwoBursts({{"until", "400ms"}});
        QCOMPARE(endsOf(*run), (QStringList{"#1 dropped 100ms by #2", "#2 dropped 200ms by #3", "#3 pending"}));
        QCOMPARE(endOf(*run), (std::pair{EndReason::Until, qint64(400'000'000)}));
        QCOMPARE(run->metrics().values(run->now()).pending, 3);
    }
    void theEndOfTheInputEndsNoQuietPeriod()
    {
        const Settings tape{{"source", R"({"kind":"tape","events":[{"at":"0ms","key":"a"}],"end":"2s"})"}, {"pattern.kind", "debounce"}};
        const auto run = runOf(scenarioWith(tape));
        QCOMPARE(endsOf(*run), QStringList{"#1 succeeded 400ms"});
        QCOMPARE(endOf(*run), (std::pair{EndReason::Done, qint64(2'000'000'000)}));
    }
    void aFailureIsTheBusinessOfItsRequestAlone()
    {
        const auto run = runOfList(R"({"name":"a","fails":1},{"name":"b","at":"1s"})", {{"pattern.kind", "debounce"}});
        QCOMPARE(endsOf(*run), (QStringList{"#1 failed 400ms", "#2 succeeded 1.4s"}));
    }
};

QTEST_GUILESS_MAIN(DebounceTest)
#include "debounce_test.moc"
