// SPDX-License-Identifier: MIT
#include "view/change_name.h"

#include "model/scenario.h"
#include "model/scenario_writer.h"
#include "view/value_scale.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QSet>

namespace playground {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ChangeName)
};

constexpr qsizetype longest = 24; // Characters of a text that are still shown.

/// A value in words; empty where it has too many.
QString shown(const Parameter &parameter, const QJsonValue &value)
{
    if (ValueScale::fits(parameter))
        return ValueScale(parameter).text(value);
    if (value.isBool())
        return value.toBool() ? Words::tr("on") : Words::tr("off");
    if (value.isNull())
        return Words::tr("none");
    if (value.isDouble())
        return QString::number(value.toDouble());
    const QString text = value.toString();
    if (text.isEmpty() || text.size() > longest)
        return {};
    return parameter.type == ParameterType::Text ? Words::tr("“%1”").arg(text) : text;
}

/// Everything in a scenario that is no object or array of objects, by its dotted path.
void flatten(const QJsonValue &value, const QString &path, QMap<QString, QJsonValue> &leaves)
{
    const auto below = [&](const QString &key) { return path.isEmpty() ? key : path + u'.' + key; };
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto i = object.begin(); i != object.end(); ++i)
            flatten(i.value(), below(i.key()), leaves);
    } else if (value.isArray() && value.toArray().first().isObject()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            flatten(array[i], below(QString::number(i)), leaves);
    } else {
        leaves.insert(path, value);
    }
}

QStringList differing(const Scenario &before, const Scenario &after)
{
    QMap<QString, QJsonValue> old, now;
    flatten(scenarioToJson(before), {}, old);
    flatten(scenarioToJson(after), {}, now);
    QStringList paths;
    for (auto i = old.cbegin(); i != old.cend(); ++i)
        if (!now.contains(i.key()) || now.value(i.key()) != i.value())
            paths += i.key();
    for (auto i = now.cbegin(); i != now.cend(); ++i)
        if (!old.contains(i.key()))
            paths += i.key();
    return paths;
}

/// What the first word of a path stands for.
QString partName(const QString &part, const Scenario &after)
{
    const auto kind = [](const QString &title, const Section &section) {
        return Words::tr("%1: %2").arg(title, section.kind().title);
    };
    if (part == QStringLiteral("source"))
        return kind(Words::tr("Source"), after.source);
    if (part == QStringLiteral("pattern"))
        return kind(Words::tr("Pattern"), after.pattern);
    if (part == QStringLiteral("policies"))
        return Words::tr("Policies");
    if (part == QStringLiteral("backend"))
        return Words::tr("Backend");
    if (part == QStringLiteral("seed"))
        return Words::tr("Seed");
    if (part == QStringLiteral("name"))
        return Words::tr("Name");
    if (part == QStringLiteral("title"))
        return Words::tr("Title");
    if (part == QStringLiteral("group"))
        return Words::tr("Group");
    if (part == QStringLiteral("info"))
        return Words::tr("Description");
    if (part == QStringLiteral("until"))
        return Words::tr("End of the run");
    if (part == QStringLiteral("edits"))
        return Words::tr("Edits during the run");
    if (part == QStringLiteral("compare"))
        return Words::tr("Strips");
    return Words::tr("Thresholds");
}

} // namespace

QString changeName(const Parameter &parameter, const QJsonValue &before, const QJsonValue &after)
{
    const QString from = shown(parameter, before), to = shown(parameter, after);
    if (from.isEmpty() || to.isEmpty())
        return parameter.title;
    return Words::tr("%1 %2 → %3").arg(parameter.title, from, to);
}

QString changeName(const Scenario &before, const Scenario &after)
{
    const QStringList paths = differing(before, after);
    if (paths.size() == 1) {
        const QString &path = paths.first();
        const Parameter *parameter = parameterAt(after, path);
        if (parameter && parameter == parameterAt(before, path))
            return changeName(*parameter, valueAt(before, path), valueAt(after, path));
        if (path == QStringLiteral("seed"))
            return Words::tr("Seed %1 → %2").arg(before.seed).arg(after.seed);
    }
    QSet<QString> parts;
    for (const QString &path : paths)
        parts.insert(path.section(u'.', 0, 0));
    return parts.size() == 1 ? partName(*parts.begin(), after) : Words::tr("Several changes");
}

} // namespace playground
