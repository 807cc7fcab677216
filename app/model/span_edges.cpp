// SPDX-License-Identifier: MIT
#include "model/span_edges.h"

#include <algorithm>

namespace playground {

std::optional<qint64> edgeBeside(const Timeline &timeline, size_t first, size_t last, qint64 t, bool forward)
{
    std::optional<qint64> nearest;
    const auto consider = [&](qint64 edge) {
        if (edge < 0 || (forward ? edge <= t : edge >= t))
            return;
        if (!nearest || (forward ? edge < *nearest : edge > *nearest))
            nearest = edge;
    };
    for (size_t i = first; i < std::min(last, timeline.lanes().size()); ++i) {
        const Lane &lane = timeline.lanes()[i];
        consider(lane.arrived);
        consider(lane.settled);
        for (const Span &span : timeline.spansOf(lane)) {
            consider(span.begin);
            consider(span.end);
        }
    }
    return nearest;
}

} // namespace playground
