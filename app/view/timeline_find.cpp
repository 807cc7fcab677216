// SPDX-License-Identifier: MIT
#include "view/timeline_find.h"

#include "model/number_text.h"
#include "model/run.h"
#include "view/find_bar.h"
#include "view/timeline_view.h"

#include <algorithm>

namespace playground {

namespace {

constexpr size_t pieceSize = 4096;

} // namespace

TimelineFind::TimelineFind(FindBar *bar, TimelineView *view, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_view(view)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(Piecewise::restMs);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_stale)
            search();
    });
    connect(bar, &FindBar::edited, this, &TimelineFind::setQuery);
    connect(bar, &FindBar::nextRequested, this, &TimelineFind::goToNext);
    connect(bar, &FindBar::previousRequested, this, &TimelineFind::goToPrevious);
    connect(bar, &FindBar::closeRequested, this, &TimelineFind::close);
    connect(view, &TimelineView::selectionChanged, this, &TimelineFind::showCount);
    connect(view, &TimelineView::nothingToClear, this, &TimelineFind::close);
    bar->hide();
}

void TimelineFind::setRun(const Run *run)
{
    m_run = run;
    m_work.stop();
    m_rest.stop();
    showNothing(); // What was found belongs to the run before.
    if (m_query)
        search();
}

void TimelineFind::runAdvanced()
{
    if (!m_query || !m_run)
        return;
    m_stale = true;
    if (!m_work.isRunning() && !m_rest.isActive())
        search();
}

QString TimelineFind::queryText() const { return m_bar->text().simplified(); }

void TimelineFind::open()
{
    if (m_bar->isHidden())
        setQuery(m_bar->text());
    m_bar->open();
}

void TimelineFind::close()
{
    if (m_bar->isHidden())
        return;
    m_work.stop();
    m_rest.stop();
    m_query.reset();
    showNothing();
    m_bar->hide();
    m_view->setFocus(Qt::OtherFocusReason);
}

void TimelineFind::setQuery(const QString &text)
{
    m_work.stop();
    m_rest.stop();
    m_query.reset();
    const auto parsed = parseFindQuery(text);
    const auto *query = std::get_if<FindQuery>(&parsed);
    if (query && !query->terms.empty()) {
        m_query = *query;
        m_bar->setMessage(tr("All else is dimmed. Enter goes to the next match, Shift+Enter to the one before, Esc closes."),
                          false);
        return search();
    }
    showNothing();
    if (query)
        m_bar->setMessage(tr("Write #7, failed, attempt>2, wait>300ms or reason:token, or several of them."), false);
    else
        m_bar->setMessage(std::get<FindProblem>(parsed).sentence, true);
}

void TimelineFind::search()
{
    m_stale = false;
    if (!m_run)
        return;
    m_search.emplace(*m_query, std::max(requestCount(m_run->scenario()), qint64(m_run->timeline().lanes().size())));
    m_work.start([this] { return m_search->advance(m_run->timeline(), m_run->now(), pieceSize); },
                 [this] {
                     show(m_search->takeResult());
                     m_search.reset();
                     if (!m_work.tookLong() && !m_stale)
                         return;
                     // A large run is not searched again with each frame.
                     m_work.tookLong() ? m_rest.start() : search();
                 });
    if (m_work.isRunning() && !m_shown)
        m_bar->setCount(tr("searching…"));
}

void TimelineFind::show(FindResult result)
{
    m_result = std::move(result);
    m_shown = true;
    m_view->setFound(&m_result);
    m_bar->setWalkable(m_result.count() > 0);
    showCount();
    emit foundChanged();
}

void TimelineFind::showNothing()
{
    m_shown = false;
    m_view->setFound(nullptr);
    m_result = {};
    m_bar->setWalkable(false);
    m_bar->setCount({});
    emit foundChanged();
}

void TimelineFind::showCount()
{
    if (!m_shown)
        return;
    const QString count = numberText(qint64(m_result.count()));
    if (m_result.count() == 0)
        return m_bar->setCount(tr("no match"));
    const auto at = m_result.indexOf(m_view->selectedRequest(), m_view->selectedSpan());
    if (at)
        m_bar->setCount(tr("%1 of %2").arg(numberText(qint64(*at) + 1), count));
    else
        m_bar->setCount(m_result.count() == 1 ? tr("1 match") : tr("%1 matches").arg(count));
}

void TimelineFind::goToNext()
{
    if (m_shown)
        goTo(m_result.behind(m_view->selectedRequest(), m_view->selectedSpan()));
}

void TimelineFind::goToPrevious()
{
    if (m_shown)
        goTo(m_result.before(m_view->selectedRequest(), m_view->selectedSpan()));
}

void TimelineFind::goTo(std::optional<size_t> match)
{
    if (!match)
        return;
    const FindMatch wanted = m_result.matches()[*match];
    wanted.span == noSpan ? m_view->select(wanted.request) : m_view->selectSpan(wanted.span);
}

} // namespace playground
