// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

#include <optional>

namespace playground {

/// The next instant behind `t` (or the last one before it) at which, in the lanes [first, last), a request arrives or
/// settles or a span begins or ends; nothing where there is none.
std::optional<qint64> edgeBeside(const Timeline &timeline, size_t first, size_t last, qint64 t, bool forward);

} // namespace playground
