// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"
#include "picture/timeline_canvas.h"

#include <optional>

namespace playground {

/// So many columns, from its instant on, that end takes: a glyph is wider than what took no time.
inline constexpr int instantEndWidth = 12;

/// How a request ended that neither waited nor was tried, and so has nothing to show in its lane: an open breaker turned
/// it away, or it was dropped or cancelled in the instant it came. Nothing for any other, nor for one that travels in
/// another's call.
std::optional<SpanState> instantEnd(const Lane &lane);
/// Draws that end into the lane's row: the glyph of its state, from the instant on.
void paintInstantEnd(const TimelineCanvas &canvas, const Lane &lane, const QRect &row);

} // namespace playground
