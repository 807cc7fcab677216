// SPDX-License-Identifier: MIT
#pragma once

#include "model/run.h"

#include <memory>

namespace playground {

/// Runs a scenario to its end, as fast as it goes, on this thread.
std::unique_ptr<Run> runToEnd(const Scenario &scenario, Run::Keeps keeps = Run::Keeps::Everything);

} // namespace playground
