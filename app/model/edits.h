// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

namespace playground {

/// The scenario once this edit is in force; nothing where its path names no parameter, or a rule does not allow the value. What the
/// scenario says of other edits does not count.
std::optional<Scenario> withEdit(const Scenario &scenario, const Edit &edit);

} // namespace playground
