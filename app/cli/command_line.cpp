// SPDX-License-Identifier: MIT
#include "cli/command_line.h"

#include "cli/bad_input.h"
#include "cli/command.h"
#include "cli/console.h"
#include "cli/help_text.h"
#include "cli/language_option.h"
#include "cli/run_request.h"
#include "model/catalogue.h"
#include "model/language.h"
#include "model/nearest.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

int run(const Command &command, const QStringList &words, Console &console)
{
    if (words.contains(QStringLiteral("--help")) || words.contains(QStringLiteral("-h"))) {
        console.print(commandHelp(command));
        return exitMet;
    }
    return command.run(Arguments(words, command.options, command.operands.isEmpty() ? 0 : 1), console);
}

bool isScenario(const QString &word) { return isFileName(word) || shippedNames().contains(word); }

bool isOptionOf(const Command &command, const QString &word)
{
    return std::ranges::find(command.options, word.section(u'=', 0, 0), &Option::name) != command.options.end();
}

/// The words as one types them again: quoted where a shell would read something else.
QString asTyped(const QStringList &words)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_./:=,%+@-]+\\z"));
    QStringList typed;
    for (const QString &word : words)
        typed << (plain.match(word).hasMatch() ? word : u'\'' + QString(word).replace(u'\'', QStringLiteral("'\\''")) + u'\'');
    return typed.join(u' ');
}

int dispatch(const QStringList &words, Console &console)
{
    if (words.isEmpty())
        return run(*findCommand(QStringLiteral("run")), {}, console);
    const QString &name = words.first();
    if (name == u"--version" && words.size() == 1) {
        console.print(QStringLiteral("asyncade %1\n").arg(QCoreApplication::applicationVersion()));
        return exitMet;
    }
    if (name == u"--help" || name == u"-h")
        return run(*findCommand(QStringLiteral("help")), words.mid(1), console);
    if (const Command *command = findCommand(name))
        return run(*command, words.mid(1), console);
    if (namesScenario(words))
        return run(*findCommand(QStringLiteral("run")), words, console);
    if (isScenario(name) || isOptionOf(*findCommand(QStringLiteral("run")), name))
        throw BadInput(Tr::tr("\"%1\" is not a command; write: asyncade run %2").arg(name, asTyped(words)));
    QStringList known{QStringLiteral("--version")};
    for (const Command &command : commands())
        known << command.name;
    if (nearest(name, known).isEmpty() && !nearest(name, shippedNames()).isEmpty())
        known = shippedNames();
    throw BadInput(Tr::tr("\"%1\" is not a command;%2").arg(name, didYouMean(name, known)));
}

} // namespace

bool namesScenario(const QStringList &words)
{
    // The commands last: their table is made once, with the texts of the language that is spoken then.
    return words.size() == 1 && isScenario(words[0]) && !findCommand(words[0]);
}

bool needsGui(const QStringList &words)
{
    for (const QString &word : words) {
        if (word == u"--png" || word.startsWith(u"--png="))
            return true;
    }
    return false;
}

int runCommandLine(const QStringList &words, Console &console)
{
    try {
        QStringList rest = words;
        if (const QString language = takeLanguage(rest); !language.isEmpty())
            speak(language);
        const int status = dispatch(rest, console);
        console.finish(); // Only now is it known that everything could be written.
        return status;
    } catch (const BadInput &problem) {
        console.complain(problem.sentence());
        return exitBadInput;
    }
}

} // namespace playground
