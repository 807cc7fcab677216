// SPDX-License-Identifier: MIT
#include "picture/instant_end.h"

#include "picture/span_glyph.h"

#include <QPainter>

namespace playground {

std::optional<SpanState> instantEnd(const Lane &lane)
{
    if (lane.firstSpan != noSpan || lane.settled < 0 || lane.arrived < 0 || lane.lead > 0)
        return std::nullopt;
    return stateOf(lane.outcome);
}

void paintInstantEnd(const TimelineCanvas &canvas, const Lane &lane, const QRect &row)
{
    const std::optional<SpanState> state = instantEnd(lane);
    const TimelineGeometry &geometry = canvas.geometry;
    if (!state || lane.settled < geometry.range().begin || lane.settled > geometry.range().end)
        return;
    const QPointF centre(geometry.x(lane.settled) + instantEndWidth / 2, row.top() + geometry.pitch() / 2.0);
    paintSpanGlyph(canvas.painter, *state, centre, canvas.theme.state(*state).fill);
}

} // namespace playground
