// SPDX-License-Identifier: MIT
#include "view/hint_bubble.h"

#include "picture/theme.h"
#include "view/current_theme.h"

#include <QPainter>
#include <QPainterPath>

namespace playground {

namespace {

constexpr int tipHeight = 6;

} // namespace

HintBubble::HintBubble(const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
{
    setFont(Theme::font(Role::SpanText));
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void HintBubble::setTip(int x)
{
    m_tip = x;
    update();
}

QSize HintBubble::sizeHint() const
{
    const int padding = Theme::size(Size::CardPaddingH);
    return {fontMetrics().horizontalAdvance(m_text) + 2 * padding, Theme::size(Size::SmallButton) + tipHeight};
}

void HintBubble::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    const QRectF body(0, tipHeight, width(), height() - tipHeight);
    const double radius = Theme::size(Size::RadiusHint);
    const double tip = std::clamp(double(m_tip), radius + tipHeight, width() - radius - tipHeight);
    QPainterPath path;
    path.addRoundedRect(body, radius, radius);
    QPainterPath arrow;
    arrow.addPolygon(QPolygonF{{tip - tipHeight, body.top() + 0.5}, {tip, 0}, {tip + tipHeight, body.top() + 0.5}});
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(path.united(arrow), theme.color(Token::Accent));
    painter.setPen(theme.color(Token::OnAccent));
    painter.drawText(body, Qt::AlignCenter, m_text);
}

} // namespace playground
