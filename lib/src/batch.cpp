// SPDX-License-Identifier: MIT
#include <asyncade/batch.h>

#include <asyncade/errors.h>

#include <algorithm>
#include <string>

namespace asyncade {

using std::chrono::nanoseconds;

namespace {

int checkedSize(int size)
{
    if (size < 1)
        detail::throwInvalid("batch", "a size of at least 1", std::to_string(size));
    return size;
}

nanoseconds checkedPause(nanoseconds pause)
{
    if (pause.count() < 0)
        detail::throwInvalid("batch", "a pause of at least 0", detail::durationText(pause));
    return pause;
}

} // namespace

BatchLimits::BatchLimits(int size, nanoseconds pause, BatchPace pace)
    : m_size(checkedSize(size)), m_pause(checkedPause(pause)), m_pace(pace)
{
}

void BatchLimits::setSize(int size)
{
    m_size = checkedSize(size);
    detail::wakeAll(m_waiters);
}

void BatchLimits::setPause(nanoseconds pause)
{
    m_pause = checkedPause(pause);
    detail::wakeAll(m_waiters);
}

namespace detail {

nanoseconds BatchPacing::earliest() const noexcept
{
    if (!m_any)
        return nanoseconds::min();
    const nanoseconds pause = m_limits->pause();
    return m_limits->pace() == BatchPace::AfterEnd ? plus(m_endedAt, pause) : std::max(plus(m_startedAt, pause), m_endedAt);
}

void BatchPacing::started() noexcept
{
    m_any = m_running = true;
    m_startedAt = Clock::current().now();
}

void BatchPacing::ended() noexcept
{
    m_running = false;
    m_endedAt = Clock::current().now();
}

} // namespace detail
} // namespace asyncade
