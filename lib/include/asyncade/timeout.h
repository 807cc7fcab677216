// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/abandonable.h>
#include <asyncade/call.h>
#include <asyncade/detail/deadline.h>
#include <asyncade/detail/join.h>
#include <asyncade/duration.h>

#include <chrono>
#include <stop_token>
#include <utility>

namespace asyncade {

namespace detail {

template <class W>
constexpr void checkStoppable()
{
    static_assert(StoppableWork<W>,
                  "this work cannot be stopped: give an operation that takes a std::stop_token (see call), or abandonable(work) "
                  "to let it go at the deadline");
}

/// What becomes of work whose deadline has passed: an error …
template <class T>
struct LateIsError {
    [[noreturn]] T operator()(std::chrono::nanoseconds after, Part part) const { throw TimeoutError(after, part); }
};
/// … or a value instead.
template <class T>
class LateIsValue {
public:
    explicit LateIsValue(T value) : m_value(std::move(value)) {}
    T operator()(std::chrono::nanoseconds, Part) { return std::move(m_value); }

private:
    T m_value;
};

/// Runs `work`; its value or its error, or what `late` gives when the deadline has passed. One frame for all of it: a second one
/// costs as much as a ready operation.
template <class W, class Late>
QCoro::Task<ValueOf<W>> runWithin(W work, std::chrono::nanoseconds after, Late late, std::stop_token token, Part part)
{
    using T = ValueOf<W>;
    const ContextGuard own;
    if (after.count() <= 0)
        co_return late(after, part);
    if (!runsAlready<W> && token.stop_requested())
        throw Cancelled();
    LinkedStop stop(std::move(token));
    Deadline deadline(Clock::current(), after, stop, {StopReason::Deadline, own.context().span.request, part});
    Outcome<T> outcome;
    try {
        auto begun = begin(work, stop.token());
        own.restore();
        if constexpr (std::is_void_v<T>) {
            co_await begun;
            outcome.value.emplace();
        } else {
            outcome.value.emplace(co_await begun);
        }
    } catch (...) {
        outcome.error = std::current_exception();
    }
    own.restore();
    if (deadline.hasPassed()) {
        reportError("withTimeout", {}, 0, outcome.error);
        co_return late(after, part);
    }
    if (outcome.error)
        std::rethrow_exception(outcome.error);
    if constexpr (!std::is_void_v<T>)
        co_return std::move(*outcome.value);
}

} // namespace detail

/// Runs an operation for at most `after`. Then it is stopped and waited for (an `abandonable` is let go), and `TimeoutError`,
/// which names the duration, is thrown.
///
/// Work that ends at the very instant of the deadline has ended in time. Once the deadline has passed the result is TimeoutError,
/// whatever the work still gives: a late value is destroyed, a late error goes to the error hook. An error of the operation, its
/// own TimeoutError included, passes unchanged. Zero or less: TimeoutError, and the operation is not started. Stopping `token`
/// stops the operation, whose end counts: its `Cancelled`, or its value if it still comes to one. Stopped before the call:
/// `Cancelled`, and the operation is not started. `part` is what an observer is told of.
///
///     auto page = co_await withTimeout(call(fetchPage, id), 1s);
template <class W>
[[nodiscard("await it: a dropped task loses its error")]]
auto withTimeout(W &&work, Duration after, std::stop_token token = {}, Part part = {})
{
    using Owned = std::decay_t<W>;
    detail::checkCallable<W>();
    detail::checkStoppable<Owned>();
    detail::checkWork("withTimeout", work);
    const detail::ContextGuard guard;
    return detail::runWithin<Owned>(std::forward<W>(work), after, detail::LateIsError<detail::ValueOf<Owned>>(), std::move(token), part);
}
/// The same with the token last.
template <class W, detail::Token Token>
[[nodiscard("await it: a dropped task loses its error")]]
auto withTimeout(W &&work, Duration after, Part part, Token token)
{
    return withTimeout(std::forward<W>(work), after, std::move(token), part);
}

/// The same, with a value instead of the TimeoutError of this deadline. A TimeoutError of the operation itself passes through.
///
///     int count = co_await withTimeoutDefault(call(countUnread, user), 200ms, 0);
template <class W, class U>
[[nodiscard("await it: a dropped task loses its error")]]
auto withTimeoutDefault(W &&work, Duration after, U &&other, std::stop_token token = {}, Part part = {})
{
    using Owned = std::decay_t<W>;
    detail::checkCallable<W>();
    detail::checkValue<U>();
    detail::checkStoppable<Owned>();
    detail::checkWork("withTimeoutDefault", work);
    const detail::ContextGuard guard;
    detail::LateIsValue<detail::ValueOf<Owned>> late(std::forward<U>(other));
    return detail::runWithin<Owned>(std::forward<W>(work), after, std::move(late), std::move(token), part);
}
/// The same with the token last.
template <class W, class U, detail::Token Token>
[[nodiscard("await it: a dropped task loses its error")]]
auto withTimeoutDefault(W &&work, Duration after, U &&other, Part part, Token token)
{
    return withTimeoutDefault(std::forward<W>(work), after, std::forward<U>(other), std::move(token), part);
}

} // namespace asyncade
