// SPDX-License-Identifier: MIT
#include "app/engine/run_scenario.h"

using namespace playground;
using namespace std::chrono_literals;

/// rate-limit: calls start at a rate, and overlap.
class RateLimitTest : public QObject {
    Q_OBJECT

private slots:
    void startsAtTheRate()
    {
        const auto values = valuesOf(scenarioWith({{"source.count", "100"}, {"pattern.kind", "rate-limit"}}));
        QCOMPARE(values.virtualTime, 10'000'000'000);
        QCOMPARE(values.succeeded, 100);
    }
    void aBurstStartsAtOnce()
    {
        const auto run = runOf(scenarioWith({{"source.count", "5"}, {"pattern.kind", "rate-limit"}, {"pattern.burst", "3"}}));
        QCOMPARE(lifeOf(*run, 3), QStringList{"try 1 0ms-100ms succeeded 200"});
        QCOMPARE(lifeOf(*run, 5), (QStringList{"token 0ms-200ms", "try 1 200ms-300ms succeeded 200"}));
    }
    void aStrictWindowHoldsItsNumber()
    {
        const auto run = runOf(scenarioWith({{"source.count", "5"}, {"pattern", R"({"kind":"rate-limit","rate":2,"window":"1s"})"}}));
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 succeeded 100ms", "#3 succeeded 1.1s", "#4 succeeded 1.1s", "#5 succeeded 2.1s"}));
    }
    void anyNumberThatTheTableAllowsRuns()
    {
        // A million a second for a day is more than the library counts in one window.
        const QString rule = QStringLiteral(R"({"kind":"rate-limit","rate":1000000,"window":"24h"})");
        QCOMPARE(valuesOf(scenarioWith({{"source.count", "8"}, {"pattern", rule}})).succeeded, 8);
        QCOMPARE(valuesOf(scenarioWith({{"source.count", "8"}, {"policies", u'[' + rule + u']'}})).succeeded, 8);
    }
    void aLimitBoundsThoseInFlight()
    {
        const auto run = runOf(scenarioWith({{"source.count", "3"}, {"backend.latency", "1s"}, {"pattern", R"({"kind":"rate-limit","limit":1})"}}));
        QCOMPARE(lifeOf(*run, 3), (QStringList{"slot 0ms-2s", "try 1 2s-3s succeeded 200"}));
    }
    void aNewRateRetimesThoseWhoWait()
    {
        Scenario scenario = scenarioWith({{"source.count", "3"}, {"pattern.kind", "rate-limit"}, {"pattern.rate", "1"}});
        scenario.edits = {{500ms, "pattern.rate", 10}};
        QCOMPARE(endsOf(*runOf(scenario)), (QStringList{"#1 succeeded 100ms", "#2 succeeded 650ms", "#3 succeeded 750ms"}));
    }
    void failuresStopOnlyWhereAsked()
    {
        const QString items = R"({"name":"a","fails":1},{"name":"b"},{"name":"c"})";
        QCOMPARE(endsOf(*runOfList(items, {{"pattern.kind", "rate-limit"}})), (QStringList{"#1 failed 100ms", "#2 succeeded 200ms", "#3 succeeded 300ms"}));
        QCOMPARE(endsOf(*runOfList(items, {{"pattern.kind", "rate-limit"}, {"pattern.onError", "stop"}, {"pattern.rate", "5"}})),
                 (QStringList{"#1 failed 100ms", "#2 cancelled 100ms by #1", "#3 cancelled 100ms by #1"}));
    }
};

QTEST_GUILESS_MAIN(RateLimitTest)
#include "rate_limit_test.moc"
