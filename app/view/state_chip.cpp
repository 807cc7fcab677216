// SPDX-License-Identifier: MIT
#include "view/state_chip.h"

#include "model/words.h"
#include "picture/theme.h"
#include "view/current_theme.h"

#include <QPainter>

namespace playground {

namespace {

constexpr int chipHeight = 20;
constexpr int square = 8;

} // namespace

StateChip::StateChip(QWidget *parent)
    : QWidget(parent)
{
    setFont(Theme::font(Role::Caption));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void StateChip::setState(SpanState state, const QString &text, const QString &help)
{
    setToolTip(QStringLiteral("%1. %2").arg(text, help.isEmpty() ? stateTerm(state).help : help));
    if (state == m_state && text == m_text)
        return;
    m_state = state;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize StateChip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + square + 4 + 2 * Theme::size(Size::InnerGap) + 2, chipHeight};
}

QSize StateChip::minimumSizeHint() const { return {qMin(sizeHint().width(), 96), chipHeight}; }

void StateChip::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    const int gap = Theme::size(Size::InnerGap);
    const double radius = Theme::size(Size::RadiusField);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Token::Border));
    painter.setBrush(theme.color(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(gap, (height() - square) / 2, square, square, theme.state(m_state).fill);
    painter.setPen(theme.color(Token::Text));
    const QRect place = rect().adjusted(gap + square + 4, 0, -gap, 0);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_text, Qt::ElideRight, place.width() + 2));
}

} // namespace playground
