// SPDX-License-Identifier: MIT
#pragma once

#include "picture/timeline_canvas.h"

#include <vector>

namespace playground {

/// The ruler with its marks, without labels.
void paintRuler(const TimelineCanvas &canvas);
/// The vertical lines below the ruler's labelled marks.
void paintGrid(const TimelineCanvas &canvas);
/// The playhead with its flag, and the labels of the ruler but for those that the flag or one of `taken` would touch. A
/// present outside the visible range has no playhead.
void paintPlayhead(const TimelineCanvas &canvas, qint64 now, const std::vector<QRect> &taken = {});
/// Where the playhead's flag stands; empty where there is none.
QRect playheadFlag(const TimelineGeometry &geometry, LabelCache &labels, qint64 now);

} // namespace playground
