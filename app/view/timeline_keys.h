// SPDX-License-Identifier: MIT
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QKeyEvent;

namespace playground {

/// What a key asks of the timeline.
enum class TimelineCommand {
    None,
    ZoomIn,
    ZoomOut,
    PanLeft,
    PanRight,
    ScrollUp,
    ScrollDown,
    PageUp,
    PageDown,
    ToStart,
    ToEnd,
    Fit,
    ZoomToSelection,
    ZoomBack,
    NextSpan,
    PreviousSpan,
    SetMark,
    Measure,
    MeasureShorter,
    MeasureLonger,
    ClearSelection,
    StartEarlier, ///< Of the visible piece: as its handles in the overview do. The help lists these four with single controls.
    StartLater,
    EndEarlier,
    EndLater,
};

/// W A S D count by their position on the keyboard, so that they lie together on every layout; all others by what is
/// printed on them.
TimelineCommand timelineCommand(const QKeyEvent &event);

/// What can be asked of the timeline, for lists: every command up to ClearSelection, with all its keys.
struct TimelineKey {
    TimelineCommand command = TimelineCommand::None;
    QList<QKeySequence> keys;
    QString title; ///< "Zoom in"
    QString help;  ///< What it does, in one line.
};
QList<TimelineKey> timelineKeys();

} // namespace playground
