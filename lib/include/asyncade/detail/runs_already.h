// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/operation.h>

namespace asyncade::detail {

/// Whether work runs before a helper begins it: a task does, and whatever holds one. It cannot be left alone, only waited for or
/// let go.
template <class W>
inline constexpr bool runsAlready = isTask<W>;

} // namespace asyncade::detail
