// SPDX-License-Identifier: MIT
#include <asyncade/detail/deadline.h>

#include <asyncade/detail/saturating.h>

namespace asyncade::detail {

using std::chrono::nanoseconds;

Deadline::Deadline(Clock &clock, nanoseconds after, LinkedStop &stop, StopCause cause)
    : m_clock(&clock), m_stop(&stop), m_cause(cause)
{
    clock.addTimer(*this, plus(clock.now(), after), Lane::Deadline);
}

void Deadline::fire() noexcept
{
    m_passed = true;
    m_stop->request(m_cause);
}

} // namespace asyncade::detail
