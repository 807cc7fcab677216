// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario_json.h"

#include <QStringList>

#include <vector>

namespace playground {

/// The scenarios that come with the program, in the order of the gallery: simple ones first, group by group.
QStringList shippedNames();
/// All of them.
std::vector<Scenario> shippedScenarios();
/// One of them, or a sentence that names the nearest.
ScenarioOrProblem shippedScenario(const QString &name);

} // namespace playground
