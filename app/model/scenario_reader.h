// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"
#include "model/value_check.h"

#include <QJsonObject>

#include <variant>

namespace playground {

/// A scenario from its JSON object, or the first thing that is wrong in it. `name` is what it is called unless it says
/// so itself.
std::variant<Scenario, Fault> scenarioFromJson(const QJsonObject &json, const QString &name);

} // namespace playground
