// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

#include <optional>
#include <vector>

namespace playground {

class Run;

/// The limit of the run's pattern over time: one step, or more where it was edited while the run went on. Empty: no
/// limit. A value of 0 means unlimited from there on.
std::vector<Step> limitSteps(const Run &run);

} // namespace playground
