// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/wait.h>

#include <chrono>
#include <coroutine>
#include <stop_token>

namespace asyncade {

/// What `sleepFor`, `sleepUntil` and `yield` return: await it. Nothing happens before `co_await`.
class [[nodiscard("await it: nothing happens before co_await")]] Sleep {
public:
    class Awaiter;

    /// \internal
    Sleep(std::chrono::nanoseconds time, bool absolute, std::stop_token token, WaitReason reason = WaitReason::Sleep, Part part = {}) noexcept
        : m_token(std::move(token)), m_time(time), m_absolute(absolute), m_reason(reason), m_part(part)
    {
    }
    Awaiter operator co_await() const;

private:
    std::stop_token m_token;
    std::chrono::nanoseconds m_time;
    bool m_absolute;
    WaitReason m_reason; ///< What an observer is told.
    Part m_part;
};

/// Waits for `duration` on the current clock; never wakes early. Zero or less lets everybody who is ready go first.
/// Throws `Cancelled` when `token` is stopped or the clock ends.
///
///     co_await asyncade::sleepFor(100ms, token);
inline Sleep sleepFor(std::chrono::nanoseconds duration, std::stop_token token = {})
{
    return Sleep(duration, false, std::move(token));
}

/// Waits until the current clock shows `time` (see Clock::now). Otherwise like `sleepFor`.
inline Sleep sleepUntil(std::chrono::nanoseconds time, std::stop_token token = {})
{
    return Sleep(time, true, std::move(token));
}

/// Lets everybody who is ready go first. Throws `Cancelled` when `token` is stopped.
inline Sleep yield(std::stop_token token = {}) { return Sleep({}, false, std::move(token)); }

class Sleep::Awaiter final : private detail::Wait, private detail::Timer {
public:
    Awaiter(std::chrono::nanoseconds time, bool absolute, std::stop_token token, WaitReason reason, Part part) noexcept
        : m_token(std::move(token)), m_time(time), m_absolute(absolute), m_reason(reason), m_part(part)
    {
    }
    ~Awaiter();
    bool await_ready() { return !begin(m_token); }
    void await_suspend(std::coroutine_handle<> coroutine);
    void await_resume() { finish(); }

private:
    void fire() noexcept override { wake(GoHow::Elapsed); }
    void leave() noexcept override { clock().removeTimer(*this); }
    std::string describe() const override;
    detail::WaitNote note() const noexcept override;

    std::stop_token m_token;
    std::chrono::nanoseconds m_time;
    bool m_absolute;
    WaitReason m_reason;
    Part m_part;
};

inline Sleep::Awaiter Sleep::operator co_await() const { return Awaiter(m_time, m_absolute, m_token, m_reason, m_part); }

} // namespace asyncade
