// SPDX-License-Identifier: MIT
#include "model/scenario_json.h"

#include "model/json_text.h"
#include "model/nearest.h"
#include "model/scenario_extras.h"
#include "model/scenario_path.h"
#include "model/scenario_reader.h"
#include "model/scenario_writer.h"
#include "model/settings.h"
#include "model/value_check.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

/// The default of `name`: the file's base name, with "-" for what a name may not hold.
QString nameFromFile(const QString &file)
{
    static const QRegularExpression folders(QStringLiteral(".*[/\\\\]"));
    static const QRegularExpression foreign(QStringLiteral("[^a-z0-9]+"));
    QString name = QString(file).remove(folders).toLower();
    if (name.endsWith(QLatin1String(".json")))
        name.chop(5);
    name.replace(foreign, QStringLiteral("-"));
    while (name.startsWith(u'-'))
        name.remove(0, 1);
    while (name.endsWith(u'-'))
        name.chop(1);
    return name.isEmpty() ? Scenario().name : name;
}

ScenarioOrProblem withoutPlace(const std::variant<Scenario, Fault> &result)
{
    if (const auto *fault = std::get_if<Fault>(&result))
        return Problem{{}, 0, fault->path, fault->message};
    return std::get<Scenario>(result);
}

ScenarioOrProblem applied(const Scenario &scenario, const std::vector<Setting> &settings)
{
    const QJsonObject before = scenarioToJson(scenario);
    const auto json = applySettings(before, settings);
    if (const auto *fault = std::get_if<Fault>(&json))
        return Problem{{}, 0, fault->path, fault->message};
    const auto result = scenarioFromJson(std::get<QJsonObject>(json), scenario.name);
    if (const auto *fault = std::get_if<Fault>(&result))
        return withoutPlace(asWritten(*fault, numberIn(settings, fault->path, std::get<QJsonObject>(json))));
    return std::get<Scenario>(result);
}

} // namespace

QString Problem::text() const
{
    if (file.isEmpty())
        return message;
    if (line == 0)
        return Tr::tr("%1: %2").arg(file, message);
    return Tr::tr("%1, line %2: %3").arg(file).arg(line).arg(message);
}

ScenarioOrProblem readScenario(const QByteArray &json, const QString &file)
{
    const auto value = parseJson(json);
    if (const auto *fault = std::get_if<JsonFault>(&value))
        return Problem{file, fault->line, fault->path, fault->message};
    if (!std::get<QJsonValue>(value).isObject())
        return Problem{
            file, 1, {}, Tr::tr("a scenario must be a JSON object { }, not %1").arg(shownValue(std::get<QJsonValue>(value)))};
    const auto result = scenarioFromJson(std::get<QJsonValue>(value).toObject(), nameFromFile(file));
    if (const auto *fault = std::get_if<Fault>(&result))
        return Problem{file, lineOfPath(json, fault->path), fault->path, asWritten(*fault, numberAt(json, fault->path)).message};
    return std::get<Scenario>(result);
}

ScenarioOrProblem withSettings(const Scenario &scenario, const Settings &settings)
{
    std::vector<Setting> texts;
    for (const auto &[path, text] : settings)
        texts.push_back({path, text, true});
    return applied(scenario, texts);
}

ScenarioOrProblem withValue(const Scenario &scenario, const QString &path, const QJsonValue &value)
{
    return applied(scenario, {{path, value}});
}

ScenarioOrProblem withChosenValue(const Scenario &scenario, const QString &path, const QJsonValue &value)
{
    const PathTarget target = followPath(scenario, path);
    const Parameter *parameter = target.parameter();
    if (!parameter || parameter->excludes.isEmpty() || value.isNull() || target.section->isNull(parameter->excludes))
        return withValue(scenario, path, value);
    QJsonObject section = target.section->given();
    section.remove(parameter->excludes);
    section.insert(parameter->key, value);
    section.insert(QStringLiteral("kind"), target.section->id());
    if (target.policy >= 0)
        section.insert(enabledParameter().key, scenario.policies[size_t(target.policy)].enabled);
    return withValue(scenario, path.left(path.lastIndexOf(u'.')), section);
}

ScenarioOrProblem strip(const Scenario &scenario, qsizetype index)
{
    return withoutPlace(stripScenario(scenarioToJson(scenario), scenario.compare.at(index).toObject(), scenario.name));
}

} // namespace playground
