// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/waiter_queue.h>
#include <asyncade/observer.h>

#include <coroutine>
#include <cstdint>
#include <stop_token>
#include <string>

namespace asyncade {

/// A flag that coroutines can wait for. Stays set until `reset`. Belongs to one thread.
///
/// Destroyed while somebody waits: the waiters get `Cancelled`.
///
///     asyncade::Event loaded;
///     co_await loaded.wait(token);
class Event {
public:
    class Awaiter;
    class Waiting;

    /// `name` appears in messages about those who wait; `part` is what an observer is told of: who waits (reason turn), and whose work
    /// has let them go on.
    explicit Event(std::string name = {}, Part part = {}) : m_name(std::move(name)), m_part(part) {}
    ~Event() { m_waiters.cancelAll(); }
    Event(const Event &) = delete;
    Event &operator=(const Event &) = delete;

    /// Whether whoever comes now goes on at once.
    bool isSet() const noexcept { return m_set; }
    /// How many wait now.
    std::size_t waiting() const noexcept { return m_waiters.size(); }
    /// Lets all who wait go on, in the order in which they came; they are resumed by their clock, not from here.
    void set() noexcept;
    /// From now on, whoever comes waits again. Those who were let go are not affected.
    void reset() noexcept { m_set = false; }
    /// Waits until the event is set; goes on at once if it is. Throws `Cancelled` when `token` is stopped.
    Waiting wait(std::stop_token token = {});

private:
    std::string m_name;
    Part m_part;
    detail::WaiterQueue m_waiters;
    bool m_set = false;
};

/// What `Event::wait` returns: await it.
class [[nodiscard("await it: nothing happens before co_await")]] Event::Waiting {
public:
    /// \internal
    Waiting(Event &event, std::stop_token token) noexcept : m_event(&event), m_token(std::move(token)) {}
    Awaiter operator co_await() const;

private:
    Event *m_event;
    std::stop_token m_token;
};

inline Event::Waiting Event::wait(std::stop_token token) { return Waiting(*this, std::move(token)); }

class Event::Awaiter final : private detail::QueuedWait {
public:
    Awaiter(Event &event, std::stop_token token) noexcept : m_event(&event), m_token(std::move(token)) {}
    bool await_ready() { return !begin(m_token) || m_event->m_set; }
    void await_suspend(std::coroutine_handle<> coroutine) { suspendIn(m_event->m_waiters, coroutine, m_token); }
    void await_resume() { finish(); }

private:
    std::string describe() const override;
    detail::WaitNote note() const noexcept override
    {
        return {.reason = WaitReason::Turn, .part = m_event->m_part, .ahead = m_event->m_waiters.size() - 1};
    }

    Event *m_event;
    std::stop_token m_token;
};

inline Event::Awaiter Event::Waiting::operator co_await() const { return Awaiter(*m_event, m_token); }

} // namespace asyncade
