// SPDX-License-Identifier: MIT
#include "app/engine/run_scenario.h"

using namespace playground;
using namespace std::chrono_literals;

namespace {

/// One request that takes 100 ms, under these policies.
std::unique_ptr<Run> runUnder(const QString &policies, const QString &item = R"({"name":"a"})")
{
    return runOfList(item, {{"policies", policies}});
}

} // namespace

/// The policy timeout: alone, around and inside retry.
class TimeoutTest : public QObject {
    Q_OBJECT

private slots:
    void givesUpAtItsDeadline();
    void anAnswerAtTheDeadlineIsInTime();
    void endsWhatNeverAnswers();
    void outsideRetryItCoversAllTries();
    void insideRetryItCoversEachTry();
    void givesADefaultValue();
    void innerTimeoutIsNoDefault();
    void stopsTheOthersUnderGather();
    void anEditReachesTheNextCall();
};

void TimeoutTest::givesUpAtItsDeadline()
{
    const auto run = runUnder(R"([{"kind":"timeout","after":"40ms"}])");
    QCOMPARE(endsOf(*run), QStringList{"#1 timed out 40ms"});
    QCOMPARE(lifeOf(*run, 1), QStringList{"try 1 0ms-40ms timed out 0"});
    const Metrics::Values values = run->metrics().values(run->now());
    QCOMPARE(values.timedOut, 1);
    QCOMPARE(values.failed, 0);
    QCOMPARE(values.wasted, 40'000'000);
    // The attempt and the request name the card as the cause.
    const PartInfo *cause = run->trace().part(run->timeline().lanes()[0].causePart);
    QVERIFY(cause);
    QCOMPARE(cause->path, "policies.0");
}

void TimeoutTest::anAnswerAtTheDeadlineIsInTime()
{
    QCOMPARE(endsOf(*runUnder(R"([{"kind":"timeout","after":"100ms"}])")), QStringList{"#1 succeeded 100ms"});
}

void TimeoutTest::endsWhatNeverAnswers()
{
    QCOMPARE(endsOf(*runUnder(R"([{"kind":"timeout","after":"1s"}])", R"({"name":"a","fails":1,"error":"hang"})")), QStringList{"#1 timed out 1s"});
}

void TimeoutTest::outsideRetryItCoversAllTries()
{
    const auto run = runUnder(R"([{"kind":"timeout","after":"250ms"},{"kind":"retry","base":"100ms","jitter":"none"}])", R"({"name":"a","fails":1})");
    QCOMPARE(lifeOf(*run, 1), (QStringList{"try 1 0ms-100ms failed 503", "backoff 100ms-200ms", "try 2 200ms-250ms timed out 0"}));
    QCOMPARE(endsOf(*run), QStringList{"#1 timed out 250ms"});
    // During the back-off it ends that.
    const auto sooner = runUnder(R"([{"kind":"timeout","after":"150ms"},{"kind":"retry","base":"100ms","jitter":"none"}])", R"({"name":"a","fails":1})");
    QCOMPARE(lifeOf(*sooner, 1), (QStringList{"try 1 0ms-100ms failed 503", "backoff 100ms-150ms"}));
    QCOMPARE(endsOf(*sooner), QStringList{"#1 timed out 150ms"});
}

void TimeoutTest::insideRetryItCoversEachTry()
{
    const auto run = runUnder(R"([{"kind":"retry","attempts":2,"base":"100ms","jitter":"none"},{"kind":"timeout","after":"60ms"}])");
    QCOMPARE(lifeOf(*run, 1), (QStringList{"try 1 0ms-60ms timed out 0", "backoff 60ms-160ms", "try 2 160ms-220ms timed out 0"}));
    QCOMPARE(endsOf(*run), QStringList{"#1 timed out 220ms"});
}

void TimeoutTest::givesADefaultValue()
{
    const auto run = runUnder(R"([{"kind":"timeout","after":"40ms","result":"default"}])");
    QCOMPARE(endsOf(*run), QStringList{"#1 succeeded 40ms by default"});
    const Metrics::Values values = run->metrics().values(run->now());
    QCOMPARE(values.succeeded, 1);
    QCOMPARE(values.defaulted, 1);
    QCOMPARE(values.wastedAttempts, 1);
}

void TimeoutTest::innerTimeoutIsNoDefault()
{
    const auto run = runUnder(R"([{"kind":"timeout","after":"80ms","result":"default"},{"kind":"timeout","after":"40ms"}])");
    QCOMPARE(endsOf(*run), QStringList{"#1 timed out 40ms"});
}

void TimeoutTest::stopsTheOthersUnderGather()
{
    const auto run = runUnder(R"([{"kind":"timeout","after":"150ms"}])", R"({"name":"a","latency":"200ms"},{"name":"b","at":"20ms","latency":"140ms"},{"name":"c","at":"100ms"})");
    QCOMPARE(endsOf(*run), (QStringList{"#1 timed out 150ms", "#2 cancelled 150ms by #1", "#3 cancelled 150ms by #1"}));
}

void TimeoutTest::anEditReachesTheNextCall()
{
    Scenario scenario = runUnder(R"([{"kind":"timeout","after":"150ms"}])")->scenario();
    scenario = with(scenario, {{"source", R"({"kind":"count","count":2})"}, {"pattern.kind", "sequential"}, {"pattern.onError", "collect"}});
    scenario.edits = {{50ms, "policies.timeout.after", "30ms"}};
    QCOMPARE(endsOf(*runOf(scenario)), (QStringList{"#1 succeeded 100ms", "#2 timed out 130ms"}));
}

QTEST_GUILESS_MAIN(TimeoutTest)
#include "timeout_test.moc"
