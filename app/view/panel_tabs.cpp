// SPDX-License-Identifier: MIT
#include "view/panel_tabs.h"

#include "picture/theme.h"
#include "view/current_theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTabBar>

namespace playground {

PanelTabs::PanelTabs(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_row(new QHBoxLayout(this))
    , m_bar(new QTabBar(this))
{
    setFixedHeight(Theme::size(Size::TabRow));
    m_bar->setAccessibleName(name);
    m_bar->setFont(Theme::font(Role::BodyStrong));
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(false);
    m_bar->setElideMode(Qt::ElideNone);
    m_bar->setFocusPolicy(Qt::TabFocus);
    m_row->setContentsMargins(0, 0, Theme::size(Size::InnerGap), 0);
    m_row->setSpacing(Theme::size(Size::BarGap));
    m_row->addWidget(m_bar, 0, Qt::AlignBottom);
    m_row->addStretch();
    connect(m_bar, &QTabBar::currentChanged, this, &PanelTabs::chosen);
}

void PanelTabs::addPage(const QString &title, const QString &help)
{
    const int page = m_bar->addTab(title);
    m_bar->setTabToolTip(page, help);
}

void PanelTabs::addButton(QWidget *button) { m_row->addWidget(button); }

int PanelTabs::current() const { return m_bar->currentIndex(); }

void PanelTabs::setCurrent(int page) { m_bar->setCurrentIndex(page); }

void PanelTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, currentTheme().color(Token::Border));
}

} // namespace playground
