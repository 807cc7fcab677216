// SPDX-License-Identifier: MIT
#include "view/grip.h"

#include "picture/theme.h"
#include "view/current_theme.h"
#include "view/icons.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace playground {

Grip::Grip(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(name);
    setToolTip(tr("Drag to change the order, or use the Up and Down keys. What stands first is outermost."));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::OpenHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Grip::sizeHint() const { return {Theme::size(Size::IconGrid), Theme::size(Size::SmallButton)}; }

void Grip::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    const QColor color = theme.color(hasFocus() ? Token::AccentText : Token::Text3);
    const int icon = Theme::size(Size::IconGrid);
    QPainter painter(this);
    drawIcon(painter, QStringLiteral("grip"), QRect(0, (height() - icon) / 2, icon, icon), color);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme.color(Token::Accent));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

void Grip::mousePressEvent(QMouseEvent *event)
{
    m_dragging = event->button() == Qt::LeftButton;
    if (m_dragging)
        setCursor(Qt::ClosedHandCursor);
}

void Grip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragging)
        emit dragged(int(event->globalPosition().y()));
}

void Grip::mouseReleaseEvent(QMouseEvent *)
{
    if (!m_dragging)
        return;
    m_dragging = false;
    setCursor(Qt::OpenHandCursor);
    emit dropped();
}

void Grip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Up)
        emit stepped(-1);
    else if (event->key() == Qt::Key_Down)
        emit stepped(1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace playground
