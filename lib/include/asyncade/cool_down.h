// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/waiter_queue.h>
#include <asyncade/duration.h>
#include <asyncade/observer.h>

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <stop_token>
#include <string>
#include <utility>

namespace asyncade {

/// A gate that one caller can close for all for a while: when the server answers 429 with Retry-After, nobody else needs to
/// be told the same. Open at first. At the end of the pause all who wait go on, in the order in which they came; where they
/// shall not come all at once, use `RateLimiter::pause`, which keeps its rate afterwards.
///
/// A shorter pause than the one under way changes nothing. Destroyed while somebody waits: the waiters get `Cancelled`.
/// Belongs to one thread, and should be used on one clock.
///
///     asyncade::CoolDown gate;
///     co_await gate.acquire(token);
///     if (reply.status == 429) gate.pause(reply.retryAfter);
class CoolDown final : private detail::Timer {
public:
    class Awaiter;
    class Acquire;

    /// `name` appears in messages about those who wait; `part` is what an observer is told of (reason pause).
    explicit CoolDown(std::string name = {}, Part part = {}) : m_name(std::move(name)), m_part(part) {}
    ~CoolDown();
    CoolDown(const CoolDown &) = delete;
    CoolDown &operator=(const CoolDown &) = delete;

    /// Waits for the end of the pause; goes on at once when there is none. Throws `Cancelled` when `token` is stopped.
    Acquire acquire(std::stop_token token = {});
    /// Nobody goes on for so long, counted from now. Zero or less changes nothing.
    void pause(Duration duration);
    /// Ends the pause now.
    void resume();
    /// Whether a pause is under way.
    bool isPaused() const { return remaining().count() > 0; }
    /// How long the pause still lasts; 0 when there is none.
    std::chrono::nanoseconds remaining() const;
    /// How many wait now.
    std::size_t waiting() const noexcept { return m_waiters.size(); }

private:
    void fire() noexcept override { serve(); }
    void serve() noexcept;

    std::string m_name;
    Part m_part;
    std::chrono::nanoseconds m_until{};
    detail::WaiterQueue m_waiters;
    Clock *m_timerClock = nullptr; ///< Where the timer for those who wait is set: the clock of the first.
    bool m_isClosing = false;
};

/// What `CoolDown::acquire` returns: await it.
class [[nodiscard("await it: nothing happens before co_await")]] CoolDown::Acquire {
public:
    /// \internal
    Acquire(CoolDown &gate, std::stop_token token) noexcept : m_gate(&gate), m_token(std::move(token)) {}
    Awaiter operator co_await() const;

private:
    CoolDown *m_gate;
    std::stop_token m_token;
};

class CoolDown::Awaiter final : private detail::QueuedWait {
public:
    Awaiter(CoolDown &gate, std::stop_token token) noexcept : m_gate(&gate), m_token(std::move(token)) {}
    bool await_ready() { return !begin(m_token) || m_gate->m_until.count() == 0 || clock().now() >= m_gate->m_until; }
    void await_suspend(std::coroutine_handle<> coroutine);
    void await_resume() { finish(); }

private:
    friend class CoolDown;
    void leave() noexcept override;
    std::string describe() const override;
    detail::WaitNote note() const noexcept override { return {}; } // Told of by itself.
    void reportGo(GoHow how) const;

    CoolDown *m_gate;
    std::stop_token m_token;
    Span m_span{};
};

inline CoolDown::Acquire CoolDown::acquire(std::stop_token token) { return Acquire(*this, std::move(token)); }
inline CoolDown::Awaiter CoolDown::Acquire::operator co_await() const { return Awaiter(*m_gate, m_token); }

} // namespace asyncade
