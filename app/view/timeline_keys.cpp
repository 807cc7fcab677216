// SPDX-License-Identifier: MIT
#include "view/timeline_keys.h"

#include <QGuiApplication>
#include <QKeyEvent>

namespace playground {
namespace {

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
    if (modifiers != Qt::NoModifier)
        return TimelineCommand::None;
    return plainCommand(keyByPosition(event));
}

} // namespace playground
