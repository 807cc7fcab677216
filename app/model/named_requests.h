// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"
#include "model/value_check.h"

#include <functional>
#include <optional>

namespace playground {

/// Whether every name in the list of a `named` failure is the name of a request: an item of a `list` source. Numbers are free, so
/// that the number of requests can change.
std::optional<Fault> checkNamedRequests(const Scenario &scenario);

/// The scenario's JSON without the names in that list which no request of its source bears; for one whose source became another.
/// `keeps`: whether a path has to stay as it is.
QJsonObject withoutForeignNames(QJsonObject scenario, const std::function<bool(const QString &path)> &keeps);

} // namespace playground
