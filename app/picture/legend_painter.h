// SPDX-License-Identifier: MIT
#pragma once

#include "picture/timeline_canvas.h"

#include <optional>

class QPoint;
class QRect;

namespace playground {

class SpanPainter;

/// The legend row: the eight states as they are drawn, each with its name. Where the row is too narrow for all, gaps
/// shrink first, then states are left out from the right.
void paintLegend(const TimelineCanvas &canvas, SpanPainter &spans);

/// The state whose swatch or name lies at a point of that row.
std::optional<SpanState> legendStateAt(LabelCache &labels, const QRect &legend, const QPoint &point);

} // namespace playground
