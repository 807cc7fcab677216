// SPDX-License-Identifier: MIT
#include "picture/lane_rows.h"

#include "model/run.h"
#include "model/span_edges.h"
#include "picture/instant_end.h"

#include <algorithm>

namespace playground {

void LaneRows::update(const Run &run, bool packed)
{
    if (packed)
        m_packed.update(run.trace());
}

qint64 LaneRows::rowOf(quint32 request, const TimelineGeometry &geometry) const
{
    if (!geometry.isPacked())
        return qint64(request) - 1;
    const quint32 row = m_packed.rowOf(request);
    return row == PackedRows::none ? -1 : qint64(row);
}

QRect LaneRows::rectOf(quint32 request, const TimelineGeometry &geometry) const
{
    const qint64 row = rowOf(request, geometry);
    return row < 0 ? QRect() : geometry.lane(row);
}

std::span<const quint32> LaneRows::requestsOf(qint64 row, const TimelineGeometry &geometry) const
{
    if (geometry.isPacked())
        return m_packed.requestsOf(size_t(row));
    m_one = quint32(row) + 1;
    return {&m_one, 1};
}

std::span<const quint32> LaneRows::visibleIn(qint64 row, const Run &run, const TimelineGeometry &geometry) const
{
    const std::span<const quint32> all = requestsOf(row, geometry);
    return geometry.isPacked() ? presentIn(all, run.timeline(), geometry.range().begin, geometry.range().end) : all;
}

std::span<const quint32> LaneRows::visibleWithoutSpans(qint64 row, const Run &run, const TimelineGeometry &geometry) const
{
    if (!geometry.isPacked())
        return requestsOf(row, geometry);
    return presentIn(m_packed.withoutSpansOf(size_t(row)), run.timeline(), geometry.range().begin, geometry.range().end);
}

QRect LaneRows::extentOf(quint32 request, const Run &run, const TimelineGeometry &geometry) const
{
    const QRect row = rectOf(request, geometry);
    if (!geometry.isPacked() || row.isEmpty())
        return row;
    const Lane &lane = run.timeline().lanes()[request - 1];
    const int left = geometry.x(lane.arrived), end = geometry.x(lane.settled < 0 ? std::max(run.now(), lane.arrived) : lane.settled);
    const int width = instantEnd(lane) ? instantEndWidth : lane.settled < 0 && run.ended() ? geometry.axisRight() + 1 - left : 1;
    const QRect extent(left, row.top(), std::max(end - left, width), row.height());
    return extent & QRect(QPoint(geometry.axisLeft(), row.top()), QPoint(geometry.axisRight(), row.bottom()));
}

quint32 LaneRows::requestAt(qint64 row, int column, const Run &run, const TimelineGeometry &geometry) const
{
    const std::span<const quint32> all = requestsOf(row, geometry);
    if (!geometry.isPacked())
        return all.front();
    if (column < geometry.axisLeft()) {
        const std::span<const quint32> visible = visibleIn(row, run, geometry);
        return visible.size() == 1 ? visible.front() : 0;
    }
    // The last one that has arrived by then; one before it may have ended in an instant, which shows for some columns.
    const auto &lanes = run.timeline().lanes();
    auto behind = std::ranges::partition_point(all, [&](quint32 request) { return geometry.x(lanes[request - 1].arrived) <= column; });
    for (int looked = 0; looked < instantEndWidth && behind != all.begin(); ++looked) {
        const QRect extent = extentOf(*--behind, run, geometry);
        if (column >= extent.left() && column <= extent.right())
            return *behind;
    }
    return 0;
}

std::optional<qint64> LaneRows::edgeBeside(qint64 t, bool forward, const Run &run, const TimelineGeometry &geometry) const
{
    const Timeline &timeline = run.timeline();
    const qint64 first = geometry.firstLane(), last = geometry.lastLane();
    if (!geometry.isPacked())
        return playground::edgeBeside(timeline, size_t(first), size_t(last), t, forward);
    std::optional<qint64> nearest;
    for (qint64 row = first; row < last; ++row) {
        const std::span<const quint32> all = requestsOf(row, geometry), there = presentIn(all, timeline, t, t);
        // Whoever is there at that time, and the next one beside.
        const qint64 begin = there.data() - all.data() - (forward ? 0 : 1), end = begin + qint64(there.size()) + 1;
        for (qint64 i = std::max<qint64>(begin, 0); i < std::min(end, qint64(all.size())); ++i) {
            const auto edge = playground::edgeBeside(timeline, all[size_t(i)] - 1, all[size_t(i)], t, forward);
            if (edge && (!nearest || (forward ? *edge < *nearest : *edge > *nearest)))
                nearest = edge;
        }
    }
    return nearest;
}

} // namespace playground
