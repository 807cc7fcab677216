// SPDX-License-Identifier: MIT
#include "view/row_table.h"

#include "picture/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

namespace playground {

RowTable::RowTable(const QString &name, const QString &help, QWidget *parent)
    : QTableView(parent)
{
    setAccessibleName(name);
    setWhatsThis(help);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setFont(Theme::font(Role::Body));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(Theme::size(Size::TableRowDense));
    verticalHeader()->setDefaultSectionSize(Theme::size(Size::TableRowDense));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicatorShown(false);
    horizontalHeader()->setFixedHeight(Theme::size(Size::TableRow));
    horizontalHeader()->setFont(Theme::font(Role::Caption));
    horizontalHeader()->setMinimumSectionSize(Theme::grid(6));
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setResizeContentsPrecision(0); // Widths follow from what is in view.
}

void RowTable::fitColumns()
{
    // Hidden, it would look at every row there is.
    if (!model() || !isVisible())
        return;
    const int room = Theme::size(Size::InnerGap);
    const QFontMetrics heading(horizontalHeader()->font());
    for (int column = 0; column < model()->columnCount(); ++column) {
        // Of the rows in view only, whatever the table's length.
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        const int needed = std::max(sizeHintForColumn(column), heading.horizontalAdvance(title) + room) + Theme::grid(1);
        if (needed > columnWidth(column))
            setColumnWidth(column, needed);
    }
}

void RowTable::resetColumns()
{
    for (int column = 0; model() && column < model()->columnCount(); ++column)
        setColumnWidth(column, 0);
    fitColumns();
}

void RowTable::reveal(const QModelIndex &cell)
{
    executeDelayedItemsLayout();
    updateGeometries();
    scrollTo(cell);
}

QString RowTable::selectedText() const
{
    QModelIndexList rows = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QString text;
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column)
            cells += row.siblingAtColumn(column).data().toString();
        text += cells.join(QStringLiteral("  ")) + QLatin1Char('\n');
    }
    return text;
}

void RowTable::copy()
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void RowTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    // Letters are the window's keys, and not searched for.
    if (!event->text().isEmpty() && event->text().at(0).isPrint() && !(event->modifiers() & Qt::ControlModifier))
        return event->ignore();
    QTableView::keyPressEvent(event);
}

void RowTable::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    QAction *copies = menu.addAction(tr("&Copy"), this, &RowTable::copy);
    copies->setShortcut(QKeySequence::Copy);
    copies->setEnabled(selectionModel() && selectionModel()->hasSelection());
    QAction *all = menu.addAction(tr("Select &all"), this, &RowTable::selectAll);
    all->setShortcut(QKeySequence::SelectAll);
    all->setEnabled(selectionMode() == QAbstractItemView::ExtendedSelection);
    menu.exec(event->globalPos());
}

void RowTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dy != 0)
        fitColumns();
}

void RowTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void RowTable::focusInEvent(QFocusEvent *event)
{
    const QScopedValueRollback taking(m_takesFocus, true);
    QTableView::focusInEvent(event);
}

} // namespace playground
