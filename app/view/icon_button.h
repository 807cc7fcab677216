// SPDX-License-Identifier: MIT
#pragma once

#include "picture/theme.h"

#include <QToolButton>

namespace playground {

/// A tool button with an icon of the sprite in a colour of the theme; with or without text beside it.
class IconButton : public QToolButton {
    Q_OBJECT

public:
    /// `kind` is the style sheet's: "tool", "small" or "primary". `name` says what it does, for screen readers and as the tool tip.
    IconButton(const QString &icon, const char *kind, const QString &name, QWidget *parent = nullptr);

    void setIconName(const QString &icon);
    void setToken(Token token);
    /// Triggers the action, and is enabled, checked and explained as it is.
    void follow(QAction *action);
    /// Shows `text` beside the icon.
    void setLabel(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyIcon();

    QString m_icon;
    Token m_token = Token::Text2;
};

} // namespace playground
