// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

namespace bench {

/// By how many MB (10⁶ bytes) the process's peak of resident memory grows while `work` runs; 0 where the system does not
/// tell (it does on Linux).
double growthOfPeak(const std::function<void()> &work);

/// What growthOfPeak() gives for one column of one row, in a process of its own, so that nothing that ran before counts or helps:
/// this program with `--memory`. Negative when that process fails.
double growthOfPeakInChild(const std::string &row, const char *column, bool smoke);

} // namespace bench
