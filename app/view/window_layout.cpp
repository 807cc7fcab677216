// SPDX-License-Identifier: MIT
#include "view/window_layout.h"

#include "picture/theme.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace playground {

WindowLayout::WindowLayout(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_splitter(new QSplitter(this))
{
    // The Tab key goes through the parts in the order in which they come here.
    parts.transport->setParent(this);
    parts.problem->setParent(this);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(parts.scenario);
    m_splitter->addWidget(parts.timeline);
    m_splitter->addWidget(parts.inspector);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({Theme::size(Size::ScenarioPanel), 1, Theme::size(Size::Inspector)});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(parts.transport);
    layout->addWidget(parts.problem);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(parts.metrics);
    layout->addWidget(parts.status);
    connect(m_splitter, &QSplitter::splitterMoved, this, &WindowLayout::placeDrawer);
}

void WindowLayout::showInspector(bool shown)
{
    m_shown = shown || !m_drawer;
    m_parts.inspector->setVisible(m_shown);
    placeDrawer();
    emit inspectorChanged();
}

void WindowLayout::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setDrawer(width() < Theme::size(Size::DrawerWidth));
    placeDrawer();
}

void WindowLayout::setDrawer(bool drawer)
{
    if (drawer == m_drawer)
        return;
    m_drawer = drawer;
    if (drawer)
        m_parts.inspector->setParent(this);
    else
        m_splitter->addWidget(m_parts.inspector);
    m_parts.inspector->setAutoFillBackground(drawer);
    const int scenarioWidth = isVisible() ? m_parts.scenario->width() : Theme::size(Size::ScenarioPanel);
    m_splitter->setSizes({scenarioWidth, Theme::size(Size::DrawerWidth), Theme::size(Size::Inspector)});
    m_splitter->setStretchFactor(1, 1);
    showInspector(!drawer); // A drawer begins closed.
}

void WindowLayout::placeDrawer()
{
    if (!m_drawer || !m_shown)
        return;
    layout()->activate();
    const int drawerWidth = Theme::size(Size::Inspector);
    const QRect middle = m_splitter->geometry();
    m_parts.inspector->setGeometry(middle.right() + 1 - drawerWidth, middle.top(), drawerWidth, middle.height());
    m_parts.inspector->raise();
}

QByteArray WindowLayout::saveState() const { return m_drawer ? QByteArray() : m_splitter->saveState(); }

void WindowLayout::restoreState(const QByteArray &state)
{
    if (!m_drawer && !state.isEmpty())
        m_splitter->restoreState(state);
}

} // namespace playground
