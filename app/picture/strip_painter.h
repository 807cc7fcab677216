// SPDX-License-Identifier: MIT
#pragma once

#include "picture/timeline_canvas.h"

namespace playground {

struct Scenario;
struct StripLabel;
struct TimelineState;

/// "Parallel map, 3 at a time".
QString stripTitle(const Scenario &scenario);
/// The same with the policies around it: "Parallel map, 3 at a time · Retry".
QString stripWords(const Scenario &scenario);

/// The header of a strip: its letter and title, and the zoom menu where there is one. `scenario` = nullptr: no run.
void paintStripHeader(const TimelineCanvas &canvas, const Scenario *scenario, const TimelineState &state);
/// The header of one of several strips: its letter, name, pattern and numbers, as its label says.
void paintStripLabel(const TimelineCanvas &canvas, const StripLabel &label);
/// Whether the header has room for all of the name and the pattern.
bool showsWholeLabel(const TimelineGeometry &geometry, LabelCache &labels, const StripLabel &label);
/// Where the zoom menu stands; empty when there is none. Of several strips, in the gutter of the ruler.
QRect zoomMenuRect(const TimelineGeometry &geometry, LabelCache &labels, const TimelineState &state);

} // namespace playground
