// SPDX-License-Identifier: MIT
#pragma once

#include "picture/label_cache.h"
#include "picture/theme.h"
#include "picture/timeline_geometry.h"

class QPainter;

namespace playground {

/// What every part of the timeline is drawn with.
struct TimelineCanvas {
    QPainter &painter;
    const TimelineGeometry &geometry;
    const Theme &theme;
    LabelCache &labels;
};

} // namespace playground
