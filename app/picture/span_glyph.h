// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

class QColor;
class QPainter;
class QPointF;

namespace playground {

/// The width of the lines that glyphs on spans are drawn with.
inline constexpr double glyphPen = 1.7;

/// Whether a state's end bears a glyph: check, x, clock, slash.
bool hasGlyph(SpanState state);
/// Draws it around `centre`, within 12 x 10 px.
void paintSpanGlyph(QPainter &painter, SpanState state, const QPointF &centre, const QColor &color);

} // namespace playground
