// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QString>

namespace playground {

class Run;
class TimelineView;

/// A TimelineView as screen readers see it: a list of requests, each with its waits and attempts, by name, place and state.
/// What is selected there has the focus. An interface is made when it is asked for, so a run may be of any length.
class TimelineAccess : public QAccessibleWidget {
public:
    explicit TimelineAccess(TimelineView *view);
    ~TimelineAccess() override;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;

    /// nullptr where there is no such request or span in the run.
    QAccessibleInterface *request(quint32 request) const;
    QAccessibleInterface *span(quint32 span) const;
    const Run *run() const;
    TimelineView *view() const;

    /// Lets every TimelineView be seen like this from now on.
    static void install();
    /// The selection has moved: tells who listens that the focus went there.
    static void tellSelection(TimelineView *view);

private:
    void forget() const;

    mutable const Run *m_run = nullptr; // The one that the interfaces are of.
    mutable QHash<quint32, QAccessible::Id> m_requests, m_spans;
};

/// "Request 7, GET /pages/7, succeeded at 1.420 s".
QString requestName(const Run &run, quint32 request);
/// "Request 7, attempt 2, running, since 1.100 s", "Request 4, waits for a slot, 0.000 s to 0.548 s".
QString spanName(const Run &run, quint32 span);

} // namespace playground
