// SPDX-License-Identifier: MIT
#include "view/inspector.h"

#include "model/run.h"
#include "picture/theme.h"
#include "view/icon_button.h"
#include "view/log_page.h"
#include "view/numbers_page.h"
#include "view/panel_tabs.h"
#include "view/request_details.h"
#include "view/run_summary.h"
#include "view/separator.h"
#include "view/table_page.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace playground {

Inspector::Inspector(QWidget *parent)
    : QFrame(parent)
    , m_details(new RequestDetails)
    , m_summary(new RunSummary)
    , m_numbers(new NumbersPage)
    , m_detailsPage(scrolled(m_details))
    , m_summaryPage(scrolled(m_summary))
    , m_numbersPage(scrolled(m_numbers))
    , m_footer(makeFooter())
    , m_tabs(new PanelTabs(tr("What the right panel shows"), this))
    , m_log(new LogPage(this))
    , m_table(new TablePage(this))
    , m_edge(new Separator(this))
    , m_close(new IconButton(QStringLiteral("close"), IconButton::Kind::Tool, tr("Close the details"), this))
{
    setProperty("bar", "panel");
    setMinimumWidth(Theme::size(Size::InspectorMin));
    setMaximumWidth(Theme::size(Size::InspectorMax));
    m_tabs->addPage(tr("&Details"), tr("What is selected: why it waited, and where its time went"));
    m_tabs->addPage(tr("&Log"), tr("What happened, as readable text"));
    m_tabs->addPage(tr("&Table"), tr("Every request in numbers"));
    m_tabs->addButton(m_close);
    setDrawer(false);
    m_edge->setMaximumHeight(QWIDGETSIZE_MAX);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    auto *pages = new QStackedLayout;
    for (QWidget *page : {makeDetails(), static_cast<QWidget *>(m_log), static_cast<QWidget *>(m_table)})
        pages->addWidget(page);
    column->addWidget(m_tabs);
    column->addLayout(pages, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_edge);
    layout->addLayout(column, 1);
    setSelection(0, noSpan);
    connect(m_details, &RequestDetails::stripChosen, this, &Inspector::stripChosen);
    connect(m_details, &RequestDetails::requestChosen, this, &Inspector::requestChosen);
    connect(m_details, &RequestDetails::spanChosen, this, &Inspector::spanChosen);
    connect(m_details, &RequestDetails::spanHovered, this, &Inspector::spanHovered);
    connect(m_summary, &RunSummary::requestChosen, this, &Inspector::requestChosen);
    connect(m_log, &LogPage::requestChosen, this, &Inspector::requestChosen);
    connect(m_table, &TablePage::requestChosen, this, &Inspector::requestChosen);
    connect(m_tabs, &PanelTabs::chosen, this, [this, pages](int page) {
        pages->setCurrentIndex(page);
        refresh();
    });
    connect(m_close, &IconButton::clicked, this, &Inspector::closeRequested);
}

QWidget *Inspector::makeDetails()
{
    auto *details = new QWidget(this);
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_detailsPage, 1);
    column->addWidget(m_summaryPage, 1);
    column->addWidget(m_numbersPage, 1);
    column->addWidget(m_footer);
    return details;
}

Inspector::Page Inspector::page() const { return Page(m_tabs->current()); }

void Inspector::showPage(Page page) { m_tabs->setCurrent(int(page)); }

QScrollArea *Inspector::scrolled(QWidget *page)
{
    const int side = Theme::size(Size::InspectorPadding);
    auto *inset = new QWidget;
    auto *layout = new QVBoxLayout(inset);
    layout->setContentsMargins(side, side, side, side);
    layout->addWidget(page);
    auto *area = new QScrollArea(this);
    area->setWidget(inset);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    inset->setAutoFillBackground(false);
    return area;
}

QWidget *Inspector::makeFooter()
{
    auto *footer = new QFrame(this);
    footer->setProperty("bar", "metrics"); // The panel's ground, with an edge above.
    footer->setFixedHeight(Theme::size(Size::InspectorFooter));
    auto *layout = new QHBoxLayout(footer);
    layout->setContentsMargins(Theme::grid(3), 0, Theme::grid(3), 0);
    auto *zoom = new IconButton(QStringLiteral("zoom-to"), IconButton::Kind::Small, tr("Zoom to it"), footer);
    zoom->setText(tr("Zoom to it"));
    zoom->setToolTip(tr("Fits the timeline to the selection (F)"));
    layout->addWidget(zoom);
    layout->addStretch();
    connect(zoom, &IconButton::clicked, this, &Inspector::zoomRequested);
    return footer;
}

void Inspector::setStrips(const std::vector<const Run *> &strips, size_t chosen) { m_details->setStrips(strips, chosen); }

void Inspector::setRun(const Run *run)
{
    m_run = run;
    m_log->setRun(run);
    m_table->setRun(run);
    refresh();
}

void Inspector::setSelection(quint32 request, quint32 span)
{
    m_request = request;
    m_span = request > 0 ? span : noSpan;
    m_log->setSelection(request);
    m_table->setSelection(request);
    m_numbersFirst = false;
    refresh();
}

void Inspector::setNumbersShown(bool shown)
{
    m_hasNumbers = m_numbersFirst = shown;
    if (shown)
        showPage(Page::Details);
    refresh();
}

void Inspector::refresh(PlaybackState::Phase phase)
{
    m_phase = phase;
    refresh();
}

void Inspector::refresh()
{
    const bool known = m_run && m_request > 0 && m_request <= m_run->timeline().lanes().size();
    const bool numbers = m_hasNumbers && (m_numbersFirst || !known);
    m_numbersPage->setVisible(numbers);
    m_detailsPage->setVisible(known && !numbers);
    m_footer->setVisible(known && !numbers);
    m_summaryPage->setVisible(!known && !numbers);
    if (page() != Page::Details) {
        const bool running = m_phase == PlaybackState::Phase::Running;
        m_log->refresh(running);
        m_table->refresh(running);
    } else if (numbers) {
        return;
    } else if (known) {
        m_details->show(*m_run, m_request, m_span < m_run->timeline().spans().size() ? m_span : noSpan);
    } else if (m_run) {
        m_summary->show(*m_run, m_phase);
    }
}

void Inspector::setDrawer(bool drawer)
{
    m_close->setVisible(drawer);
    m_edge->setVisible(drawer);
}

} // namespace playground
