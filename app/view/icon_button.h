// SPDX-License-Identifier: MIT
#pragma once

#include "picture/theme.h"

#include <QAbstractButton>

class QAction;

namespace playground {

/// A button with an icon of the sprite, and a text beside it if need be.
class IconButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Kind {
        Tool,    ///< Flat, for bars.
        Mini,    ///< The same, but small.
        Small,   ///< With a frame.
        Primary, ///< The one thing to do.
    };
    /// `name` says what it does, for screen readers and as the tool tip.
    IconButton(const QString &icon, Kind kind, const QString &name, QWidget *parent = nullptr);

    void setIconName(const QString &icon);
    const QString &iconName() const { return m_icon; }
    /// The colour of the icon and the text.
    void setToken(Token token);
    /// Triggers the action, and is enabled, checked and explained as it is.
    void follow(QAction *action);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QColor inkColor(const Theme &theme) const;
    void drawGround(QPainter &painter, const Theme &theme) const;

    QString m_icon;
    Kind m_kind;
    Token m_token;
};

} // namespace playground
