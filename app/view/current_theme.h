// SPDX-License-Identifier: MIT
#pragma once

#include "picture/theme.h"

#include <QApplication>
#include <QEvent>

namespace playground {

/// The theme that the program wears. (A widget's own palette does not tell: style sheets change it, down to transparent
/// windows.)
inline Theme currentTheme() { return Theme::matching(QApplication::palette()); }

/// Whether an event of changeEvent() may have brought another theme.
inline bool mayChangeTheme(const QEvent *event)
{
    return event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange;
}

} // namespace playground
