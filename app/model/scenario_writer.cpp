// SPDX-License-Identifier: MIT
#include "model/scenario_writer.h"

#include "model/duration.h"
#include "model/list_check.h"
#include "model/scenario_json.h"
#include "model/section_reader.h"

#include <QJsonDocument>

#include <algorithm>

namespace playground {

namespace {

QString key(const char *name) { return QLatin1String(name); }

QJsonObject sectionToJson(const Section &section)
{
    QJsonObject object = section.given();
    object.insert(key("kind"), section.id());
    return object;
}

QJsonObject policyToJson(const Policy &policy)
{
    QJsonObject object = sectionToJson(policy.section);
    if (!policy.enabled)
        object.insert(key("enabled"), false);
    return object;
}

QJsonObject backendToJson(const Backend &backend)
{
    QJsonObject object = backend.settings.given();
    object.insert(key("latency"), sectionToJson(backend.latency));
    object.insert(key("failure"), sectionToJson(backend.failure));
    return object;
}

/// Edits at one time share an object as long as their paths rise, which is the order in which reading takes them apart
/// again.
QJsonArray editsToJson(const std::vector<Edit> &edits)
{
    QJsonArray array;
    QJsonObject set;
    for (size_t i = 0; i < edits.size(); ++i) {
        set.insert(edits[i].path, edits[i].value);
        const bool isLast =
            i + 1 == edits.size() || edits[i + 1].at != edits[i].at || edits[i + 1].path <= edits[i].path;
        if (!isLast)
            continue;
        array.append(QJsonObject{{key("at"), durationText(edits[i].at)}, {key("set"), set}});
        set = {};
    }
    return array;
}

/// One value on one line, the keys of objects in a given order; keys that are not in it come last, sorted.
QByteArray compact(const QJsonValue &value, const QStringList &order = {});

QByteArray scalar(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

QByteArray joined(const QList<QByteArray> &entries, const char *opening, const char *closing)
{
    return opening + entries.join(", ") + closing;
}

QStringList ordered(const QJsonObject &object, const QStringList &order)
{
    QStringList keys;
    for (const QString &name : order) {
        if (object.contains(name))
            keys.append(name);
    }
    for (const QString &name : object.keys()) {
        if (!keys.contains(name))
            keys.append(name);
    }
    return keys;
}

QByteArray compact(const QJsonValue &value, const QStringList &order)
{
    QList<QByteArray> entries;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QString &name : ordered(object, order))
            entries.append(scalar(name) + ": " + compact(object.value(name)));
        return joined(entries, "{", "}");
    }
    if (!value.isArray())
        return scalar(value);
    for (const QJsonValue &entry : value.toArray())
        entries.append(compact(entry, order));
    return joined(entries, "[", "]");
}

/// Several entries, each on a line of its own.
QByteArray lines(const QList<QByteArray> &entries, const char *opening, const char *closing, const QByteArray &indent)
{
    if (entries.isEmpty())
        return QByteArray(opening) + closing;
    return opening + ("\n" + indent + "  ") + entries.join(",\n" + indent + "  ") + "\n" + indent + closing;
}

/// Items of a list source and events of a tape stand one on a line; everything else of a section in one.
QByteArray parameterText(const Parameter &parameter, const QJsonValue &value)
{
    const bool hasObjects = parameter.items == ListItems::SourceItems || parameter.items == ListItems::TapeEvents;
    if (!hasObjects)
        return compact(value);
    QList<QByteArray> entries;
    for (const QJsonValue &entry : value.toArray())
        entries.append(compact(entry, parameterKeys(itemKind(parameter.items))));
    return lines(entries, "[", "]", "  ");
}

QList<QByteArray> parameterEntries(const Section &section)
{
    QList<QByteArray> entries;
    for (const Parameter &parameter : section.kind().parameters) {
        if (section.given().contains(parameter.key))
            entries.append(scalar(parameter.key) + ": " +
                           parameterText(parameter, section.given().value(parameter.key)));
    }
    return entries;
}

QByteArray sectionText(const Section &section, bool enabled = true)
{
    QList<QByteArray> entries{"\"kind\": " + scalar(section.id())};
    if (!enabled)
        entries.append("\"enabled\": false");
    return joined(entries + parameterEntries(section), "{", "}");
}

QByteArray policiesText(const std::vector<Policy> &policies)
{
    QList<QByteArray> entries;
    for (const Policy &policy : policies)
        entries.append(sectionText(policy.section, policy.enabled));
    return lines(entries, "[", "]", "  ");
}

QByteArray backendText(const Backend &backend)
{
    return lines(QList<QByteArray>{"\"latency\": " + sectionText(backend.latency),
                                   "\"failure\": " + sectionText(backend.failure)} +
                     parameterEntries(backend.settings),
                 "{", "}", "  ");
}

QByteArray objectLines(const QJsonObject &object, const QStringList &order)
{
    QList<QByteArray> entries;
    for (const QString &name : ordered(object, order))
        entries.append(scalar(name) + ": " + compact(object.value(name)));
    return lines(entries, "{", "}", "  ");
}

QByteArray arrayLines(const QJsonArray &array, const QStringList &order)
{
    QList<QByteArray> entries;
    for (const QJsonValue &entry : array)
        entries.append(compact(entry, order));
    return lines(entries, "[", "]", "  ");
}

/// What may be missing from a file, in its order.
QList<QByteArray> extrasText(const Scenario &scenario)
{
    QList<QByteArray> entries;
    if (!scenario.info.isEmpty())
        entries.append("\"info\": " + objectLines(scenario.info, {key("what"), key("how"), key("use"), key("notice"),
                                                                  key("try"), key("further")}));
    if (scenario.until)
        entries.append("\"until\": " + scalar(durationText(*scenario.until)));
    if (!scenario.edits.empty())
        entries.append("\"edits\": " + arrayLines(editsToJson(scenario.edits), {key("at")}));
    if (!scenario.compare.isEmpty())
        entries.append("\"compare\": " + arrayLines(scenario.compare, {key("name")}));
    if (!scenario.challenge.isEmpty())
        entries.append("\"challenge\": " + compact(scenario.challenge));
    return entries;
}

} // namespace

