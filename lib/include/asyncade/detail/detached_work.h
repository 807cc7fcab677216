// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/run_work.h>
#include <asyncade/detail/wait.h>
#include <asyncade/error_hook.h>

#include <functional>
#include <memory>
#include <stop_token>
#include <string_view>
#include <utility>

namespace asyncade::detail {

/// Work that lives on its own, and the one who waits for it until it is let go.
class DetachedState {
public:
    /// `helper`: who is named when its error comes too late.
    explicit DetachedState(std::string_view helper) noexcept : m_helper(helper) {}
    void workEnded(const std::exception_ptr &error)
    {
        m_ended = true;
        if (m_abandoned)
            reportError(m_helper, {}, 0, error);
        else if (m_waiter)
            m_waiter->wake();
    }
    /// Nobody waits for it any more. True: it has ended already, just after its waiter was told to give up.
    bool abandon() noexcept
    {
        m_abandoned = true;
        return m_ended;
    }

    class Awaiter final : private StoppableWait {
    public:
        Awaiter(DetachedState &state, std::stop_token token) noexcept : m_state(&state), m_token(std::move(token)) {}
        bool await_ready() { return m_state->m_ended || !begin(m_token); }
        void await_suspend(std::coroutine_handle<> coroutine)
        {
            m_state->m_waiter = this;
            suspend(coroutine, m_token);
        }
        void await_resume()
        {
            m_state->m_waiter = nullptr;
            finish();
        }

    private:
        friend class DetachedState;
        void leave() noexcept override { m_state->m_waiter = nullptr; }
        std::string describe() const override { return "work outside the library"; }
        WaitNote note() const noexcept override { return {.reason = WaitReason::Work, .ahead = 1}; }
        DetachedState *m_state;
        std::stop_token m_token;
    };
    class [[nodiscard("await it: nothing happens before co_await")]] End {
    public:
        End(DetachedState &state, std::stop_token token) noexcept : m_state(&state), m_token(std::move(token)) {}
        Awaiter operator co_await() const { return Awaiter(*m_state, m_token); }

    private:
        DetachedState *m_state;
        std::stop_token m_token;
    };

private:
    std::string_view m_helper;
    Awaiter *m_waiter = nullptr;
    bool m_ended = false;
    bool m_abandoned = false;
};

template <class W>
struct DetachedWork : DetachedState {
    DetachedWork(std::string_view helper, W w) : DetachedState(helper), work(std::move(w)) {}
    W work;
    Outcome<ValueOf<W>> outcome;
    std::stop_source stop;
};

/// Starts `work`, waits for it until `token` is stopped, and then lets it go. An error of `hook` goes to the error hook: its caller is told
/// that the work was let go, and why.
template <class W>
QCoro::Task<ValueOf<W>> runAbandonable(std::string_view helper, W work, std::function<void()> hook, std::stop_token token)
{
    const ContextGuard own;
    const auto state = std::make_shared<DetachedWork<W>>(helper, std::move(work));
    startWork(state->work, state->stop.get_token(), state->outcome,
              [keep = state] { keep->workEnded(keep->outcome.error); });
    std::exception_ptr cancelled;
    StopCause cause;
    const DetachedState::End end(*state, std::move(token));
    try {
        co_await end;
    } catch (const Cancelled &stopped) {
        cancelled = std::current_exception();
        cause = stopped.cause();
    } catch (...) {
        cancelled = std::current_exception();
    }
    own.restore();
    if (cancelled) {
        if (state->abandon())
            reportError(helper, {}, 0, state->outcome.error);
        requestStop(state->stop, cause);
        try {
            if (hook)
                hook();
        } catch (...) {
            reportError(helper, {}, 0, std::current_exception());
        }
        std::rethrow_exception(cancelled);
    }
    co_return state->outcome.take();
}

} // namespace asyncade::detail
