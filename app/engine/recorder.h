// SPDX-License-Identifier: MIT
#pragma once

#include "model/trace.h"

#include <asyncade/observer.h>

namespace playground {

/// Writes down what the library, the source and the server report, as a trace. Hang it on the clock of the run.
class Recorder final : public asyncade::Observer {
public:
    void observe(const asyncade::TraceEvent &event) noexcept override;

    /// What was recorded since the last call: piece by piece it makes up the whole trace.
    Trace takeBatch();
    /// How many events were recorded so far, those already taken included.
    qint64 count() const { return m_taken + m_batch.size(); }

private:
    Trace m_batch;
    qint64 m_taken = 0;
};

} // namespace playground
