// SPDX-License-Identifier: MIT
#include "view/switch.h"

#include "picture/theme.h"
#include "view/current_theme.h"

#include <QPainter>

namespace playground {

Switch::Switch(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
}

QSize Switch::sizeHint() const
{
    // Room for the focus ring around it.
    return QSize(Theme::size(Size::SwitchWidth), Theme::size(Size::SwitchHeight)).grownBy({3, 3, 3, 3});
}

void Switch::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled())
        painter.setOpacity(0.5);
    QRectF track(0, 0, Theme::size(Size::SwitchWidth), Theme::size(Size::SwitchHeight));
    track.moveCenter(QRectF(rect()).center());
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(Token::Accent), 1));
        const QRectF ring = track.adjusted(-2.5, -2.5, 2.5, 2.5);
        painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(isChecked() ? Token::Accent : Token::Text3));
    painter.drawRoundedRect(track, track.height() / 2, track.height() / 2);
    QRectF knob(0, 0, track.height() - 4, track.height() - 4);
    knob.moveTop(track.top() + 2);
    if (isChecked())
        knob.moveRight(track.right() - 2);
    else
        knob.moveLeft(track.left() + 2);
    painter.setBrush(theme.color(isChecked() ? Token::OnAccent : Token::Raised));
    painter.drawEllipse(knob);
}

} // namespace playground
