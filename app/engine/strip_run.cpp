// SPDX-License-Identifier: MIT
#include "engine/strip_run.h"

#include <algorithm>
#include <utility>

namespace playground {

using std::chrono::nanoseconds;

StripRun::StripRun(const Scenario &scenario, QThreadPool &pool) : m_run(std::make_unique<Run>(scenario)), m_played(scenario), m_pool(pool) {}

void StripRun::useWorker(bool worker)
{
    // What is known is not worked out once more for the sake of the place.
    if (m_onWorker == worker || m_allKnown || m_ahead.size() > 0)
        return;
    m_onWorker = worker;
    forgetAhead();
}

/// Whoever works for it is to begin anew behind what is shown: a run comes to the same point again.
void StripRun::forgetAhead()
{
    m_driver.reset();
    m_ahead.clear();
    m_aheadShown = 0;
    m_allKnown = m_run->ended();
    m_known = m_shown - nanoseconds(1);
    m_stepping = false;
}

void StripRun::makeDriver()
{
    if (m_driver)
        return;
    m_goal.reset();
    const qint64 shown = m_run->trace().size();
    m_driver = m_onWorker ? makeWorkerDriver(m_played, shown, m_pool) : makeLocalDriver(m_played, shown);
}

void StripRun::fetchTo(nanoseconds time, const QDeadlineTimer &timeUp)
{
    if (m_allKnown || (m_known >= time && time != nanoseconds::max()))
        return;
    makeDriver();
    if (m_goal != time)
        m_driver->setGoal(RunGoal::at(time));
    m_goal = time;
    m_stepping = false;
    do {
        take(timeUp);
    } while (!m_allKnown && m_known < time && !timeUp.hasExpired() && !m_onWorker);
}

bool StripRun::fetchNext(const QDeadlineTimer &timeUp)
{
    if (m_allKnown || next())
        return true;
    makeDriver();
    if (!m_stepping)
        m_driver->setGoal(RunGoal::step());
    m_goal.reset();
    m_stepping = true;
    take(timeUp);
    return m_allKnown || next();
}

void StripRun::take(const QDeadlineTimer &timeUp)
{
    bool more = true;
    while (more) {
        RunBatch batch = m_driver->take(timeUp);
        more = m_onWorker && batch.trace.size() > 0 && !batch.goalReached && !timeUp.hasExpired();
        if (m_ahead.size() == 0)
            m_ahead = std::move(batch.trace);
        else
            m_ahead.append(batch.trace);
        m_allKnown = m_allKnown || batch.ended;
        // Short of the goal, more may happen at the very instant to which it has come.
        m_known = std::max(m_known, batch.goalReached ? batch.now : batch.now - nanoseconds(1));
        m_stepping = m_stepping && !batch.goalReached;
    }
}

std::optional<nanoseconds> StripRun::next() const
{
    if (m_aheadShown == m_ahead.size())
        return std::nullopt;
    return nanoseconds(m_ahead.records()[size_t(m_aheadShown)].t);
}

nanoseconds StripRun::known() const { return m_allKnown ? nanoseconds::max() : m_known; }

void StripRun::show(nanoseconds time)
{
    if (ended())
        return;
    const auto &records = m_ahead.records();
    const auto behind = std::partition_point(records.begin() + m_aheadShown, records.end(),
                                             [time](const Record &record) { return nanoseconds(record.t) <= time; });
    const qsizetype last = behind - records.begin();
    const bool all = last == m_ahead.size();
    const bool ends = all && m_allKnown && m_ahead.size() > 0;
    m_shown = ends ? nanoseconds(records.back().t) : time;
    if (all && m_aheadShown == 0) {
        m_run->append(m_ahead, m_shown.count());
        m_ahead.clear();
        return;
    }
    m_run->append(m_ahead.piece(m_aheadShown, last - m_aheadShown), m_shown.count());
    m_aheadShown = last;
    if (!all)
        return;
    m_ahead.clear();
    m_aheadShown = 0;
}

std::unique_ptr<Run> StripRun::goBackTo(nanoseconds time)
{
    if (time >= m_shown)
        return nullptr;
    std::unique_ptr<Run> before = std::exchange(m_run, std::make_unique<Run>(m_run->scenario()));
    m_run->setCurrent(before->current());
    Trace ahead = before->trace();
    ahead.append(m_ahead.piece(m_aheadShown, m_ahead.size() - m_aheadShown));
    m_ahead = std::move(ahead);
    m_aheadShown = 0;
    show(time);
    return before;
}

std::optional<nanoseconds> StripRun::end() const
{
    if (!m_allKnown)
        return std::nullopt;
    const auto &records = m_ahead.size() > 0 ? m_ahead.records() : m_run->trace().records();
    return nanoseconds(records.back().t);
}

std::optional<nanoseconds> StripRun::before(nanoseconds time) const
{
    const auto &records = m_run->trace().records();
    const auto at = std::partition_point(records.begin(), records.end(), [time](const Record &record) { return nanoseconds(record.t) < time; });
    return at == records.begin() ? std::nullopt : std::optional(nanoseconds(std::prev(at)->t));
}

void StripRun::growSource(const Section &source, const Section &shown)
{
    m_played.source = source;
    m_run->growSource(shown);
    forgetAhead();
}

void StripRun::edit(const Edit &edit)
{
    const auto later = std::ranges::find_if(m_played.edits, [&](const Edit &other) { return other.at > edit.at; });
    m_played.edits.insert(later, edit);
    const bool here = m_driver && edit.at == m_shown && m_known == m_shown && m_ahead.size() == 0;
    m_shown = std::min(m_shown, edit.at - nanoseconds(1)); // What the edit brings is still to be shown.
    if (!here || !m_driver->edit(edit))
        return forgetAhead();
    m_known = m_shown;
    m_goal.reset();
}

} // namespace playground
