// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/operation.h>
#include <asyncade/detail/ref.h>
#include <asyncade/detail/waiter_queue.h>
#include <asyncade/error_hook.h>

#include <concepts>
#include <coroutine>
#include <exception>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>

namespace asyncade {

namespace detail {

/// What one run came to, for all whose calls it answers.
template <class T>
class SharedOutcome : public Counted {
public:
    /// `helper`: who is named when nobody asks for an error.
    explicit SharedOutcome(std::string_view helper) noexcept : m_helper(helper) {}
    ~SharedOutcome()
    {
        if (m_outcome.error && !m_observed)
            reportError(m_helper, {}, 0, m_outcome.error);
    }

    bool settled() const noexcept { return m_settled; }
    WaiterQueue &waiters() noexcept { return m_waiters; }
    /// Lets all who wait go on. Whoever comes second is too late: its value is destroyed, its error reported.
    void settle(Outcome<T> outcome) noexcept
    {
        if (std::exchange(m_settled, true)) {
            if (outcome.error)
                reportError(m_helper, {}, 0, std::move(outcome.error));
            return;
        }
        m_outcome = std::move(outcome);
        while (QueuedWait *waiter = m_waiters.takeFirst())
            waiter->wake();
    }
    void fail(std::exception_ptr error) noexcept
    {
        Outcome<T> outcome;
        outcome.error = std::move(error);
        settle(std::move(outcome));
    }
    T get()
    {
        m_observed = true;
        if (m_outcome.error)
            std::rethrow_exception(m_outcome.error);
        if constexpr (!std::is_void_v<T>)
            return *m_outcome.value;
    }

private:
    std::string_view m_helper;
    Outcome<T> m_outcome;
    WaiterQueue m_waiters;
    bool m_settled = false;
    bool m_observed = false;
};

} // namespace detail

/// A call that is made, now or later, whether somebody awaits it or not; made by `Debouncer` and `Throttler`. Awaiting it, any
/// number of times and through any number of copies, gives what the run came to that answered it: each time a copy of the value,
/// or the error thrown. An error that nobody asks for goes to the error hook.
template <class T>
class SharedCall {
    static_assert(std::is_void_v<T> || std::copy_constructible<T>, "several callers share the result: it must be copyable, or void");

public:
    class Awaiter;

    /// \internal
    SharedCall(detail::Ref<detail::SharedOutcome<T>> call, std::stop_token token) noexcept
        : m_call(std::move(call)), m_token(std::move(token))
    {
    }
    /// Whether the result is there.
    bool isSettled() const noexcept { return m_call->settled(); }
    /// Waits for the result. When the token that was given with the call is stopped, it throws `Cancelled`; the call is still made.
    Awaiter operator co_await() const { return Awaiter(m_call, m_token); }

private:
    detail::Ref<detail::SharedOutcome<T>> m_call;
    std::stop_token m_token;
};

template <class T>
class SharedCall<T>::Awaiter final : private detail::QueuedWait {
public:
    Awaiter(detail::Ref<detail::SharedOutcome<T>> call, std::stop_token token) noexcept
        : m_call(std::move(call)), m_token(std::move(token))
    {
    }
    bool await_ready() { return !begin(m_token) || m_call->settled(); }
    void await_suspend(std::coroutine_handle<> coroutine) { suspendIn(m_call->waiters(), coroutine, m_token); }
    T await_resume()
    {
        finish();
        return m_call->get();
    }

private:
    std::string describe() const override { return "the result of a shared call"; }
    detail::WaitNote note() const noexcept override { return {.reason = WaitReason::Work, .ahead = 1}; }

    detail::Ref<detail::SharedOutcome<T>> m_call;
    std::stop_token m_token;
};

} // namespace asyncade
