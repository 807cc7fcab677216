// SPDX-License-Identifier: MIT
#pragma once

#include "picture/timeline_canvas.h"

namespace playground {

class SpanPainter;

/// The legend row: the eight states as they are drawn, each with its name. Where the row is too narrow for all, gaps
/// shrink first, then states are left out from the right.
void paintLegend(const TimelineCanvas &canvas, SpanPainter &spans);

} // namespace playground
