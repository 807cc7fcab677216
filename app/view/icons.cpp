// SPDX-License-Identifier: MIT
#include "view/icons.h"

#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

/// The sprite lies in a static library, where only this makes the linker keep it. (Q_INIT_RESOURCE may stand in no
/// namespace.)
static void keepSprite() { Q_INIT_RESOURCE(view); }

namespace playground {

namespace {

QPixmap rendered(const QString &name, const QSize &size, const QColor &color)
{
    keepSprite();
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(QStringLiteral(":/view/icons.svg")).render(&painter, name, QRectF(QPointF(), QSizeF(size)));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

} // namespace

void drawIcon(QPainter &painter, const QString &name, const QRect &place, const QColor &color)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const QSize size = place.size() * ratio;
    const QString key = QStringLiteral("asyncade/%1/%2x%3/%4")
                            .arg(name)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(color.name(QColor::HexArgb));
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = rendered(name, size, color);
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(place.topLeft(), pixmap);
}

} // namespace playground
