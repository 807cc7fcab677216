// SPDX-License-Identifier: MIT
#include "model/values_then.h"

#include "model/scenario_json.h"

#include <algorithm>

namespace playground {

namespace {

/// The scenario with those edits of the run that fulfil `counts`.
template <typename Predicate>
Scenario with(const Run &run, Predicate counts)
{
    Settings edits;
    bool all = true;
    for (const Flag &flag : run.timeline().flags()) {
        const Record &record = run.trace().records()[flag.record];
        if (record.kind != EventKind::Edit)
            continue;
        if (!counts(flag)) {
            all = false;
            continue;
        }
        const EditText edit = run.trace().edit(record);
        edits.append({edit.path, edit.after});
    }
    if (all)
        return run.current();
    Scenario then = run.scenario();
    then.edits.clear(); // They are in the trace as far as they have happened.
    const ScenarioOrProblem result = withSettings(then, edits);
    const auto *scenario = std::get_if<Scenario>(&result);
    return scenario ? *scenario : run.current();
}

} // namespace

Scenario valuesBefore(const Run &run, quint32 record)
{
    return with(run, [record](const Flag &flag) { return flag.record < record; });
}

Scenario valuesAt(const Run &run, qint64 time)
{
    return with(run, [time](const Flag &flag) { return flag.t <= time; });
}

} // namespace playground
