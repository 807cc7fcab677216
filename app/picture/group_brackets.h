// SPDX-License-Identifier: MIT
#pragma once

#include "picture/timeline_canvas.h"

#include <vector>

namespace playground {

class LaneRows;
class Run;

/// A bracket in the gutter around the lanes of requests that compete with each other.
struct GroupBracket {
    quint32 first = 0, last = 0; ///< The requests of the group.
    int top = 0, bottom = 0;     ///< The rows of its line, within the lanes that show.
    bool goesOnAbove = false, goesOnBelow = false; ///< It is scrolled away in part: no end there.
    friend bool operator==(const GroupBracket &, const GroupBracket &) = default;
};

/// The brackets of the visible groups of a race or any. A group of one has none; after an edit of the groups' size nobody
/// knows them, and there are none.
std::vector<GroupBracket> groupBrackets(const Run &run, const TimelineGeometry &geometry);
/// Draws them into the gutter. Where rows are packed, members need not lie side by side: then a group has a comb at the time when
/// it came, with a tooth into the row of each member, as far as groups lie far enough from each other.
void paintGroupBrackets(const TimelineCanvas &canvas, const Run &run, const LaneRows &rows);

} // namespace playground
