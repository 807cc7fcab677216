// SPDX-License-Identifier: MIT
#include <asyncade/detail/deadline.h>

namespace asyncade::detail {

using std::chrono::nanoseconds;

Deadline::Deadline(Clock &clock, nanoseconds after, LinkedStop &stop, StopCause cause)
    : m_clock(&clock), m_stop(&stop), m_cause(cause)
{
    const nanoseconds now = clock.now();
    const nanoseconds due = after > nanoseconds::max() - now ? nanoseconds::max() : now + after;
    clock.addTimer(*this, due, Lane::Deadline);
}

void Deadline::fire() noexcept
{
    m_passed = true;
    m_stop->request(m_cause);
}

} // namespace asyncade::detail
