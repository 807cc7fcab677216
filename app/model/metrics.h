// SPDX-License-Identifier: MIT
#pragma once

#include "model/trace.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace playground {

struct Scenario;

/// The numbers of a run, by the definitions of the help page "metrics". Follows the trace; linear.
class Metrics {
public:
    explicit Metrics(qint64 requests = 0) : m_requests(requests) {}
    void update(const Trace &trace);

    /// The finished numbers at `now`. Times in ns; see the report for how they are rounded.
    struct Values {
        qint64 virtualTime = 0;
        qint64 requests = 0, succeeded = 0, failed = 0, timedOut = 0, cancelled = 0, dropped = 0, pending = 0, defaulted = 0;
        qint64 attempts = 0, wastedAttempts = 0, wasted = 0, refused = 0, rejected = 0, maxInFlight = 0;
        std::optional<double> throughputPerSecond;
        struct Latency { qint64 min, mean, p50, p95, p99, max; double exactMean; };
        std::optional<Latency> latency;
        struct Wait { double mean; qint64 max; };
        std::optional<Wait> wait;
        std::optional<double> fasterThanOneByOne;
    };
    Values values(qint64 now) const;

private:
    qint64 m_requests = 0;
    qsizetype m_seen = 0;
    // The implementer adds the rest.
};

/// The JSON report: keys in the documented order, same run → same bytes, no trailing newline added twice.
QByteArray reportJson(const Scenario &scenario, const Metrics::Values &values);
/// The same as text for a terminal.
QString reportText(const Scenario &scenario, const Metrics::Values &values);

} // namespace playground
