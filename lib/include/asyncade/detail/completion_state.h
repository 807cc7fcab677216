// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/scope_state.h>
#include <asyncade/detail/waiter_queue.h>
#include <asyncade/task_result.h>

#include <concepts>
#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <variant>

namespace asyncade {

/// One result of `asCompleted`: whose it is, and what it came to.
template <class T>
class Completed {
public:
    Completed(std::size_t position, TaskResult<T> outcome) : index(position), result(std::move(outcome)) {}

    std::size_t index; ///< The operation's position among those given, from 0.
    TaskResult<T> result;
};

namespace detail {

/// What `Completions` shares with its operations, which may outlive it if they cannot be unwound.
template <class T>
class CompletionState {
public:
    class Awaiter;

    /// Tells `state` of each end; keeps it, and the operation, until then.
    template <class W>
    static void start(const std::shared_ptr<CompletionState> &state, const std::stop_token &token, W work)
    {
        struct Piece {
            explicit Piece(W w) : work(std::move(w)) {}
            W work;
            Outcome<ValueOf<W>> outcome;
        };
        Clock &clock = Clock::current();
        const std::size_t index = state->m_started++;
        const auto begun = clock.now();
        if (token.stop_requested()) { // It is not begun at all.
            Outcome<T> cancelled;
            cancelled.error = std::make_exception_ptr(Cancelled());
            state->settled(index, TaskResult<T>({}, std::move(cancelled), begun, begun));
            return;
        }
        const std::shared_ptr<ClockHandle> handle = clock.handle();
        const auto piece = std::make_shared<Piece>(std::move(work));
        const std::uint64_t id = state->m_scope->addChild("asCompleted", clock);
        const RunningGuard running(clock, {thread.context.span, id});
        runWork(piece->work, state->m_scope->token(), piece->outcome, [state, piece, handle, id, index, begun] {
            const auto ended = handle->clock ? handle->clock->now() : begun;
            state->settled(index, TaskResult<T>({}, converted(piece->outcome, index), begun, ended));
            state->m_scope->childEnded(id, nullptr);
        });
    }
    void stopWith(const std::stop_token &token)
    {
        if (token.stop_possible())
            m_link.emplace(token, Forward{m_scope->source()});
    }
    std::size_t remaining() const noexcept { return m_started - m_ended + m_done.size(); }

    /// Its owner is being destroyed: whoever waits gets `Cancelled`, what runs is stopped and unwound, errors that nobody has read go
    /// to the error hook.
    void close() noexcept
    {
        m_closed = true;
        m_link.reset();
        m_waiters.cancelAll();
        m_scope->close();
        for (const Completed<T> &unread : std::exchange(m_done, {}))
            reportError("asCompleted", {}, unread.index, unread.result.error());
    }

private:
    struct Forward {
        std::stop_source source;
        void operator()() noexcept { source.request_stop(); } // The cause stays the caller's.
    };

    /// A piece may be of another type than the whole: its value then has its own place in a variant.
    template <class U>
    static Outcome<T> converted(Outcome<U> &outcome, [[maybe_unused]] std::size_t index)
    {
        if constexpr (std::same_as<T, U>) {
            return std::move(outcome);
        } else {
            Outcome<T> whole;
            whole.error = outcome.error;
            if (outcome.value)
                placeAt<0>(whole, index, std::move(*outcome.value));
            return whole;
        }
    }
    template <std::size_t I, class U>
    static void placeAt(Outcome<T> &whole, std::size_t index, U &&value)
    {
        if constexpr (I < std::variant_size_v<T>) {
            if (index != I)
                return placeAt<I + 1>(whole, index, std::forward<U>(value));
            if constexpr (std::same_as<std::variant_alternative_t<I, T>, std::remove_cvref_t<U>>)
                whole.value.emplace(std::in_place_index<I>, std::forward<U>(value));
        }
    }

    void settled(std::size_t index, TaskResult<T> result)
    {
        ++m_ended;
        if (m_closed) {
            reportError("asCompleted", {}, index, result.error());
            return;
        }
        if (auto *waiter = static_cast<Awaiter *>(m_waiters.takeFirst())) {
            waiter->m_result.emplace(index, std::move(result));
            waiter->wake();
        } else {
            m_done.emplace_back(index, std::move(result));
        }
        if (m_ended == m_started)
            wakeAll(); // There is no more to come.
    }
    /// Who was given a result and gives up passes it on.
    void giveBack(Completed<T> result)
    {
        if (m_closed) {
            reportError("asCompleted", {}, result.index, result.result.error());
        } else if (auto *waiter = static_cast<Awaiter *>(m_waiters.takeFirst())) {
            waiter->m_result.emplace(std::move(result));
            waiter->wake();
        } else {
            m_done.push_front(std::move(result));
        }
    }
    void takeDone(std::optional<Completed<T>> &place)
    {
        if (place || m_done.empty())
            return;
        place.emplace(std::move(m_done.front()));
        m_done.pop_front();
    }
    void wakeAll() noexcept
    {
        while (QueuedWait *waiter = m_waiters.takeFirst())
            static_cast<Awaiter *>(waiter)->wake();
    }

    std::shared_ptr<ScopeState> m_scope = std::make_shared<ScopeState>(ErrorHook{});
    std::optional<std::stop_callback<Forward>> m_link;
    WaiterQueue m_waiters;
    std::deque<Completed<T>> m_done; ///< Nobody has taken them yet.
    std::size_t m_started = 0, m_ended = 0;
    bool m_closed = false;
};

template <class T>
class CompletionState<T>::Awaiter final : private QueuedWait {
public:
    Awaiter(std::shared_ptr<CompletionState> state, std::stop_token token) noexcept
        : m_state(std::move(state)), m_token(std::move(token))
    {
    }
    bool await_ready()
    {
        if (!begin(m_token))
            return true;
        m_state->takeDone(m_result);
        return m_result || m_state->m_ended == m_state->m_started;
    }
    void await_suspend(std::coroutine_handle<> coroutine) { suspendIn(m_state->m_waiters, coroutine, m_token); }
    std::optional<Completed<T>> await_resume()
    {
        finish();
        m_state->takeDone(m_result); // One that was passed on after the end had been told.
        return std::move(m_result);
    }

private:
    friend class CompletionState;
    bool giveUpWhenReady() noexcept override
    {
        if (m_result) {
            Completed<T> passedOn = std::move(*m_result);
            m_result.reset();
            m_state->giveBack(std::move(passedOn));
        }
        return true;
    }
    std::string describe() const override { return "the next of asCompleted"; }
    WaitNote note() const noexcept override { return {.reason = WaitReason::Work, .ahead = m_state->m_started - m_state->m_ended}; }

    std::shared_ptr<CompletionState> m_state; ///< It is not resumed within the owner's destructor.
    std::stop_token m_token;
    std::optional<Completed<T>> m_result;
};

} // namespace detail
} // namespace asyncade
