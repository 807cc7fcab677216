// SPDX-License-Identifier: MIT
#include "engine/arrivals.h"

#include "app/engine/run_scenario.h"
#include "model/luck.h"

#include <cmath>

using namespace playground;
using namespace std::chrono_literals;

namespace {

/// The times of all requests of a source, as text: "0ms 100ms 200ms".
QString timesOf(const QString &source)
{
    const Scenario scenario = scenarioWith({{"source", source}});
    const Arrivals arrivals(scenario);
    QStringList times;
    for (quint32 number = 1; number <= quint32(requestCount(scenario)); ++number)
        times << durationText(arrivals.of(number));
    return times.join(u' ');
}

std::chrono::nanoseconds endOfSource(const QString &source) { return Arrivals(scenarioWith({{"source", source}})).end(); }

} // namespace

/// When each source's requests arrive, and when it closes.
class ArrivalsTest : public QObject {
    Q_OBJECT

private slots:
    void countComesAllAtOnce() { QCOMPARE(timesOf(R"({"kind":"count","count":3})"), "0ms 0ms 0ms"); }
    void aListComesWhenItSays()
    {
        QCOMPARE(timesOf(R"({"kind":"list","items":[{"name":"a"},{"name":"b","at":"50ms"},{"name":"c","at":"50ms"}]})"), "0ms 50ms 50ms");
    }
    void intervalBeginsAtZero() { QCOMPARE(timesOf(R"({"kind":"interval","count":4,"every":"30ms"})"), "0ms 30ms 60ms 90ms"); }
    void burstsBeginAtZero()
    {
        QCOMPARE(timesOf(R"({"kind":"bursts","count":7,"size":3,"every":"1s"})"), "0ms 0ms 0ms 1s 1s 1s 2s");
        QCOMPARE(timesOf(R"({"kind":"bursts","count":5,"size":3,"every":"1s","spacing":"10ms"})"), "0ms 10ms 20ms 1s 1.01s");
    }
    void burstsThatMingleAreNumberedAsTheyArrive()
    {
        QCOMPARE(timesOf(R"({"kind":"bursts","count":6,"size":3,"every":"100ms","spacing":"60ms"})"), "0ms 60ms 100ms 120ms 160ms 220ms");
    }
    void poissonGapsAreExponentialAndComeFromTheLuck();
    void poissonHasItsRate();
    void aTapeRepeatsItsEvents()
    {
        QCOMPARE(timesOf(R"({"kind":"tape","events":[{"at":"180ms","key":"q"},{"at":"300ms","key":"t"},{"at":"1s","click":true}]})"),
                 "180ms 300ms 1s");
    }
    void closesWithTheLastArrival();
    void aTapeClosesAtItsEnd();
    void farTimesSaturate();
    void everyPatternGetsEverySource_data();
    void everyPatternGetsEverySource();
    void theRunLastsUntilTheTapeIsClosed();
};

void ArrivalsTest::poissonGapsAreExponentialAndComeFromTheLuck()
{
    const Scenario scenario = scenarioWith({{"source", R"({"kind":"poisson","count":3,"rate":4})"}, {"seed", "9"}});
    const Arrivals arrivals(scenario);
    qint64 time = 0;
    for (quint32 number = 1; number <= 3; ++number) {
        time += std::llround(-0.25e9 * std::log1p(-draw(9, LuckStream::ArrivalGap, number, 1, 0)));
        QCOMPARE(arrivals.of(number).count(), time);
    }
}

void ArrivalsTest::poissonHasItsRate()
{
    const auto last = Arrivals(scenarioWith({{"source", R"({"kind":"poisson","count":100000,"rate":50})"}})).of(100'000);
    QVERIFY2(last > 1980s && last < 2020s, qPrintable(durationText(last))); // 2000 s; the standard deviation is 6.3 s.
}

void ArrivalsTest::closesWithTheLastArrival()
{
    QCOMPARE(endOfSource(R"({"kind":"count","count":3})"), 0ns);
    QCOMPARE(endOfSource(R"({"kind":"interval","count":0})"), 0ns);
    QCOMPARE(endOfSource(R"({"kind":"interval","count":11})"), 1s);
    QCOMPARE(endOfSource(R"({"kind":"tape","events":[{"at":"2s","key":"a"}]})"), 2s);
    QCOMPARE(endOfSource(R"({"kind":"tape","events":[]})"), 0ns);
}

void ArrivalsTest::aTapeClosesAtItsEnd()
{
    QCOMPARE(endOfSource(R"({"kind":"tape","events":[{"at":"2s","key":"a"}],"end":"3.5s"})"), 3500ms);
    QCOMPARE(endOfSource(R"({"kind":"tape","events":[],"end":"1s"})"), 1s);
}

void ArrivalsTest::farTimesSaturate()
{
    const Arrivals arrivals(scenarioWith({{"source", R"({"kind":"interval","count":10000000,"every":"24h"})"}}));
    QCOMPARE(arrivals.of(2), 24h);
    QCOMPARE(arrivals.of(10'000'000), std::chrono::nanoseconds::max());
}

void ArrivalsTest::everyPatternGetsEverySource_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QList<qint64>>("times");
    QTest::newRow("interval") << R"({"kind":"interval","count":3,"every":"30ms"})" << QList<qint64>{0, 30, 60};
    QTest::newRow("bursts") << R"({"kind":"bursts","count":4,"size":2,"every":"1s"})" << QList<qint64>{0, 0, 1000, 1000};
    QTest::newRow("tape") << R"({"kind":"tape","events":[{"at":"10ms","key":"a"},{"at":"40ms","click":true}]})" << QList<qint64>{10, 40};
}

void ArrivalsTest::everyPatternGetsEverySource()
{
    QFETCH(QString, source);
    QFETCH(QList<qint64>, times);
    for (const Kind *kind : kindsOf("pattern")) {
        const auto run = runOf(scenarioWith({{"source", source}, {"pattern.kind", kind->id}, {"backend.latency", "7s"}}));
        QList<qint64> arrived;
        for (const Marble &marble : run->timeline().in())
            arrived << marble.t / 1'000'000;
        QVERIFY2(arrived == times, qPrintable(kind->id));
    }
}

void ArrivalsTest::theRunLastsUntilTheTapeIsClosed()
{
    for (const char *pattern : {"gather", "sequential", "parallel-map"}) {
        const auto run = runOf(scenarioWith({{"source", R"({"kind":"tape","events":[{"at":"10ms","key":"a"}],"end":"3s"})"}, {"pattern.kind", pattern}}));
        QCOMPARE(endOf(*run), std::pair(EndReason::Done, qint64(3'000'000'000)));
        QCOMPARE(run->metrics().values(run->now()).virtualTime, 110'000'000); // Of the last settlement.
    }
}

QTEST_GUILESS_MAIN(ArrivalsTest)
#include "arrivals_test.moc"
