// SPDX-License-Identifier: MIT
#include "cli/help_text.h"

#include "cli/command.h"
#include "cli/help_tables.h"
#include "model/language.h"
#include "model/parameter_table.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace playground {

namespace {

constexpr int textWidth = 100;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(HelpText)
};

/// `term` in a column of its own, and `text` beside it, broken between words.
QString entry(const QString &term, const QString &text, int indent, int column)
{
    QString line = QString(indent, u' ') + term;
    line = line.size() < column ? line.leftJustified(column) : line + u'\n' + QString(column, u' ');
    qsizetype used = column;
    QString entryText = line;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (used > column && used + 1 + word.size() > textWidth) {
            entryText += u'\n' + QString(column, u' ');
            used = column;
        }
        if (used > column) {
            entryText += u' ';
            ++used;
        }
        entryText += word;
        used += word.size();
    }
    return entryText + u'\n';
}

QString entries(std::span<const HelpEntry> table, int column)
{
    QString text;
    for (const HelpEntry &row : table)
        text += entry(QString::fromUtf8(row.term), QCoreApplication::translate("HelpTables", row.text), 2, column);
    return text;
}

/// A value as it stands in the file.
QString written(const QJsonValue &value)
{
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

QString bound(const QJsonValue &value) { return value.isString() ? value.toString() : written(value); }

/// The values that a parameter takes: "1 to 100", "none, full, or 0 to 1"; empty when any of its type is right.
QString valuesText(const Parameter &parameter)
{
    const QString words = parameter.choices.join(QStringLiteral(", "));
    const QString range = parameter.min.isUndefined() ? QString() : Tr::tr("%1 to %2").arg(bound(parameter.min), bound(parameter.max));
    QString values = words.isEmpty() ? range : Tr::tr("one of %1").arg(words);
    if (!words.isEmpty() && !range.isEmpty())
        values = Tr::tr("%1, or %2").arg(words, range);
    else if (parameter.type == ParameterType::List && !words.isEmpty())
        values = Tr::tr("any of %1").arg(words);
    else if (parameter.type == ParameterType::Boolean)
        values = Tr::tr("true or false");
    return parameter.nullable ? Tr::tr("%1, or null").arg(values) : values;
}

QString parameterFacts(const Parameter &parameter)
{
    QStringList facts;
    if (const QString values = valuesText(parameter); !values.isEmpty())
        facts << values;
    if (!parameter.defaultValue.isUndefined())
        facts << Tr::tr("default %1").arg(written(parameter.defaultValue));
    if (parameter.applies == Applies::Restart)
        facts << Tr::tr("restarts the run");
    return facts.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(facts.join(QStringLiteral("; ")));
}

QString groupCaption(const QString &group)
{
    if (group == u"source")
        return Tr::tr("source.kind: what asks, and when");
    if (group == u"pattern")
        return Tr::tr("pattern.kind: when a request becomes a call");
    if (group == u"policy")
        return Tr::tr("policies[].kind: what happens around each call, first = outermost");
    if (group == u"latency")
        return Tr::tr("backend.latency.kind: how long the server takes");
    if (group == u"failure")
        return Tr::tr("backend.failure.kind: which attempts fail");
    return Tr::tr("backend: the server");
}

/// A kind and its keys.
QString kindEntry(const Kind &kind)
{
    QString text = entry(kind.id, kind.help, 2, 20);
    for (const Parameter &parameter : objectKeys(kind))
        text += entry(parameter.key, parameter.help + parameterFacts(parameter), 4, 20);
    return text;
}

QString scenarioHelp()
{
    QString text = Tr::tr("A scenario is one JSON object; whatever is missing has its default. Durations are written \"250ms\" or \"1.5s\".\n"
                          "--set takes each key with dots: pattern.limit=8, policies.retry.attempts=5, 'policies=[]'.\n");
    text += u'\n' + entries(scenarioKeyHelp(), 14);
    QString group;
    for (const Kind &kind : allKinds()) {
        if (kind.group != group) {
            group = kind.group;
            text += u'\n' + groupCaption(group) + u'\n';
        }
        text += kindEntry(kind);
    }
    return text;
}

} // namespace

QString kindHelp(const QString &id)
{
    QStringList texts;
    for (const Kind &kind : allKinds()) {
        if (kind.id == id)
            texts << groupCaption(kind.group) + u'\n' + kindEntry(kind);
    }
    return texts.join(u'\n');
}

QString commandHelp(const Command &command)
{
    QString text = QStringLiteral("asyncade ") + command.name;
    if (!command.operands.isEmpty())
        text += u' ' + command.operands;
    if (!command.options.empty())
        text += Tr::tr(" [OPTION]...");
    text += u'\n' + entry({}, command.help, 0, 2);
    if (!command.options.empty())
        text += u'\n';
    for (const Option &option : command.options)
        text += entry(option.value.isEmpty() ? option.name : option.name + u' ' + option.value, option.help, 2, 22);
    return text;
}

QString overviewHelp()
{
    QString text = Tr::tr("Asyncade %1: async patterns on a live timeline.\n\n"
                          "asyncade              opens the window; without a display it runs the default scenario and draws it here\n"
                          "asyncade FILE|NAME    opens this scenario, a file or a shipped one by name; without a display runs it here\n"
                          "asyncade COMMAND ...\n\n")
                       .arg(QCoreApplication::applicationVersion());
    for (const Command &command : commands())
        text += entry(command.name, command.help, 2, 16);
    text += entry(QStringLiteral("--version"), Tr::tr("Says which version this is."), 2, 16);
    text += entry(QStringLiteral("--language L"),
                  Tr::tr("Speaks this language, %1: before a command, or anywhere behind it. Without it the window follows its menu or the system, "
                         "and all that is printed or drawn without a window is English. Keys in JSON never change.")
                      .arg(languages().join(Tr::tr(" or "))),
                  2, 16);
    text += Tr::tr("\nMore: asyncade help TOPIC, where TOPIC is a command, a kind such as retry, or one of %1.\n"
                   "Exit status: 0 done and all thresholds met, 1 a threshold not met, 2 bad input or output that failed,\n"
                   "130 a run in real time was ended by Ctrl+C.\n")
                .arg(helpTopics().join(QStringLiteral(", ")));
    return text;
}

QStringList helpTopics() { return {QStringLiteral("scenario"), QStringLiteral("metrics"), QStringLiteral("events"), QStringLiteral("find")}; }

QString topicHelp(const QString &topic)
{
    if (topic == u"scenario")
        return scenarioHelp();
    if (topic == u"metrics")
        return Tr::tr("The numbers of a run. Times are virtual, in ms with three decimals.\n\n") + entries(metricHelp(), 24);
    if (topic == u"events") {
        return Tr::tr("What a run records. Every event has a time and, where it belongs to one, a request.\n\n") + entries(eventHelp(), 14)
            + Tr::tr("\nWhy somebody waits:\n\n") + entries(reasonHelp(), 14);
    }
    if (topic == u"find") {
        return Tr::tr("What can be written in the window's find bar (/ or Ctrl+F). Several words with spaces between all\n"
                      "hold: those on waits for one wait, those on attempts for one attempt, and with both for a request\n"
                      "that has such a wait and such an attempt.\n\n")
            + entries(findHelp(), 36);
    }
    return {};
}

} // namespace playground
