// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <QString>

#include <vector>

namespace playground {

/// What a histogram of a latency shows: bars of equal width from 0 to `axis`, and a handle for each parameter.
struct LatencyShape {
    struct Handle {
        QString key;                ///< "median".
        double at = 0;              ///< Where it stands, in ns.
        double from = 0;            ///< Where its value counts from: a deviation from the mean.
        double least = 0, most = 0; ///< How far it can be dragged, in ns; most 0 = the axis.
    };
    double axis = 1;            ///< In ns.
    std::vector<double> bars;   ///< 0 … 1, 1 = the highest. Empty: draw `values` instead.
    std::vector<double> values; ///< The times of a list, in order, in ns.
    std::vector<Handle> handles;
};

/// The shape of a latency with so many bars. `axis` > 0 keeps an axis, e.g. while a handle is dragged.
LatencyShape latencyShape(const Section &latency, int bars, double axis = 0);

} // namespace playground
