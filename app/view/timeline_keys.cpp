// SPDX-License-Identifier: MIT
#include "view/timeline_keys.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QKeyEvent>

namespace playground {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TimelineKeys)
};

bool isMoveKey(int key) { return key == Qt::Key_W || key == Qt::Key_A || key == Qt::Key_S || key == Qt::Key_D; }

/// The letter that a US keyboard has at this key: one of the four that go by position, else the key as printed, but
/// then none of the four. Where positions are not known all keys count as printed.
int keyByPosition(const QKeyEvent &event)
{
    const QString platform = QGuiApplication::platformName();
    const bool known = platform == QLatin1String("xcb") || platform.startsWith(QLatin1String("wayland"));
    if (!known || event.nativeScanCode() == 0)
        return event.key();
    // X11 and Wayland number keys alike: 8 more than the kernel does.
    switch (event.nativeScanCode()) {
    case 25:
        return Qt::Key_W;
    case 38:
        return Qt::Key_A;
    case 39:
        return Qt::Key_S;
    case 40:
        return Qt::Key_D;
    default:
        return isMoveKey(event.key()) ? 0 : event.key();
    }
}

TimelineCommand plainCommand(int key)
{
    switch (key) {
    case Qt::Key_W:
        return TimelineCommand::ZoomIn;
    case Qt::Key_S:
        return TimelineCommand::ZoomOut;
    case Qt::Key_A:
    case Qt::Key_Left:
        return TimelineCommand::PanLeft;
    case Qt::Key_D:
    case Qt::Key_Right:
        return TimelineCommand::PanRight;
    case Qt::Key_Up:
        return TimelineCommand::ScrollUp;
    case Qt::Key_Down:
        return TimelineCommand::ScrollDown;
    case Qt::Key_PageUp:
        return TimelineCommand::PageUp;
    case Qt::Key_PageDown:
        return TimelineCommand::PageDown;
    case Qt::Key_Home:
        return TimelineCommand::ToStart;
    case Qt::Key_End:
        return TimelineCommand::ToEnd;
    case Qt::Key_0:
        return TimelineCommand::Fit;
    case Qt::Key_F:
        return TimelineCommand::ZoomToSelection;
    case Qt::Key_Backspace:
        return TimelineCommand::ZoomBack;
    case Qt::Key_J:
        return TimelineCommand::NextSpan;
    case Qt::Key_K:
        return TimelineCommand::PreviousSpan;
    case Qt::Key_M:
        return TimelineCommand::SetMark;
    case Qt::Key_Escape:
        return TimelineCommand::ClearSelection;
    default:
        return TimelineCommand::None;
    }
}

TimelineCommand shiftCommand(int key)
{
    switch (key) {
    case Qt::Key_M:
        return TimelineCommand::Measure;
    case Qt::Key_Left:
        return TimelineCommand::MeasureShorter;
    case Qt::Key_Right:
        return TimelineCommand::MeasureLonger;
    default:
        return TimelineCommand::None;
    }
}

} // namespace

TimelineCommand timelineCommand(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ControlModifier && event.key() == Qt::Key_Up)
        return TimelineCommand::ZoomIn;
    if (modifiers == Qt::ControlModifier && event.key() == Qt::Key_Down)
        return TimelineCommand::ZoomOut;
    if (modifiers == Qt::ShiftModifier)
        return shiftCommand(event.key());
    const bool left = event.key() == Qt::Key_Left;
    if (left || event.key() == Qt::Key_Right) {
        if (modifiers == Qt::AltModifier)
            return left ? TimelineCommand::StartEarlier : TimelineCommand::StartLater;
        if (modifiers == (Qt::AltModifier | Qt::ShiftModifier))
            return left ? TimelineCommand::EndEarlier : TimelineCommand::EndLater;
    }
    if (modifiers != Qt::NoModifier)
        return TimelineCommand::None;
    return plainCommand(keyByPosition(event));
}

QList<TimelineKey> timelineKeys()
{
    using enum TimelineCommand;
    constexpr int ctrl = Qt::CTRL, shift = Qt::SHIFT;
    return {
        {ZoomIn, {Qt::Key_W, ctrl | Qt::Key_Up}, Words::tr("Zoom in"), Words::tr("Shows less time, but larger")},
        {ZoomOut, {Qt::Key_S, ctrl | Qt::Key_Down}, Words::tr("Zoom out"), Words::tr("Shows more time")},
        {PanLeft, {Qt::Key_A, Qt::Key_Left}, Words::tr("Earlier"), Words::tr("Moves the visible time back")},
        {PanRight, {Qt::Key_D, Qt::Key_Right}, Words::tr("Later"), Words::tr("Moves the visible time on")},
        {ScrollUp, {Qt::Key_Up}, Words::tr("Scroll up"), Words::tr("Scrolls the rows up by one")},
        {ScrollDown, {Qt::Key_Down}, Words::tr("Scroll down"), Words::tr("Scrolls the rows down by one")},
        {PageUp, {Qt::Key_PageUp}, Words::tr("Page up"), Words::tr("Scrolls up by all rows in view")},
        {PageDown, {Qt::Key_PageDown}, Words::tr("Page down"), Words::tr("Scrolls down by all rows in view")},
        {ToStart, {Qt::Key_Home}, Words::tr("First instant"), Words::tr("Shows the first instant")},
        {ToEnd, {Qt::Key_End}, Words::tr("Last instant"), Words::tr("Shows the last instant that is recorded")},
        {Fit, {Qt::Key_0}, Words::tr("Whole run"), Words::tr("Fits the whole run")},
        {ZoomToSelection, {Qt::Key_F}, Words::tr("Zoom to the selection"), Words::tr("Fits what is selected or measured")},
        {ZoomBack, {Qt::Key_Backspace}, Words::tr("Previous zoom"), Words::tr("Back to the zoom before")},
        {NextSpan, {Qt::Key_J}, Words::tr("Next span"), Words::tr("Selects the next wait or attempt")},
        {PreviousSpan, {Qt::Key_K}, Words::tr("Previous span"), Words::tr("Selects the wait or attempt before")},
        {SetMark, {Qt::Key_M}, Words::tr("Set a mark"), Words::tr("Marks the pointer's instant, or the present; again: names it")},
        {Measure, {shift | Qt::Key_M}, Words::tr("Measure"), Words::tr("Measures what is selected, or what is visible")},
        {MeasureShorter, {shift | Qt::Key_Left}, Words::tr("Measure less"), Words::tr("Measures to the edge before")},
        {MeasureLonger, {shift | Qt::Key_Right}, Words::tr("Measure more"), Words::tr("Measures to the next edge")},
        {ClearSelection, {Qt::Key_Escape}, Words::tr("Clear"), Words::tr("Clears what is measured, then the selection")},
    };
}

} // namespace playground
