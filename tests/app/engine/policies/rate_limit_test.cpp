// SPDX-License-Identifier: MIT
#include "app/engine/run_scenario.h"

using namespace playground;
using namespace std::chrono_literals;

namespace {

/// `count` requests at once, each 10 ms at the server, under these policies.
Scenario atOnce(int count, const QString &policies)
{
    return scenarioWith({{"source.count", QString::number(count)}, {"pattern.kind", "gather-safe"}, {"policies", policies}, {"backend.latency", "10ms"}});
}

} // namespace

/// The policy rate-limit: token bucket, strict window, pause.
class RateLimitTest : public QObject {
    Q_OBJECT

private slots:
    void startsAtTheRate()
    {
        // Starts at 0, 100 and 200 ms.
        const auto run = runOf(atOnce(3, R"([{"kind":"rate-limit","rate":10}])"));
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 10ms", "#2 succeeded 110ms", "#3 succeeded 210ms"}));
        QCOMPARE(lifeOf(*run, 3), (QStringList{"token 0ms-200ms", "try 1 200ms-210ms succeeded 200"}));
        QCOMPARE(run->metrics().values(run->now()).wait->max, 200'000'000);
    }

    void aBurstStartsAtOnce()
    {
        QCOMPARE(endsOf(*runOf(atOnce(4, R"([{"kind":"rate-limit","rate":10,"burst":3}])"))),
                 (QStringList{"#1 succeeded 10ms", "#2 succeeded 10ms", "#3 succeeded 10ms", "#4 succeeded 110ms"}));
    }

    void aStrictWindowIsNeverExceeded()
    {
        // Two in any 200 ms: starts at 0, 0, 200, 200 and 400 ms.
        QCOMPARE(endsOf(*runOf(atOnce(5, R"([{"kind":"rate-limit","rate":10,"window":"200ms"}])"))),
                 (QStringList{"#1 succeeded 10ms", "#2 succeeded 10ms", "#3 succeeded 210ms", "#4 succeeded 210ms", "#5 succeeded 410ms"}));
    }

    void tellsWhenTokensOfAStrictWindowComeBack()
    {
        const auto run = runOfList(R"({"name":"a"},{"name":"b","at":"50ms"},{"name":"c","at":"300ms"})",
                                   {{"pattern.kind", "gather-safe"}, {"backend.latency", "10ms"},
                                    {"policies", R"([{"kind":"rate-limit","rate":10,"window":"200ms"}])"}});
        QStringList levels;
        for (const LevelTrack &track : run->timeline().levels()) {
            for (const LevelTrack::At &step : track.steps)
                levels << QStringLiteral("%1 %2").arg(durationText(std::chrono::nanoseconds(step.t))).arg(step.value);
        }
        QCOMPARE(levels, (QStringList{"0ms 2", "0ms 1", "50ms 0", "200ms 1", "250ms 2", "300ms 1"}));
    }

    void insideRetryEachTryTakesAToken()
    {
        const QString item = R"({"name":"a","fails":1})";
        const auto inside = runOfList(item, {{"policies", R"([{"kind":"retry","base":"20ms","jitter":"none"},{"kind":"rate-limit","rate":5}])"}});
        // Try 1 ends at 100 ms, the back-off at 120 ms, the next token comes at 200 ms.
        QCOMPARE(lifeOf(*inside, 1), (QStringList{"try 1 0ms-100ms failed 503", "backoff 100ms-120ms", "token 120ms-200ms", "try 2 200ms-300ms succeeded 200"}));
        const auto outside = runOfList(item, {{"policies", R"([{"kind":"rate-limit","rate":5},{"kind":"retry","base":"20ms","jitter":"none"}])"}});
        QCOMPARE(endsOf(*outside), QStringList{"#1 succeeded 220ms"});
    }

    void one429PausesEverybody()
    {
        // The server takes one in 500 ms. #2 comes at 100 ms, is refused at 120 ms and told to come back in 380 ms; nobody starts before 500 ms.
        Scenario scenario = with(atOnce(4, R"([{"kind":"rate-limit","rate":10,"pauseOn429":true}])"), {{"backend.rate", "2"}});
        const auto run = runOf(scenario);
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 10ms", "#2 failed 120ms", "#3 succeeded 510ms", "#4 failed 620ms"}));
        QCOMPARE(lifeOf(*run, 3), (QStringList{"token 0ms-120ms", "pause 120ms-500ms", "try 1 500ms-510ms succeeded 200"}));
        QCOMPARE(run->metrics().values(run->now()).refused, 2);
        // Without the pause #3 comes at 200 ms and is refused, too.
        scenario = with(scenario, {{"policies.0.pauseOn429", "false"}});
        QCOMPARE(endsOf(*runOf(scenario)), (QStringList{"#1 succeeded 10ms", "#2 failed 120ms", "#3 failed 220ms", "#4 failed 320ms"}));
    }

    void aNewRateRetimesThoseWhoWait()
    {
        // At 50 ms half a token lacks for #2: at 20 per second it comes 25 ms later, the next 50 ms after that.
        Scenario scenario = atOnce(3, R"([{"kind":"rate-limit","rate":10}])");
        scenario.edits = {{50ms, "policies.0.rate", 20}};
        QCOMPARE(endsOf(*runOf(scenario)), (QStringList{"#1 succeeded 10ms", "#2 succeeded 85ms", "#3 succeeded 135ms"}));
    }

    void aNewWindowRetimesThoseWhoWait()
    {
        // One in any 100 ms becomes one in 200 ms... of the same rate: two in 200 ms, so #2 goes on at once.
        Scenario scenario = atOnce(3, R"([{"kind":"rate-limit","rate":10,"window":"100ms"}])");
        scenario.edits = {{50ms, "policies.0.window", "200ms"}};
        QCOMPARE(endsOf(*runOf(scenario)), (QStringList{"#1 succeeded 10ms", "#2 succeeded 60ms", "#3 succeeded 210ms"}));
    }

    void whoGivesUpTakesNoToken()
    {
        // #2 gives up at 50 ms; its token goes to #3, which comes at 60 ms.
        const auto run = runOfList(R"({"name":"a"},{"name":"b"},{"name":"c","at":"60ms"})",
                                   {{"pattern.kind", "gather-safe"}, {"backend.latency", "10ms"},
                                    {"policies", R"([{"kind":"timeout","after":"50ms"},{"kind":"rate-limit","rate":10}])"}});
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 10ms", "#2 timed out 50ms", "#3 succeeded 110ms"}));
    }
};

QTEST_GUILESS_MAIN(RateLimitTest)
#include "rate_limit_test.moc"
