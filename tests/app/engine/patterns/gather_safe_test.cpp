// SPDX-License-Identifier: MIT
#include "app/engine/run_scenario.h"

using namespace playground;

/// gather-safe: all at once, and every one to its own end.
class GatherSafeTest : public QObject {
    Q_OBJECT

private slots:
    void failuresDisturbNobody();
    void everyFailureCounts();
    void waitsForLateArrivals();
};

void GatherSafeTest::failuresDisturbNobody()
{
    const auto run = runOfList(R"({"name":"a","fails":"always"},{"name":"b","latency":"200ms"},{"name":"c","latency":"300ms","fails":"always","error":"offline"})",
                               {{"pattern.kind", "gather-safe"}});
    QCOMPARE(endsOf(*run), (QStringList{"#1 failed 100ms", "#2 succeeded 200ms", "#3 failed 300ms"}));
    QCOMPARE(lifeOf(*run, 1), QStringList{"try 1 0ms-100ms failed 503"});
    QCOMPARE(lifeOf(*run, 3), QStringList{QStringLiteral("try 1 0ms-300ms failed %1").arg(codeOffline)});
    QCOMPARE(endOf(*run), std::pair(EndReason::Done, qint64(300'000'000)));
}

void GatherSafeTest::everyFailureCounts()
{
    const Metrics::Values values = valuesOf(scenarioWith({{"source.count", "100"}, {"pattern.kind", "gather-safe"}, {"backend.failure", R"({"kind":"every","n":5})"}}));
    QCOMPARE(values.failed, 20);
    QCOMPARE(values.succeeded, 80);
    QCOMPARE(values.cancelled, 0);
}

void GatherSafeTest::waitsForLateArrivals()
{
    const auto run = runOfList(R"({"name":"a","fails":1},{"name":"b","at":"1s"})", {{"pattern.kind", "gather-safe"}});
    QCOMPARE(endsOf(*run), (QStringList{"#1 failed 100ms", "#2 succeeded 1.1s"}));
}

QTEST_GUILESS_MAIN(GatherSafeTest)
#include "gather_safe_test.moc"
