// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/waiter_queue.h>

#include <chrono>
#include <coroutine>
#include <optional>
#include <stop_token>
#include <utility>

namespace asyncade::detail {

/// Waits until somebody wakes the queue, or until a time if there is one. Whoever awaits it looks for itself what has changed.
class TimedWait {
public:
    class Awaiter;

    TimedWait(WaiterQueue &queue, const char *what, std::optional<std::chrono::nanoseconds> until, std::stop_token token) noexcept
        : m_token(std::move(token)), m_queue(&queue), m_what(what), m_until(until)
    {
    }
    Awaiter operator co_await() const;

private:
    std::stop_token m_token;
    WaiterQueue *m_queue;
    const char *m_what;
    std::optional<std::chrono::nanoseconds> m_until;
};

class TimedWait::Awaiter final : private QueuedWait, private Timer {
public:
    Awaiter(WaiterQueue &queue, const char *what, std::optional<std::chrono::nanoseconds> until, std::stop_token token) noexcept
        : m_token(std::move(token)), m_queue(&queue), m_what(what), m_until(until)
    {
    }
    ~Awaiter() { disarm(); }
    bool await_ready() { return !begin(m_token); }
    void await_suspend(std::coroutine_handle<> coroutine)
    {
        if (m_until)
            clock().addTimer(*this, *m_until, Lane::Work);
        suspendIn(*m_queue, coroutine, m_token);
    }
    void await_resume()
    {
        disarm();
        finish();
    }

private:
    void fire() noexcept override
    {
        QueuedWait::leave();
        wake();
    }
    void leave() noexcept override
    {
        disarm();
        QueuedWait::leave();
    }
    void disarm() noexcept
    {
        if (armed())
            clock().removeTimer(*this);
    }
    std::string describe() const override { return m_what; }
    WaitNote note() const noexcept override { return {}; } // Told of item by item.

    std::stop_token m_token;
    WaiterQueue *m_queue;
    const char *m_what;
    std::optional<std::chrono::nanoseconds> m_until;
};

inline TimedWait::Awaiter TimedWait::operator co_await() const { return Awaiter(*m_queue, m_what, m_until, m_token); }

/// Wakes all who wait in `queue`.
inline void wakeAll(WaiterQueue &queue) noexcept
{
    while (QueuedWait *wait = queue.takeFirst())
        wait->wake();
}

} // namespace asyncade::detail
