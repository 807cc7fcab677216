// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/run_work.h>
#include <asyncade/detail/waiter_queue.h>
#include <asyncade/error_hook.h>

#include <cstdint>
#include <map>
#include <memory>
#include <stop_token>
#include <string>

namespace asyncade::detail {

/// What a TaskScope shares with its children, which may outlive it.
class ScopeState {
public:
    explicit ScopeState(ErrorHook hook) : m_hook(std::move(hook)) {}

    /// Makes a child known; throws ScopeStopped once the scope is stopped.
    std::uint64_t addChild(std::string name, Clock &clock);
    void childEnded(std::uint64_t id, const std::exception_ptr &error);
    std::stop_token token() const noexcept { return m_stop.get_token(); }
    std::stop_source source() const noexcept { return m_stop; }
    std::size_t size() const noexcept { return m_children.size(); }
    bool isStopped() const noexcept { return m_stop.stop_requested(); }
    /// Whether a child can be started: neither the scope is stopped, nor has the application ended.
    bool takesChildren() const;
    void requestStop(StopReason reason)
    {
        m_reason = reason; // A scope that is destroyed after it was stopped is gone for good.
        asyncade::requestStop(m_stop, {.reason = reason});
    }
    /// Throws std::logic_error inside a child: it would wait for its own end.
    void checkJoinable() const;
    /// Stops and unwinds the children: the scope is being destroyed.
    void close() noexcept;

    class Joining;
    class JoinAwaiter;

private:
    class Unwinding;
    struct Child {
        std::string name;
        std::shared_ptr<ClockHandle> clock;
        std::size_t index; ///< Its place among those of the scope, from 0.
    };
    bool hasUnwindable() const noexcept;
    void report(const Child &child, std::exception_ptr error) noexcept;

    std::stop_source m_stop;
    StopReason m_reason = StopReason::Requested; ///< Why it is stopped, if it is.
    std::map<std::uint64_t, Child> m_children; ///< By id, so in the order in which they were spawned.
    std::size_t m_spawned = 0;                 ///< How many there have been.
    WaiterQueue m_joiners;
    ErrorHook m_hook;
};

/// What TaskScope::join returns: await it.
class [[nodiscard("await it: nothing happens before co_await")]] ScopeState::Joining {
public:
    Joining(ScopeState &state, std::stop_token token) noexcept : m_state(&state), m_token(std::move(token)) {}
    JoinAwaiter operator co_await() const;

private:
    ScopeState *m_state;
    std::stop_token m_token;
};

class ScopeState::JoinAwaiter final : private QueuedWait {
public:
    JoinAwaiter(ScopeState &state, std::stop_token token) noexcept : m_state(&state), m_token(std::move(token)) {}
    bool await_ready()
    {
        m_state->checkJoinable();
        return !begin(m_token) || m_state->m_children.empty();
    }
    void await_suspend(std::coroutine_handle<> coroutine) { suspendIn(m_state->m_joiners, coroutine, m_token); }
    void await_resume() { finish(); }

private:
    std::string describe() const override { return "the children of a scope"; }
    WaitNote note() const noexcept override { return {.reason = WaitReason::Work, .ahead = m_state->m_children.size()}; }
    ScopeState *m_state;
    std::stop_token m_token;
};

inline ScopeState::JoinAwaiter ScopeState::Joining::operator co_await() const { return JoinAwaiter(*m_state, m_token); }

template <class W>
struct ChildWork {
    explicit ChildWork(W w) : work(std::move(w)) {}
    W work;
    Outcome<ValueOf<W>> outcome;
};

template <class W>
void startChild(const std::shared_ptr<ScopeState> &scope, std::string name, W work)
{
    Clock &clock = Clock::current();
    const std::uint64_t id = scope->addChild(std::move(name), clock);
    const auto child = std::make_shared<ChildWork<W>>(std::move(work));
    const LoopLevelGuard level;
    const RunningGuard running(clock, {thread.context.span, id});
    runWork(child->work, scope->token(), child->outcome, [child, scope, id] { scope->childEnded(id, child->outcome.error); });
}

} // namespace asyncade::detail
