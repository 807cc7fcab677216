// SPDX-License-Identifier: MIT
#pragma once

#include "picture/timeline_geometry.h"

#include <QString>

#include <optional>

class QPoint;

namespace playground {

class TimelineView;
class TimelineZoom;

/// What the strip header says behind "Zoom": "whole run", "live edge", or how much time is visible.
QString zoomName(const TimelineZoom &zoom);

/// Shows the menu of zooms at a point of the screen and does what was chosen.
void runZoomMenu(TimelineView &view, const QPoint &at, const TimelineZoom &zoom, bool hasSelection);

/// Asks which counter is to be shown where there is room for one; nothing when the menu was left.
std::optional<Counter> runCounterMenu(TimelineView &view, const QPoint &at, Counter chosen);

} // namespace playground
