// SPDX-License-Identifier: MIT
#pragma once

#include "picture/timeline_canvas.h"

namespace playground {

/// The ruler with its marks, without labels.
void paintRuler(const TimelineCanvas &canvas);
/// The vertical lines below the ruler's labelled marks.
void paintGrid(const TimelineCanvas &canvas);
/// The playhead with its flag, and the labels of the ruler but for those that the flag would touch. A present outside
/// the visible range has no playhead.
void paintPlayhead(const TimelineCanvas &canvas, qint64 now);

} // namespace playground
