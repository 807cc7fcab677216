// SPDX-License-Identifier: MIT
#pragma once

#include "app/engine/run_scenario.h"

namespace playground {

/// A tape with one key at each of these times in ms.
inline QString tapeAt(const std::vector<int> &times)
{
    QStringList events;
    for (const int time : times)
        events << QStringLiteral(R"({"at":"%1ms","key":"k"})").arg(time);
    return QStringLiteral(R"({"kind":"tape","events":[%1]})").arg(events.join(u','));
}

/// What comes out of the pattern, and when: "#3 500ms".
inline QStringList outOf(const Run &run)
{
    QStringList out;
    for (const Record &record : run.trace().records()) {
        if (record.kind == EventKind::Dispatch)
            out << QStringLiteral("#%1 %2").arg(record.request).arg(durationText(std::chrono::nanoseconds(record.t)));
    }
    return out;
}

/// What comes out of this pattern when keys are pressed at these times, with edits made meanwhile.
inline QStringList outOf(const QString &pattern, const std::vector<int> &times, std::vector<Edit> edits = {})
{
    Scenario scenario = scenarioWith({{"source", tapeAt(times)}, {"pattern", pattern}});
    scenario.edits.assign(edits.begin(), edits.end());
    return outOf(*runOf(scenario));
}

} // namespace playground
