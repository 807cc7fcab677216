// SPDX-License-Identifier: MIT
#include "picture/limit_steps.h"

#include "model/run.h"

namespace playground {
namespace {

const QString limitKey = QStringLiteral("limit");

/// The limit as the scenario states it; 0 = none.
qint32 statedLimit(const Scenario &scenario)
{
    const Section &pattern = scenario.pattern;
    if (pattern.id() == QLatin1String("sequential"))
        return 1;
    if (!pattern.kind().parameter(limitKey) || pattern.isNull(limitKey))
        return 0;
    return qint32(pattern.integer(limitKey));
}

} // namespace

std::vector<Step> limitSteps(const Run &run)
{
    std::vector<Step> steps;
    if (const qint32 first = statedLimit(run.scenario()))
        steps.push_back({0, first});
    for (const Flag &flag : run.timeline().flags()) {
        const Record &record = run.trace().records()[flag.record];
        if (record.kind != EventKind::Edit)
            continue;
        const EditText edit = run.trace().edit(record);
        if (edit.path == QLatin1String("pattern.limit"))
            steps.push_back({flag.t, edit.after.toInt()});
    }
    return steps;
}

} // namespace playground
