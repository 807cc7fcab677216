// SPDX-License-Identifier: MIT
#include "view/timeline_pane.h"

#include "view/timeline_view.h"

#include <QEvent>
#include <QVBoxLayout>

namespace playground {

TimelinePane::TimelinePane(QWidget *pad, QWidget *findBar, TimelineView *timeline, QWidget *problem, QWidget *parent)
    : QWidget(parent)
    , m_bars{pad, findBar, problem}
    , m_timeline(timeline)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(pad);
    layout->addWidget(findBar);
    layout->addWidget(timeline, 1);
    for (QWidget *bar : m_bars)
        bar->installEventFilter(this);
}

/// Bars come and go; the timeline must not change its layout for them.
bool TimelinePane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide || event->type() == QEvent::Resize)
        lend();
    return QWidget::eventFilter(watched, event);
}

void TimelinePane::lend()
{
    int height = 0;
    for (const QWidget *bar : m_bars)
        height += bar->isVisible() ? bar->height() : 0;
    m_timeline->setLentHeight(height);
}

} // namespace playground
