// SPDX-License-Identifier: MIT
#include <asyncade/cool_down.h>

#include <asyncade/detail/saturating.h>

#include <algorithm>

namespace asyncade {

using std::chrono::nanoseconds;

CoolDown::~CoolDown()
{
    m_isClosing = true;
    m_waiters.cancelAll();
    if (armed())
        m_timerClock->removeTimer(*this);
}

void CoolDown::pause(Duration duration)
{
    if (nanoseconds(duration) <= nanoseconds::zero())
        return;
    m_until = std::max(m_until, detail::plus(Clock::current().now(), duration));
    serve();
}

void CoolDown::resume()
{
    m_until = {};
    serve();
}

nanoseconds CoolDown::remaining() const
{
    return m_until.count() == 0 ? nanoseconds(0) : std::max(nanoseconds(0), m_until - Clock::current().now());
}

/// Lets all go on if the pause is over, else sets the timer for its end.
void CoolDown::serve() noexcept
{
    if (armed())
        m_timerClock->removeTimer(*this);
    while (!m_isClosing && !m_waiters.empty()) {
        auto &head = static_cast<Awaiter &>(*m_waiters.first());
        if (head.clock().now() < m_until) {
            // A clock that has ended cancels its waiters by itself.
            if (!head.clock().ended()) {
                m_timerClock = &head.clock();
                m_timerClock->addTimer(*this, m_until, detail::Lane::Work);
            }
            return;
        }
        m_waiters.remove(head);
        head.reportGo(GoHow::Elapsed);
        head.wake();
    }
}

void CoolDown::Awaiter::await_suspend(std::coroutine_handle<> coroutine)
{
    m_span = currentSpan();
    report::wait(m_gate->m_part, WaitReason::Pause, m_gate->m_until, std::uint32_t(m_gate->m_waiters.size()));
    const bool isFirst = m_gate->m_waiters.empty();
    suspendIn(m_gate->m_waiters, coroutine, m_token);
    if (isFirst && state() == State::Suspended)
        m_gate->serve();
}

void CoolDown::Awaiter::leave() noexcept
{
    const bool wasFirst = m_gate->m_waiters.first() == this;
    QueuedWait::leave();
    reportGo(GoHow::Cancelled);
    if (wasFirst)
        m_gate->serve();
}

void CoolDown::Awaiter::reportGo(GoHow how) const
{
    const ClockScope scope(clock());
    const SpanScope span(m_span);
    report::go(m_gate->m_part, how, 0, WaitReason::Pause);
}

std::string CoolDown::Awaiter::describe() const
{
    return m_gate->m_name.empty() ? "the end of a pause" : "the end of the pause of \"" + m_gate->m_name + "\"";
}

} // namespace asyncade
