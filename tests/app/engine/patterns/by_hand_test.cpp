// SPDX-License-Identifier: MIT
#include "app/engine/patterns/dispatch_times.h"

using namespace playground;

namespace {

/// 100 fetches that ask at t = 0 and take 100 ms each, with these settings.
std::unique_ptr<Run> hundredFetches(const Settings &settings)
{
    return runOf(scenarioWith(Settings{{"source.count", "100"}, {"backend.latency", "100ms"}} + settings));
}

QString inMs(qint64 ns) { return QString::number(double(ns) / 1e6); }

/// What can be worked out with pencil and paper, times in ms: the end, how requests ended, attempts and those in vain, the most in flight,
/// latency (least, mean, p50, p95, p99, most), wait (mean, most), results per second.
QString numbersOf(const Run &run)
{
    const Metrics::Values v = run.metrics().values(run.now());
    QStringList words{"end " + inMs(v.virtualTime)};
    for (const auto &[name, count] : {std::pair{"succeeded", v.succeeded}, {"failed", v.failed}, {"cancelled", v.cancelled}, {"dropped", v.dropped}}) {
        if (count > 0)
            words << QStringLiteral("%1 %2").arg(count).arg(QLatin1String(name));
    }
    words << QStringLiteral("%1 attempts").arg(v.attempts);
    if (v.wastedAttempts > 0)
        words << QStringLiteral("%1 in vain for %2").arg(v.wastedAttempts).arg(inMs(v.wasted));
    words << QStringLiteral("%1 in flight").arg(v.maxInFlight);
    if (v.latency)
        words << QStringLiteral("latency %1 %2 %3 %4 %5 %6").arg(inMs(v.latency->min), inMs(v.latency->mean), inMs(v.latency->p50), inMs(v.latency->p95),
                                                              inMs(v.latency->p99), inMs(v.latency->max));
    if (v.wait)
        words << QStringLiteral("wait %1 %2").arg(inMs(v.wait->mean), inMs(v.wait->max));
    if (v.throughputPerSecond)
        words << QStringLiteral("%1/s").arg(*v.throughputPerSecond);
    return words.join(QStringLiteral(", "));
}

QString endOfHundred(const QString &pattern, const QString &latency = QStringLiteral("100ms"))
{
    return inMs(hundredFetches({{"pattern", pattern}, {"backend.latency", latency}})->now());
}

/// Ten keys: three 120 ms apart, one by itself 560 ms later, and 400 ms after that six more, 150 ms apart.
const std::vector<int> tenKeys{0, 120, 240, 800, 1200, 1350, 1500, 1650, 1800, 1950};

/// The OUT marbles of the ten keys under a pattern: "#3 540".
QString marbles(const QString &pattern)
{
    const auto run = runOf(scenarioWith({{"source", tapeAt(tenKeys)}, {"pattern", pattern}}));
    QStringList out;
    for (const Marble &marble : run->timeline().out())
        out << QStringLiteral("#%1 %2").arg(marble.request).arg(inMs(marble.t));
    const Metrics::Values v = run->metrics().values(run->now());
    if (v.succeeded != out.size() || v.dropped != qint64(tenKeys.size()) - out.size())
        out << "and other numbers: " + numbersOf(*run);
    return out.join(QStringLiteral(", "));
}

} // namespace

/// Every pattern beside what pencil and paper say of it, to the nanosecond.
class ByHandTest : public QObject {
    Q_OBJECT

private slots:
    void everyPatternStandsHere()
    {
        for (const Kind *kind : kindsOf("pattern")) {
            QByteArray slot = kind->id.toLatin1();
            for (qsizetype dash; (dash = slot.indexOf('-')) >= 0;)
                slot = slot.left(dash) + char(std::toupper(slot[dash + 1])) + slot.mid(dash + 2);
            QVERIFY2(metaObject()->indexOfSlot(slot + "()") >= 0, qPrintable("no numbers by hand for " + kind->id));
        }
    }

    /// #k ends at 100·k, so the latencies are 100, 200 … 10 000 (mean 100·101/2), and it waits 100·(k − 1).
    void sequential()
    {
        QCOMPARE(numbersOf(*hundredFetches({{"pattern.kind", "sequential"}})),
                 "end 10000, 100 succeeded, 100 attempts, 1 in flight, latency 100 5050 5000 9500 9900 10000, wait 4950 9900, 10/s");
    }

