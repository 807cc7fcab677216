// SPDX-License-Identifier: MIT
#include "view/why_box.h"

#include "picture/theme.h"
#include "view/current_theme.h"

#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace playground {

namespace {

constexpr int edge = 3;

} // namespace

WhyBox::WhyBox(QWidget *parent)
    : QFrame(parent)
    , m_label(new QLabel(this))
{
    m_label->setFont(Theme::font(Role::Sentence));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::RichText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QVBoxLayout(this);
    const int side = Theme::size(Size::CardPaddingH);
    layout->setContentsMargins(edge + side, side, side, side);
    layout->addWidget(m_label);
}

void WhyBox::setText(const QString &title, const QString &body)
{
    const QString text =
        QStringLiteral("<p style='margin:0;line-height:%1px'><span style='font-weight:600'>%2</span> %3</p>")
            .arg(Theme::lineHeight(Role::Sentence))
            .arg(title.toHtmlEscaped(), body.toHtmlEscaped());
    if (m_label->text() == text)
        return; // A selection in it stays.
    m_label->setText(text);
    setAccessibleName(title + QLatin1Char(' ') + body);
}

void WhyBox::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = Theme::size(Size::RadiusCard);
    QPainterPath box;
    box.addRoundedRect(QRectF(rect()).adjusted(-radius, 0, 0, 0), radius, radius);
    painter.setClipRect(rect());
    painter.fillPath(box, theme.color(Token::Soft));
    painter.fillRect(0, 0, edge, height(), theme.color(Token::Accent));
}

} // namespace playground
