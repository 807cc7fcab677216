// SPDX-License-Identifier: MIT
#include "view/timeline_pane.h"

#include "view/timeline_view.h"

#include <QEvent>
#include <QVBoxLayout>

namespace playground {

TimelinePane::TimelinePane(QWidget *pad, QWidget *findBar, TimelineView *timeline, QWidget *parent)
    : QWidget(parent)
    , m_findBar(findBar)
    , m_timeline(timeline)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(pad);
    layout->addWidget(findBar);
    layout->addWidget(timeline, 1);
    findBar->installEventFilter(this);
}

/// The find bar comes and goes; the timeline must not change its layout for it.
bool TimelinePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_findBar && (event->type() == QEvent::Show || event->type() == QEvent::Hide ||
                                 event->type() == QEvent::Resize))
        m_timeline->setLentHeight(m_findBar->isHidden() ? 0 : m_findBar->height());
    return QWidget::eventFilter(watched, event);
}

} // namespace playground
