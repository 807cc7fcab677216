// SPDX-License-Identifier: MIT
#pragma once

#include "model/run.h"

namespace playground {

/// The run's scenario as it was before one of its events, by its index in the trace: as started, with the edits that the trace holds up
/// to there. Run::current() is the present instead; what is said of a wait must not change with a later edit.
Scenario valuesBefore(const Run &run, quint32 record);

/// The same for an instant: with the edits made at it.
Scenario valuesAt(const Run &run, qint64 time);

} // namespace playground
