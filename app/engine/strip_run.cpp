// SPDX-License-Identifier: MIT
#include "engine/strip_run.h"

#include <algorithm>
#include <utility>

namespace playground {

using std::chrono::nanoseconds;

void StripRun::Known::forgetTrace()
{
    trace = Trace();
    until = nanoseconds(-1);
    all = false;
}

StripRun::StripRun(const Scenario &scenario, QThreadPool &pool) : m_course(scenario), m_run(std::make_shared<Run>(scenario)), m_pool(pool) {}

StripRun::StripRun(Known known, QThreadPool &pool)
    : m_course(std::move(known.course))
    , m_run(std::make_shared<Run>(m_course.started()))
    , m_pool(pool)
    , m_ahead(std::move(known.trace))
    , m_known(known.until)
    , m_allKnown(known.all)
{
}

StripRun::Known StripRun::everything() const
{
    Known known{m_course, m_run->trace(), m_known, m_allKnown};
    known.trace.append(m_ahead.piece(m_aheadShown, m_ahead.size() - m_aheadShown));
    return known;
}

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
    m_scout.reset();
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
    const qint64 known = m_run->trace().size() + m_ahead.size() - m_aheadShown;
    m_driver = m_onWorker ? makeWorkerDriver(m_course.played(), known, m_pool) : makeLocalDriver(m_course.played(), known);
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

Trace StripRun::nextInstant()
{
    if (ended())
        return {};
    if (const auto at = next(); at && (m_allKnown || m_known >= *at)) {
        const qsizetype end = m_ahead.countUpTo(at->count());
        return m_ahead.piece(m_aheadShown, end - m_aheadShown);
    }
    if (!m_scout)
        m_scout = std::make_unique<Scout>(m_course.played());
    return m_scout->next(m_run->trace().size());
}

nanoseconds StripRun::known() const { return m_allKnown ? nanoseconds::max() : m_known; }

/// The run tells of the scenario as it was then.
void StripRun::followCourse(nanoseconds time)
{
    const size_t turns = m_course.turnsUntil(time);
    if (std::exchange(m_turns, turns) != turns)
        m_run->setCurrent(m_course.currentAt(time));
}

void StripRun::show(nanoseconds time)
{
    followCourse(time);
    if (ended())
        return;
    const auto &records = m_ahead.records();
    const auto behind = std::partition_point(records.begin() + m_aheadShown, records.end(),
                                             [time](const Record &record) { return nanoseconds(record.t) <= time; });
    const qsizetype last = behind - records.begin();
    const bool all = last == m_ahead.size();
    const bool ends = all && m_allKnown && m_ahead.size() > 0;
    m_shown = ends ? nanoseconds(records.back().t) : time;
    if (all && m_aheadShown == 0)
        m_run->append(m_ahead, m_shown.count());
    else
        m_run->append(m_ahead.piece(m_aheadShown, last - m_aheadShown), m_shown.count());
    m_aheadShown = last;
    if (m_whole && m_run->trace().size() >= m_whole->trace().size() && m_run->now() >= m_whole->now())
        m_whole.reset();
    if (!all)
        return;
    m_ahead.clear();
    m_aheadShown = 0;
}

std::shared_ptr<Run> StripRun::goBackTo(nanoseconds time)
{
    if (time >= m_shown)
        return nullptr;
    std::shared_ptr<Run> before = std::exchange(m_run, std::make_shared<Run>(m_run->scenario()));
    m_turns.reset();
    m_scout.reset();
    if (!m_whole)
        m_whole = before;
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
    m_course.growSource(source, shown);
    m_run->growSource(shown);
    forgetAhead();
}

void StripRun::edit(nanoseconds now, const std::vector<Edit> &edits)
{
    m_course.edit(now, edits, ended());
    m_turns.reset();
    followCourse(now);
    if (ended() || edits.empty())
        return;
    bool taken = m_driver && now == m_shown && m_known == m_shown && m_ahead.size() == 0;
    m_shown = std::min(m_shown, now - nanoseconds(1)); // What the edits bring is still to be shown.
    for (Edit edit : edits) {
        edit.at = now;
        taken = taken && m_driver->edit(edit);
    }
    if (!taken)
        return forgetAhead();
    m_scout.reset();
    m_known = m_shown;
    m_goal.reset();
}

void StripRun::cutAfter(nanoseconds time)
{
    m_whole.reset();
    if (m_course.cutAfter(time) && !ended())
        forgetAhead();
}

} // namespace playground
