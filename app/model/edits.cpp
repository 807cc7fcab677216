// SPDX-License-Identifier: MIT
#include "model/edits.h"

#include "model/scenario_path.h"
#include "model/section_rules.h"
#include "model/value_check.h"

namespace playground {

std::optional<Scenario> withEdit(const Scenario &scenario, const Edit &edit)
{
    const PathTarget target = followPath(scenario, edit.path);
    const Parameter *parameter = target.parameter();
    if (!parameter || checkValue(*parameter, edit.value, edit.path))
        return std::nullopt;
    Scenario edited = scenario;
    Section *section = sectionAt(edited, edit.path);
    section->set(target.key, edit.value);
    if (checkRules(*section, edit.path.section(u'.', 0, -2)))
        return std::nullopt;
    return edited;
}

} // namespace playground
