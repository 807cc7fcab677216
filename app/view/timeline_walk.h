// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

namespace playground {

/// The span before or after a selection: along its lane, then on to the next lane that has some. From no selection: the
/// first or the last of all. Stays where there is none.
quint32 spanBeside(const Timeline &timeline, quint32 request, quint32 span, bool forward);

} // namespace playground
