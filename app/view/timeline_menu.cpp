// SPDX-License-Identifier: MIT
#include "view/timeline_menu.h"

#include "model/duration.h"
#include "picture/counter_painter.h"
#include "view/marks_menu.h"
#include "view/timeline_view.h"
#include "view/timeline_zoom.h"

#include <QAction>
#include <QMenu>

namespace playground {

QString zoomName(const TimelineZoom &zoom)
{
    switch (zoom.mode()) {
    case TimelineZoom::Mode::Whole:
        return TimelineView::tr("whole run");
    case TimelineZoom::Mode::Live:
        return TimelineView::tr("live edge");
    case TimelineZoom::Mode::Free:
        break;
    }
    return displayDuration(zoom.range().length());
}

void runZoomMenu(TimelineView &view, const QPoint &at, const TimelineZoom &zoom, bool hasSelection, std::optional<Counter> counter)
{
    QMenu menu(&view);
    // The keys are the timeline's own, not shortcuts of the window: the text behind the tab only tells them.
    QAction *whole = menu.addAction(TimelineView::tr("Whole run") + QStringLiteral("\t0"));
    QAction *selection = menu.addAction(TimelineView::tr("Selection") + QStringLiteral("\tF"));
    QAction *live = menu.addAction(TimelineView::tr("Follow the live edge"));
    menu.addSeparator();
    QAction *back = menu.addAction(TimelineView::tr("Previous zoom") + QStringLiteral("\tBackspace"));
    menu.addSeparator();
    QAction *packed = menu.addAction(TimelineView::tr("Requests share rows") + QStringLiteral("\tP"));
    menu.addSeparator();
    addMarks(menu, view);
    if (counter) {
        menu.addSeparator();
        addCounters(*menu.addMenu(TimelineView::tr("Counter")), view, *counter);
    }
    for (QAction *action : {whole, live, packed})
        action->setCheckable(true);
    packed->setChecked(view.arePacked());
    whole->setChecked(zoom.mode() == TimelineZoom::Mode::Whole);
    live->setChecked(zoom.mode() == TimelineZoom::Mode::Live);
    selection->setEnabled(hasSelection);

    const QAction *chosen = menu.exec(at);
    if (chosen == whole)
        view.zoomToFit();
    else if (chosen == selection)
        view.zoomToSelection();
    else if (chosen == live)
        view.follow();
    else if (chosen == back)
        view.zoomBack();
    else if (chosen == packed)
        view.setPacked(packed->isChecked());
}

void addCounters(QMenu &menu, TimelineView &view, Counter chosen)
{
    for (const Counter counter : {Counter::InFlight, Counter::Queued, Counter::Done}) {
        QAction *action = menu.addAction(counterName(counter), &view, [&view, counter] { view.showCounter(counter); });
        action->setCheckable(true);
        action->setChecked(counter == chosen);
    }
}

} // namespace playground
