// SPDX-License-Identifier: MIT
#include "cli/run_request.h"

#include "cli/arguments.h"
#include "cli/bad_input.h"
#include "model/catalogue.h"
#include "model/file_text.h"
#include "model/nearest.h"
#include "model/scenario_json.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace playground {

namespace {

constexpr int maxSide = 16384;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RunRequest)
};

template <typename T>
T orThrow(const std::variant<T, Problem> &result)
{
    if (const auto *problem = std::get_if<Problem>(&result))
        throw BadInput(problem->text());
    return std::get<T>(result);
}

Scenario readOperand(const Arguments &arguments)
{
    if (arguments.operands().isEmpty())
        return defaultScenario();
    const QString &operand = arguments.operands().first();
    if (!isFileName(operand))
        return orThrow(shippedScenario(operand));
    return orThrow(readScenario(orThrow(readFileText(operand)), operand));
}

Settings readSettings(const Arguments &arguments)
{
    Settings settings;
    for (const QString &setting : arguments.values(QStringLiteral("--set"))) {
        const qsizetype equals = setting.indexOf(u'=');
        if (equals < 1)
            throw BadInput(Tr::tr("--set %1 is no setting; write a key, an equals sign and a value: --set pattern.limit=8").arg(setting));
        settings.append({setting.left(equals), setting.mid(equals + 1)});
    }
    if (arguments.has(QStringLiteral("--seed")))
        settings.append({QStringLiteral("seed"), arguments.value(QStringLiteral("--seed"))});
    return settings;
}

/// The value of an option that is one of a few words.
QString choice(const Arguments &arguments, const QString &option, const QStringList &words)
{
    const QString value = arguments.value(option, words.first());
    if (!words.contains(value))
        throw BadInput(Tr::tr("%1 is %2, not \"%3\"").arg(option, quotedList(words, Tr::tr("or")), value));
    return value;
}

QSize readSize(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,5})x(\\d{1,5})$"));
    const QRegularExpressionMatch match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || qMin(size.width(), size.height()) < 1 || qMax(size.width(), size.height()) > maxSide)
        throw BadInput(Tr::tr("--size is width x height in pixels, 1x1 to %1x%1, as in 1600x800; got \"%2\"").arg(maxSide).arg(text));
    return size;
}

RunRequest::Report readReport(const Arguments &arguments)
{
    const bool writesFile = arguments.has(QStringLiteral("--png")) || arguments.has(QStringLiteral("--trace"));
    if (!arguments.has(QStringLiteral("--report")))
        return writesFile ? RunRequest::Report::None : RunRequest::Report::Drawing;
    const QString word = choice(arguments, QStringLiteral("--report"), {QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("log")});
    if (word == u"log")
        return RunRequest::Report::Log;
    return word == u"json" ? RunRequest::Report::Json : RunRequest::Report::Text;
}

QString readOutput(const Arguments &arguments, const QString &option)
{
    const QString path = arguments.value(option);
    if (arguments.has(option) && path.isEmpty())
        throw BadInput(Tr::tr("%1 needs the name of a file, or - for stdout").arg(option));
    return path;
}

/// The options of a picture mean nothing without one.
void checkPictureOptions(const Arguments &arguments)
{
    for (const QString &option : {QStringLiteral("--size"), QStringLiteral("--theme")}) {
        if (arguments.has(option) && !arguments.has(QStringLiteral("--png")))
            throw BadInput(Tr::tr("%1 is about the picture; add --png FILE or remove it").arg(option));
    }
}

void checkOutputs(const RunRequest &request)
{
    const int onStdout = (request.png == u"-") + (request.trace == u"-") + (request.report != RunRequest::Report::None);
    if (onStdout > 1)
        throw BadInput(Tr::tr("only one of --report, --png - and --trace - can go to stdout; give the others a file"));
    const bool both = !request.png.isEmpty() && !request.trace.isEmpty();
    if (both && QFileInfo(request.png).absoluteFilePath() == QFileInfo(request.trace).absoluteFilePath())
        throw BadInput(Tr::tr("--png and --trace name the same file; give each its own"));
}

/// A title speaks of the scenario as it was written; behind it stands what this run has otherwise.
QString titleWith(const QString &title, const Settings &settings)
{
    QStringList changed;
    for (const auto &setting : settings) {
        if (setting.first == u"title")
            return title;
        changed += setting.first + u'=' + setting.second;
    }
    return changed.isEmpty() ? title : Tr::tr("%1, with %2").arg(title, changed.join(QStringLiteral(", ")));
}

} // namespace

bool isFileName(const QString &operand) { return operand.contains(u'/') || operand.endsWith(u".json"); }

RunRequest readRunRequest(const Arguments &arguments)
{
    RunRequest request;
    const Settings settings = readSettings(arguments);
    request.scenario = orThrow(withSettings(readOperand(arguments), settings));
    request.scenario.title = titleWith(request.scenario.title, settings);
    request.report = readReport(arguments);
    request.png = readOutput(arguments, QStringLiteral("--png"));
    request.trace = readOutput(arguments, QStringLiteral("--trace"));
    request.size = readSize(arguments.value(QStringLiteral("--size"), QStringLiteral("1600x800")));
    request.dark = choice(arguments, QStringLiteral("--theme"), {QStringLiteral("light"), QStringLiteral("dark")}) == u"dark";
    request.wallClock = arguments.has(QStringLiteral("--wall-clock"));
    checkPictureOptions(arguments);
    checkOutputs(request);
    return request;
}

} // namespace playground
