// SPDX-License-Identifier: MIT
#include "view/log_page.h"

#include "picture/theme.h"
#include "view/log_model.h"
#include "view/row_table.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace playground {

namespace {

constexpr int pause = 100; // ms between two looks at a run that goes on.

} // namespace

LogPage::LogPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new LogModel(this))
    , m_table(new RowTable(tr("Log of the run"), tr("What happened, in order. Ctrl+C copies the selected lines."), this))
    , m_only(new QToolButton(this))
{
    m_only->setProperty("kind", QStringLiteral("chip"));
    m_only->setFont(Theme::font(Role::Body));
    m_only->setCheckable(true);
    m_only->setFocusPolicy(Qt::TabFocus);
    m_only->setToolTip(tr("Shows only what happened to the selected request"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(Theme::size(Size::InspectorPadding), Theme::size(Size::InnerGap),
                            Theme::size(Size::InspectorPadding), Theme::size(Size::InnerGap));
    top->addWidget(m_only);
    top->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    connect(m_only, &QToolButton::toggled, this, &LogPage::applyFilter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        const quint32 request = m_model->requestAt(row.row());
        if (request == 0 || request == m_request || !m_table->hasFocus() || m_table->takesFocus())
            return;
        const QScopedValueRollback telling(m_telling, true);
        emit requestChosen(request);
    });
    setSelection(0);
}

void LogPage::setRun(const Run *run)
{
    m_model->setRun(run);
    m_table->resetColumns();
    refresh(false);
}

void LogPage::setSelection(quint32 request)
{
    m_request = request;
    m_only->setText(request > 0 ? tr("&Only #%1").arg(request) : tr("&Only the selected request"));
    m_only->setEnabled(request > 0 || m_only->isChecked());
    if (!m_telling)
        applyFilter();
}

void LogPage::applyFilter()
{
    m_only->setEnabled(m_request > 0 || m_only->isChecked());
    const quint32 wanted = m_only->isChecked() ? m_request : 0;
    if (wanted == m_model->filter())
        return;
    m_model->setFilter(wanted);
    refresh(false);
}

bool LogPage::showsEnd() const
{
    const QScrollBar *bar = m_table->verticalScrollBar();
    return bar->value() >= bar->maximum();
}

void LogPage::refresh(bool running)
{
    if (!isVisible() || (running && m_shown.isValid() && m_shown.elapsed() < pause))
        return;
    const bool follows = showsEnd();
    m_model->catchUp();
    m_table->fitColumns();
    if (follows)
        m_table->scrollToBottom();
    m_shown.start();
}

void LogPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh(false);
}

} // namespace playground
