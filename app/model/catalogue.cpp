// SPDX-License-Identifier: MIT
#include "model/catalogue.h"

#include "model/nearest.h"
#include "model/strips.h"

#include <QCoreApplication>
#include <QFile>

namespace playground {

namespace {

QString pathOf(const QString &name) { return QStringLiteral(":/asyncade/scenarios/%1.json").arg(name); }

QString translated(const QString &text) { return QCoreApplication::translate("Scenarios", text.toUtf8().constData()); }

/// With what it tells people in the language that is spoken; app/translations.cmake knows where such texts stand.
Scenario translated(Scenario scenario)
{
    scenario.title = translated(scenario.title);
    for (const QString &key : scenario.info.keys())
        scenario.info[key] = translated(scenario.info.value(key).toString());
    for (qsizetype strip = 1; strip < stripCount(scenario); ++strip)
        scenario = withStripName(scenario, strip, translated(stripName(scenario, strip)));
    return scenario;
}

Scenario load(const QString &name)
{
    QFile file(pathOf(name));
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere); // Compiled in; a test reads each of them.
    Q_UNUSED(isThere)
    const ScenarioOrProblem result = readScenario(file.readAll(), name + QStringLiteral(".json"));
    Q_ASSERT(std::holds_alternative<Scenario>(result));
    return translated(std::get<Scenario>(result));
}

} // namespace

QStringList shippedNames()
{
    return {QStringLiteral("eight-fetches"),
            QStringLiteral("one-by-one"),
            QStringLiteral("all-at-once"),
            QStringLiteral("three-ways"),
            QStringLiteral("dashboard"),
            QStringLiteral("batches"),
            QStringLiteral("mirrors"),
            QStringLiteral("a-limit-for-all"),
            QStringLiteral("search-box"),
            QStringLiteral("throttled-clicks"),
            QStringLiteral("steady-rate"),
            QStringLiteral("shared-call"),
            QStringLiteral("polite-client"),
            QStringLiteral("keep-the-latest"),
            QStringLiteral("first-failure-stops-all"),
            QStringLiteral("keep-every-result"),
            QStringLiteral("first-good-answer"),
            QStringLiteral("retry-with-backoff"),
            QStringLiteral("jitter"),
            QStringLiteral("slow-server-timeout"),
            QStringLiteral("hedged-requests"),
            QStringLiteral("circuit-breaker"),
            QStringLiteral("overloaded-server")};
}

std::vector<Scenario> shippedScenarios()
{
    std::vector<Scenario> scenarios;
    for (const QString &name : shippedNames())
        scenarios.push_back(load(name));
    return scenarios;
}

ScenarioOrProblem shippedScenario(const QString &name)
{
    if (shippedNames().contains(name))
        return load(name);
    const QString message =
        QCoreApplication::translate("Problem", "there is no scenario \"%1\" in the gallery;").arg(name);
    return Problem{{}, 0, {}, message + didYouMean(name, shippedNames())};
}

Scenario defaultScenario() { return load(QStringLiteral("eight-fetches")); }

} // namespace playground
