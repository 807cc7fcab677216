// SPDX-License-Identifier: MIT
#include "view/icon_button.h"

#include "view/current_theme.h"
#include "view/icons.h"
#include "view/window_actions.h"

#include <QAction>
#include <QPainter>

namespace playground {

IconButton::IconButton(const QString &icon, Kind kind, const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_kind(kind)
    , m_token(kind == Kind::Primary ? Token::OnAccent
              : kind == Kind::Small ? Token::Text
              : kind == Kind::Mini  ? Token::Text3
                                    : Token::Text2)
{
    setFont(Theme::font(kind == Kind::Primary ? Role::BodyStrong : Role::Body));
    setFocusPolicy(Qt::TabFocus); // A click leaves the keys with the timeline.
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(name);
    setToolTip(name);
}

void IconButton::setIconName(const QString &icon)
{
    m_icon = icon;
    update();
}

void IconButton::setToken(Token token)
{
    m_token = token;
    update();
}

void IconButton::follow(QAction *action)
{
    const auto take = [this, action] {
        setEnabled(action->isEnabled());
        setChecked(action->isChecked());
        setToolTip(tipOf(action));
    };
    setCheckable(action->isCheckable());
    setAccessibleName(QString(action->text()).remove(QLatin1Char('&')));
    setAccessibleDescription(action->toolTip());
    take();
    connect(action, &QAction::changed, this, take);
    connect(this, &QAbstractButton::clicked, action, [this, action] {
        setChecked(action->isChecked()); // The click has toggled it already; the action decides.
        action->trigger();
    });
}

QSize IconButton::sizeHint() const
{
    const int side =
        Theme::size(m_kind == Kind::Tool || m_kind == Kind::Primary ? Size::ToolButton : Size::SmallButton);
    if (text().isEmpty())
        return {side, side};
    const int gap = Theme::size(Size::InnerGap);
    return {Theme::size(Size::IconGrid) + fontMetrics().horizontalAdvance(text()) + 3 * gap + 2, side};
}

QColor IconButton::inkColor(const Theme &theme) const
{
    if (!isEnabled())
        return theme.color(Token::Text3, 0.45);
    if (isChecked())
        return theme.color(Token::AccentText);
    return theme.color(underMouse() && (m_kind == Kind::Tool || m_kind == Kind::Mini) ? Token::Text : m_token);
}

void IconButton::drawGround(QPainter &painter, const Theme &theme) const
{
    const bool isFramed = m_kind == Kind::Small;
    const bool isPrimary = m_kind == Kind::Primary;
    QColor ground = Qt::transparent;
    if (isPrimary)
        ground = theme.color(Token::Accent);
    else if (isChecked())
        ground = theme.color(Token::Soft);
    else if (isDown() && isEnabled())
        ground = theme.color(Token::Border);
    else if (underMouse() && isEnabled())
        ground = theme.color(Token::Hair);
    else if (isFramed)
        ground = theme.color(Token::Raised);
    QPen edge(Qt::NoPen);
    if (hasFocus())
        edge = QPen(theme.color(isPrimary ? Token::Text : Token::Accent), Theme::size(Size::FocusLine));
    else if (isFramed)
        edge = QPen(theme.color(Token::FieldBorder), 1);
    const double inset = edge.style() == Qt::NoPen ? 0 : edge.widthF() / 2;
    const double radius = Theme::size(isFramed || m_kind == Kind::Mini ? Size::RadiusField : Size::RadiusButton);
    painter.setPen(edge);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
}

void IconButton::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawGround(painter, theme);
    const QColor ink = inkColor(theme);
    const int icon = m_kind == Kind::Mini ? Theme::grid(3) : Theme::size(Size::IconGrid);
    const int gap = Theme::size(Size::InnerGap);
    const int textWidth = text().isEmpty() ? 0 : gap + fontMetrics().horizontalAdvance(text());
    const int x = (width() - icon - textWidth) / 2;
    drawIcon(painter, m_icon, QRect(x, (height() - icon) / 2, icon, icon), ink);
    painter.setPen(ink);
    painter.drawText(QRect(x + icon + gap, 0, textWidth, height()), Qt::AlignLeft | Qt::AlignVCenter, text());
}

void IconButton::enterEvent(QEnterEvent *) { update(); }

void IconButton::leaveEvent(QEvent *) { update(); }

} // namespace playground
