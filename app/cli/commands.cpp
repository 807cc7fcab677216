// SPDX-License-Identifier: MIT
#include "cli/command.h"

#include "cli/bad_input.h"
#include "cli/compare_command.h"
#include "cli/console.h"
#include "cli/help_text.h"
#include "cli/list_command.h"
#include "cli/patterns_command.h"
#include "cli/run_command.h"
#include "model/nearest.h"
#include "model/parameter_table.h"

#include <QCoreApplication>

#include <algorithm>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

/// What there is help on, for who looked for `topic` in vain: kinds only where one is near, as there are many.
QStringList knownTopics(const QString &topic)
{
    QStringList known = helpTopics(), kinds;
    for (const Command &command : commands())
        known << command.name;
    for (const Kind &kind : allKinds())
        kinds << kind.id;
    return nearest(topic, known).isEmpty() && !nearest(topic, kinds).isEmpty() ? kinds : known;
}

int helpCommand(const Arguments &arguments, Console &console)
{
    if (arguments.operands().isEmpty()) {
        console.print(overviewHelp());
        return exitMet;
    }
    const QString &topic = arguments.operands().first();
    // A word may be both: "list" is a command and a source.
    QStringList texts{topicHelp(topic), kindHelp(topic)};
    if (const Command *command = findCommand(topic))
        texts.prepend(commandHelp(*command));
    texts.removeAll(QString());
    if (texts.isEmpty())
        throw BadInput(Tr::tr("there is no help on \"%1\";%2").arg(topic, didYouMean(topic, knownTopics(topic))));
    console.print(texts.join(u'\n'));
    return exitMet;
}

Option jsonOption() { return {QStringLiteral("--json"), {}, Tr::tr("As JSON.")}; }

std::vector<Option> runOptions()
{
    return {{QStringLiteral("--set"), QStringLiteral("KEY=VALUE"), Tr::tr("Changes a key of the scenario: pattern.limit=8; may be repeated."), true},
            {QStringLiteral("--seed"), QStringLiteral("N"), Tr::tr("The luck of the run; the same as --set seed=N.")},
            {QStringLiteral("--report"), QStringLiteral("text|json|log"),
             Tr::tr("Prints the metrics, or what happened line by line, instead of drawing the run.")},
            {QStringLiteral("--png"), QStringLiteral("FILE"), Tr::tr("Saves a picture of the run; - is stdout.")},
            {QStringLiteral("--size"), QStringLiteral("WxH"), Tr::tr("Size of the picture in pixels, 1600x800 unless given.")},
            {QStringLiteral("--theme"), QStringLiteral("light|dark"), Tr::tr("Colours of the picture, light unless given.")},
            {QStringLiteral("--trace"), QStringLiteral("FILE"), Tr::tr("Saves every event as Chrome JSON, for ui.perfetto.dev too; - is stdout.")},
            {QStringLiteral("--wall-clock"), {},
             Tr::tr("Runs in real time on the Qt event loop, and says how late its timers were: not reproducible. Ctrl+C ends the run.")}};
}

std::vector<Option> compareOptions()
{
    return {{QStringLiteral("--set"), QStringLiteral("KEY=VALUE"), Tr::tr("Changes a key of the scenario, for all strips; may be repeated."), true},
            {QStringLiteral("--seed"), QStringLiteral("N"), Tr::tr("The luck of all runs; the same as --set seed=N.")},
            {QStringLiteral("--strip"), QStringLiteral("NAME:KEY=VALUE,..."),
             Tr::tr("Adds a strip: the scenario with these settings of its pattern and policies; may be repeated."), true},
            {QStringLiteral("--request"), QStringLiteral("N"), Tr::tr("Shows beside the numbers how request N fared in each strip.")},
            {QStringLiteral("--report"), QStringLiteral("text|json"), Tr::tr("How the numbers are printed, text unless given.")},
            {QStringLiteral("--png"), QStringLiteral("FILE"), Tr::tr("Saves a picture of the strips; - is stdout.")},
            {QStringLiteral("--size"), QStringLiteral("WxH"), Tr::tr("Size of the picture in pixels, 1600x800 unless given.")},
            {QStringLiteral("--theme"), QStringLiteral("light|dark"), Tr::tr("Colours of the picture, light unless given.")}};
}

std::vector<Command> makeCommands()
{
    return {{QStringLiteral("run"), QStringLiteral("[FILE|NAME]"),
             Tr::tr("Runs a scenario: a file (with a slash, or ending in .json), a shipped one by name, or the default one."), runOptions(), runCommand},
            {QStringLiteral("compare"), QStringLiteral("[FILE|NAME]"),
             Tr::tr("Runs up to 4 strips of a scenario with the same input and the same luck, and shows how each differs from the first."),
             compareOptions(), compareCommand},
            {QStringLiteral("list"), {}, Tr::tr("Lists the shipped scenarios."), {jsonOption()}, listCommand},
            {QStringLiteral("patterns"), {}, Tr::tr("Lists all sources, patterns, policies and backends with their parameters."), {jsonOption()}, patternsCommand},
            {QStringLiteral("help"), QStringLiteral("[TOPIC]"), Tr::tr("Explains a command, the keys of a scenario, a kind such as retry, the metrics or the events."), {}, helpCommand}};
}

} // namespace

std::span<const Command> commands()
{
    static const std::vector<Command> all = makeCommands();
    return all;
}

const Command *findCommand(const QString &name)
{
    const auto all = commands();
    const auto found = std::ranges::find(all, name, &Command::name);
    return found == all.end() ? nullptr : &*found;
}

} // namespace playground
