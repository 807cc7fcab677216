// SPDX-License-Identifier: MIT
#pragma once

#include "model/metrics.h"
#include "model/scenario.h"

#include <vector>

namespace playground {

/// The numbers of all strips of a comparison, A first, as a table for a terminal: a row a number, a column a strip, with its
/// difference to A's. `unicode`: whether the terminal shows more than ASCII. Same runs, same text.
QString comparisonText(const Scenario &scenario, const std::vector<Metrics::Values> &values, bool unicode);
/// The same as JSON: for each strip its letter, name, settings and report, and the difference of each number of the report to A's.
QByteArray comparisonJson(const Scenario &scenario, const std::vector<Metrics::Values> &values);

} // namespace playground
