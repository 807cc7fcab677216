// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <QString>

namespace playground {

struct Parameter;
struct Scenario;

/// What changing one parameter is called: "At a time 3 → 8", "Leading off → on"; its title alone where values are too long
/// to be named.
QString changeName(const Parameter &parameter, const QJsonValue &before, const QJsonValue &after);

/// What lies between two scenarios, in a few words: the one value that differs, else what the values belong to ("Pattern:
/// Gather", "Backend"), else "Several changes".
QString changeName(const Scenario &before, const Scenario &after);

} // namespace playground
