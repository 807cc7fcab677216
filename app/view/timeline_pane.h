// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace playground {

class TimelineView;

/// The middle of the window: the input pad and the find bar, when they are there, above the timeline.
class TimelinePane : public QWidget {
    Q_OBJECT

public:
    TimelinePane(QWidget *pad, QWidget *findBar, TimelineView *timeline, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_findBar;
    TimelineView *m_timeline;
};

} // namespace playground
