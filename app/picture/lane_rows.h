// SPDX-License-Identifier: MIT
#pragma once

#include "model/packed_rows.h"
#include "picture/timeline_geometry.h"

#include <optional>

namespace playground {

class Run;

/// Which requests each row of the lanes holds: request n in row n - 1, or, packed, those that share it.
class LaneRows {
public:
    /// Catches up with the run; `clear` first when it is another one. Only packed rows have something to do.
    void update(const Run &run, bool packed);
    void clear() { m_packed.clear(); }

    /// Rows that the run has by now when they are packed, after an update.
    qint64 packedCount() const { return qint64(m_packed.count()); }
    const PackedRows &packed() const { return m_packed; }
    /// -1: the request has no row, as it has not arrived and rows are packed.
    qint64 rowOf(quint32 request, const TimelineGeometry &geometry) const;
    /// Where the row of a request lies; empty where it has none.
    QRect rectOf(quint32 request, const TimelineGeometry &geometry) const;
    /// The requests of a row in order of arrival. Valid until the next call.
    std::span<const quint32> requestsOf(qint64 row, const TimelineGeometry &geometry) const;
    /// Of these the ones that are there in the visible range.
    std::span<const quint32> visibleIn(qint64 row, const Run &run, const TimelineGeometry &geometry) const;
    /// Of the visible ones those that may have something to show beside spans: PackedRows::withoutSpansOf.
    std::span<const quint32> visibleWithoutSpans(qint64 row, const Run &run, const TimelineGeometry &geometry) const;
    /// The request at a column of a row; 0: nobody is there. In the gutter it is the only one that the row shows.
    quint32 requestAt(qint64 row, int column, const Run &run, const TimelineGeometry &geometry) const;
    /// What a request takes of its row: all, or when rows are packed the columns of the axis from its arrival to its end. May be empty.
    QRect extentOf(quint32 request, const Run &run, const TimelineGeometry &geometry) const;
    /// The edge of what the visible rows hold that comes next behind `t`, or the last one before it.
    std::optional<qint64> edgeBeside(qint64 t, bool forward, const Run &run, const TimelineGeometry &geometry) const;

private:
    PackedRows m_packed;
    mutable quint32 m_one = 0; // The request of a row that is its own.
};

} // namespace playground
