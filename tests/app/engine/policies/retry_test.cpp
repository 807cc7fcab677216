// SPDX-License-Identifier: MIT
#include "app/engine/run_scenario.h"
#include "model/luck.h"

#include <cmath>

using namespace playground;
using namespace std::chrono_literals;

namespace {

/// One request that fails `fails` times, under a retry with these keys.
std::unique_ptr<Run> runRetried(const QString &fails, const QString &keys, const QString &error = "503")
{
    return runOfList(QStringLiteral(R"({"name":"a","fails":%1,"error":%2})").arg(fails, error),
                     {{"policies", QStringLiteral(R"([{"kind":"retry","base":"100ms","jitter":"none"%1}])").arg(keys)}});
}

} // namespace

/// The policy retry: what it tries again, and when.
class RetryTest : public QObject {
    Q_OBJECT

private slots:
    void triesAgainAfterGrowingBackOffs();
    void lastFailureIsTheResult();
    void retriesOnlyWhatItNames_data();
    void retriesOnlyWhatItNames();
    void capBoundsTheBackOff();
    void drawsTheJitterOfTheTryThatFailed();
    void neverSleepsPastWithin();
    void aBoundThatComesLaterCountsFromTheFirstTry();
    void switchedOffItDoesNothing();
    void anEditChangesTheNextBackOffOnly();
    void anEditOfAttemptsReachesCallsUnderWay();
};

void RetryTest::triesAgainAfterGrowingBackOffs()
{
    const auto run = runRetried("2", R"(,"factor":3)");
    QCOMPARE(lifeOf(*run, 1), (QStringList{"try 1 0ms-100ms failed 503", "backoff 100ms-200ms", "try 2 200ms-300ms failed 503", "backoff 300ms-600ms",
                                           "try 3 600ms-700ms succeeded 200"}));
    QCOMPARE(endsOf(*run), QStringList{"#1 succeeded 700ms"});
    QCOMPARE(run->timeline().lanes()[0].resultAttempt, 3u);
}

void RetryTest::lastFailureIsTheResult()
{
    const auto run = runRetried(R"("always")", R"(,"attempts":2)");
    QCOMPARE(endsOf(*run), QStringList{"#1 failed 300ms"});
    QCOMPARE(run->metrics().values(run->now()).attempts, 2);
}

void RetryTest::retriesOnlyWhatItNames_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("retryOn");
    QTest::addColumn<int>("attempts");
    QTest::newRow("5xx") << "503" << R"(["5xx"])" << 2;
    QTest::newRow("599") << "599" << R"(["5xx"])" << 2;
    QTest::newRow("5xx not named") << "503" << R"(["429","timeout","offline"])" << 1;
    QTest::newRow("429") << "429" << R"(["429"])" << 2;
    QTest::newRow("429 is no 5xx") << "429" << R"(["5xx"])" << 1;
    QTest::newRow("other 4xx") << "404" << R"(["5xx","429","timeout","offline"])" << 1;
    QTest::newRow("offline") << R"("offline")" << R"(["offline"])" << 2;
    QTest::newRow("offline not named") << R"("offline")" << R"(["5xx"])" << 1;
}

void RetryTest::retriesOnlyWhatItNames()
{
    QFETCH(QString, error);
    QFETCH(QString, retryOn);
    QFETCH(int, attempts);
    const auto run = runRetried("1", QStringLiteral(R"(,"retryOn":%1)").arg(retryOn), error);
    QCOMPARE(run->metrics().values(run->now()).attempts, attempts);
}

void RetryTest::capBoundsTheBackOff()
{
    const auto run = runRetried("3", R"(,"attempts":4,"cap":"150ms")");
    QCOMPARE(endsOf(*run), QStringList{"#1 succeeded 800ms"}); // 4 × 100 + 100 + 150 + 150.
}

void RetryTest::drawsTheJitterOfTheTryThatFailed()
{
    // The documented default scenario: #4 fails at 861.198 ms and waits 300 ms ± 20 %, with the luck of its first try.
    const auto run = runOf(defaultScenario());
    const double luck = draw(7, LuckStream::Backoff, 4, 1, 0);
    const auto backOff = std::chrono::nanoseconds(std::llround(240e6 + luck * 120e6));
    QCOMPARE(lifeOf(*run, 4)[2], QStringLiteral("backoff 861198us-%1").arg(durationText(861'198us + backOff)));
}

void RetryTest::neverSleepsPastWithin()
{
    const auto run = runRetried("2", R"(,"within":"399ms")");
    QCOMPARE(endsOf(*run), QStringList{"#1 failed 300ms"}); // The second back-off would end at 500 ms.
    QCOMPARE(endsOf(*runRetried("2", R"(,"within":"500ms")")), QStringList{"#1 succeeded 600ms"});
}

void RetryTest::aBoundThatComesLaterCountsFromTheFirstTry()
{
    // The second back-off of the call under way would end at 500 ms.
    Scenario scenario = runRetried("2", "")->scenario();
    scenario.edits = {{150ms, "policies.0.within", "499ms"}};
    QCOMPARE(endsOf(*runOf(scenario)), QStringList{"#1 failed 300ms"});
    scenario.edits = {{150ms, "policies.0.within", "500ms"}};
    QCOMPARE(endsOf(*runOf(scenario)), QStringList{"#1 succeeded 600ms"});
    // A bound that is taken away binds nobody any more.
    scenario = runRetried("2", R"(,"within":"499ms")")->scenario();
    scenario.edits = {{150ms, "policies.0.within", QJsonValue::Null}};
    QCOMPARE(endsOf(*runOf(scenario)), QStringList{"#1 succeeded 600ms"});
}

void RetryTest::switchedOffItDoesNothing()
{
    QCOMPARE(endsOf(*runRetried("1", R"(,"enabled":false)")), QStringList{"#1 failed 100ms"});
}

void RetryTest::anEditChangesTheNextBackOffOnly()
{
    Scenario scenario = runRetried("2", "")->scenario();
    scenario.edits = {{150ms, "policies.0.base", "10ms"}};
    // The first back-off keeps its end; the second is 20 ms instead of 200 ms.
    QCOMPARE(lifeOf(*runOf(scenario), 1), (QStringList{"try 1 0ms-100ms failed 503", "backoff 100ms-200ms", "try 2 200ms-300ms failed 503", "backoff 300ms-320ms",
                                                       "try 3 320ms-420ms succeeded 200"}));
}

void RetryTest::anEditOfAttemptsReachesCallsUnderWay()
{
    Scenario scenario = runRetried(R"("always")", R"(,"attempts":5)")->scenario();
    scenario.edits = {{250ms, "policies.retry.attempts", 2}};
    QCOMPARE(endsOf(*runOf(scenario)), QStringList{"#1 failed 300ms"});
}

QTEST_GUILESS_MAIN(RetryTest)
#include "retry_test.moc"
