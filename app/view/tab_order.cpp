// SPDX-License-Identifier: MIT
#include "view/tab_order.h"

#include <QLayout>
#include <QScrollArea>
#include <QWidget>

namespace playground {

namespace {

/// Collects the controls of a widget in order.
class Walk {
public:
    void visit(QWidget *widget)
    {
        if (!widget)
            return;
        if (widget->focusPolicy() & Qt::TabFocus) {
            m_controls.append(widget); // What is in it belongs to it.
            return;
        }
        if (auto *area = qobject_cast<QScrollArea *>(widget))
            return visit(area->widget());
        QWidgetList laidOut;
        list(widget->layout(), laidOut);
        for (QObject *child : widget->children())
            if (auto *over = qobject_cast<QWidget *>(child); over && !over->isWindow() && !laidOut.contains(over))
                visit(over);
        for (QWidget *child : std::as_const(laidOut))
            visit(child);
    }

    const QWidgetList &controls() const { return m_controls; }

private:
    static void list(QLayout *layout, QWidgetList &widgets)
    {
        for (int i = 0; layout && i < layout->count(); ++i) {
            QLayoutItem *item = layout->itemAt(i);
            if (item->widget())
                widgets.append(item->widget());
            else
                list(item->layout(), widgets);
        }
    }

    QWidgetList m_controls;
};

} // namespace

void orderTabsByLayout(QWidget &top)
{
    Walk walk;
    walk.visit(&top);
    for (qsizetype i = 1; i < walk.controls().size(); ++i)
        QWidget::setTabOrder(walk.controls()[i - 1], walk.controls()[i]);
}

} // namespace playground
