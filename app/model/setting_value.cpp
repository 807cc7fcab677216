// SPDX-License-Identifier: MIT
#include "model/setting_value.h"

#include "model/backend_reader.h"
#include "model/json_text.h"
#include "model/scenario.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

QString key(const char *name) { return QLatin1String(name); }

std::optional<QJsonValue> number(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A-?[0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?\\z"));
    if (!pattern.match(text).hasMatch())
        return std::nullopt;
    bool isWhole = false;
    const qint64 whole = text.toLongLong(&isWhole);
    if (isWhole)
        return QJsonValue(whole);
    // A whole number beyond 64 bits stays the text that was typed: no key takes it, and the sentence about it shows it.
    static const QRegularExpression digits(QStringLiteral("\\A-?[0-9]+\\z"));
    const double value = text.toDouble();
    return std::isfinite(value) && !digits.match(text).hasMatch() ? std::optional(QJsonValue(value)) : std::nullopt;
}

/// The value that a text looks like: null, true, false, a number; else the text itself.
QJsonValue guessed(const QString &text)
{
    if (text == key("null"))
        return QJsonValue::Null;
    if (text == key("true") || text == key("false"))
        return text == key("true");
    return number(text).value_or(QJsonValue(text));
}

QJsonValue typed(const Parameter &parameter, const QString &text)
{
    switch (parameter.type) {
    case ParameterType::Duration:
    case ParameterType::Choice:
    case ParameterType::Text:
        return parameter.nullable && text == key("null") ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
    default:
        return guessed(text);
    }
}

const Kind *defaultKind(const QString &group)
{
    const Scenario scenario;
    if (group == key("source"))
        return &scenario.source.kind();
    if (group == key("pattern"))
        return &scenario.pattern.kind();
    if (group == key("latency"))
        return &scenario.backend.latency.kind();
    if (group == key("failure"))
        return &scenario.backend.failure.kind();
    return nullptr;
}

const Parameter *parameterFor(const QJsonObject &scenario, const QStringList &words)
{
    if (words.size() == 2 && words[0] == key("backend"))
        return findKind(key("backend"), key("server"))->parameter(words[1]);
    const QStringList section = words.first(words.size() - 1);
    const QString group = sectionGroup(section);
    if (group.isEmpty())
        return nullptr;
    const QJsonValue id = sectionJson(scenario, section).value(key("kind"));
    const Kind *kind = id.isUndefined() ? defaultKind(group) : findKind(group, id.toString());
    return kind ? kind->parameter(words.last()) : nullptr;
}

/// Whether the value at a path is a text whatever it looks like.
bool isPlainText(const QStringList &words)
{
    static const QStringList top{key("name"), key("title"), key("group")};
    return (words.size() == 1 && top.contains(words[0])) || words[0] == key("info") || words[0] == key("challenge") ||
           (words[0] == key("compare") && words.last() == key("name"));
}

} // namespace

std::variant<QJsonValue, Fault> settingValue(const QJsonObject &scenario, const QStringList &words, const QString &text)
{
    const Parameter *parameter = parameterFor(scenario, words);
    const bool isTextParameter = parameter && parameter->type == ParameterType::Text;
    if (!isTextParameter && !(words.size() > 1 && isPlainText(words)) &&
        (text.startsWith(u'{') || text.startsWith(u'['))) {
        const QString path = words.join(u'.');
        const auto json = parseJson(text.toUtf8(), path);
        if (const auto *fault = std::get_if<JsonFault>(&json))
            return Fault{path, Tr::tr("the value of \"%1\" cannot be read: %2").arg(path, fault->message)};
        return std::get<QJsonValue>(json);
    }
    if (parameter)
        return typed(*parameter, text);
    return isPlainText(words) ? QJsonValue(text) : guessed(text);
}

QString sectionGroup(const QStringList &words)
{
    const QString path = words.join(u'.');
    if (path == key("source") || path == key("pattern"))
        return path;
    if (path == key("backend.latency") || path == key("backend.failure"))
        return words[1];
    return words.size() == 2 && words[0] == key("policies") ? key("policy") : QString();
}

QJsonObject sectionJson(const QJsonObject &scenario, const QStringList &words)
{
    if (words.size() == 1)
        return scenario.value(words[0]).toObject();
    if (words[0] == key("policies"))
        return scenario.value(words[0]).toArray().at(words[1].toInt()).toObject();
    const QJsonValue value = longBackend(scenario.value(words[0])).toObject().value(words[1]);
    return (words[1] == key("latency") ? longLatency(value) : longFailure(value)).toObject();
}

} // namespace playground
