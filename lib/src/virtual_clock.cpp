// SPDX-License-Identifier: MIT
#include <asyncade/virtual_clock.h>

#include <asyncade/detail/saturating.h>
#include <asyncade/errors.h>

#include <algorithm>
#include <stdexcept>

namespace asyncade {

using std::chrono::nanoseconds;

VirtualClock::VirtualClock(Use use)
{
    if (use == Use::AsDefault)
        becomeFallback(false);
}

VirtualClock::~VirtualClock()
{
    shutDown();
    m_told.clear();
}

bool VirtualClock::advanceOnce(Duration limit)
{
    if (m_hasStopped)
        takeStopped();
    if (resumeNext())
        return true;
    if (handle()->outsideWork > 0) {
        waitForStopped();
        return true;
    }
    if (!m_told.empty() && tellNext(limit)) [[unlikely]]
        return true;
    if (m_timers.empty() || m_timers.nextDue() > limit)
        return false;
    m_now = std::max(m_now, m_timers.nextDue());
    const detail::RunningGuard running(*this, {});
    m_timers.fireNext();
    return true;
}

/// Tells what is due not later than the next timer; where there is none, or it lies behind the limit, up to that, if that is a time.
bool VirtualClock::tellNext(nanoseconds limit)
{
    if (!m_timers.empty())
        limit = std::min(limit, m_timers.nextDue());
    if (limit == nanoseconds::max() || m_told.nextDue() > limit)
        return false;
    m_now = std::max(m_now, m_told.nextDue());
    const detail::RunningGuard running(*this, {});
    m_told.fireNext();
    return true;
}

void VirtualClock::run()
{
    const detail::LoopLevelGuard level;
    while (advanceOnce(nanoseconds::max())) {
    }
}

void VirtualClock::runUntil(Duration time)
{
    const detail::LoopLevelGuard level;
    while (advanceOnce(time)) {
    }
    m_now = std::max<nanoseconds>(m_now, time);
}

void VirtualClock::advance(Duration duration) { runUntil(detail::plus(m_now, duration)); }

bool VirtualClock::step()
{
    const auto due = next();
    if (!due)
        return false;
    const detail::LoopLevelGuard level;
    while (advanceOnce(*due)) {
    }
    return true;
}

std::optional<nanoseconds> VirtualClock::next() const
{
    if (!m_ready.empty() || m_hasStopped)
        return m_now;
    if (m_timers.empty())
        return std::nullopt;
    return std::max(m_now, m_told.empty() ? m_timers.nextDue() : std::min(m_told.nextDue(), m_timers.nextDue()));
}

void VirtualClock::runUntilDone(detail::Completion &completion)
{
    const detail::LoopLevelGuard level;
    while (!completion.done) {
        if (!advanceOnce(nanoseconds::max())) {
            const std::string waits = describeWaits();
            throw Stalled("nothing can happen any more and the operation has not ended; "
                          + (waits.empty() ? "it waits for something outside this clock" : "it waits for " + waits));
        }
    }
}

} // namespace asyncade
