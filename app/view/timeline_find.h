// SPDX-License-Identifier: MIT
#pragma once

#include "model/find_search.h"
#include "view/piecewise.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace playground {

class FindBar;
class Run;
class TimelineView;

/// Finds in the timeline what stands in the find bar, as it is typed and while the run grows: dims the rest, counts, and
/// goes from match to match.
class TimelineFind : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this.
    TimelineFind(FindBar *bar, TimelineView *view, QObject *parent = nullptr);

    /// Another run is shown, or none. Tell the view first.
    void setRun(const Run *run);
    /// The run has grown.
    void runAdvanced();

    void open();
    void close();
    void goToNext();
    void goToPrevious();
    /// What has been found; nullptr: nothing is looked for.
    const FindResult *found() const { return m_shown ? &m_result : nullptr; }
    /// What stands in the bar.
    QString queryText() const;

signals:
    /// found() has become another.
    void foundChanged();

private:
    void setQuery(const QString &text);
    void search();
    void show(FindResult result);
    void showNothing();
    void showCount();
    void goTo(std::optional<size_t> match);

    FindBar *m_bar;
    TimelineView *m_view;
    const Run *m_run = nullptr;
    std::optional<FindQuery> m_query; ///< Nothing: blank or wrong.
    std::optional<FindSearch> m_search;
    FindResult m_result;
    bool m_shown = false;
    bool m_stale = false; ///< The run has grown since the search began.
    Piecewise m_work;
    QTimer m_rest;
};

} // namespace playground
