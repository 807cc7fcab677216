// SPDX-License-Identifier: MIT
#pragma once

#include "model/trace.h"

namespace playground {

/// The words of the trace as files write them; see help topic "events".
///@{
const char *word(EventKind kind);
const char *word(WaitReason reason);
const char *word(GoHow how);
const char *word(AttemptOutcome outcome);
const char *word(RequestOutcome outcome);
const char *word(EndReason reason);
///@}

} // namespace playground
