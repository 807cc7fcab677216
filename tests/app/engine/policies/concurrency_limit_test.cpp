// SPDX-License-Identifier: MIT
#include "app/engine/run_scenario.h"

using namespace playground;
using namespace std::chrono_literals;

namespace {

/// `count` requests at once, each 100 ms at the server, under these policies.
Scenario atOnce(int count, const QString &policies)
{
    return scenarioWith({{"source.count", QString::number(count)}, {"pattern.kind", "gather-safe"}, {"policies", policies}});
}

} // namespace

/// The policy concurrency-limit: alone, with retry and with timeout, in both orders.
class ConcurrencyLimitTest : public QObject {
    Q_OBJECT

private slots:
    void letsSoManyInAtATime()
    {
        // Five of 100 ms, two at a time: they end at 100, 100, 200, 200 and 300 ms.
        const auto run = runOf(atOnce(5, R"([{"kind":"concurrency-limit","limit":2}])"));
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 100ms", "#2 succeeded 100ms", "#3 succeeded 200ms", "#4 succeeded 200ms", "#5 succeeded 300ms"}));
        QCOMPARE(lifeOf(*run, 5), (QStringList{"slot 0ms-200ms", "try 1 200ms-300ms succeeded 200"}));
        const Metrics::Values values = run->metrics().values(run->now());
        QCOMPARE(values.maxInFlight, 2);
        QCOMPARE(values.wait->max, 200'000'000);
    }

    void outsideRetryTheSlotIsKeptDuringTheBackOff()
    {
        // #1 fails at 100 ms and is tried again at 150 ms; #2 gets the only slot when it is done, at 250 ms.
        const QString items = R"({"name":"a","fails":1},{"name":"b"})";
        const auto run = runOfList(items, {{"pattern.kind", "gather-safe"},
                                           {"policies", R"([{"kind":"concurrency-limit","limit":1},{"kind":"retry","base":"50ms","jitter":"none"}])"}});
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 250ms", "#2 succeeded 350ms"}));
        QCOMPARE(lifeOf(*run, 2), (QStringList{"slot 0ms-250ms", "try 1 250ms-350ms succeeded 200"}));
    }

    void insideRetryTheSlotIsGivenBackDuringTheBackOff()
    {
        // #2 gets the slot when #1 fails, at 100 ms; #1 wants it again at 150 ms and waits until 200 ms.
        const QString items = R"({"name":"a","fails":1},{"name":"b"})";
        const auto run = runOfList(items, {{"pattern.kind", "gather-safe"},
                                           {"policies", R"([{"kind":"retry","base":"50ms","jitter":"none"},{"kind":"concurrency-limit","limit":1}])"}});
        QCOMPARE(endsOf(*run), (QStringList{"#1 succeeded 300ms", "#2 succeeded 200ms"}));
        QCOMPARE(lifeOf(*run, 1), (QStringList{"try 1 0ms-100ms failed 503", "backoff 100ms-150ms", "slot 150ms-200ms", "try 2 200ms-300ms succeeded 200"}));
    }

    void aTimeoutOutsideCoversTheWaitAndOneInsideDoesNot()
    {
        QCOMPARE(endsOf(*runOf(atOnce(2, R"([{"kind":"timeout","after":"150ms"},{"kind":"concurrency-limit","limit":1}])"))),
                 (QStringList{"#1 succeeded 100ms", "#2 timed out 150ms"}));
        QCOMPARE(endsOf(*runOf(atOnce(2, R"([{"kind":"concurrency-limit","limit":1},{"kind":"timeout","after":"150ms"}])"))),
                 (QStringList{"#1 succeeded 100ms", "#2 succeeded 200ms"}));
    }

    void whoIsCancelledWhileItWaitsTakesNothing()
    {
        // #2 gives up at 50 ms, so #3 gets the slot of #1 at 100 ms.
        const Scenario scenario = atOnce(3, R"([{"kind":"timeout","after":"150ms"},{"kind":"concurrency-limit","limit":1}])");
        QCOMPARE(endsOf(*runOf(scenario)), (QStringList{"#1 succeeded 100ms", "#2 timed out 150ms", "#3 timed out 150ms"}));
        const auto run = runOfList(R"({"name":"a"},{"name":"b"},{"name":"c","at":"60ms"})",
                                   {{"pattern.kind", "gather-safe"},
                                    {"policies", R"([{"kind":"timeout","after":"150ms"},{"kind":"concurrency-limit","limit":1},{"kind":"timeout","after":"40ms"}])"}});
        // Each holds the slot for 40 ms at most: a 0-40, b 40-80, c 80-120.
        QCOMPARE(endsOf(*run), (QStringList{"#1 timed out 40ms", "#2 timed out 80ms", "#3 timed out 120ms"}));
    }

    void anEditLetsWaitersGoOnOrTakesNoPermitAway()
    {
        Scenario scenario = atOnce(4, R"([{"kind":"concurrency-limit","limit":1}])");
        scenario.edits = {{50ms, "policies.0.limit", 3}};
        QCOMPARE(endsOf(*runOf(scenario)), (QStringList{"#1 succeeded 100ms", "#2 succeeded 150ms", "#3 succeeded 150ms", "#4 succeeded 200ms"}));
        scenario = atOnce(4, R"([{"kind":"concurrency-limit","limit":2}])");
        scenario.edits = {{50ms, "policies.0.limit", 1}};
        QCOMPARE(endsOf(*runOf(scenario)), (QStringList{"#1 succeeded 100ms", "#2 succeeded 100ms", "#3 succeeded 200ms", "#4 succeeded 300ms"}));
    }
};

QTEST_GUILESS_MAIN(ConcurrencyLimitTest)
#include "concurrency_limit_test.moc"
