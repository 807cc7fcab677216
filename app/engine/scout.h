// SPDX-License-Identifier: MIT
#pragma once

#include "engine/run_slicer.h"

#include <QString>

namespace playground {

/// Goes one instant ahead of a run that is being shown, and says what comes next there. For runs of moderate size: the scout does
/// all the work of the run a second time.
class Scout {
public:
    explicit Scout(const Scenario &scenario) : m_slicer(scenario, 0) {}

    /// What happens next in a run of the same scenario and edits that has come to `events`. Empty: nothing.
    QString next(qint64 events);
    /// When that happens.
    std::chrono::nanoseconds at() const { return m_at; }

private:
    RunSlicer m_slicer;
    qint64 m_events = 0; ///< Those that the scout has seen.
    QString m_words;
    std::chrono::nanoseconds m_at{};
};

} // namespace playground
