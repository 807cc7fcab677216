// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"
#include "picture/time_pyramid.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace playground {

class TimelineGeometry;

/// A span, or several that share a column, as it lies on its lane.
struct SpanBox {
    int left = 0;
    int right = 0; ///< The first column behind it; at least left + 1.
    quint32 span = noSpan; ///< noSpan: which one is too much to look for while it is drawn; see LaneBoxes::spanOf.
    SpanState state = SpanState::Queued;
    quint8 part = 0;  ///< Which part of the lane's height, from the top…
    quint8 parts = 1; ///< …of how many: copies that overlap split it.
    quint8 more = 0;  ///< So many copies have no part of their own, because it would be too low.
    bool isStrip = false; ///< It says that there are failures among what lies there, with 3 px along the bottom.
    friend bool operator==(const SpanBox &, const SpanBox &) = default;
};

/// What never ended has no right edge, but so many px at the least, or an attempt at the run's last instant would not
/// show.
inline constexpr int leastPending = 12;

/// Below that height a lane is not split: it shows copy 0 and how many there are.
inline constexpr int leastPart = 6;
/// The height of each of `parts` that split a lane; one row stays free between two.
constexpr int partHeight(int height, int parts) { return (height - parts + 1) / parts; }

/// Gives a span's box its part of the lane where copies overlap.
void splitAmongCopies(SpanBox &box, const Span &span, const Lane &lane, const TimelineGeometry &geometry);

/// Which of two states that share a column is shown: a failure or timeout before all else, then what ended before what
/// goes on.
int severity(SpanState state);

/// Places the spans of rows, each with one request or several in turn: what is painted and what the pointer hits come from here. Spans
/// narrower than a column are merged with their neighbours, but a failure or a timeout always gets 3 px, in front. Where there are more
/// spans than columns, a pyramid of time buckets tells what each column shows: the state that takes most of it, and a strip where there are
/// failures among others. The pyramid grows with the run.
class LaneBoxes {
public:
    /// The boxes of a row within the axis, those behind first. The requests that share it stand in order of their arrival; others may
    /// follow from one call to the next, and the first one tells which row it is.
    const std::vector<SpanBox> &of(const Timeline &timeline, std::span<const quint32> requests, const TimelineGeometry &geometry,
                                   qint64 now);
    /// The same of a single request.
    const std::vector<SpanBox> &of(const Timeline &timeline, const Lane &lane, const TimelineGeometry &geometry, qint64 now)
    {
        return of(timeline, std::span(&lane.request, 1), geometry, now);
    }
    /// The boxes of some spans of a row by themselves, in order of begin; the first one tells which list it is.
    const std::vector<SpanBox> &ofSpans(const Timeline &timeline, const std::vector<quint32> &spans, const TimelineGeometry &geometry, qint64 now);
    /// The span that a box stands for; of several the one that lies nearest to its middle, a failure first in a strip.
    quint32 spanOf(const SpanBox &box, const Timeline &timeline, std::span<const quint32> requests, const TimelineGeometry &geometry,
                   qint64 now) const;
    void clear() { m_indices.clear(); }

private:
    /// The spans of a long row.
    struct Index {
        std::vector<quint32> spans; ///< In order of begin, but for waits in the server.
        quint32 last = noSpan;      ///< The last one that was looked at.
        size_t requests = 0;        ///< Of how many requests spans were taken.
        TimePyramid pyramid{};
        size_t settled = 0; ///< How many spans at the front have ended: they lie in the pyramid.
    };
    struct Placing;
    /// What a column shows.
    using Column = TimePyramid::Bucket;

    static void takeSpans(Index &index, const Timeline &timeline, std::span<const quint32> requests);
    static void settle(Index &index, const Timeline &timeline);
    void placeIndexed(Placing &placing, Index &index);
    void placeColumns(Placing &placing, const Index &index, int level);
    static Column columnWithout(std::vector<quint32>::const_iterator one, const Index &index, const Placing &placing, int column);
    void placeFailures(Placing &placing, const Index &index, int left);
    static void placeSpan(Placing &placing, quint32 span);
    static quint32 find(const SpanBox &box, const Timeline &timeline, const Index &index, const TimelineGeometry &geometry, qint64 now);

    std::unordered_map<quint32, Index> m_indices;
    std::vector<SpanBox> m_boxes, m_front;
    std::vector<Column> m_columns; // Of the row that is being placed.
};

} // namespace playground
