// SPDX-License-Identifier: MIT
#pragma once

#include "picture/timeline_canvas.h"

#include <QString>

namespace playground {

/// Where the length of a measured piece stands in the ruler, and what it says.
struct MeasureLabel {
    QRect rect;
    QString text; ///< "900 ms", where there is room "0.548 s to 1.448 s: 900 ms".
};

/// The label of a measured piece: in the middle of what of it is visible, kept inside the widget. Nothing of the piece is
/// visible: an empty rectangle.
MeasureLabel measureLabel(const TimeRange &measured, const TimelineGeometry &geometry, LabelCache &labels);
/// Draws the band over the strip, its two edges and the label.
void paintMeasure(const TimelineCanvas &canvas, const TimeRange &measured);

} // namespace playground