    /// All of them at 100 ms.
    void gather()
    {
        QCOMPARE(numbersOf(*hundredFetches({{"pattern.kind", "gather"}})),
                 "end 100, 100 succeeded, 100 attempts, 100 in flight, latency 100 100 100 100 100 100, wait 0 0, 1000/s");
        // #40 answers in 40 ms, with an error: the 39 before it have succeeded (one every ms), the 60 behind are cancelled at 40 ms.
        // In vain: #40 and those 60, 61 × 40 ms.
        QStringList latencies;
        for (int ms = 1; ms <= 100; ++ms)
            latencies << QStringLiteral("\"%1ms\"").arg(ms);
        QCOMPARE(numbersOf(*hundredFetches({{"pattern.kind", "gather"},
                                            {"backend.latency", QStringLiteral(R"({"kind":"list","values":[%1]})").arg(latencies.join(u','))},
                                            {"backend.failure", R"({"kind":"named","requests":[40]})"}})),
                 "end 40, 39 succeeded, 1 failed, 60 cancelled, 100 attempts, 61 in vain for 2440, 100 in flight, latency 1 20 20 38 39 39, wait 0 0, 975/s");
    }

    /// Every fifth of them fails, at 100 ms, too: 20 attempts of 100 ms in vain, 80 results in 0.1 s.
    void gatherSafe()
    {
        QCOMPARE(numbersOf(*hundredFetches({{"pattern.kind", "gather-safe"}, {"backend.failure", R"({"kind":"every","n":5})"}})),
                 "end 100, 80 succeeded, 20 failed, 100 attempts, 20 in vain for 2000, 100 in flight, latency 100 100 100 100 100 100, wait 0 0, 800/s");
    }

    /// Ten batches: number b begins at 100·(b − 1) and ends at 100·b. #95 is in the last one.
    void batch()
    {
        QCOMPARE(numbersOf(*hundredFetches({{"pattern", R"({"kind":"batch","size":10})"}})),
                 "end 1000, 100 succeeded, 100 attempts, 10 in flight, latency 100 550 500 1000 1000 1000, wait 450 900, 100/s");
        QCOMPARE(endOfHundred(R"({"kind":"batch","size":9})"), "1200"); // 11 full ones and one of a single request.
        QCOMPARE(endOfHundred(R"({"kind":"batch","size":10,"delay":"50ms"})"), "1450"); // 10 × 100 and nine pauses of 50.
        QCOMPARE(endOfHundred(R"({"kind":"batch","size":10,"delay":"150ms","pace":"start-to-start"})"), "1450"); // 9 × 150, then 100.
        QCOMPARE(endOfHundred(R"({"kind":"batch","size":10,"delay":"50ms","pace":"start-to-start"})"), "1000"); // Never two at once.
        // Each batch of two waits for its slower one: 300, 300 and 200.
        QCOMPARE(endsOf(*uneven(R"({"kind":"batch","size":2})")), (QStringList{"#1 succeeded 300ms", "#2 succeeded 100ms", "#3 succeeded 500ms", "#4 succeeded 600ms",
                                                                              "#5 succeeded 700ms", "#6 succeeded 800ms"}));
    }

    /// As all take the same time, ten at a time are ten rounds.
    void parallelMap()
    {
        QCOMPARE(numbersOf(*hundredFetches({{"pattern", R"({"kind":"parallel-map","limit":10})"}})),
                 "end 1000, 100 succeeded, 100 attempts, 10 in flight, latency 100 550 500 1000 1000 1000, wait 450 900, 100/s");
        QCOMPARE(endOfHundred(R"({"kind":"parallel-map","limit":7})"), "1500");   // 14 rounds of seven and one of two.
        QCOMPARE(endOfHundred(R"({"kind":"parallel-map","limit":100})"), "100");  // As gather,
        QCOMPARE(endOfHundred(R"({"kind":"parallel-map","limit":1})"), "10000"); // and as one by one.
        // A slot is taken again at once: #3 begins at 100, #4 and #5 at 300, #6 at 400.
        QCOMPARE(endsOf(*uneven(R"({"kind":"parallel-map","limit":2})")),
                 (QStringList{"#1 succeeded 300ms", "#2 succeeded 100ms", "#3 succeeded 300ms", "#4 succeeded 600ms", "#5 succeeded 400ms", "#6 succeeded 600ms"}));
    }

