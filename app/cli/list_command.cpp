// SPDX-License-Identifier: MIT
#include "cli/list_command.h"

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/console.h"
#include "cli/json_writer.h"
#include "model/catalogue.h"

namespace playground {

namespace {

/// The strips of a scenario: itself, and those it compares itself with.
qsizetype stripCount(const Scenario &scenario) { return 1 + scenario.compare.size(); }

void writeEntry(JsonWriter &json, const Scenario &scenario)
{
    json.newLine().beginObject();
    json.key("name").value(scenario.name);
    json.key("title").value(scenario.title);
    json.key("group").value(scenario.group);
    json.key("requests").value(requestCount(scenario));
    json.key("strips").value(stripCount(scenario));
    json.key("challenge").value(scenario.challenge.isEmpty() ? QJsonValue() : QJsonValue(scenario.challenge));
    json.end();
}

QString plainList(const std::vector<Scenario> &scenarios)
{
    qsizetype nameWidth = 0;
    for (const Scenario &scenario : scenarios)
        nameWidth = qMax(nameWidth, scenario.name.size());
    QString text;
    QString group;
    for (const Scenario &scenario : scenarios) {
        if (scenario.group != group) {
            text += (group.isEmpty() ? QString() : QStringLiteral("\n")) + scenario.group + u'\n';
            group = scenario.group;
        }
        text += QStringLiteral("  %1  %2\n").arg(scenario.name.leftJustified(nameWidth), scenario.title);
    }
    return text;
}

} // namespace

int listCommand(const Arguments &arguments, Console &console)
{
    const std::vector<Scenario> scenarios = shippedScenarios();
    if (!arguments.has(QStringLiteral("--json"))) {
        console.print(plainList(scenarios));
        return exitMet;
    }
    JsonWriter json;
    json.beginArray();
    for (const Scenario &scenario : scenarios)
        writeEntry(json, scenario);
    json.end();
    console.print(QString::fromUtf8(json.bytes()) + u'\n');
    return exitMet;
}

} // namespace playground
