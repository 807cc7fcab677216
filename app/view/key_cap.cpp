// SPDX-License-Identifier: MIT
#include "view/key_cap.h"

#include "picture/theme.h"
#include "view/current_theme.h"

#include <QPainter>

namespace playground {

KeyCap::KeyCap(const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
{
    setFont(Theme::font(Role::CaptionNumber));
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize KeyCap::sizeHint() const
{
    const int height = Theme::grid(5);
    return {qMax(height, fontMetrics().horizontalAdvance(m_text) + 2 * Theme::grid(1) + 4), height};
}

void KeyCap::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    const double radius = Theme::size(Size::RadiusKeyCap);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Token::FieldBorder));
    painter.setBrush(theme.color(Token::Window));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace playground
