// SPDX-License-Identifier: MIT
#pragma once

#include "picture/timeline_canvas.h"

#include <QRect>
#include <QString>

namespace playground {

class Run;
struct Span;

// What a run on the system clock shows beside all that every run shows.

/// "Wall clock · not reproducible": such a run comes out otherwise each time.
QString wallClockBadge();
/// That, in a frame at the right end of `room`; shorter, or not at all, where it is narrow.
void paintWallClockBadge(const TimelineCanvas &canvas, const QRect &room);

/// How much later than planned a span has ended: "3.2 ms late"; empty where no timer ended it.
QString latenessText(const Run &run, const Span &span);
/// A thin tick at the planned end of a span, where that is another column than its end. `body`: where the span is painted.
void paintPlannedEnd(const TimelineCanvas &canvas, const Run &run, const Span &span, const QRect &body);

} // namespace playground
