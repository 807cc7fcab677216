// SPDX-License-Identifier: MIT
#pragma once

#include "picture/theme.h"

#include <QLabel>

namespace playground {

/// One piece of text in a role's font and a token's colour; follows the theme.
class TextLabel : public QLabel {
    Q_OBJECT

public:
    explicit TextLabel(Role role, Token token = Token::Text, const QString &text = {}, QWidget *parent = nullptr);

    void setRole(Role role);
    void setToken(Token token);
    /// Shows "…" where the text does not fit, and the whole text as a tool tip.
    void setElided(bool elided);

    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyColor();

    Token m_token;
    bool m_elided = false;
};

} // namespace playground