    /// Number k begins at 100·(k − 1), when the one before has just ended: the numbers of one by one.
    void rateLimit()
    {
        QCOMPARE(numbersOf(*hundredFetches({{"pattern", R"({"kind":"rate-limit","rate":10,"burst":1})"}})),
                 "end 10000, 100 succeeded, 100 attempts, 1 in flight, latency 100 5050 5000 9500 9900 10000, wait 4950 9900, 10/s");
        // Of 250 ms three are under way at once (begun at 0, 100 and 200), and the last ends at 9900 + 250; p50 is 100·49 + 250.
        QCOMPARE(numbersOf(*hundredFetches({{"pattern", R"({"kind":"rate-limit","rate":10,"burst":1})"}, {"backend.latency", "250ms"}})),
                 "end 10150, 100 succeeded, 100 attempts, 3 in flight, latency 250 5200 5150 9650 10050 10150, wait 4950 9900, 9.852/s");
        QCOMPARE(endOfHundred(R"({"kind":"rate-limit","rate":10,"burst":10})"), "9100");               // Ten at once, the last of 90 more begins at 9000.
        QCOMPARE(endOfHundred(R"({"kind":"rate-limit","rate":10,"window":"1s"})"), "9100");            // Ten at the beginning of each second.
        QCOMPARE(endOfHundred(R"({"kind":"rate-limit","rate":10,"window":"500ms"})"), "9600");         // Five every 500 ms: the last at 19 × 500.
        QCOMPARE(endOfHundred(R"({"kind":"rate-limit","rate":10,"burst":1,"limit":1})", "250ms"), "25000"); // Tokens lie ready; the calls take 250 each.
    }

    /// A key restarts the 300 ms of silence. The first three are silent from 240 on, the fourth from 800 on, the last six from 1950 on.
    void debounce()
    {
        QCOMPARE(marbles(R"({"kind":"debounce","delay":"300ms"})"), "#3 540, #4 1100, #10 2250");
        // The first of each of these three bursts; the others are dropped.
        QCOMPARE(marbles(R"({"kind":"debounce","delay":"300ms","leading":true,"trailing":false})"), "#1 0, #4 800, #5 1200");
        // Both, but #4 has gone out at once, and no more came.
        QCOMPARE(marbles(R"({"kind":"debounce","delay":"300ms","leading":true})"), "#1 0, #3 540, #4 800, #5 1200, #10 2250");
        // 500 ms after the first key that has not gone out: after #1 at 500, before the silence. #4 was silent before. After #5 at 1700, when #8 is
        // the last one; then #9 waits from 1800 on, until 2300 at the latest, and the silence ends at 2250.
        QCOMPARE(marbles(R"({"kind":"debounce","delay":"300ms","maxWait":"500ms"})"), "#3 500, #4 1100, #8 1700, #10 2250");
        // #1 is out at once, so #2 waits, from 120 to 620 at the latest. #6 waits from 1350 on: at 1850 #9 goes, and #10 with the silence.
        QCOMPARE(marbles(R"({"kind":"debounce","delay":"300ms","leading":true,"maxWait":"500ms"})"), "#1 0, #3 540, #4 800, #5 1200, #9 1850, #10 2250");
        // 120 ms are longer than no gap of the first three, which are 120 apart: a key at the very end of the silence comes behind it.
        QCOMPARE(marbles(R"({"kind":"debounce","delay":"120ms"})"), "#1 120, #2 240, #3 360, #4 920, #5 1320, #6 1470, #7 1620, #8 1770, #9 1920, #10 2070");
    }

    /// What goes out opens a window of 300 ms.
    void throttle()
    {
        // At 300 the window of #1 ends with #3, at 600 that of #3 with nothing. At 1500 #6 goes out and #7 comes behind it, so that #8 has
        // replaced it at 1800; in the same way #10 replaces #9 by 2100.
        QCOMPARE(marbles(R"({"kind":"throttle","delay":"300ms"})"), "#1 0, #3 300, #4 800, #5 1200, #6 1500, #8 1800, #10 2100");
        // Whoever comes when no window is open: #7 at 1500 and #9 at 1800, when one has just ended.
        QCOMPARE(marbles(R"({"kind":"throttle","delay":"300ms","trailing":false})"), "#1 0, #4 800, #5 1200, #7 1500, #9 1800");
        // Windows 0–300, 300–600, 800–1100, 1100–1400, 1400–1700, 1700–2000: the last key of each.
        QCOMPARE(marbles(R"({"kind":"throttle","delay":"300ms","leading":false})"), "#3 300, #4 1100, #6 1400, #8 1700, #10 2000");
        QCOMPARE(marbles(R"({"kind":"throttle","delay":"300ms","mode":"pace"})"),
                 "#1 0, #2 300, #3 600, #4 900, #5 1200, #6 1500, #7 1800, #8 2100, #9 2400, #10 2700");
        // With pauses of 100 ms nobody comes before the time.
        QCOMPARE(marbles(R"({"kind":"throttle","delay":"100ms"})"), "#1 0, #2 120, #3 240, #4 800, #5 1200, #6 1350, #7 1500, #8 1650, #9 1800, #10 1950");
    }

