// SPDX-License-Identifier: MIT
#pragma once

#include "model/marks.h"
#include "model/run.h"
#include "picture/strips_painter.h"
#include "view/input_row.h"
#include "view/name_field.h"
#include "view/timeline_menu.h"
#include "view/timeline_view.h"
#include "view/timeline_zoom.h"

#include <QLineEdit>
#include <QPixmap>
#include <QPointer>
#include <QTimer>
#include <QToolButton>
#include <QUndoStack>

#include <map>

namespace playground {

/// What the view keeps: the painter and the state it paints, the zoom, and what the pointer is doing.
class TimelineView::Parts {
public:
    enum class Drag { None, Maybe, Pan, WindowStart, WindowEnd, Window, ScrollBar, Ruler, OverviewPlayhead, MaybeMeasure, Measure };

    explicit Parts(const Theme &theme)
        : strips(std::make_unique<StripsPainter>(theme))
        , painter(&strips->painter(0))
    {
        state.marks = &marks;
    }

    std::unique_ptr<StripsPainter> strips;
    std::vector<Ghosts> ghosts; // Of A, and of the strips beside it.
    size_t chosen = 0;        // The strip that selection, keys and panels are about.
    size_t hoveredStrip = 0;  // The one that the pointer is on.
    TimelinePainter *painter; // Of the chosen strip,
    const Run *run = nullptr; // as is this.
    QPointer<NameField> nameField;
    TimelineState state;
    TimelineZoom zoom;
    QPixmap contents;
    bool contentsOld = true;
    bool focusShown = false;
    bool packedTold = false;

    Drag drag = Drag::None;
    QPoint pressed;
    TimeRange pressedRange;
    qint64 pressedScroll = 0;
    qint64 requested = -1; // The instant that was wished for last, while the hand is on the playhead.
    QPointF wheel; // Angle not yet used: x pans, y zooms.
    QPoint wheelAt;
    QTimer wheelFrame, wheelGesture;
    QToolButton *follow = nullptr; // A child of the view,
    InputRow *input = nullptr;     // as is this.
    bool recording = false;        // What is put in there.
    Marks marks;
    QString markedScenario; // Whose marks these are,
    std::map<QString, Marks> otherMarks; // and those of others.
    QPointer<QUndoStack> undo;
    std::optional<QPoint> pointer; // Where it is, while it is over the view.
    qint64 measuredFrom = 0;
    std::optional<TimeRange> measuredBefore; // The drag.
    bool measuredLast = false;               // Rather than selected.
    QPointer<QLineEdit> markEditor;

    TimelineGeometry geometry(const QSize &size) const { return strips->geometry(chosen, size, state); }
    /// The strip at a height; the chosen one for what all share.
    size_t stripAt(int y, const QSize &size) const { return strips->stripAt(y, size, state).value_or(chosen); }
    const Run *runOf(size_t strip) const { return strip < strips->runs().size() ? strips->runs()[strip] : nullptr; }
    const Span *span(quint32 index) const { return spanOf(chosen, index); }
    const Span *spanOf(size_t strip, quint32 index) const
    {
        const Run *shown = runOf(strip);
        return shown && index < shown->timeline().spans().size() ? &shown->timeline().spans()[index] : nullptr;
    }
    void giveGhosts()
    {
        for (size_t strip = 0; strip < strips->count(); ++strip)
            strips->painter(strip).setGhosts(strip < ghosts.size() ? ghosts[strip] : Ghosts());
    }
    void takeStrip(size_t strip)
    {
        chosen = strip;
        painter = &strips->painter(strip);
        run = runOf(strip);
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
