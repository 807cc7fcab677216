// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"
#include "model/value_check.h"

namespace playground {

/// What the values of one section must be to each other, each being valid alone: min ≤ max, a whole number of starts a
/// window, times that do not decrease. `path` is the section's ("pattern", "policies.1", "backend.latency").
std::optional<Fault> checkRules(const Section &section, const QString &path);

} // namespace playground
