// SPDX-License-Identifier: MIT
#include <asyncade/sleep.h>

namespace asyncade {

namespace {

std::chrono::nanoseconds saturatingAdd(std::chrono::nanoseconds a, std::chrono::nanoseconds b) noexcept
{
    return b > std::chrono::nanoseconds::max() - a ? std::chrono::nanoseconds::max() : a + b;
}

} // namespace

Sleep::Awaiter::~Awaiter()
{
    if (armed())
        clock().removeTimer(*this);
}

void Sleep::Awaiter::await_suspend(std::coroutine_handle<> coroutine)
{
    // Only a sleep for a positive time reads the clock: yielding is on the fast path of loops.
    const bool yields = !m_absolute && m_time.count() <= 0;
    const auto now = yields ? std::chrono::nanoseconds{} : clock().now();
    if (!yields && !m_absolute)
        m_time = saturatingAdd(now, m_time);
    const bool later = !yields && m_time > now;
    if (later)
        clock().addTimer(*this, m_time, detail::Lane::Work);
    suspend(coroutine, m_token);
    if (!later)
        wake();
}

std::string Sleep::Awaiter::describe() const
{
    return "a sleep until " + detail::durationText(m_time);
}

detail::WaitNote Sleep::Awaiter::note() const noexcept
{
    const bool yields = !m_absolute && m_time.count() <= 0;
    return {m_reason, m_part, yields ? std::nullopt : std::optional(m_time)};
}

} // namespace asyncade
