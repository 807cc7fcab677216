// SPDX-License-Identifier: MIT
#include "engine/run_slicer.h"

#include <utility>

namespace playground {

namespace {

/// Looking at the wall clock costs about as much as a single thing of the run, so it is not done for each.
constexpr int thingsBetweenLooks = 32;

} // namespace

void RunSlicer::setGoal(const RunGoal &goal)
{
    m_goal = goal;
    m_stepBegan = -1;
}

RunBatch RunSlicer::advance(const QDeadlineTimer &timeUp, qint64 most)
{
    RunBatch batch;
    batch.goalReached = work(timeUp, most);
    // What somebody has already is not handed over again.
    if (m_known == 0) {
        batch.trace = std::exchange(m_surplus, Trace());
        if (batch.trace.size() == 0)
            batch.trace = m_runner.takeBatch();
        else
            batch.trace.append(m_runner.takeBatch());
    }
    batch.now = m_runner.now();
    batch.ended = m_runner.ended();
    return batch;
}

bool RunSlicer::work(const QDeadlineTimer &timeUp, qint64 most)
{
    if (m_known > 0 && !repeat(timeUp))
        return false;
    if (m_stepBegan < 0)
        m_stepBegan = m_runner.eventCount();
    const qint64 full = m_runner.eventCount() + most;
    bool more = true;
    for (int things = 1; !reached(); ++things) {
        more = m_runner.advanceOnce(m_goal.time);
        if (!more)
            break;
        if (m_runner.eventCount() >= full || (things % thingsBetweenLooks == 0 && timeUp.hasExpired()))
            return reached();
    }
    if (!more && m_goal.time != std::chrono::nanoseconds::max())
        m_runner.showTime(m_goal.time);
    return true;
}

/// Whether a step has come to the end of its instant. A time is reached when nothing is left to do until then.
bool RunSlicer::reached() const
{
    if (m_runner.ended())
        return true;
    if (m_goal.kind != RunGoal::Kind::Step || m_runner.eventCount() == m_stepBegan)
        return false;
    const auto next = m_runner.next();
    return !next || *next > m_runner.now();
}

bool RunSlicer::repeat(const QDeadlineTimer &timeUp)
{
    for (int things = 1; m_runner.eventCount() < m_known; ++things) {
        if (!m_runner.advanceOnce(std::chrono::nanoseconds::max()))
            break;
        if (things % thingsBetweenLooks == 0 && timeUp.hasExpired())
            return false;
    }
    Q_ASSERT(m_runner.eventCount() >= m_known);
    const Trace repeated = m_runner.takeBatch();
    m_surplus = repeated.piece(m_known, repeated.size() - m_known);
    m_known = 0;
    return true;
}

} // namespace playground
