// SPDX-License-Identifier: MIT
#include <asyncade/batch.h>

#include <asyncade/errors.h>

#include <algorithm>
#include <string>

namespace asyncade {

using std::chrono::nanoseconds;

void detail::checkBatch(const char *helper, int size, nanoseconds pause)
{
    if (size < 1)
        throwInvalid(helper, "a size of at least 1", std::to_string(size));
    if (pause.count() < 0)
        throwInvalid(helper, "a pause of at least 0", durationText(pause));
}

BatchLimits::BatchLimits(int size, Duration pause, BatchPace pace) : m_size(size), m_pause(pause), m_pace(pace)
{
    detail::checkBatch("BatchLimits", size, pause);
}

void BatchLimits::setSize(int size)
{
    detail::checkBatch("BatchLimits", size);
    m_size = size;
    detail::wakeAll(m_waiters);
}

void BatchLimits::setPause(Duration pause)
{
    detail::checkBatch("BatchLimits", m_size, pause);
    m_pause = pause;
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
