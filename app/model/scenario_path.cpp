// SPDX-License-Identifier: MIT
#include "model/scenario_path.h"

#include "model/duration.h"
#include "model/scenario_json.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace playground {

namespace {

int policyIndex(const Scenario &scenario, const QString &word)
{
    bool isNumber = false;
    const int index = word.toInt(&isNumber);
    if (isNumber)
        return index >= 0 && index < int(scenario.policies.size()) ? index : -1;
    for (int i = 0; i < int(scenario.policies.size()); ++i) {
        if (scenario.policies[size_t(i)].section.id() == word)
            return i;
    }
    return -1;
}

PathTarget followPolicy(const Scenario &scenario, const QStringList &words)
{
    PathTarget target;
    if (words.size() != 3)
        return target;
    target.policy = policyIndex(scenario, words[1]);
    if (target.policy >= 0)
        target.section = &scenario.policies[size_t(target.policy)].section;
    target.key = words[2];
    return target;
}

PathTarget followBackend(const Scenario &scenario, const QStringList &words)
{
    const Backend &backend = scenario.backend;
    if (words.size() == 3 && words[1] == QLatin1String("latency"))
        return {&backend.latency, -1, words[2]};
    if (words.size() == 3 && words[1] == QLatin1String("failure"))
        return {&backend.failure, -1, words[2]};
    if (words.size() == 2)
        return {&backend.settings, -1, words[1]};
    return {};
}

/// The same value, however it is written: "1s" and "1000ms" are.
bool sameValue(const Parameter &parameter, const QJsonValue &a, const QJsonValue &b)
{
    if (parameter.type == ParameterType::Duration && a.isString() && b.isString())
        return parseDuration(a.toString()) == parseDuration(b.toString());
    return a == b;
}

/// The edits from one section to another of the same kind, appended; false when one of them is not live.
bool addEdits(std::vector<Edit> &edits, const Section &before, const Section &after, const QString &path)
{
    if (&before.kind() != &after.kind())
        return false;
    for (const Parameter &parameter : before.kind().parameters) {
        const QJsonValue from = before.value(parameter.key);
        const QJsonValue to = after.value(parameter.key);
        if (sameValue(parameter, from, to))
            continue;
        if (!appliesNow(parameter, from, to))
            return false;
        edits.push_back({{}, path + u'.' + parameter.key, to});
    }
    return true;
}

bool addPolicyEdits(std::vector<Edit> &edits, const Scenario &before, const Scenario &after)
{
    if (before.policies.size() != after.policies.size())
        return false;
    for (size_t i = 0; i < before.policies.size(); ++i) {
        const QString path = QStringLiteral("policies.%1").arg(i);
        if (before.policies[i].enabled != after.policies[i].enabled ||
            !addEdits(edits, before.policies[i].section, after.policies[i].section, path))
            return false;
    }
    return true;
}

/// The edits in an order in which each leaves a scenario that keeps all rules: they are taken one by one, and a median cannot pass its
/// p95. Nothing: there is no such order.
std::optional<std::vector<Edit>> inPossibleOrder(Scenario scenario, std::vector<Edit> edits)
{
    if (edits.size() < 2)
        return edits;
    scenario.edits.clear(); // These are about other numbers than those in between.
    scenario.compare = {};
    std::vector<Edit> ordered;
    const auto takes = [&scenario](const Edit &edit) {
        const ScenarioOrProblem changed = withValue(scenario, edit.path, edit.value);
        if (const auto *next = std::get_if<Scenario>(&changed))
            scenario = Scenario(*next);
        return std::holds_alternative<Scenario>(changed);
    };
    while (!edits.empty()) {
        const auto next = std::ranges::find_if(edits, takes);
        if (next == edits.end())
            return std::nullopt;
        ordered.push_back(*next);
        edits.erase(next);
    }
    return ordered;
}

QJsonValue topLevelValue(const Scenario &scenario, const QString &key)
{
    if (key == QLatin1String("name"))
        return scenario.name;
    if (key == QLatin1String("title"))
        return scenario.title;
    if (key == QLatin1String("group"))
        return scenario.group;
    if (key == QLatin1String("seed"))
        return qint64(scenario.seed);
    if (key == QLatin1String("until"))
        return scenario.until ? QJsonValue(durationText(*scenario.until)) : QJsonValue(QJsonValue::Null);
    return QJsonValue::Undefined;
}

} // namespace

PathTarget followPath(const Scenario &scenario, const QString &path)
{
    const QStringList words = path.split(u'.');
    if (words[0] == QLatin1String("policies"))
        return followPolicy(scenario, words);
    if (words[0] == QLatin1String("backend"))
        return followBackend(scenario, words);
    if (words.size() == 2 && words[0] == QLatin1String("source"))
        return {&scenario.source, -1, words[1]};
    if (words.size() == 2 && words[0] == QLatin1String("pattern"))
        return {&scenario.pattern, -1, words[1]};
    return {};
}

Section *sectionAt(Scenario &scenario, const QString &path)
{
    return const_cast<Section *>(followPath(scenario, path).section); // It lies in the scenario, which is not const.
}

QJsonValue valueAt(const Scenario &scenario, const QString &path)
{
    if (!path.contains(u'.'))
        return topLevelValue(scenario, path);
    const PathTarget target = followPath(scenario, path);
    if (!target.section)
        return QJsonValue::Undefined;
    if (target.key == QLatin1String("kind"))
        return target.section->id();
    if (target.key == QLatin1String("enabled") && target.policy >= 0)
        return scenario.policies[size_t(target.policy)].enabled;
    return target.section->value(target.key);
}

const Parameter *parameterAt(const Scenario &scenario, const QString &path)
{
    return followPath(scenario, path).parameter();
}

bool appliesNow(const Parameter &parameter, const QJsonValue &before, const QJsonValue &after)
{
    if (parameter.applies == Applies::Restart)
        return false;
    // What has passed tells a token bucket nothing about a strict window, and the other way round.
    if (parameter.key == QLatin1String("window") && before.isNull() != after.isNull())
        return false;
    switch (parameter.type) {
    case ParameterType::Jitter:
    case ParameterType::Error:
    case ParameterType::Attempts:
        return before.isDouble() && after.isDouble();
    default:
        return true;
    }
}

std::optional<std::vector<Edit>> liveEdits(const Scenario &before, const Scenario &after)
{
    if (before.seed != after.seed || before.until != after.until || before.edits != after.edits)
        return std::nullopt;
    std::vector<Edit> edits;
    const bool live =
        addEdits(edits, before.source, after.source, QStringLiteral("source")) &&
        addEdits(edits, before.pattern, after.pattern, QStringLiteral("pattern")) &&
        addPolicyEdits(edits, before, after) &&
        addEdits(edits, before.backend.settings, after.backend.settings, QStringLiteral("backend")) &&
        addEdits(edits, before.backend.latency, after.backend.latency, QStringLiteral("backend.latency")) &&
        addEdits(edits, before.backend.failure, after.backend.failure, QStringLiteral("backend.failure"));
    return live ? inPossibleOrder(before, std::move(edits)) : std::nullopt;
}

} // namespace playground
