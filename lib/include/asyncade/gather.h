// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/gather_work.h>
#include <asyncade/detail/list_of_work.h>

#include <ranges>
#include <stop_token>
#include <tuple>
#include <utility>
#include <vector>

namespace asyncade {

/// Runs all operations and tasks at once and gives their values as a tuple, in order; void counts as std::monostate.
///
/// The first failure is thrown unchanged; at that instant operations that take a token are stopped and the others are waited for
/// (at one instant, the one that was resumed first counts). Nothing that it started still runs when it ends, so `[&]` is safe.
/// Later failures go to the error hook. Operations start at the call.
///
/// An empty task or function throws std::invalid_argument, and nothing is started.
///
/// Stopping `token` stops the operations: they end with `Cancelled`, which is then the first failure; if all still end well, their
/// values count. Stopped before the call: no operation is started, tasks are waited for, then `Cancelled` is thrown.
///
///     auto [user, posts] = co_await asyncade::gather(fetchUser(1), fetchPosts(1));
template <class... W>
    requires(sizeof...(W) > 0 && (detail::Work<std::decay_t<W>> && ...))
[[nodiscard("await it: a dropped task loses its error")]]
QCoro::Task<std::tuple<detail::NotVoid<detail::ValueOf<std::decay_t<W>>>...>> gather(std::stop_token token, W &&...work)
{
    (detail::checkCallable<W>(), ...);
    detail::checkEachWork("gather", work...);
    const detail::ContextGuard guard;
    return detail::gatherTuple("gather", std::move(token), std::decay_t<W>(std::forward<W>(work))...);
}
/// The same with nothing to stop it.
template <class First, class... W>
    requires(!std::same_as<std::decay_t<First>, std::stop_token> && detail::Work<std::decay_t<First>>
             && (detail::Work<std::decay_t<W>> && ...))
[[nodiscard("await it: a dropped task loses its error")]]
auto gather(First &&first, W &&...work)
{
    return gather(std::stop_token{}, std::forward<First>(first), std::forward<W>(work)...);
}
/// The same with the token behind the work.
template <class... A>
    requires(detail::onlyLastIsToken<A...>() && ((detail::Work<std::decay_t<A>> || detail::Token<std::decay_t<A>>) && ...))
[[nodiscard("await it: a dropped task loses its error")]]
auto gather(A &&...workThenToken)
{
    return detail::withTokenFirst(
        []<class... W>(std::stop_token token, W &&...work) { return gather(std::move(token), std::forward<W>(work)...); },
        std::forward<A>(workThenToken)...);
}

/// Nothing to wait for: an empty tuple, at once.
[[nodiscard("await it: a dropped task loses its error")]]
inline QCoro::Task<std::tuple<>> gather(std::stop_token = {}) { co_return std::tuple<>(); }

/// The same for a vector of operations or tasks: gives a `std::vector<T>` in order, nothing for void. An empty vector gives an
/// empty result at once.
///
///     std::vector<Page> pages = co_await asyncade::gather(std::move(tasks));
template <detail::Work W>
[[nodiscard("await it: a dropped task loses its error")]]
auto gather(std::vector<W> work, std::stop_token token = {})
{
    detail::checkEachWork("gather", work);
    const detail::ContextGuard guard;
    return detail::gatherVector<W>("gather", std::move(work), std::move(token));
}

/// The same for any other range of operations, each of which is copied.
///
///     co_await asyncade::gather(ids | std::views::transform([](int id) { return call(fetchPage, id); }));
template <std::ranges::input_range R>
    requires(detail::Work<std::ranges::range_value_t<R>> && !detail::Work<std::decay_t<R>>)
[[nodiscard("await it: a dropped task loses its error")]]
auto gather(R &&work, std::stop_token token = {})
{
    detail::checkValue<R>();
    return gather(detail::toVector(std::forward<R>(work)), std::move(token));
}

/// \cond
// Anything else: says what is wrong.
template <class... A>
    requires detail::RefusedList<detail::AnyWork, A...>
decltype(auto) gather(A &&...)
{
    detail::explainRefusal<detail::AnyWork, A...>();
}
/// \endcond

} // namespace asyncade
