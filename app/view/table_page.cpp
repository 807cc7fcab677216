// SPDX-License-Identifier: MIT
#include "view/table_page.h"

#include "picture/theme.h"
#include "view/request_table_model.h"
#include "view/row_table.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace playground {

namespace {

constexpr qint64 pause = 100; // ms between two looks at a run that goes on …
constexpr qint64 share = 20;  // … or more, so that sorting takes at most this part of the time.

} // namespace

TablePage::TablePage(QWidget *parent)
    : QWidget(parent)
    , m_model(new RequestTableModel(this))
    , m_table(new RowTable(tr("Requests"),
                           tr("Every request in numbers. S sorts by the column of the current cell, S again the other way."),
                           this))
{
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionsClickable(true);
    m_table->installEventFilter(this);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, &TablePage::sortBy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        const quint32 request = m_model->requestAt(row.row());
        if (m_following || m_table->takesFocus() || request == 0 || request == m_request)
            return;
        emit requestChosen(request);
    });
}

void TablePage::setRun(const Run *run)
{
    const QScopedValueRollback following(m_following, true);
    m_model->setRun(run);
    m_table->resetColumns();
    refresh(false);
}

void TablePage::setSelection(quint32 request)
{
    m_request = request;
    selectRow();
}

void TablePage::selectRow()
{
    if (!isVisible())
        return; // When it is shown.
    const QScopedValueRollback following(m_following, true);
    const int row = m_model->rowOf(m_request);
    if (row < 0) {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        return;
    }
    if (m_table->currentIndex().row() == row && m_table->selectionModel()->isRowSelected(row))
        return;
    const int column = std::max(0, m_table->currentIndex().column());
    m_table->setCurrentIndex(m_model->index(row, column));
    m_table->reveal(m_table->currentIndex());
}

void TablePage::refresh(bool running)
{
    const qint64 least = std::max(pause, share * m_model->sortTime() / 1'000'000);
    if (!isVisible() || (running && m_shown.isValid() && m_shown.elapsed() < least))
        return;
    const QScopedValueRollback following(m_following, true);
    m_model->catchUp();
    m_table->fitColumns();
    selectRow();
    m_shown.start();
}

bool TablePage::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int column = m_table->currentIndex().column();
        if (key->key() == Qt::Key_S && key->modifiers() == Qt::NoModifier && column >= 0) {
            sortBy(column);
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void TablePage::sortBy(int column)
{
    const bool again = m_model->sortColumn() == column && m_model->sortOrder() == Qt::AscendingOrder;
    m_model->sort(column, again ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_table->fitColumns();
    if (m_table->currentIndex().isValid())
        m_table->reveal(m_table->currentIndex());
}

void TablePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh(false);
}

} // namespace playground
