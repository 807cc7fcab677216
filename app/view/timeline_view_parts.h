// SPDX-License-Identifier: MIT
#pragma once

#include "model/marks.h"
#include "model/run.h"
#include "picture/timeline_painter.h"
#include "view/timeline_menu.h"
#include "view/timeline_view.h"
#include "view/timeline_zoom.h"

#include <QLineEdit>
#include <QPixmap>
#include <QPointer>
#include <QTimer>
#include <QToolButton>

namespace playground {

/// What the view keeps: the painter and the state it paints, the zoom, and what the pointer is doing.
class TimelineView::Parts {
public:
    enum class Drag { None, Maybe, Pan, WindowStart, WindowEnd, Window, ScrollBar, Ruler, OverviewPlayhead, MaybeMeasure, Measure };

    explicit Parts(const Theme &theme)
        : painter(std::make_unique<TimelinePainter>(theme))
    {
        state.marks = &marks;
    }

    std::unique_ptr<TimelinePainter> painter;
    const Run *run = nullptr;
    TimelineState state;
    TimelineZoom zoom;
    QPixmap contents;
    bool contentsOld = true;
    bool focusShown = false;

    Drag drag = Drag::None;
    QPoint pressed;
    TimeRange pressedRange;
    qint64 pressedScroll = 0;
    qint64 requested = -1; // The instant that was wished for last, while the hand is on the playhead.
    QPointF wheel; // Angle not yet used: x pans, y zooms.
    QPoint wheelAt;
    QTimer wheelFrame, wheelGesture;
    QToolButton *follow = nullptr; // A child of the view.
    Marks marks;
    std::optional<QPoint> pointer; // Where it is, while it is over the view.
    qint64 measuredFrom = 0;
    std::optional<TimeRange> measuredBefore; // The drag.
    QPointer<QLineEdit> markEditor;

    TimelineGeometry geometry(const QSize &size) const { return painter->geometry(size, state); }
    const Span *span(quint32 index) const
    {
        return run && index < run->timeline().spans().size() ? &run->timeline().spans()[index] : nullptr;
    }
    void takeZoom()
    {
        state.whole = zoom.whole();
        state.range = zoom.range();
        state.zoomName = zoomName(zoom);
        contentsOld = true;
    }
};

} // namespace playground
