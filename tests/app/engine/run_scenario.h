// SPDX-License-Identifier: MIT
#pragma once

#include "engine/runner.h"
#include "engine/run_to_end.h"
#include "model/duration.h"
#include "model/run.h"
#include "model/scenario_json.h"

#include <QtTest>

#include <memory>

namespace playground {

/// `base` with settings as the command line writes them; fails the program when they are wrong.
inline Scenario with(const Scenario &base, const Settings &settings)
{
    const ScenarioOrProblem result = withSettings(base, settings);
    if (const auto *problem = std::get_if<Problem>(&result))
        qFatal("%s", qPrintable(problem->text()));
    return std::get<Scenario>(result);
}

/// The scenario with nothing but defaults and these settings.
inline Scenario scenarioWith(const Settings &settings) { return with(Scenario(), settings); }

/// The whole run of a scenario, in one piece.
inline std::unique_ptr<Run> runOf(const Scenario &scenario) { return runToEnd(scenario); }

inline Metrics::Values valuesOf(const Scenario &scenario)
{
    const auto run = runOf(scenario);
    return run->metrics().values(run->now());
}

/// A run of `list` items, one a line of JSON, with these settings.
inline std::unique_ptr<Run> runOfList(const QString &items, const Settings &settings)
{
    return runOf(scenarioWith(Settings{{"source", QStringLiteral(R"({"kind":"list","items":[%1]})").arg(items)}} + settings));
}

/// How each request ended, in the order of their numbers: "#1 succeeded 100ms", "#2 cancelled 50ms by #1", "#3 pending".
inline QStringList endsOf(const Run &run)
{
    static const char *const words[] = {"succeeded", "failed", "timed out", "cancelled", "dropped", "pending"};
    QStringList ends;
    for (const Lane &lane : run.timeline().lanes()) {
        QString end = QStringLiteral("#%1 %2").arg(lane.request).arg(QLatin1String(words[size_t(lane.outcome)]));
        if (lane.settled >= 0)
            end += u' ' + durationText(std::chrono::nanoseconds(lane.settled));
        if (lane.defaulted)
            end += QStringLiteral(" by default");
        if (lane.causeRequest != 0)
            end += QStringLiteral(" by #%1").arg(lane.causeRequest);
        ends << end;
    }
    return ends;
}

/// The spans of one request's lane: "slot 0ms-100ms", "try 1 100ms-150ms failed 503".
inline QStringList lifeOf(const Run &run, quint32 request)
{
    static const char *const reasons[] = {"", "slot", "token", "turn", "batch", "collect", "quiet", "window", "backoff", "pause", "server"};
    static const char *const states[] = {"queued", "token", "backoff", "running", "succeeded", "failed", "timed out", "cancelled"};
    QStringList life;
    for (const Span &span : run.timeline().spansOf(run.timeline().lanes()[request - 1])) {
        const QString times = durationText(std::chrono::nanoseconds(span.begin)) + u'-'
            + (span.isOpen() ? QString() : durationText(std::chrono::nanoseconds(span.end)));
        if (span.isWait())
            life << QStringLiteral("%1 %2").arg(QLatin1String(reasons[size_t(span.reason)]), times);
        else
            life << QStringLiteral("try %1 %2 %3 %4").arg(span.tryNumber).arg(times, QLatin1String(states[size_t(span.state)])).arg(span.code);
    }
    return life;
}

/// The end of the run, and when.
inline std::pair<EndReason, qint64> endOf(const Run &run)
{
    const Record &last = run.trace().records()[size_t(run.trace().size() - 1)];
    return {last.endReason(), last.t};
}

} // namespace playground
