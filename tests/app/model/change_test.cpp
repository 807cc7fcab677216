// SPDX-License-Identifier: MIT
#include "model/change.h"

#include "model/scenario_json.h"
#include "model/strips.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace playground;

namespace {

Scenario with(const Scenario &scenario, const QString &path, const QJsonValue &value)
{
    const ScenarioOrProblem result = withValue(scenario, path, value);
    if (const auto *problem = std::get_if<Problem>(&result))
        qFatal("%s", qPrintable(problem->text()));
    return std::get<Scenario>(result);
}

/// Three at a time, B two, C all at once.
Scenario three()
{
    return with(defaultScenario(), "compare",
                QJsonArray{QJsonObject{{"name", "Bee"}, {"set", QJsonObject{{"pattern.limit", 2}}}}, QJsonObject{{"set", QJsonObject{{"pattern.kind", "gather"}}}}});
}

Scenario withStripLimit(const Scenario &scenario, int limit)
{
    return std::get<Scenario>(withStrip(scenario, 1, with(stripOf(scenario, 1), "pattern.limit", limit)));
}

} // namespace

/// A change that is made where other values have changed meanwhile.
class ChangeTest : public QObject {
    Q_OBJECT

private slots:
    void whereNothingElseChangedItIsTheChangeItself()
    {
        const Scenario to = with(three(), "pattern.limit", 8);
        QVERIFY(withChange(three(), three(), to) == to);
        QVERIFY(withChange(to, three(), three()) == to);
    }

    void otherValuesStay()
    {
        const Scenario now = with(with(three(), "policies.0.attempts", 5), "backend.latency.median", "100ms");
        const Scenario after = withChange(now, three(), with(three(), "policies.0.base", "50ms"));
        QVERIFY(after == with(now, "policies.0.base", "50ms"));
    }

    void aStripIsChangedAlone()
    {
        const Scenario now = with(three(), "pattern.limit", 4);
        const Scenario after = withChange(now, three(), withStripLimit(three(), 6));
        QCOMPARE(after.pattern.integer("limit"), 4);
        QCOMPARE(stripOf(after, 1).pattern.integer("limit"), 6);
        QCOMPARE(stripName(after, 1), "Bee");
        QCOMPARE(stripOf(after, 2).pattern.id(), "gather");
    }

    void aStripThatComesBackIsAsItWasAndTheOthersAreAsTheyAre()
    {
        const Scenario without = std::get<Scenario>(withoutStrip(three(), 2)), now = withStripLimit(without, 5);
        const Scenario back = withChange(now, without, three());
        QCOMPARE(stripCount(back), 3);
        QCOMPARE(stripOf(back, 1).pattern.integer("limit"), 5);
        QCOMPARE(stripOf(back, 2).pattern.id(), "gather");
        QVERIFY(withChange(back, three(), without) == now);
    }

    void stripsThatChangedPlacesKeepTheirValues()
    {
        const Scenario swapped = std::get<Scenario>(withBaseline(three(), 1)), now = withStripLimit(three(), 5);
        const Scenario after = withChange(now, three(), swapped);
        QCOMPARE(after.pattern.integer("limit"), 5);
        QCOMPARE(stripOf(after, 1).pattern.integer("limit"), 3);
    }

    void anotherKindIsTakenWhole()
    {
        const Scenario now = with(defaultScenario(), "pattern.limit", 4), to = with(defaultScenario(), "pattern", QJsonObject{{"kind", "batch"}, {"size", 2}});
        QVERIFY(withChange(now, defaultScenario(), to).pattern == to.pattern);
    }

    void whatWouldBreakARuleIsTheGoalItself()
    {
        const Scenario base = with(defaultScenario(), "backend.latency", QJsonObject{{"kind", "uniform"}, {"min", "50ms"}, {"max", "90ms"}});
        const Scenario now = with(base, "backend.latency.max", "60ms"), to = with(base, "backend.latency.min", "70ms");
        QVERIFY(withChange(now, base, to) == to);
    }
};

QTEST_GUILESS_MAIN(ChangeTest)
#include "change_test.moc"
