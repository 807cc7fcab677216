// SPDX-License-Identifier: MIT
#include "view/icon_button.h"

#include "view/icons.h"
#include "view/window_actions.h"

#include <QAction>
#include <QEvent>

namespace playground {

IconButton::IconButton(const QString &icon, const char *kind, const QString &name, QWidget *parent)
    : QToolButton(parent)
    , m_icon(icon)
{
    setProperty("kind", kind);
    const bool isSmall = qstrcmp(kind, "small") == 0;
    const int side = Theme::size(isSmall ? Size::SmallButton : Size::ToolButton);
    setIconSize({Theme::size(Size::IconGrid), Theme::size(Size::IconGrid)});
    setFont(Theme::font(Role::Body));
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    setFixedSize(side, side);
    setFocusPolicy(Qt::TabFocus); // A click leaves the keys with the timeline.
    setAccessibleName(name);
    setToolTip(name);
    applyIcon();
}

void IconButton::setIconName(const QString &icon)
{
    if (icon == m_icon)
        return;
    m_icon = icon;
    applyIcon();
}

void IconButton::setToken(Token token)
{
    m_token = token;
    applyIcon();
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
    connect(this, &QToolButton::clicked, action, [this, action] {
        setChecked(action->isChecked()); // The click has toggled it already; the action decides.
        action->trigger();
    });
}

void IconButton::setLabel(const QString &text)
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setText(text);
    setMinimumWidth(0);
    setMaximumWidth(QWIDGETSIZE_MAX);
}

void IconButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyIcon();
}

void IconButton::applyIcon()
{
    const Theme theme = Theme::matching(palette());
    const bool isPrimary = property("kind").toByteArray() == "primary";
    setIcon(tintedIcon(m_icon, theme.color(isPrimary ? Token::OnAccent : m_token), theme.color(Token::Text3, 0.5), theme.color(Token::AccentText)));
}

} // namespace playground