    /// 25 groups with 300, 100, 200 and 400 ms: the second wins each, and three are in vain for 100 ms.
    void race()
    {
        QCOMPARE(numbersOf(*hundredFetches(fours("race"))),
                 "end 100, 25 succeeded, 75 cancelled, 100 attempts, 75 in vain for 7500, 100 in flight, latency 100 100 100 100 100 100, wait 0 0, 250/s");
        // When the even ones fail, the second is still the first to settle.
        QCOMPARE(numbersOf(*hundredFetches(fours("race") + evenFail)), "end 100, 25 failed, 75 cancelled, 100 attempts, 100 in vain for 10000, 100 in flight, wait 0 0, 0/s");
    }

    /// The same groups. When the even ones fail, the second is out at 100 ms, and the third wins at 200 ms over the first and the fourth:
    /// 100 + 200 + 200 ms in vain in each group.
    void any()
    {
        QCOMPARE(numbersOf(*hundredFetches(fours("any"))),
                 "end 100, 25 succeeded, 75 cancelled, 100 attempts, 75 in vain for 7500, 100 in flight, latency 100 100 100 100 100 100, wait 0 0, 250/s");
        QCOMPARE(numbersOf(*hundredFetches(fours("any") + evenFail)),
                 "end 200, 25 succeeded, 25 failed, 50 cancelled, 100 attempts, 75 in vain for 12500, 100 in flight, latency 200 200 200 200 200 200, wait 0 0, 125/s");
        // When all fail, each group lasts until its last one, after 400 ms: 300 + 100 + 200 + 400 ms in vain.
        QCOMPARE(numbersOf(*hundredFetches(fours("any") + Settings{{"backend.failure", R"({"kind":"first","attempts":1})"}})),
                 "end 400, 100 failed, 100 attempts, 100 in vain for 25000, 100 in flight, wait 0 0, 0/s");
    }

    /// Ten calls of ten requests, all at once.
    void batcher()
    {
        QCOMPARE(numbersOf(*hundredFetches({{"pattern", R"({"kind":"batcher","size":10})"}})),
                 "end 100, 100 succeeded, 10 attempts, 10 in flight, latency 100 100 100 100 100 100, wait 0 0, 1000/s");
        // A server that takes 10 ms more for each member needs 100 + 10 × 10.
        QCOMPARE(inMs(hundredFetches({{"pattern", R"({"kind":"batcher","size":10})"}, {"backend.perItem", "10ms"}})->now()), "200");
        // Seven, 20 ms apart. By number: calls at 20, 60 and 100, and 50 ms after the last one. By time: 50 ms after #1, #4 and #7.
        const Settings trickle{{"source", R"({"kind":"interval","count":7,"every":"20ms"})"}, {"backend.latency", "100ms"}};
        QCOMPARE(endsOf(*runOf(scenarioWith(trickle + Settings{{"pattern", R"({"kind":"batcher","size":2,"delay":"50ms"})"}}))),
                 (QStringList{"#1 succeeded 120ms", "#2 succeeded 120ms", "#3 succeeded 160ms", "#4 succeeded 160ms", "#5 succeeded 200ms", "#6 succeeded 200ms",
                              "#7 succeeded 270ms"}));
        QCOMPARE(endsOf(*runOf(scenarioWith(trickle + Settings{{"pattern", R"({"kind":"batcher","size":5,"delay":"50ms"})"}}))),
                 (QStringList{"#1 succeeded 150ms", "#2 succeeded 150ms", "#3 succeeded 150ms", "#4 succeeded 210ms", "#5 succeeded 210ms", "#6 succeeded 210ms",
                              "#7 succeeded 270ms"}));
    }

private:
    /// Six requests that take 300, 100, 200, 300, 100 and 200 ms.
    static std::unique_ptr<Run> uneven(const QString &pattern)
    {
        return runOf(scenarioWith({{"source.count", "6"}, {"pattern", pattern}, {"backend.latency", R"({"kind":"list","values":["300ms","100ms","200ms"]})"}}));
    }
    static Settings fours(const QString &pattern)
    {
        return {{"pattern", QStringLiteral(R"({"kind":"%1","size":4})").arg(pattern)},
                {"backend.latency", R"({"kind":"list","values":["300ms","100ms","200ms","400ms"]})"}};
    }
    const Settings evenFail{{"backend.failure", R"({"kind":"every","n":2})"}};
};

QTEST_GUILESS_MAIN(ByHandTest)
#include "by_hand_test.moc"
