// SPDX-License-Identifier: MIT
#pragma once

#include "model/metrics.h"
#include "model/request_timing.h"
#include "model/scenario.h"

#include <vector>

namespace playground {

/// How one request fared in each strip, A first.
struct ComparedRequest {
    quint32 number = 0; ///< 0: none is asked for.
    std::vector<RequestTiming> strips;
};

/// The numbers of all strips of a comparison, A first, as a table for a terminal: a row a number, a column a strip, with its
/// difference to A's; below it the times of one request. `unicode`: whether the terminal shows more than ASCII. Same runs, same text.
QString comparisonText(const Scenario &scenario, const std::vector<Metrics::Values> &values, const ComparedRequest &request, bool unicode);
/// The same as JSON: for each strip its letter, name, settings and report, and the difference of each number of the report to A's.
QByteArray comparisonJson(const Scenario &scenario, const std::vector<Metrics::Values> &values, const ComparedRequest &request);

} // namespace playground
