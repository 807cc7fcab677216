// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"
#include "model/value_check.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace playground {

/// Each reads one part of a scenario into its last argument and returns what is wrong with it; then the argument may be
/// half read.

/// One section. `defaultKind` is its kind unless it names one; nullptr: it must name one. `path` is where it stands.
std::optional<Fault> readSection(const QJsonValue &value, const QString &group, const QString &path,
                                 const Kind *defaultKind, Section &section);
/// The values of a section, each alone and all together.
std::optional<Fault> checkSection(const Section &section, const QString &path);
/// The array of policies.
std::optional<Fault> readPolicies(const QJsonValue &value, std::vector<Policy> &policies);

/// What is wrong with a key that a kind does not have: names the nearest key, or the kinds that have it. `path` is where
/// it stands.
QString unknownKey(const Kind &kind, const QString &name, const QString &path);
/// Whether an object has only keys that are known; `owner` is whose keys they are, in a sentence.
std::optional<Fault> checkKnownKeys(const QJsonObject &object, const QStringList &known, const QString &path,
                                    const QString &owner);
/// A section's keys, in the order of the table.
QStringList parameterKeys(const Kind &kind);

} // namespace playground
