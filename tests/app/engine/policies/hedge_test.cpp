// SPDX-License-Identifier: MIT
#include "app/engine/run_scenario.h"

#include <asyncade/error_hook.h>

using namespace playground;
using namespace std::chrono_literals;

namespace {

/// One request whose copies take 300, 100 and 200 ms: the list's values by request + try + copy − 2.
std::unique_ptr<Run> hedged(const QString &keys, const Settings &settings = {})
{
    return runOf(scenarioWith(Settings{{"source.count", "1"},
                                       {"backend.latency", R"({"kind":"list","values":["300ms","100ms","200ms"]})"},
                                       {"policies", QStringLiteral(R"([{"kind":"hedge"%1}])").arg(keys)}} + settings));
}

} // namespace

/// The policy hedge: when copies start, who wins, and what it costs.
class HedgeTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { asyncade::setErrorHook([](const asyncade::ErrorReport &) {}); }
    void cleanupTestCase() { asyncade::setErrorHook({}); }
    void theCopyWinsAndTheFirstIsCancelled()
    {
        const auto run = hedged(R"(,"after":"50ms")");
        QCOMPARE(endsOf(*run), QStringList{"#1 succeeded 150ms"});
        QCOMPARE(lifeOf(*run, 1), (QStringList{"try 1 0ms-150ms cancelled 0", "try 1 50ms-150ms succeeded 200"}));
        QCOMPARE(run->timeline().lanes()[0].resultAttempt, 2u);
        const Metrics::Values values = run->metrics().values(run->now());
        QCOMPARE(values.attempts, 2);
        QCOMPARE(values.wastedAttempts, 1);
        QCOMPARE(values.wasted, 150'000'000);
        QCOMPARE(values.maxInFlight, 2);
        const Span &lost = run->timeline().spans()[0];
        QCOMPARE(run->trace().part(lost.part)->kind, partkind::hedge);
    }

    void noCopyIsSentWhenTheAnswerIsInTime()
    {
        QCOMPARE(hedged(R"(,"after":"300ms")")->metrics().values(0).attempts, 1);
    }

    void sendsSoManyCopiesAtMost()
    {
        // Copies at 20 and 40 ms take 100 and 200 ms: copy 1 wins at 120 ms.
        const auto run = hedged(R"(,"after":"20ms","copies":2)");
        QCOMPARE(endsOf(*run), QStringList{"#1 succeeded 120ms"});
        QCOMPARE(run->metrics().values(run->now()).wastedAttempts, 2);
        QCOMPARE(run->timeline().spans()[2].copy, 2);
    }

    void failsWhenAllCopiesHaveFailed()
    {
        const auto run = hedged(R"(,"after":"50ms")", {{"backend.failure", R"({"kind":"first","attempts":"always"})"}});
        QCOMPARE(endsOf(*run), QStringList{"#1 failed 300ms"}); // Copy 1 failed at 150 ms, copy 0 at 300 ms.
        QCOMPARE(run->timeline().lanes()[0].resultAttempt, 2u); // The first failure.
        QCOMPARE(run->metrics().values(run->now()).wastedAttempts, 2);
    }

    void insideRetryEachTryIsHedgedAndOutsideEachCopyRetries()
    {
        const Settings fails{{"backend.latency", "100ms"}, {"backend.failure", R"({"kind":"first","attempts":1})"}};
        const auto inside = hedged("", fails + Settings{{"policies", R"([{"kind":"retry","base":"50ms","jitter":"none"},{"kind":"hedge","after":"60ms"}])"}});
        // Both copies of try 1 fail, at 100 and 160 ms; try 2 starts at 210 ms and succeeds at 310 ms; its copy is cancelled.
        QCOMPARE(endsOf(*inside), QStringList{"#1 succeeded 310ms"});
        QCOMPARE(inside->metrics().values(0).attempts, 4);
        const auto outside = hedged("", fails + Settings{{"policies", R"([{"kind":"hedge","after":"60ms"},{"kind":"retry","base":"50ms","jitter":"none"}])"}});
        // Copy 0: 0-100 fails, 150-250 succeeds. Copy 1: 60-160 fails, its second try at 210 ms is cancelled at 250 ms.
        QCOMPARE(endsOf(*outside), QStringList{"#1 succeeded 250ms"});
        QCOMPARE(outside->metrics().values(0).attempts, 4);
    }

    void anEditReachesTheNextCopy()
    {
        Scenario scenario = hedged(R"(,"after":"50ms","copies":2)", {{"backend.latency", "400ms"}})->scenario();
        scenario.edits = {{10ms, "policies.0.after", "20ms"}};
        const auto run = runOf(scenario);
        QCOMPARE(run->timeline().spans()[1].begin, 50'000'000); // This pause keeps its end.
        QCOMPARE(run->timeline().spans()[2].begin, 70'000'000);
    }
};

QTEST_GUILESS_MAIN(HedgeTest)
#include "hedge_test.moc"
