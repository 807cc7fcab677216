// SPDX-License-Identifier: MIT
#include <asyncade/sleep.h>

#include <asyncade/detail/saturating.h>

namespace asyncade::detail {

template <class Base>
void SleepWait<Base>::goToSleep(std::coroutine_handle<> coroutine)
{
    // Only a sleep for a positive time reads the clock: yielding is on the fast path of loops.
    const bool yields = !m_absolute && m_time.count() <= 0;
    const auto now = yields ? std::chrono::nanoseconds{} : Base::clock().now();
    if (!yields && !m_absolute)
        m_time = plus(now, m_time);
    const bool later = !yields && m_time > now;
    if (later)
        Base::clock().addTimer(*this, m_time, Lane::Work);
    Base::suspendUnlisted(coroutine);
    if (!later)
        Base::wake();
}

template <class Base>
std::string SleepWait<Base>::describe() const
{
    return "a sleep until " + durationText(m_time);
}

template <class Base>
WaitNote SleepWait<Base>::note() const noexcept
{
    const bool yields = !m_absolute && m_time.count() <= 0;
    return {m_reason, m_part, yields ? std::nullopt : std::optional(m_time)};
}

template class SleepWait<Wait>;
template class SleepWait<StoppableWait>;

} // namespace asyncade::detail
