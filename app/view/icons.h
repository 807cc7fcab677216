// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QRect>
#include <QString>

class QPainter;

namespace playground {

/// Draws the icon with this name of the sprite in one colour, sharp at every device pixel ratio.
void drawIcon(QPainter &painter, const QString &name, const QRect &place, const QColor &color);

} // namespace playground
