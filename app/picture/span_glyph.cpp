// SPDX-License-Identifier: MIT
#include "picture/span_glyph.h"

#include <QPainter>

namespace playground {

bool hasGlyph(SpanState state) { return state >= SpanState::Succeeded; }

void paintSpanGlyph(QPainter &painter, SpanState state, const QPointF &centre, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.setPen(QPen(color, glyphPen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    switch (state) {
    case SpanState::Succeeded: {
        const QPointF check[]{{-5.2, 0.4}, {-1.6, 4}, {5.2, -3.8}};
        painter.drawPolyline(check, 3);
        break;
    }
    case SpanState::Failed:
        painter.drawLine(QPointF(-3.8, -3.8), QPointF(3.8, 3.8));
        painter.drawLine(QPointF(-3.8, 3.8), QPointF(3.8, -3.8));
        break;
    case SpanState::TimedOut: {
        painter.drawEllipse(QPointF(0, 0), 5, 5);
        const QPointF hands[]{{0, -2.8}, {0, 0.3}, {2, 1.5}};
        painter.drawPolyline(hands, 3);
        break;
    }
    case SpanState::Cancelled:
        painter.drawLine(QPointF(-3, 4.2), QPointF(3, -4.2));
        break;
    default:
        break;
    }
    painter.restore();
}

} // namespace playground
