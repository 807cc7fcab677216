// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/job.h>
#include <asyncade/detail/join.h>
#include <asyncade/detail/operation.h>
#include <asyncade/detail/thread_state.h>

#include <exception>
#include <utility>

namespace asyncade {

namespace detail {

/// Follows a foreign awaitable to its end. Whoever resumes it does so in the middle of something else, so it touches no context.
template <class A, class T>
Job follow(A &awaitable, Outcome<T> &outcome, Join &join)
{
    try {
        if constexpr (std::is_void_v<T>) {
            co_await awaitable;
            outcome.value.emplace();
        } else {
            outcome.value.emplace(co_await awaitable);
        }
    } catch (...) {
        outcome.error = std::current_exception();
    }
    join.ended();
}

template <class A>
QCoro::Task<std::remove_cvref_t<typename AwaitResult<A>::type>> runTracked(A awaitable)
{
    using T = std::remove_cvref_t<typename AwaitResult<A>::type>;
    Outcome<T> outcome;
    Join join;
    join.started();
    follow(awaitable, outcome, join);
    co_await join.allEnded();
    co_return outcome.take();
}

} // namespace detail

/// Awaits something foreign (a task that another coroutine started, a QCoro wrapper of a signal) and goes on in the span in which it
/// was called, resumed by its own clock. Awaited directly, a foreign thing resumes its awaiter in the middle of whatever made it
/// ready, and what happens then is reported as that one's work. Only observation depends on it.
///
/// Its error is thrown unchanged. It obeys no token: see `stoppable`.
///
///     const auto reply = co_await tracked(m_shared->fetch());
template <class A>
    requires detail::Awaitable<std::remove_cvref_t<A>>
[[nodiscard("await it: a dropped task loses its error")]]
auto tracked(A &&awaitable)
{
    detail::checkValue<A>();
    detail::checkWork("tracked", awaitable);
    const detail::ContextGuard guard;
    return detail::runTracked<std::remove_cvref_t<A>>(std::forward<A>(awaitable));
}

} // namespace asyncade
