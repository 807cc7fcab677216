// SPDX-License-Identifier: MIT
#pragma once

#include "picture/timeline_canvas.h"

#include <QString>

#include <optional>
#include <vector>

namespace playground {

class Marks;

/// A mark as it stands in the ruler: a pole at its instant with a flag right of it.
struct MarkBox {
    size_t index = 0; ///< In Marks::all().
    int pole = 0;     ///< Its column.
    QRect flag;
    QString text; ///< The name, as far as there is room; empty: a small flag without a name.
    friend bool operator==(const MarkBox &, const MarkBox &) = default;
};

/// The marks within the visible range. A flag ends before the next pole and does not touch `taken`, the flag of the
/// playhead: it moves behind that.
std::vector<MarkBox> markBoxes(const Marks &marks, const TimelineGeometry &geometry, LabelCache &labels,
                               const QRect &taken);
/// Draws them, and a dotted line from each down to the legend.
void paintMarks(const TimelineCanvas &canvas, const std::vector<MarkBox> &boxes);
/// The mark whose flag or pole is at a point of the ruler.
std::optional<size_t> markAt(const QPoint &point, const std::vector<MarkBox> &boxes, const TimelineGeometry &geometry);

} // namespace playground
