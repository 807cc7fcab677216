// SPDX-License-Identifier: MIT
#pragma once

#include "engine/run_slicer.h"

namespace playground {

/// Goes one instant ahead of a run that is being shown, and tells what comes next there. For runs of moderate size: the scout does
/// all the work of the run a second time.
class Scout {
public:
    explicit Scout(const Scenario &scenario) : m_slicer(scenario, 0) {}

    /// What happens next, all at one instant, in a run of the same scenario and edits that has come to `events`. Empty: nothing.
    const Trace &next(qint64 events);

private:
    RunSlicer m_slicer;
    qint64 m_events = 0; ///< Those that the scout has seen.
    Trace m_instant;
};

} // namespace playground
