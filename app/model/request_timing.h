// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

#include <QtGlobal>

#include <optional>

namespace playground {

class Run;

/// How one request fared in one run, in ns. Of a request that travels in another's call, the attempts are those of the call.
struct RequestTiming {
    std::optional<qint64> arrived; ///< Nothing: it never came.
    std::optional<qint64> started; ///< Its first attempt.
    std::optional<qint64> ended;
    qint64 waited = 0; ///< As the metric "waitMs" counts: without back-offs and the server's queue.
    quint32 attempts = 0;
    RequestOutcome outcome = RequestOutcome::Pending;

    /// From its arrival to its end.
    std::optional<qint64> latency() const { return arrived && ended ? std::optional(*ended - *arrived) : std::nullopt; }
    friend bool operator==(const RequestTiming &, const RequestTiming &) = default;
};

/// Waits that are under way count up to the present. `request` counts from 1; one that the run does not know has nothing.
RequestTiming requestTiming(const Run &run, quint32 request);

} // namespace playground
