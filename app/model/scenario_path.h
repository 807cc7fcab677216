// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <QString>

namespace playground {

/// What a dotted path names: a section of the scenario and a key in it.
struct PathTarget {
    const Section *section = nullptr; ///< nullptr: no such section.
    int policy = -1;                  ///< Its index, when the section is a policy.
    QString key;
    const Parameter *parameter() const { return section ? section->kind().parameter(key) : nullptr; }
};

/// Follows "source.count", "pattern.limit", "policies.1.attempts", "policies.retry.attempts" (the first of that kind),
/// "backend.capacity", "backend.latency.median", "backend.failure.p".
PathTarget followPath(const Scenario &scenario, const QString &path);
/// The section that a path names, for changing it; nullptr when there is none.
Section *sectionAt(Scenario &scenario, const QString &path);

} // namespace playground
