// SPDX-License-Identifier: MIT
#include "view/panel_header.h"

#include "picture/theme.h"
#include "view/current_theme.h"
#include "view/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace playground {

PanelHeader::PanelHeader(const QString &title, int inset, QWidget *parent)
    : QFrame(parent)
    , m_row(new QHBoxLayout(this))
    , m_title(new TextLabel(Role::BodyStrong, Token::Text, title, this))
{
    setFixedHeight(Theme::size(Size::TabRow));
    m_row->setContentsMargins(inset, 0, Theme::size(Size::InnerGap), 1);
    m_row->setSpacing(Theme::size(Size::BarGap));
    m_row->addWidget(m_title);
    m_row->addStretch();
}

void PanelHeader::addButton(QWidget *button) { m_row->addWidget(button); }

void PanelHeader::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, theme.color(Token::Border));
    const int line = Theme::size(Size::FocusLine);
    painter.fillRect(m_title->x(), height() - line, m_title->width(), line, theme.color(Token::Accent));
}

} // namespace playground
