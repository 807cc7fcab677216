// SPDX-License-Identifier: MIT
#include "view/marks_menu.h"

#include "model/marks.h"
#include "picture/time_text.h"
#include "view/key_name.h"
#include "view/timeline_view.h"

#include <QMenu>

namespace playground {

void addMark(QMenu &menu, TimelineView &view, size_t index)
{
    const qint64 t = view.marks().all()[index].t;
    const auto act = [&](const QString &text, const auto &what) {
        QObject::connect(menu.addAction(text), &QAction::triggered, &view, what);
    };
    act(TimelineView::tr("Go to it"), [&view, t] { view.reveal(t); });
    act(TimelineView::tr("Rename…"), [&view, index] { view.editMark(index); });
    act(TimelineView::tr("Remove"), [&view, index] { view.removeMark(index); });
}

void addMarks(QMenu &menu, TimelineView &view)
{
    // The keys are the timeline's own, not shortcuts of the window: the text behind the tab only tells them.
    QObject::connect(menu.addAction(TimelineView::tr("Set a mark") + u'\t' + keyName(Qt::Key_M)), &QAction::triggered, &view,
                     &TimelineView::setMark);
    QObject::connect(menu.addAction(TimelineView::tr("Measure the selection") + u'\t' + keyName(Qt::SHIFT | Qt::Key_M)),
                     &QAction::triggered, &view, &TimelineView::measureSelection);
    const std::vector<Mark> &marks = view.marks().all();
    if (marks.empty())
        return;
    QMenu *list = menu.addMenu(TimelineView::tr("Marks"));
    for (size_t i = 0; i < marks.size(); ++i)
        addMark(*list->addMenu(QStringLiteral("%1\t%2").arg(QString(marks[i].name).replace(u'&', QStringLiteral("&&")),
                                                            instantText(marks[i].t))),
                view, i);
    list->addSeparator();
    QObject::connect(list->addAction(TimelineView::tr("Remove all")), &QAction::triggered, &view,
                     &TimelineView::removeMarks);
}

} // namespace playground
