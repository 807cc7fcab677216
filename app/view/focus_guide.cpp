// SPDX-License-Identifier: MIT
#include "view/focus_guide.h"

#include <QApplication>
#include <QWidget>

namespace playground {

namespace {

bool takesFocus(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
}

QWidget *firstControl(QWidget *region)
{
    if (takesFocus(region))
        return region;
    for (QWidget *next = region->nextInFocusChain(); next != region; next = next->nextInFocusChain())
        if (region->isAncestorOf(next) && takesFocus(next))
            return next;
    return nullptr;
}

qsizetype regionOf(const QList<QWidget *> &regions, const QWidget *focused)
{
    for (qsizetype i = 0; i < regions.size(); ++i)
        if (focused && (focused == regions[i] || regions[i]->isAncestorOf(focused)))
            return i;
    return -1;
}

} // namespace

QString explanationOf(const QWidget *control, const QWidget *top)
{
    for (; control && control != top; control = control->parentWidget()) {
        if (!control->accessibleDescription().isEmpty())
            return control->accessibleDescription();
        if (!control->toolTip().isEmpty())
            return control->toolTip();
        if (!control->whatsThis().isEmpty())
            return control->whatsThis();
    }
    return {};
}

void focusNextRegion(const QList<QWidget *> &regions)
{
    const qsizetype at = regionOf(regions, QApplication::focusWidget());
    for (qsizetype step = 1; step <= regions.size(); ++step) {
        if (QWidget *control = firstControl(regions[(at + step) % regions.size()]))
            return control->setFocus(Qt::ShortcutFocusReason);
    }
}

} // namespace playground
