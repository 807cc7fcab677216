// SPDX-License-Identifier: MIT
#include "view/more_button.h"

#include "picture/theme.h"
#include "view/current_theme.h"
#include "view/icons.h"

#include <QPainter>

namespace playground {

MoreButton::MoreButton(const QString &what, QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setFont(Theme::font(Role::Caption));
    setAccessibleName(tr("More of %1").arg(what));
    setToolTip(tr("Shows all settings, or only those that matter most"));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize MoreButton::sizeHint() const
{
    const int widest = qMax(fontMetrics().horizontalAdvance(tr("Less")), fontMetrics().horizontalAdvance(tr("More")));
    return {widest + Theme::size(Size::BarGap) + Theme::size(Size::IconGrid), Theme::lineHeight(Role::Caption)};
}

void MoreButton::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    const QColor color = theme.color(underMouse() || hasFocus() ? Token::Text : Token::Text3);
    const int icon = Theme::size(Size::IconGrid);
    QPainter painter(this);
    painter.setPen(color);
    painter.drawText(rect().adjusted(0, 0, -icon, 0), Qt::AlignRight | Qt::AlignVCenter, shownText());
    drawIcon(painter, isChecked() ? QStringLiteral("up") : QStringLiteral("down"),
             QRect(width() - icon, (height() - icon) / 2, icon, icon), color);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme.color(Token::Accent));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

} // namespace playground
