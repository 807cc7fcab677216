// SPDX-License-Identifier: MIT
#include "model/latency_model.h"
#include "model/luck.h"
#include "model/scenario_json.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace playground;
using namespace std::chrono_literals;

namespace {

Section latencyOf(const char *json)
{
    const auto result = withSettings(Scenario(), {{QStringLiteral("backend.latency"), QString::fromLatin1(json)}});
    return std::get<Scenario>(result).backend.latency;
}

} // namespace

class LatencyModelTest : public QObject {
    Q_OBJECT

private slots:
    void constantIsConstant()
    {
        const LatencyModel latency(latencyOf("100ms"));
        QCOMPARE(latency.of(1, 1, 1, 0), 100ms);
        QCOMPARE(latency.of(9, 1000, 3, 2), 100ms);
        QCOMPARE(latency.quantile(0.99), 100ms);
    }

    void constantKeepsNanoseconds() { QCOMPARE(LatencyModel(latencyOf("1.000000001s")).of(1, 1, 1, 0), 1s + 1ns); }

    void listGoesOnWithRequestTryAndCopy()
    {
        const LatencyModel latency(latencyOf(R"({"kind":"list","values":["300ms","100ms","200ms"]})"));
        QCOMPARE(latency.of(1, 1, 1, 0), 300ms);
        QCOMPARE(latency.of(1, 2, 1, 0), 100ms);
        QCOMPARE(latency.of(1, 3, 1, 0), 200ms);
        QCOMPARE(latency.of(1, 4, 1, 0), 300ms);
        QCOMPARE(latency.of(1, 1, 2, 0), 100ms);
        QCOMPARE(latency.of(1, 1, 1, 1), 100ms);
        QCOMPARE(latency.quantile(0), 100ms);
        QCOMPARE(latency.quantile(0.99), 300ms);
    }

    void uniformStaysBetweenItsBounds()
    {
        const LatencyModel latency(latencyOf(R"({"kind":"uniform","min":"50ms","max":"150ms"})"));
        QCOMPARE(latency.quantile(0), 50ms);
        QCOMPARE(latency.quantile(0.5), 100ms);
        // u = 0.058251548…: 50 ms + 5.8251548 ms, in whole microseconds.
        QCOMPARE(latency.of(42, 1, 1, 0), 55825us);
    }

    void normalIsNeverNegative()
    {
        const LatencyModel latency(latencyOf(R"({"kind":"normal","mean":"10ms","sd":"20ms"})"));
        QCOMPARE(latency.quantile(0), 0ns);
        QCOMPARE(latency.quantile(0.01), 0ns);
        QCOMPARE(latency.quantile(0.5), 10ms);
    }

    void normalWithoutSpreadIsItsMean()
    {
        QCOMPARE(LatencyModel(latencyOf(R"({"kind":"normal","mean":"10ms","sd":"0ms"})")).quantile(0), 10ms);
    }

    void drawnOnesAreWholeMicroseconds()
    {
        for (const char *json : {R"({"kind":"uniform"})", R"({"kind":"normal"})", R"({"kind":"log-normal"})",
                                 R"({"kind":"exponential"})"}) {
            const LatencyModel latency(latencyOf(json));
            for (quint32 request = 1; request <= 100; ++request)
                QCOMPARE(latency.of(7, request, 1, 0) % 1us, 0ns);
        }
    }

    void logNormalMeetsItsMedianAndItsP95()
    {
        const LatencyModel latency(latencyOf(R"({"kind":"log-normal","median":"300ms","p95":"700ms"})"));
        QCOMPARE(latency.quantile(0), 0ms);
        QCOMPARE(latency.quantile(0.5), 300ms);
        QCOMPARE(latency.quantile(0.95), 700ms);
    }

    void logNormalWithoutSpreadIsItsMedian()
    {
        QCOMPARE(LatencyModel(latencyOf(R"({"kind":"log-normal","median":"3ms","p95":"3ms"})")).quantile(0), 3ms);
    }

    void exponentialMeetsItsMedian()
    {
        const LatencyModel latency(latencyOf(R"({"kind":"exponential","mean":"100ms"})"));
        QCOMPARE(latency.quantile(0), 0ms);
        QCOMPARE(latency.quantile(0.5), 69315us); // 100 ms · ln 2
    }

    void isNeverLongerThanThirtyDays()
    {
        const LatencyModel latency(latencyOf(R"({"kind":"log-normal","median":"1us","p95":"24h"})"));
        QCOMPARE(latency.quantile(0.999999), 720h);
    }

    /// The default scenario by hand: its draws, a limit of 3, and the numbers that the help prints for it.
    void drawsTheDefaultScenarioAsDocumented()
    {
        const Scenario scenario = defaultScenario();
        const LatencyModel latency(scenario.backend.latency);
        const double failing = scenario.backend.failure.number(QStringLiteral("p"));
        const auto fails = [&](quint32 request, quint32 tryNumber) {
            return draw(scenario.seed, LuckStream::Failure, request, tryNumber, 0) < failing;
        };
        const std::array<std::chrono::nanoseconds, 8> expected{824251us, 373003us, 311058us, 550140us,
                                                               850879us, 591366us, 754928us, 735667us};
        for (quint32 request = 1; request <= 8; ++request) {
            QCOMPARE(latency.of(scenario.seed, request, 1, 0), expected[request - 1]);
            QCOMPARE(fails(request, 1), request == 4);
        }
        QVERIFY(!fails(4, 2));

        std::array<std::chrono::nanoseconds, 3> slots_{};
        std::array<std::chrono::nanoseconds, 8> ends{};
        std::chrono::nanoseconds waited{};
        for (quint32 request = 1; request <= 8; ++request) {
            auto &slot = *std::ranges::min_element(slots_);
            waited += slot;
            slot += latency.of(scenario.seed, request, 1, 0);
            if (request == 4) {
                const double u = draw(scenario.seed, LuckStream::Backoff, 4, 1, 0);
                slot += std::chrono::nanoseconds(qint64(240e6 + u * 120e6)) + latency.of(scenario.seed, 4, 2, 0);
            }
            ends[request - 1] = slot;
        }
        std::ranges::sort(ends);
        QCOMPARE(ends[0], 311058us);       // latencyMs.min
        QCOMPARE(ends[3], 1223882us);      // p50
        QCOMPARE(ends[7], 2151284us);      // max and total time
        QCOMPARE(waited / 8, 518476375ns); // waitMs.mean
        std::chrono::nanoseconds sum{};
        for (const auto end : ends)
            sum += end;
        QCOMPARE((sum / 8 + 500ns) / 1us, 1283876); // latencyMs.mean in µs
    }
};

QTEST_GUILESS_MAIN(LatencyModelTest)
#include "latency_model_test.moc"
