// SPDX-License-Identifier: MIT
#pragma once

#include "picture/timeline_canvas.h"

#include <QString>

#include <optional>

class QPoint;

namespace playground {

class Run;

/// Draws what was edited and marked while the run went on: a diamond on the ruler for an edit, a pennant for a mark,
/// and a dotted line below each. Those of one column share a sign; where both are there it is the pennant.
void paintFlags(const TimelineCanvas &canvas, const Run &run);
/// The first flag of the sign at a point of the ruler, as an index into Timeline::flags(); nothing when there is none.
std::optional<size_t> flagAt(const QPoint &point, const TimelineGeometry &geometry, const Run &run);
/// What was edited or marked at the sign that begins with this flag, a line each: "At a time: 3 → 8, edited at
/// 1.200 s". At most five, then how many more.
QString flagSummary(size_t flag, const TimelineGeometry &geometry, const Run &run);

} // namespace playground
