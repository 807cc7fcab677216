// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <array>

namespace playground {

class TimelineView;

/// The middle of the window: the input pad and the find bar, when they are there, above the timeline.
class TimelinePane : public QWidget {
    Q_OBJECT

public:
    /// `problem`: the bar above all of the window's middle, which takes height from the timeline, too.
    TimelinePane(QWidget *pad, QWidget *findBar, TimelineView *timeline, QWidget *problem, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void lend();

    std::array<QWidget *, 3> m_bars;
    TimelineView *m_timeline;
};

} // namespace playground
