// SPDX-License-Identifier: MIT
#pragma once

#include "picture/overview_raster.h"
#include "picture/timeline_canvas.h"

namespace playground {

struct TimelineState;

/// Draws the overview: the whole run, and the visible range as a window with a handle at each end.
void paintOverview(const TimelineCanvas &canvas, const OverviewRaster &raster, const TimelineState &state);
/// The instant that is shown, as a line through the overview.
void paintOverviewPlayhead(const TimelineCanvas &canvas, const TimelineState &state, qint64 now);
/// The handle at the window's begin (`t` = range.begin) or end.
QRect overviewHandle(const TimelineGeometry &geometry, const TimeRange &whole, qint64 t);

} // namespace playground
