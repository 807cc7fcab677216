// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"
#include "model/value_check.h"

#include <QJsonObject>

#include <variant>

namespace playground {

/// A scenario from its JSON object, or the first thing that is wrong in it. Short forms are accepted: a latency or failure as a
/// text, a preset's name as the backend. `name` is what it is called unless it says so itself.
std::variant<Scenario, Fault> scenarioFromJson(const QJsonObject &json, const QString &name);

/// A latency given as a text, a failure given as a word, and a backend given as a preset's name, in their long forms; anything
/// else unchanged.
QJsonValue longLatency(const QJsonValue &latency);
QJsonValue longFailure(const QJsonValue &failure);
QJsonValue longBackend(const QJsonValue &backend);

} // namespace playground
