// SPDX-License-Identifier: MIT
#include "cli/run_command.h"

#include "cli/bad_input.h"
#include "cli/chrome_trace.h"
#include "cli/command.h"
#include "cli/console.h"
#include "cli/interrupt.h"
#include "cli/output_file.h"
#include "cli/png_output.h"
#include "cli/run_request.h"
#include "cli/terminal_timeline.h"
#include "engine/run_on_wall_clock.h"
#include "engine/run_to_end.h"
#include "model/challenge.h"
#include "model/event_words.h"
#include "model/run.h"
#include "model/strips.h"
#include "picture/picture.h"
#include "picture/theme.h"
#include "picture/time_text.h"

#include <QCoreApplication>

#include <optional>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RunCommand)
};

void writeTrace(OutputFile &file, const Run &run)
{
    if (!writeChromeTrace(file.device(), run))
        file.failed();
}

/// The run as text: a line an event, its time first.
void printLog(Console &console, const Run &run)
{
    for (const Record &record : run.trace().records()) {
        const QString words = eventWords(run.trace(), record);
        if (!words.isEmpty())
            console.print(instantText(record.t) + QStringLiteral("  ") + words + u'\n');
    }
}

/// The report for people, with plain spaces between groups of digits where there are no others.
QString textFor(const TerminalStyle &style, const RunRequest &request, const Metrics::Values &values, const Run *realTime)
{
    QString text = reportText(request.scenario, values, realTime);
    return style.unicode ? text : text.replace(QChar(0x202F), u' ');
}

void printReport(Console &console, const RunRequest &request, const Run &run, const Metrics::Values &values)
{
    const Run *realTime = request.wallClock ? &run : nullptr;
    switch (request.report) {
    case RunRequest::Report::Drawing:
        console.print(drawTimeline(run, console.style()) + u'\n' + textFor(console.style(), request, values, realTime));
        break;
    case RunRequest::Report::Text: console.print(textFor(console.style(), request, values, realTime)); break;
    case RunRequest::Report::Json: console.print(QString::fromUtf8(reportJson(request.scenario, values, realTime))); break;
    case RunRequest::Report::Log: printLog(console, run); break;
    case RunRequest::Report::None: break;
    }
}

} // namespace

int runCommand(const Arguments &arguments, Console &console)
{
    const RunRequest request = readRunRequest(arguments);
    std::optional<Interrupt> interrupt;
    if (request.wallClock)
        interrupt.emplace();
    // Opened before the run, so that a long one is not run in vain; in their place only when all of them are complete.
    std::optional<OutputFile> png, trace;
    if (!request.png.isEmpty())
        png.emplace(request.png, console);
    if (!request.trace.isEmpty())
        trace.emplace(request.trace, console);

    const bool draws = png || request.report == RunRequest::Report::Drawing;
    const Run::Keeps keeps = draws ? Run::Keeps::Everything : Run::Keeps::NumbersOnly;
    const std::unique_ptr<Run> run = interrupt ? runOnWallClock(request.scenario, interrupt->flag()) : runToEnd(request.scenario, keeps);
    const Metrics::Values values = run->metrics().values(run->now());
    if (png)
        writePng(*png, drawRun(*run, request.size, request.dark ? Theme::dark() : Theme::light()));
    if (trace)
        writeTrace(*trace, *run);
    if (png)
        png->commit();
    if (trace)
        trace->commit();
    printReport(console, request, *run, values);
    if (request.report == RunRequest::Report::Drawing && stripCount(request.scenario) > 1)
        console.complain(Tr::tr("these are the numbers of the first of %1 strips; all of them: asyncade compare %2")
                             .arg(stripCount(request.scenario))
                             .arg(arguments.operands().value(0)));
    if (run->timeline().ended() == EndReason::Stopped)
        return exitStopped;
    return challengeMet(request.scenario.challenge, values) ? exitMet : exitNotMet;
}

} // namespace playground
