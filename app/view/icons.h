// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace playground {

/// The icon with this name in the sprite, in one colour, drawn anew at every size and device pixel ratio. `off` is the colour of
/// the disabled icon; `checked`, if valid, that of a checked button's.
QIcon tintedIcon(const QString &name, const QColor &color, const QColor &off, const QColor &checked = {});

} // namespace playground
