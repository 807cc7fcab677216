// SPDX-License-Identifier: MIT
#pragma once

#include "model/figure.h"
#include "model/timeline.h"
#include "picture/timeline_geometry.h"

#include <QString>

#include <optional>
#include <vector>

namespace playground {

class FindResult;
class Marks;

/// What the header of one of several strips says.
struct StripLabel {
    QChar letter;
    QString name;                ///< As given, or the pattern in words.
    QString pattern;             ///< In words; empty where that is the name.
    bool baseline = false;
    bool chosen = false;         ///< The one that the panels show and edit.
    std::vector<Figure> figures; ///< Where there is no room for all, the last ones go.
    /// How wide the value and the delta of each figure are in px, in all strips alike.
    struct Column {
        int caption = 0, value = 0, delta = 0;
    };
    std::vector<Column> columns;
};

/// With more requests than these rows are packed unless somebody chose otherwise.
inline constexpr qint64 mostUnpacked = 500;

/// Whether each request has a row of its own.
enum class RowMode : quint8 {
    Usual,     ///< As many as `mostUnpacked` do, more share rows.
    ByRequest,
    Packed,    ///< Requests share rows, see PackedRows.
};

/// What of a run is to be seen: the range in time, the scroll offset, what is selected and hovered. Plain data.
struct TimelineState {
    TimeRange whole;   ///< What the overview shows.
    TimeRange range;   ///< What the axis shows; within `whole`.
    qint64 scroll = 0; ///< Of the lanes, in px.
    RowMode rows = RowMode::Usual;
    Counter chosen = Counter::InFlight;
    quint32 selectedRequest = 0; ///< 0: none.
    quint32 selectedSpan = noSpan;
    quint32 hoveredSpan = noSpan;
    quint32 hoveredRequest = 0;       ///< Of several strips: the one that the pointer is on in another one; 0: none.
    std::optional<qint64> playhead;   ///< Of several strips: the present of all, where this one may have ended before.
    std::optional<StripLabel> label;  ///< Of several strips.
    const FindResult *found = nullptr; ///< What it lacks is dimmed; nullptr: nothing is. Not owned.
    int foundVersion = 0;              ///< Another number when something else has been found.
    const Marks *marks = nullptr;      ///< Flags that were set on the timeline; nullptr: none. Not owned.
    std::optional<TimeRange> measured; ///< Shown as a band with its length.
    int lentHeight = 0;       ///< See TimelineLayout.
    QString zoomName;         ///< What the header says behind "Zoom"; empty: no menu.
    int headerRoom = 0;       ///< Px that stay free left of that menu.
    bool zoomFocused = false; ///< The pointer is on that menu.
};

/// The range that a whole run takes: from 0 to a round time with some room behind the end; a second when nothing
/// has happened yet.
TimeRange wholeRun(qint64 now);

} // namespace playground
