// SPDX-License-Identifier: MIT
#include "view/text_label.h"

#include "view/current_theme.h"

#include <QEvent>
#include <QPainter>

namespace playground {

TextLabel::TextLabel(Role role, Token token, const QString &text, QWidget *parent)
    : QLabel(text, parent)
    , m_token(token)
{
    setTextFormat(Qt::PlainText);
    setRole(role);
    applyColor();
}

void TextLabel::setRole(Role role)
{
    setFont(Theme::font(role));
    setMinimumHeight(Theme::lineHeight(role));
}

void TextLabel::setToken(Token token)
{
    m_token = token;
    applyColor();
}

void TextLabel::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize size = QLabel::minimumSizeHint();
    return m_elided ? QSize(qMin(size.width(), fontMetrics().horizontalAdvance(QStringLiteral("WWW…"))), size.height())
                    : size;
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (mayChangeTheme(event))
        applyColor();
}

void TextLabel::applyColor()
{
    const QColor color = currentTheme().color(m_token);
    if (palette().color(QPalette::WindowText) == color)
        return; // Setting it again would come back here.
    QPalette own = palette();
    own.setColor(QPalette::WindowText, color);
    setPalette(own);
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    if (!m_elided)
        return QLabel::paintEvent(event);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    if (toolTip().isEmpty() || toolTip() == text())
        setToolTip(shown == text() ? QString() : text());
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(contentsRect(), int(alignment()), shown);
}

} // namespace playground
