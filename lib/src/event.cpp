// SPDX-License-Identifier: MIT
#include <asyncade/event.h>

namespace asyncade {

void Event::set() noexcept
{
    m_set = true;
    while (detail::QueuedWait *wait = m_waiters.takeFirst())
        wait->wake();
}

std::string Event::Awaiter::describe() const
{
    return m_event->m_name.empty() ? "an event" : "the event \"" + m_event->m_name + "\"";
}

} // namespace asyncade
