// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <QJsonObject>

namespace playground {

/// The scenario as the JSON object that a file would hold, in long forms: scenarioFromJson gives an equal one back.
/// Keys are sorted, as in every QJsonObject; writeScenario of scenario_json.h writes them in the order of the help.
QJsonObject scenarioToJson(const Scenario &scenario);

} // namespace playground
