// SPDX-License-Identifier: MIT
#include "model/parameter_table.h"

#include "model/parameter_builder.h"

#include <QJsonArray>

#include <algorithm>

namespace playground {

namespace table {

namespace {

Applies appliesOf(ParameterType type)
{
    switch (type) {
    case ParameterType::Boolean:
    case ParameterType::Choice:
    case ParameterType::Text:
    case ParameterType::List:
        return Applies::Restart;
    default:
        return Applies::Now;
    }
}

} // namespace

Builder::Builder(ParameterType type, const char *key, const QJsonValue &defaultValue)
{
    m_parameter.key = QLatin1String(key);
    m_parameter.type = type;
    m_parameter.defaultValue = defaultValue;
    m_parameter.applies = appliesOf(type);
    if (type == ParameterType::Duration)
        m_parameter.unit = QStringLiteral("ns");
    if (type == ParameterType::Rate)
        m_parameter.unit = QStringLiteral("1/s");
}

Builder &Builder::range(const QJsonValue &min, const QJsonValue &max)
{
    m_parameter.min = min;
    m_parameter.max = max;
    return *this;
}

Builder &Builder::slider(const QJsonValue &min, const QJsonValue &max)
{
    m_parameter.softMin = min;
    m_parameter.softMax = max;
    return *this;
}

Builder &Builder::nullable()
{
    m_parameter.nullable = true;
    return *this;
}

Builder &Builder::choices(const QStringList &choices)
{
    m_parameter.choices = choices;
    return *this;
}

Builder &Builder::items(ListItems items)
{
    m_parameter.items = items;
    if (items == ListItems::Durations)
        m_parameter.applies = Applies::Now; // Durations are numbers, also when there are several.
    return *this;
}

Builder &Builder::excludes(const char *key)
{
    m_parameter.excludes = QLatin1String(key);
    return *this;
}

Builder &Builder::words(const QString &title, const QString &help)
{
    m_parameter.title = title;
    m_parameter.help = help;
    return *this;
}

Builder duration(const char *key, const char *defaultValue)
{
    return Builder(ParameterType::Duration, key, QLatin1String(defaultValue))
        .range(QStringLiteral("0ms"), QStringLiteral("24h"))
        .slider(QStringLiteral("0ms"), QStringLiteral("2s"));
}

Builder optionalDuration(const char *key)
{
    return Builder(ParameterType::Duration, key, QJsonValue::Null)
        .range(QStringLiteral("0ms"), QStringLiteral("24h"))
        .slider(QStringLiteral("0ms"), QStringLiteral("5s"))
        .nullable();
}

Builder rate(const char *key, double defaultValue)
{
    return Builder(ParameterType::Rate, key, defaultValue).range(0.001, mostOfAnything).slider(1, 100);
}

Builder probability(const char *key, double defaultValue)
{
    return Builder(ParameterType::Probability, key, defaultValue).range(0, 1).slider(0, 1);
}

Builder number(const char *key, double defaultValue) { return Builder(ParameterType::Number, key, defaultValue); }

Builder integer(const char *key, int defaultValue)
{
    return Builder(ParameterType::Integer, key, defaultValue).range(1, mostOfAnything).slider(1, 50);
}

Builder optionalInteger(const char *key)
{
    return Builder(ParameterType::Integer, key, QJsonValue::Null).range(1, mostOfAnything).slider(1, 50).nullable();
}

Builder flag(const char *key, bool defaultValue) { return Builder(ParameterType::Boolean, key, defaultValue); }

Builder choice(const char *key, const QStringList &choices)
{
    return Builder(ParameterType::Choice, key, choices.first()).choices(choices);
}

Builder text(const char *key, const QString &defaultValue) { return Builder(ParameterType::Text, key, defaultValue); }

Builder list(const char *key, ListItems items, const QJsonValue &defaultValue)
{
    return Builder(ParameterType::List, key, defaultValue).items(items);
}

} // namespace table

namespace {

std::vector<Kind> makeKinds()
{
    std::vector<Kind> kinds;
    table::addSources(kinds);
    table::addPatterns(kinds);
    table::addPolicies(kinds);
    table::addLatencies(kinds);
    table::addFailures(kinds);
    table::addBackend(kinds);
    return kinds;
}

} // namespace

const Parameter *Kind::parameter(const QString &key) const
{
    const auto found = std::ranges::find(parameters, key, &Parameter::key);
    return found == parameters.end() ? nullptr : &*found;
}

std::span<const Kind> allKinds()
{
    // Made once and never changed: sections point into it.
    static const std::vector<Kind> kinds = makeKinds();
    return kinds;
}

std::vector<const Kind *> kindsOf(const QString &group)
{
    std::vector<const Kind *> found;
    for (const Kind &kind : allKinds()) {
        if (kind.group == group)
            found.push_back(&kind);
    }
    return found;
}

const Parameter &enabledParameter()
{
    static const Parameter enabled =
        table::flag("enabled", true)
            .words(table::Words::tr("Switched on"), table::Words::tr("Whether the policy is switched on."));
    return enabled;
}

std::vector<Parameter> objectKeys(const Kind &kind)
{
    std::vector<Parameter> keys = kind.parameters;
    if (kind.group == QLatin1String("policy"))
        keys.insert(keys.begin(), enabledParameter());
    return keys;
}

const Kind *findKind(const QString &group, const QString &id)
{
    for (const Kind &kind : allKinds()) {
        if (kind.group == group && kind.id == id)
            return &kind;
    }
    return nullptr;
}

QString typeName(ParameterType type)
{
    switch (type) {
    case ParameterType::Duration:
        return QStringLiteral("duration");
    case ParameterType::Rate:
        return QStringLiteral("rate");
    case ParameterType::Probability:
        return QStringLiteral("probability");
    case ParameterType::Number:
        return QStringLiteral("number");
    case ParameterType::Integer:
        return QStringLiteral("integer");
    case ParameterType::Boolean:
        return QStringLiteral("boolean");
    case ParameterType::Choice:
        return QStringLiteral("choice");
    case ParameterType::Text:
        return QStringLiteral("text");
    case ParameterType::List:
        return QStringLiteral("list");
    case ParameterType::Jitter:
        return QStringLiteral("jitter");
    case ParameterType::Error:
        return QStringLiteral("error");
    case ParameterType::Attempts:
        return QStringLiteral("attempts");
    }
    return {};
}

} // namespace playground
