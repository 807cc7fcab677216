// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace playground {

class TimelineView;

/// The middle of the window: the find bar, when it is there, above the timeline.
class TimelinePane : public QWidget {
    Q_OBJECT

public:
    TimelinePane(QWidget *findBar, TimelineView *timeline, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_findBar;
    TimelineView *m_timeline;
};

} // namespace playground
