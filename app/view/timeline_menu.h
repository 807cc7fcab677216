// SPDX-License-Identifier: MIT
#pragma once

#include "picture/timeline_geometry.h"

#include <QString>

#include <optional>

class QMenu;
class QPoint;

namespace playground {

class TimelineView;
class TimelineZoom;

/// What the strip header says behind "Zoom": "whole run", "live edge", or how much time is visible.
QString zoomName(const TimelineZoom &zoom);

/// Shows the menu of zooms at a point of the screen and does what was chosen. `counter`: the one that is shown where there is
/// room for one only, which the menu offers to change then.
void runZoomMenu(TimelineView &view, const QPoint &at, const TimelineZoom &zoom, bool hasSelection, std::optional<Counter> counter);

/// Adds the counters, any of which can be shown where there is room for one.
void addCounters(QMenu &menu, TimelineView &view, Counter chosen);

} // namespace playground
