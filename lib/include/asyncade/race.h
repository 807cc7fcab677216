// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/abandonable.h>
#include <asyncade/call.h>
#include <asyncade/detail/gather_work.h>
#include <asyncade/detail/list_of_work.h>
#include <asyncade/detail/race_work.h>

#include <concepts>
#include <ranges>
#include <stop_token>
#include <utility>
#include <vector>

namespace asyncade {

namespace detail {

template <class... W>
QCoro::Task<TupleWinner<W...>> raceTuple(std::stop_token token, W... work)
{
    const ContextGuard own;
    Racing racing("race", Racing::Wins::FirstToSettle, std::move(token));
    std::tuple<Outcome<ValueOf<W>>...> outcomes;
    auto startAll = [&]<std::size_t... I>(std::index_sequence<I...>) { (racing.start(work, std::get<I>(outcomes), I), ...); };
    startAll(std::index_sequence_for<W...>{});
    co_await racing.allEnded();
    if (racing.winner() == Racing::nobody)
        throw Cancelled(); // Stopped before any of them was started.
    co_return TupleWinner<W...>(racing.winner(), takeOneOf<OneOf<ValueOf<W>...>>(outcomes, racing.winner()));
}

template <class W>
QCoro::Task<VectorWinner<W>> raceVector(std::vector<W> work, std::stop_token token)
{
    const ContextGuard own;
    Racing racing("race", Racing::Wins::FirstToSettle, std::move(token));
    std::vector<Outcome<ValueOf<W>>> outcomes(work.size());
    for (std::size_t i = 0; i < work.size(); ++i)
        racing.start(work[i], outcomes[i], i);
    co_await racing.allEnded();
    if (racing.winner() == Racing::nobody)
        throw Cancelled();
    Outcome<ValueOf<W>> &first = outcomes[racing.winner()];
    if (first.error)
        std::rethrow_exception(first.error);
    co_return VectorWinner<W>(racing.winner(), std::move(*first.value));
}

} // namespace detail

/// Runs all operations at once; the first to settle wins: its value is returned, with its index, or its error is thrown unchanged.
///
/// At one instant the one that was resumed first counts. At that instant the others are stopped (`StopReason::SiblingWon`) and waited
/// for, an `abandonable` is let go; so nothing that it started still runs when it ends, and `[&]` is safe. Those behind an operation
/// that settles at the call are not started. What the losers still give is destroyed, their errors go to the error hook. Stopping
/// `token` stops all; the first to settle still wins, mostly with `Cancelled`. Operations start at the call.
///
/// An empty task or function throws std::invalid_argument, and nothing is started.
///
/// The value has the operations' common type; if they differ, it is a std::variant whose index is the winner's.
///
///     auto [index, page] = co_await race(call(fetchPage, mirror), call(fetchPage, origin));
template <class... W>
    requires(sizeof...(W) > 0 && (detail::Work<std::decay_t<W>> && ...))
[[nodiscard("await it: a dropped task loses its error")]]
QCoro::Task<detail::TupleWinner<std::decay_t<W>...>> race(std::stop_token token, W &&...work)
{
    (detail::checkCallable<W>(), ...);
    (detail::checkMayLose<std::decay_t<W>>(), ...);
    detail::checkEachWork("race", work...);
    const detail::ContextGuard guard;
    return detail::raceTuple(std::move(token), std::decay_t<W>(std::forward<W>(work))...);
}
/// The same with nothing to stop it.
template <class First, class... W>
    requires(!std::same_as<std::decay_t<First>, std::stop_token> && detail::Work<std::decay_t<First>>
             && (detail::Work<std::decay_t<W>> && ...))
[[nodiscard("await it: a dropped task loses its error")]]
auto race(First &&first, W &&...work)
{
    return race(std::stop_token{}, std::forward<First>(first), std::forward<W>(work)...);
}
/// The same with the token behind the work.
template <class... A>
    requires(detail::onlyLastIsToken<A...>() && ((detail::Work<std::decay_t<A>> || detail::Token<std::decay_t<A>>) && ...))
[[nodiscard("await it: a dropped task loses its error")]]
auto race(A &&...workThenToken)
{
    return detail::withTokenFirst(
        []<class... W>(std::stop_token token, W &&...work) { return race(std::move(token), std::forward<W>(work)...); },
        std::forward<A>(workThenToken)...);
}

/// The same for a vector of operations. Throws std::invalid_argument when it is empty: nobody could win.
///
///     auto [index, page] = co_await race(std::move(mirrors));
template <detail::Work W>
[[nodiscard("await it: a dropped task loses its error")]]
auto race(std::vector<W> work, std::stop_token token = {})
{
    detail::checkMayLose<W>();
    detail::checkEachWork("race", work);
    if (work.empty())
        detail::throwInvalid("race", "at least 1 operation", "none");
    const detail::ContextGuard guard;
    return detail::raceVector<W>(std::move(work), std::move(token));
}

/// The same for any other range of operations, each of which is copied.
template <std::ranges::input_range R>
    requires(detail::Work<std::ranges::range_value_t<R>> && !detail::Work<std::decay_t<R>>)
[[nodiscard("await it: a dropped task loses its error")]]
auto race(R &&work, std::stop_token token = {})
{
    detail::checkValue<R>();
    return race(detail::toVector(std::forward<R>(work)), std::move(token));
}

/// \cond
// Anything else: says what is wrong.
template <class... A>
    requires detail::RefusedList<detail::AnyWork, A...>
decltype(auto) race(A &&...)
{
    detail::explainRefusal<detail::AnyWork, A...>();
}
/// \endcond

} // namespace asyncade
