// SPDX-License-Identifier: MIT
#pragma once

#include "picture/timeline_canvas.h"

namespace playground {

struct Scenario;
struct TimelineState;

/// "Parallel map, 3 at a time".
QString stripTitle(const Scenario &scenario);

/// The header of a strip: its letter and title, and the zoom menu where there is one. `scenario` = nullptr: no run.
void paintStripHeader(const TimelineCanvas &canvas, const Scenario *scenario, const TimelineState &state);
/// Where the zoom menu stands; empty when there is none.
QRect zoomMenuRect(const TimelineGeometry &geometry, LabelCache &labels, const TimelineState &state);

} // namespace playground
