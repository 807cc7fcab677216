// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/waiter_queue.h>
#include <asyncade/observer.h>

#include <coroutine>
#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>

namespace asyncade {

namespace detail {
class SemaphoreCore;
}

/// One of a semaphore's permits, held until it is destroyed or released. Move-only. May outlive its semaphore.
class [[nodiscard("keep it: destroyed, it gives the permit back")]] Permit {
public:
    /// Holds nothing.
    Permit() = default;
    /// Takes over what `other` held.
    Permit(Permit &&other) noexcept;
    /// The same; what this held is given back first.
    Permit &operator=(Permit &&other) noexcept;
    ~Permit() { release(); }

    /// Whether it holds a permit.
    explicit operator bool() const noexcept { return m_core != nullptr; }
    /// Gives it back now. Whoever waits longest gets it, and is resumed by its clock, not from here.
    void release() noexcept;

private:
    friend class detail::SemaphoreCore;
    Permit(detail::SemaphoreCore &core, Span holder) noexcept;
    detail::SemaphoreCore *m_core = nullptr;
    Span m_holder{};
};

/// At most `limit` at a time, first come, first served. The limit can be changed while others wait. Belongs to one thread.
///
/// A permit belongs to its waiter from the moment it is handed over: a waiter that is cancelled after that passes it on.
/// Destroyed while somebody waits: the waiters get `Cancelled`; permits that are out stay valid.
///
///     asyncade::Semaphore connections{4};
///     auto permit = co_await connections.acquire(token);
class Semaphore {
public:
    class Awaiter;
    class Acquire;

    /// Throws std::invalid_argument unless `limit` is at least 1. `name` appears in messages about those who wait; `part` is what
    /// an observer is told of.
    explicit Semaphore(int limit, std::string name = {}, Part part = {});
    ~Semaphore();
    Semaphore(const Semaphore &) = delete;
    Semaphore &operator=(const Semaphore &) = delete;

    /// Waits for a permit; awaiting gives a `Permit`. Throws `Cancelled` when `token` is stopped: nothing is held then.
    Acquire acquire(std::stop_token token = {});
    /// A permit if one is free now, else nothing.
    [[nodiscard("keep it: destroyed, it gives the permit back")]]
    std::optional<Permit> tryAcquire();

    /// How many permits there are.
    int limit() const noexcept;
    /// A higher limit lets waiters go on at once. A lower one takes no permit away: it counts when permits come back.
    /// Throws std::invalid_argument unless `limit` is at least 1.
    void setLimit(int limit);
    /// How many permits are free; 0 while more are out than a lowered limit allows.
    int available() const noexcept;
    /// How many wait now.
    std::size_t waiting() const noexcept;

    /// \cond
    // For mapParallel, which keeps those who wait far behind itself, and tells of them.
    Part part() const noexcept;
    Acquire acquireTold(std::stop_token token);
    /// \endcond

private:
    detail::SemaphoreCore *m_core;
};

/// What `Semaphore::acquire` returns: await it. Nothing is reserved before `co_await`.
class [[nodiscard("await it: nothing happens before co_await")]] Semaphore::Acquire {
public:
    /// \internal
    Acquire(detail::SemaphoreCore &core, std::stop_token token, bool isTold = false) noexcept
        : m_core(&core), m_token(std::move(token)), m_isTold(isTold)
    {
    }
    Awaiter operator co_await() const;

private:
    detail::SemaphoreCore *m_core;
    std::stop_token m_token;
    bool m_isTold; ///< An observer knows already that it waits.
};

class Semaphore::Awaiter final : private detail::QueuedWait {
public:
    Awaiter(detail::SemaphoreCore &core, std::stop_token token, bool isTold) noexcept
        : m_core(&core), m_token(std::move(token)), m_isTold(isTold)
    {
    }
    bool await_ready();
    void await_suspend(std::coroutine_handle<> coroutine);
    Permit await_resume();

private:
    friend class detail::SemaphoreCore;
    bool giveUpWhenReady() noexcept override;
    void leave() noexcept override;
    std::string describe() const override;
    detail::WaitNote note() const noexcept override { return {}; } // Told of by itself, with who made room.

    detail::SemaphoreCore *m_core;
    std::stop_token m_token;
    Permit m_permit;
    Span m_span{};
    bool m_isTold;
};

inline Semaphore::Awaiter Semaphore::Acquire::operator co_await() const { return Awaiter(*m_core, m_token, m_isTold); }

} // namespace asyncade
