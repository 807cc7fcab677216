// SPDX-License-Identifier: MIT
#include "cli/compare_command.h"

#include "cli/arguments.h"
#include "cli/bad_input.h"
#include "cli/command.h"
#include "cli/comparison_report.h"
#include "cli/console.h"
#include "cli/output_file.h"
#include "cli/png_output.h"
#include "cli/run_request.h"
#include "cli/strip_option.h"
#include "engine/run_to_end.h"
#include "model/challenge.h"
#include "model/strips.h"
#include "picture/picture.h"
#include "picture/theme.h"

#include <QCoreApplication>

#include <optional>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CompareCommand)
};

RunRequest readRequest(const Arguments &arguments)
{
    RunRequest request = readRunRequest(arguments);
    for (const QString &strip : arguments.values(QStringLiteral("--strip")))
        request.scenario = withStripOption(request.scenario, strip);
    if (stripCount(request.scenario) == 1)
        throw BadInput(Tr::tr("\"%1\" compares itself with nothing; add a strip, as in --strip \"One by one:pattern.kind=sequential\"")
                           .arg(request.scenario.name));
    return request;
}

/// The request that is asked about; 0: none.
quint32 readRequestNumber(const Arguments &arguments, const Scenario &scenario)
{
    if (!arguments.has(QStringLiteral("--request")))
        return 0;
    const QString text = arguments.value(QStringLiteral("--request"));
    bool isNumber = false;
    const quint32 number = text.toUInt(&isNumber);
    if (!isNumber || number < 1 || number > requestCount(scenario))
        throw BadInput(Tr::tr("--request is the number of one of the scenario's requests, 1 to %1; got \"%2\"").arg(requestCount(scenario)).arg(text));
    return number;
}

std::vector<std::unique_ptr<Run>> runAll(const Scenario &scenario, Run::Keeps keeps)
{
    std::vector<std::unique_ptr<Run>> runs;
    runs.push_back(runToEnd(scenario, keeps));
    for (qsizetype strip = 1; strip < stripCount(scenario); ++strip)
        runs.push_back(runToEnd(stripOf(scenario, strip), keeps));
    return runs;
}

QImage pictureOf(const std::vector<std::unique_ptr<Run>> &runs, const RunRequest &request)
{
    std::vector<const Run *> shown;
    for (const auto &run : runs)
        shown.push_back(run.get());
    return drawStrips(shown, request.size, request.dark ? Theme::dark() : Theme::light());
}

} // namespace

int compareCommand(const Arguments &arguments, Console &console)
{
    const RunRequest request = readRequest(arguments);
    ComparedRequest asked{readRequestNumber(arguments, request.scenario), {}};
    std::optional<OutputFile> png; // Opened before the runs, so that long ones are not run in vain.
    if (!request.png.isEmpty())
        png.emplace(request.png, console);

    const bool numbersOnly = !png && asked.number == 0;
    const std::vector<std::unique_ptr<Run>> runs = runAll(request.scenario, numbersOnly ? Run::Keeps::NumbersOnly : Run::Keeps::Everything);
    std::vector<Metrics::Values> values;
    for (const auto &run : runs) {
        values.push_back(run->metrics().values(run->now()));
        asked.strips.push_back(requestTiming(*run, asked.number));
    }
    if (png) {
        writePng(*png, pictureOf(runs, request));
        png->commit();
    }
    if (request.report == RunRequest::Report::Json)
        console.print(QString::fromUtf8(comparisonJson(request.scenario, values, asked)));
    else if (request.report != RunRequest::Report::None)
        console.print(comparisonText(request.scenario, values, asked, console.style().unicode || request.report == RunRequest::Report::Text));
    return challengeMet(request.scenario.challenge, values[0]) ? exitMet : exitNotMet;
}

} // namespace playground
