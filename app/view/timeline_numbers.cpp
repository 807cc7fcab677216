// SPDX-License-Identifier: MIT
#include "view/timeline_numbers.h"

#include "model/duration.h"
#include "model/number_text.h"
#include "model/run.h"
#include "picture/time_text.h"
#include "view/numbers_page.h"
#include "view/timeline_find.h"
#include "view/timeline_view.h"

#include <algorithm>

namespace playground {

namespace {

constexpr size_t pieceSize = 16384;

} // namespace

TimelineNumbers::TimelineNumbers(NumbersPage *page, TimelineView *view, TimelineFind *find, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_view(view)
    , m_find(find)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(Piecewise::restMs);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_stale)
            workOut();
    });
    connect(view, &TimelineView::measuredChanged, this, &TimelineNumbers::begin);
    connect(find, &TimelineFind::foundChanged, this, [this] {
        if (!m_view->measured())
            begin();
    });
}

void TimelineNumbers::setRun(const Run *run)
{
    m_run = run;
    begin();
}

void TimelineNumbers::runAdvanced()
{
    // What was found tells by itself when it has become more.
    if (!m_view->measured() || !m_run)
        return;
    m_stale = true;
    if (!m_work.isRunning() && !m_rest.isActive())
        workOut();
}

bool TimelineNumbers::hasSubject() const { return m_run && (m_view->measured() || m_find->found()); }

void TimelineNumbers::begin()
{
    m_work.stop();
    m_rest.stop();
    if (hasSubject()) {
        showTitle();
        workOut();
        if (m_work.isRunning())
            m_page->setCounting();
    }
    const QString now = subject();
    if (now != m_subject) {
        m_subject = now;
        emit subjectChanged(hasSubject());
    }
}

QString TimelineNumbers::subject() const
{
    if (!hasSubject())
        return {};
    const auto &piece = m_view->measured();
    return piece ? QStringLiteral("%1 %2").arg(piece->begin).arg(piece->end) : m_find->queryText();
}

void TimelineNumbers::showTitle()
{
    if (const auto &piece = m_view->measured())
        return m_page->setTitle(
            tr("%1 measured").arg(displayDuration(piece->length())),
            tr("%1 to %2").arg(instantText(piece->begin), instantText(piece->end)),
            tr("Waits and attempts that share some time with the measured piece, each with its whole length."));
    const qint64 count = qint64(m_find->found()->count());
    const auto &matches = m_find->found()->matches();
    const bool hasWhole = std::ranges::find(matches, noSpan, &FindMatch::span) != matches.end();
    m_page->setTitle(count == 1 ? tr("1 match") : tr("%1 matches").arg(numberText(count)), m_find->queryText(),
                     hasWhole ? tr("Of a request that was found as a whole, all its waits and attempts count.")
                              : QString());
}

void TimelineNumbers::workOut()
{
    m_stale = false;
    m_statistics = m_view->measured() ? SpanStatistics::ofRange(m_view->measured()->begin, m_view->measured()->end)
                                      : SpanStatistics::ofMatches(m_find->found()->matches());
    m_work.start([this] { return m_statistics->advance(m_run->timeline(), m_run->now(), pieceSize); },
                 [this] {
                     m_page->setNumbers(m_statistics->numbers());
                     m_statistics.reset();
                     // A large run is not gone through again with each frame.
                     if (m_work.tookLong())
                         m_rest.start();
                     else if (m_stale)
                         workOut();
                 });
}

} // namespace playground
