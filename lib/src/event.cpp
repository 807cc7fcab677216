// SPDX-License-Identifier: MIT
#include <asyncade/event.h>

namespace asyncade {

void Event::set() noexcept
{
    m_set = true;
    const std::uint32_t from = m_part.id != 0 ? currentSpan().request : 0;
    while (detail::QueuedWait *wait = m_waiters.takeFirst()) {
        static_cast<Awaiter *>(wait)->reportGo(GoHow::Granted, from);
        wait->wake();
    }
}

void Event::Awaiter::await_suspend(std::coroutine_handle<> coroutine)
{
    if (m_event->m_part.id != 0)
        report::wait(m_event->m_part, WaitReason::Turn, {}, std::uint32_t(m_event->m_waiters.size()));
    suspendIn(m_event->m_waiters, coroutine, m_token);
}

void Event::Awaiter::leave() noexcept
{
    QueuedWait::leave();
    reportGo(GoHow::Cancelled, 0);
}

void Event::Awaiter::reportGo(GoHow how, std::uint32_t from) const
{
    if (m_event->m_part.id == 0)
        return;
    const ClockScope scope(clock());
    const SpanScope span(context().span);
    report::go(m_event->m_part, how, from);
}

std::string Event::Awaiter::describe() const
{
    return m_event->m_name.empty() ? "an event" : "the event \"" + m_event->m_name + "\"";
}

} // namespace asyncade
