// SPDX-License-Identifier: MIT
#include "cli/patterns_command.h"

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/console.h"
#include "cli/json_writer.h"
#include "model/parameter_table.h"

namespace playground {

namespace {

void writeOrNull(JsonWriter &json, const char *key, const QJsonValue &value)
{
    json.key(key).value(value.isUndefined() ? QJsonValue() : value);
}

void writeParameter(JsonWriter &json, const Parameter &parameter)
{
    json.newLine().beginObject();
    json.key("key").value(parameter.key);
    json.key("type").value(typeName(parameter.type));
    json.key("unit").value(parameter.unit);
    writeOrNull(json, "min", parameter.min);
    writeOrNull(json, "max", parameter.max);
    writeOrNull(json, "default", parameter.defaultValue);
    json.key("choices").beginArray();
    for (const QString &choice : parameter.choices)
        json.value(choice);
    json.end();
    json.key("applies").value(parameter.applies == Applies::Now ? "now" : "restart");
    json.end();
}

void writeKind(JsonWriter &json, const Kind &kind)
{
    json.newLine().beginObject();
    json.key("id").value(kind.id);
    json.key("group").value(kind.group);
    json.key("title").value(kind.title);
    json.key("help").value(kind.help);
    json.key("parameters").beginArray();
    for (const Parameter &parameter : objectKeys(kind))
        writeParameter(json, parameter);
    json.end().end();
}

QString plainList()
{
    QString text;
    QString group;
    for (const Kind &kind : allKinds()) {
        if (kind.group != group) {
            text += (group.isEmpty() ? QString() : QStringLiteral("\n")) + kind.group + u'\n';
            group = kind.group;
        }
        QStringList keys;
        for (const Parameter &parameter : objectKeys(kind))
            keys << parameter.key;
        text += QStringLiteral("  %1 %2\n").arg(kind.id, -18).arg(kind.help);
        if (!keys.isEmpty())
            text += QStringLiteral("  %1 %2\n").arg(QString(), -18).arg(keys.join(QStringLiteral(", ")));
    }
    return text;
}

} // namespace

int patternsCommand(const Arguments &arguments, Console &console)
{
    if (!arguments.has(QStringLiteral("--json"))) {
        console.print(plainList());
        return exitMet;
    }
    JsonWriter json;
    json.beginArray();
    for (const Kind &kind : allKinds())
        writeKind(json, kind);
    json.end();
    console.print(QString::fromUtf8(json.bytes()) + u'\n');
    return exitMet;
}

} // namespace playground
