// SPDX-License-Identifier: MIT
#include "app/engine/run_scenario.h"

using namespace playground;
using namespace std::chrono_literals;

namespace {

const QString three = R"({"name":"a"},{"name":"b","at":"60ms"},{"name":"c","at":"200ms"})";

} // namespace

/// The policy keep-latest: the newer call cancels the older.
class KeepLatestTest : public QObject {
    Q_OBJECT

private slots:
    void theNewerCancelsTheOlder_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const char *pattern : {"gather", "gather-safe", "parallel-map"})
            QTest::newRow(pattern) << pattern;
    }

    void theNewerCancelsTheOlder()
    {
        QFETCH(QString, pattern);
        // #1 is under way when #2 comes; #2 has been answered when #3 comes. It is no failure, so nobody else stops.
        const auto run = runOfList(three, {{"pattern.kind", pattern}, {"policies", R"([{"kind":"keep-latest"}])"}});
        QCOMPARE(endsOf(*run), (QStringList{"#1 cancelled 60ms by #2", "#2 succeeded 160ms", "#3 succeeded 300ms"}));
        QCOMPARE(lifeOf(*run, 1), QStringList{"try 1 0ms-60ms cancelled 0"});
        QCOMPARE(run->trace().part(run->timeline().lanes()[0].causePart)->kind, partkind::keepLatest);
        const Metrics::Values values = run->metrics().values(run->now());
        QCOMPARE(values.cancelled, 1);
        QCOMPARE(values.wasted, 60'000'000);
    }

    void theOlderIsNotTriedAgain()
    {
        const auto run = runOfList(three, {{"pattern.kind", "gather-safe"}, {"policies", R"([{"kind":"retry"},{"kind":"keep-latest"}])"}});
        QCOMPARE(endsOf(*run)[0], "#1 cancelled 60ms by #2");
    }

    void aBackOffAndAWaitAreCancelledToo()
    {
        const auto backingOff = runOfList(R"({"name":"a","fails":1},{"name":"b","at":"120ms"})",
                                          {{"pattern.kind", "gather-safe"}, {"policies", R"([{"kind":"keep-latest"},{"kind":"retry","base":"50ms","jitter":"none"}])"}});
        QCOMPARE(lifeOf(*backingOff, 1), (QStringList{"try 1 0ms-100ms failed 503", "backoff 100ms-120ms"}));
        QCOMPARE(endsOf(*backingOff), (QStringList{"#1 cancelled 120ms by #2", "#2 succeeded 220ms"}));
        // Both wait for a token, at 0 ms #1 has it, #2 waits from 20 ms and is cancelled at 50 ms by #3.
        const auto waiting = runOfList(R"({"name":"a","latency":"10ms"},{"name":"b","at":"20ms"},{"name":"c","at":"50ms"})",
                                       {{"pattern.kind", "gather-safe"}, {"policies", R"([{"kind":"keep-latest"},{"kind":"rate-limit","rate":10}])"}});
        QCOMPARE(endsOf(*waiting), (QStringList{"#1 succeeded 10ms", "#2 cancelled 50ms by #3", "#3 succeeded 200ms"}));
        QCOMPARE(lifeOf(*waiting, 2), QStringList{"token 20ms-50ms"});
    }
};

QTEST_GUILESS_MAIN(KeepLatestTest)
#include "keep_latest_test.moc"
