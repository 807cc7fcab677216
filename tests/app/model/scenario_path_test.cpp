// SPDX-License-Identifier: MIT
#include "model/scenario_path.h"

#include <QTest>

using namespace playground;

class ScenarioPathTest : public QObject {
    Q_OBJECT

private slots:
    void leadsToTheSectionAndItsKey()
    {
        const Scenario scenario = defaultScenario();
        QCOMPARE(followPath(scenario, QStringLiteral("source.count")).section, &scenario.source);
        QCOMPARE(followPath(scenario, QStringLiteral("pattern.limit")).section, &scenario.pattern);
        QCOMPARE(followPath(scenario, QStringLiteral("backend.capacity")).section, &scenario.backend.settings);
        QCOMPARE(followPath(scenario, QStringLiteral("backend.latency.p95")).section, &scenario.backend.latency);
        QCOMPARE(followPath(scenario, QStringLiteral("backend.failure.p")).section, &scenario.backend.failure);
        const PathTarget retry = followPath(scenario, QStringLiteral("policies.retry.cap"));
        QCOMPARE(retry.section, &scenario.policies[0].section);
        QCOMPARE(retry.policy, 0);
        QCOMPARE(retry.key, QStringLiteral("cap"));
        QCOMPARE(retry.parameter()->key, QStringLiteral("cap"));
    }

    void leadsToNothingElse()
    {
        const Scenario scenario = defaultScenario();
        for (const char *path : {"", ".", "seed", "pattern", "pattern.limit.x", "policies", "policies.0",
                                 "policies.-1.cap", "policies.1.cap", "policies.0.cap.x", "policies.99999999999.cap",
                                 "backend", "backend.x.y", "compare.0.name"})
            QVERIFY2(!followPath(scenario, QLatin1String(path)).parameter(), path);
    }

    void takesTheFirstPolicyOfAKind()
    {
        Scenario scenario;
        for (const char *after : {"1s", "2s"})
            scenario.policies.push_back({Section(findKind(QStringLiteral("policy"), QStringLiteral("timeout")),
                                                 {{QStringLiteral("after"), QLatin1String(after)}})});
        QCOMPARE(followPath(scenario, QStringLiteral("policies.timeout.after")).policy, 0);
        QCOMPARE(followPath(scenario, QStringLiteral("policies.1.after")).policy, 1);
    }

    void letsASectionBeChanged()
    {
        Scenario scenario = defaultScenario();
        sectionAt(scenario, QStringLiteral("pattern.limit"))->set(QStringLiteral("limit"), 8);
        QCOMPARE(scenario.pattern.integer(QStringLiteral("limit")), 8);
        QVERIFY(!sectionAt(scenario, QStringLiteral("seed")));
    }
};

QTEST_GUILESS_MAIN(ScenarioPathTest)
#include "scenario_path_test.moc"
