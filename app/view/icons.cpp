// SPDX-License-Identifier: MIT
#include "view/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

/// The sprite lies in a static library, where only this makes the linker keep it. (Q_INIT_RESOURCE may stand in no namespace.)
static void keepSprite()
{
    Q_INIT_RESOURCE(view);
}

namespace playground {

namespace {

class TintedIconEngine final : public QIconEngine {
public:
    TintedIconEngine(QString name, const QColor &color, const QColor &off, const QColor &checked)
        : m_name(std::move(name))
        , m_color(color)
        , m_off(off)
        , m_checked(checked)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        painter->drawPixmap(rect, scaledPixmap(rect.size() * painter->device()->devicePixelRatioF(), mode, state, 1));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    /// `size` is in device pixels, as QIcon asks for it.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer sprite(QStringLiteral(":/view/icons.svg"));
        sprite.render(&painter, m_name, QRectF(QPointF(), QSizeF(size)));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), colorFor(mode, state));
        return pixmap;
    }

    QIconEngine *clone() const override { return new TintedIconEngine(*this); }

private:
    QColor colorFor(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return m_off;
        return state == QIcon::On && m_checked.isValid() ? m_checked : m_color;
    }

    QString m_name;
    QColor m_color, m_off, m_checked;
};

} // namespace

QIcon tintedIcon(const QString &name, const QColor &color, const QColor &off, const QColor &checked)
{
    static const bool kept = (keepSprite(), true);
    Q_UNUSED(kept)
    return QIcon(new TintedIconEngine(name, color, off, checked));
}

} // namespace playground
