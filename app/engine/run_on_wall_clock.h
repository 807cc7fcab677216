// SPDX-License-Identifier: MIT
#pragma once

#include "model/run.h"

#include <atomic>
#include <memory>

namespace playground {

/// Runs a scenario in real time and waits for its end, which comes at once, with reason *stopped*, when `stop` becomes true.
/// Needs a QCoreApplication, whose events are not looked at meanwhile.
std::unique_ptr<Run> runOnWallClock(const Scenario &scenario, const std::atomic<bool> &stop);

} // namespace playground
