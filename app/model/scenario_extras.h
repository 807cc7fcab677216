// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"
#include "model/value_check.h"

#include <variant>

namespace playground {

/// The parts of a file that speak about the rest of it: each is checked against the scenario that was read so far, and
/// kept in it. `undefined` = not given. They return what is wrong.

/// `edits`: times that do not decrease, and only numbers that can change while the run goes on, to values that are
/// valid then.
std::optional<Fault> readEdits(const QJsonValue &edits, Scenario &scenario);
/// `challenge`: thresholds on numbers of the report.
std::optional<Fault> readChallenge(const QJsonValue &challenge, Scenario &scenario);
/// `compare` of the whole file: up to three strips, each of which must be a valid scenario with its settings.
std::optional<Fault> readCompare(const QJsonObject &json, Scenario &scenario);
/// The scenario of one strip: the file with the strip's settings, without what is about the file's own scenario alone. Edits
/// of the server are about all.
std::variant<Scenario, Fault> stripScenario(const QJsonObject &json, const QJsonObject &strip, const QString &name);

} // namespace playground
