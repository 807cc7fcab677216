// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <chrono>
#include <vector>

namespace playground {

/// The latency of each attempt, by a scenario's latency section. Made once, asked for each attempt.
///
///     const LatencyModel latency(scenario.backend.latency);
///     const auto time = latency.of(scenario.seed, request, tryNumber, copy);
class LatencyModel {
public:
    explicit LatencyModel(const Section &section);

    /// The latency of one attempt: at least 0, at most 30 days; drawn ones are whole microseconds.
    std::chrono::nanoseconds of(quint64 seed, quint32 request, quint32 tryNumber, quint32 copy) const;

    /// The latency below which a part `u` in [0, 1) of all attempts lies: what the form's histogram shows.
    std::chrono::nanoseconds quantile(double u) const;

private:
    enum class Shape { Constant, Uniform, Normal, LogNormal, Exponential, List };
    static Shape shapeOf(const QString &id);
    double drawn(double u) const;

    Shape m_shape;
    double m_first = 0;                             // ns: min, mean, median.
    double m_second = 0;                            // ns: max, standard deviation, p95.
    std::vector<std::chrono::nanoseconds> m_values; // Of constant and list.
};

} // namespace playground
