// SPDX-License-Identifier: MIT
#include "picture/span_texture.h"

#include <QPainter>
#include <QPixmap>

namespace playground {
namespace {

template <typename Draw>
QBrush tile(int width, int height, Draw draw)
{
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    draw(painter);
    painter.end();
    return QBrush(image);
}

/// Lines at 45 degrees every 6 px, 1.5 px wide; the neighbours' ends reach into the tile.
void drawHatch(QPainter &painter, const QColor &ink, bool rising)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.5));
    for (int x = -12; x <= 12; x += 6) {
        if (rising)
            painter.drawLine(QPointF(x - 6, 12), QPointF(x + 12, -6));
        else
            painter.drawLine(QPointF(x - 6, -6), QPointF(x + 12, 12));
    }
}

QBrush hatch(const QColor &ink)
{
    return tile(6, 6, [&](QPainter &painter) { drawHatch(painter, ink, true); });
}

/// Both directions drawn opaque and tinted afterwards, so that crossings are no darker than lines.
QBrush crossHatch(const QColor &ink)
{
    return tile(6, 6, [&](QPainter &painter) {
        QColor opaque = ink;
        opaque.setAlpha(255);
        drawHatch(painter, opaque, true);
        drawHatch(painter, opaque, false);
        painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
        painter.fillRect(0, 0, 6, 6, QColor(0, 0, 0, ink.alpha()));
    });
}

/// Dots of 1 px, every `dx` px in rows `dy` px apart, every other row shifted by half.
QBrush dots(const QColor &ink, int dx, int dy)
{
    return tile(dx, 2 * dy, [&](QPainter &painter) {
        painter.fillRect(2, 2, 1, 1, ink);
        painter.fillRect((2 + dx / 2) % dx, 2 + dy, 1, 1, ink);
    });
}

QBrush stripes(const QColor &ink)
{
    return tile(5, 5, [&](QPainter &painter) { painter.fillRect(3, 0, 2, 5, ink); });
}

} // namespace

SpanTextures::SpanTextures(const Theme &theme)
{
    m_brushes[size_t(SpanState::Token)] = hatch(theme.textureInk(SpanState::Token));
    m_brushes[size_t(SpanState::Backoff)] = dots(theme.textureInk(SpanState::Backoff), 4, 3);
    m_brushes[size_t(SpanState::TimedOut)] = stripes(theme.textureInk(SpanState::TimedOut));
    m_brushes[size_t(SpanState::Cancelled)] = crossHatch(theme.textureInk(SpanState::Cancelled));
    m_keptSlot = dots(theme.state(SpanState::Backoff).outline, 6, 4);
}

} // namespace playground
