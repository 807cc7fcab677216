// SPDX-License-Identifier: MIT
#include "view/add_button.h"

#include "picture/theme.h"
#include "view/current_theme.h"
#include "view/icons.h"

#include <QPainter>

namespace playground {

AddButton::AddButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setFont(Theme::font(Role::Body));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize AddButton::sizeHint() const
{
    const int icon = Theme::size(Size::IconGrid);
    return {fontMetrics().size(Qt::TextShowMnemonic, text()).width() + icon + 3 * Theme::size(Size::InnerGap),
            Theme::size(Size::FormRow)};
}

void AddButton::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    const QColor color = theme.color(underMouse() ? Token::Text : Token::Text3);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen line(theme.color(hasFocus() ? Token::Accent : Token::FieldBorder), 1);
    line.setDashPattern({4, 3});
    painter.setPen(line);
    const double radius = Theme::size(Size::RadiusButton);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const int icon = Theme::size(Size::IconGrid);
    const int gap = Theme::size(Size::InnerGap);
    const int wide = icon + gap + fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    const int x = (width() - wide) / 2;
    drawIcon(painter, QStringLiteral("plus"), QRect(x, (height() - icon) / 2, icon, icon), color);
    painter.setPen(color);
    painter.drawText(QRect(x + icon + gap, 0, wide, height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, text());
}

} // namespace playground
