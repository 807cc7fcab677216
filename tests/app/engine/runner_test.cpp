// SPDX-License-Identifier: MIT
#include "engine/runner.h"

#include "app/engine/run_scenario.h"

using namespace playground;
using namespace std::chrono_literals;

/// A run as a whole: the numbers that others rely on, and that pieces, edits and the end make no difference to them.
class RunnerTest : public QObject {
    Q_OBJECT

private slots:
    void defaultScenarioGivesTheDocumentedReport();
};

void RunnerTest::defaultScenarioGivesTheDocumentedReport()
{
    const Scenario scenario = defaultScenario();
    const QByteArray expected = R"({
  "scenario": "eight-fetches",
  "seed": 7,
  "pattern": "parallel-map",
  "virtualTimeMs": 2151.284,
  "requests": 8,
  "succeeded": 8,
  "failed": 0,
  "timedOut": 0,
  "cancelled": 0,
  "dropped": 0,
  "pending": 0,
  "defaulted": 0,
  "attempts": 9,
  "wastedAttempts": 1,
  "wastedMs": 550.14,
  "refused": 0,
  "rejected": 0,
  "maxInFlight": 3,
  "throughputPerSecond": 3.719,
  "latencyMs": {"min": 311.058, "mean": 1283.876, "p50": 1223.882, "p95": 2151.284, "p99": 2151.284, "max": 2151.284},
  "waitMs": {"mean": 518.476, "max": 1415.617},
  "challenge": null
}
)";
    QCOMPARE(reportJson(scenario, valuesOf(scenario)), expected);
}

QTEST_GUILESS_MAIN(RunnerTest)
#include "runner_test.moc"
