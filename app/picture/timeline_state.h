// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"
#include "picture/timeline_geometry.h"

#include <QString>

namespace playground {

/// What of a run is to be seen: the range in time, the scroll offset, what is selected and hovered. Plain data.
struct TimelineState {
    TimeRange whole;   ///< What the overview shows.
    TimeRange range;   ///< What the axis shows; within `whole`.
    qint64 scroll = 0; ///< Of the lanes, in px.
    Counter chosen = Counter::InFlight;
    quint32 selectedRequest = 0; ///< 0: none.
    quint32 selectedSpan = noSpan;
    quint32 hoveredSpan = noSpan;
    QString zoomName;         ///< What the header says behind "Zoom"; empty: no menu.
    int headerRoom = 0;       ///< Px that stay free left of that menu.
    bool zoomFocused = false; ///< The pointer is on that menu.
};

/// The range that a whole run takes: from 0 to a round time with some room behind the end; a second when nothing
/// has happened yet.
TimeRange wholeRun(qint64 now);

} // namespace playground
