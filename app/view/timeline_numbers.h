// SPDX-License-Identifier: MIT
#pragma once

#include "model/span_statistics.h"
#include "view/piecewise.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace playground {

class NumbersPage;
class Run;
class TimelineFind;
class TimelineView;

/// Works out the numbers of what was measured in the timeline or, where nothing was, of what was found, also while the
/// run grows, and shows them on a page.
class TimelineNumbers : public QObject {
    Q_OBJECT

public:
    /// All three must outlive this.
    TimelineNumbers(NumbersPage *page, TimelineView *view, TimelineFind *find, QObject *parent = nullptr);

    /// Another run is shown, or none.
    void setRun(const Run *run);
    /// The run has grown.
    void runAdvanced();
    /// Whether there is something to work out the numbers of.
    bool hasSubject() const;

signals:
    /// Something else was measured or looked for, or nothing is any more; not when the run has only grown.
    void subjectChanged(bool there);

private:
    void begin();
    void showTitle();
    QString subject() const;
    void workOut();

    NumbersPage *m_page;
    TimelineView *m_view;
    TimelineFind *m_find;
    const Run *m_run = nullptr;
    std::optional<SpanStatistics> m_statistics;
    QString m_subject; ///< What the numbers are of, in words.
    bool m_stale = false;
    Piecewise m_work;
    QTimer m_rest;
};

} // namespace playground
