// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/wait.h>
#include <asyncade/duration.h>

#include <chrono>
#include <coroutine>
#include <stop_token>

namespace asyncade {

namespace detail {

/// A coroutine that sleeps. `Base` is a StoppableWait, or a Wait when there is no token.
template <class Base>
class SleepWait : protected Base, private Timer {
protected:
    SleepWait(std::chrono::nanoseconds time, bool absolute, WaitReason reason = WaitReason::Sleep, Part part = {}) noexcept
        : m_absolute(absolute), m_reason(reason), m_part(part), m_time(time)
    {
    }
    ~SleepWait()
    {
        if (armed())
            Base::clock().removeTimer(*this);
    }
    /// Suspends it, with its timer set, or ready at once when the time has come.
    void goToSleep(std::coroutine_handle<> coroutine);

private:
    Wait *waiter() noexcept final { return this; }
    void fire() noexcept final { Base::wake(GoHow::Elapsed); }
    void leave() noexcept final { Base::clock().removeTimer(*this); }
    std::string describe() const final;
    WaitNote note() const noexcept final;

    bool m_absolute; // These three lie in what Timer leaves over.
    WaitReason m_reason;
    Part m_part;
    std::chrono::nanoseconds m_time;
};

extern template class SleepWait<Wait>;
extern template class SleepWait<StoppableWait>;

} // namespace detail

/// What `sleepFor`, `sleepUntil` and `yield` return without a token: await it. Nothing happens before `co_await`.
/// Takes half the memory of a `Sleep`, and is one wherever that is wanted.
class [[nodiscard("await it: nothing happens before co_await")]] BareSleep {
public:
    class Awaiter;

    /// \cond
    using MakesLoneAwaiter = void;
    /// \endcond
    /// \internal
    BareSleep(std::chrono::nanoseconds time, bool absolute) noexcept : m_time(time), m_absolute(absolute) {}
    Awaiter operator co_await() const;

private:
    friend class Sleep;
    std::chrono::nanoseconds m_time;
    bool m_absolute;
};

/// What `sleepFor`, `sleepUntil` and `yield` return: await it. Nothing happens before `co_await`.
class [[nodiscard("await it: nothing happens before co_await")]] Sleep {
public:
    class Awaiter;

    /// \cond
    using MakesLoneAwaiter = void;
    /// \endcond
    /// \internal
    Sleep(std::chrono::nanoseconds time, bool absolute, std::stop_token token, WaitReason reason = WaitReason::Sleep, Part part = {}) noexcept
        : m_token(std::move(token)), m_time(time), m_absolute(absolute), m_reason(reason), m_part(part)
    {
    }
    /// The same sleep, with nothing to stop it.
    Sleep(const BareSleep &sleep) noexcept : Sleep(sleep.m_time, sleep.m_absolute, {}) {}
    Awaiter operator co_await() const;

private:
    std::stop_token m_token;
    std::chrono::nanoseconds m_time;
    bool m_absolute;
    WaitReason m_reason; ///< What an observer is told.
    Part m_part;
};

namespace detail {

// Objects, so that they can be handed on by name: call(sleepFor, 100ms), mapParallel(times, sleepFor).
struct SleepFor {
    Sleep operator()(Duration duration, std::stop_token token) const noexcept
    {
        return Sleep(duration, false, std::move(token));
    }
    BareSleep operator()(Duration duration) const noexcept { return BareSleep(duration, false); }
};
struct SleepUntil {
    Sleep operator()(Duration time, std::stop_token token) const noexcept { return Sleep(time, true, std::move(token)); }
    BareSleep operator()(Duration time) const noexcept { return BareSleep(time, true); }
};
struct Yield {
    Sleep operator()(std::stop_token token) const noexcept { return Sleep({}, false, std::move(token)); }
    BareSleep operator()() const noexcept { return BareSleep({}, false); }
};

} // namespace detail

/// `sleepFor(duration, token)` waits for `duration` on the current clock; it never wakes early. Zero or less lets everybody who is
/// ready go first. Throws `Cancelled` when the token, which may be left out, is stopped or the clock ends.
///
///     co_await asyncade::sleepFor(100ms, token);
inline constexpr detail::SleepFor sleepFor{};

/// `sleepUntil(time, token)` waits until the current clock shows `time` (see Clock::now). Otherwise like `sleepFor`.
inline constexpr detail::SleepUntil sleepUntil{};

/// `yield(token)` lets everybody who is ready go first. Throws `Cancelled` when the token, which may be left out, is stopped.
inline constexpr detail::Yield yield{};

class BareSleep::Awaiter final : private detail::SleepWait<detail::Wait> {
public:
    Awaiter(std::chrono::nanoseconds time, bool absolute) noexcept : SleepWait(time, absolute) {}
    bool await_ready() { return !begin(); }
    void await_suspend(std::coroutine_handle<> coroutine) { goToSleep(coroutine); }
    void await_resume() { finish(); }
};

inline BareSleep::Awaiter BareSleep::operator co_await() const { return Awaiter(m_time, m_absolute); }

class Sleep::Awaiter final : private detail::SleepWait<detail::StoppableWait> {
public:
    Awaiter(std::chrono::nanoseconds time, bool absolute, std::stop_token token, WaitReason reason, Part part) noexcept
        : SleepWait(time, absolute, reason, part), m_token(std::move(token))
    {
    }
    bool await_ready() { return !begin(m_token); }
    void await_suspend(std::coroutine_handle<> coroutine)
    {
        goToSleep(coroutine);
        obey(m_token);
    }
    void await_resume() { finish(); }

private:
    std::stop_token m_token;
};

inline Sleep::Awaiter Sleep::operator co_await() const { return Awaiter(m_time, m_absolute, m_token, m_reason, m_part); }

} // namespace asyncade
