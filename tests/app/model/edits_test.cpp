// SPDX-License-Identifier: MIT
#include "model/edits.h"

#include "model/scenario_json.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace playground;

/// One edit put into a scenario.
class EditsTest : public QObject {
    Q_OBJECT

private slots:
    void setsOneValue()
    {
        const auto edited = withEdit(defaultScenario(), {{}, "policies.retry.attempts", 5});
        QVERIFY(edited);
        QVERIFY(*edited == std::get<Scenario>(withValue(defaultScenario(), "policies.retry.attempts", 5)));
    }

    void leavesOutWhatARuleDoesNotAllow()
    {
        const Scenario scenario = std::get<Scenario>(withValue(defaultScenario(), "backend.latency", QJsonObject{{"kind", "uniform"}, {"min", "50ms"}, {"max", "90ms"}}));
        QVERIFY(!withEdit(scenario, {{}, "backend.latency.min", "100ms"}));
        QVERIFY(!withEdit(scenario, {{}, "backend.latency.median", "100ms"}));
        QVERIFY(!withEdit(scenario, {{}, "pattern.limit", 0}));
        QVERIFY(withEdit(scenario, {{}, "backend.latency.min", "90ms"}));
    }

    void otherEditsDoNotCount()
    {
        Scenario scenario = std::get<Scenario>(withValue(defaultScenario(), "backend.latency", QJsonObject{{"kind", "uniform"}, {"min", "50ms"}, {"max", "90ms"}}));
        scenario.edits = {{std::chrono::seconds(1), "backend.latency.min", "80ms"}};
        const auto edited = withEdit(scenario, {{}, "backend.latency.max", "70ms"}); // Below what the minimum will be.
        QVERIFY(edited);
        QVERIFY(edited->edits == scenario.edits);
    }
};

QTEST_GUILESS_MAIN(EditsTest)
#include "edits_test.moc"