QJsonObject scenarioToJson(const Scenario &scenario)
{
    QJsonArray policies;
    for (const Policy &policy : scenario.policies)
        policies.append(policyToJson(policy));
    QJsonObject json{{key("version"), 1},
                     {key("name"), scenario.name},
                     {key("group"), scenario.group},
                     {key("seed"), qint64(scenario.seed)},
                     {key("source"), sectionToJson(scenario.source)},
                     {key("pattern"), sectionToJson(scenario.pattern)},
                     {key("policies"), policies},
                     {key("backend"), backendToJson(scenario.backend)},
                     {key("info"), scenario.info},
                     {key("edits"), editsToJson(scenario.edits)},
                     {key("compare"), scenario.compare},
                     {key("challenge"), scenario.challenge}};
    if (scenario.title != scenario.name)
        json.insert(key("title"), scenario.title);
    if (scenario.until)
        json.insert(key("until"), durationText(*scenario.until));
    return json;
}

QByteArray writeScenario(const Scenario &scenario)
{
    QList<QByteArray> entries{"\"version\": 1", "\"name\": " + scalar(scenario.name)};
    if (scenario.title != scenario.name)
        entries.append("\"title\": " + scalar(scenario.title));
    if (scenario.group != key("mine"))
        entries.append("\"group\": " + scalar(scenario.group));
    entries.append("\"seed\": " + QByteArray::number(scenario.seed));
    entries.append("\"source\": " + sectionText(scenario.source));
    entries.append("\"pattern\": " + sectionText(scenario.pattern));
    if (!scenario.policies.empty())
        entries.append("\"policies\": " + policiesText(scenario.policies));
    entries.append("\"backend\": " + backendText(scenario.backend));
    return lines(entries + extrasText(scenario), "{", "}", "") + "\n";
}

} // namespace playground
