// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/abandonable.h>
#include <asyncade/call.h>
#include <asyncade/detail/gather_work.h>
#include <asyncade/detail/list_of_work.h>
#include <asyncade/detail/race_work.h>

#include <concepts>
#include <exception>
#include <memory>
#include <stdexcept>
#include <ranges>
#include <stop_token>
#include <utility>
#include <vector>

namespace asyncade {

/// Thrown by `anyOf` when all operations failed. Its text tells how many there were and what the first one said.
class AllFailed : public std::runtime_error {
public:
    /// With what each operation threw, in order.
    explicit AllFailed(std::vector<std::exception_ptr> errors);
    /// What each operation threw, in the order in which they were given.
    const std::vector<std::exception_ptr> &errors() const noexcept { return *m_errors; }

private:
    std::shared_ptr<const std::vector<std::exception_ptr>> m_errors; ///< Shared, so that copying the exception cannot throw.
};

namespace detail {

/// Throws what nobody's success means: `Cancelled` when it was stopped from outside or everybody was cancelled, else AllFailed.
[[noreturn]] void throwAllFailed(std::vector<std::exception_ptr> errors, bool stopped);

template <class... W>
QCoro::Task<TupleWinner<W...>> anyOfTuple(std::stop_token token, W... work)
{
    const ContextGuard own;
    Racing racing("anyOf", Racing::Wins::FirstSuccess, std::move(token));
    std::tuple<Outcome<ValueOf<W>>...> outcomes;
    auto startAll = [&]<std::size_t... I>(std::index_sequence<I...>) { (racing.start(work, std::get<I>(outcomes), I), ...); };
    startAll(std::index_sequence_for<W...>{});
    co_await racing.allEnded();
    if (racing.winner() == Racing::nobody) {
        auto errors = std::apply([](auto &...outcome) { return std::vector<std::exception_ptr>{outcome.error...}; }, outcomes);
        throwAllFailed(std::move(errors), racing.stoppedFromOutside());
    }
    co_return TupleWinner<W...>(racing.winner(), takeOneOf<OneOf<ValueOf<W>...>>(outcomes, racing.winner()));
}

template <class W>
QCoro::Task<VectorWinner<W>> anyOfVector(std::vector<W> work, std::stop_token token)
{
    const ContextGuard own;
    Racing racing("anyOf", Racing::Wins::FirstSuccess, std::move(token));
    std::vector<Outcome<ValueOf<W>>> outcomes(work.size());
    for (std::size_t i = 0; i < work.size(); ++i)
        racing.start(work[i], outcomes[i], i);
    co_await racing.allEnded();
    if (racing.winner() == Racing::nobody) {
        std::vector<std::exception_ptr> errors;
        for (auto &outcome : outcomes)
            errors.push_back(std::move(outcome.error));
        throwAllFailed(std::move(errors), racing.stoppedFromOutside());
    }
    co_return VectorWinner<W>(racing.winner(), std::move(*outcomes[racing.winner()].value));
}

} // namespace detail

/// Runs all operations at once and returns the first success, with its index. Failures before it are passed over.
///
/// At the instant of the success (at one instant: the one resumed first) the others are stopped (`StopReason::SiblingWon`) and waited
/// for, an `abandonable` is let go; nothing that it started still runs when it ends, so `[&]` is safe. Those behind an operation that
/// succeeds at the call are not started. What the others still give is destroyed, their later errors go to the error hook.
/// All failed: throws `AllFailed`, which holds every error. Stopping `token` stops all and gives `Cancelled`, unless one succeeds
/// all the same. Operations start at the call.
///
/// An empty task or function throws std::invalid_argument, and nothing is started.
///
/// The value has the operations' common type; if they differ, it is a std::variant whose index is the winner's.
///
///     auto [index, page] = co_await anyOf(call(fetchPage, mirror), call(fetchPage, origin));
template <class... W>
    requires(sizeof...(W) > 0 && (detail::Work<std::decay_t<W>> && ...))
[[nodiscard("await it: a dropped task loses its error")]]
QCoro::Task<detail::TupleWinner<std::decay_t<W>...>> anyOf(std::stop_token token, W &&...work)
{
    (detail::checkCallable<W>(), ...);
    (detail::checkMayLose<std::decay_t<W>>(), ...);
    detail::checkEachWork("anyOf", work...);
    const detail::ContextGuard guard;
    return detail::anyOfTuple(std::move(token), std::decay_t<W>(std::forward<W>(work))...);
}
/// The same with nothing to stop it.
template <class First, class... W>
    requires(!std::same_as<std::decay_t<First>, std::stop_token> && detail::Work<std::decay_t<First>>
             && (detail::Work<std::decay_t<W>> && ...))
[[nodiscard("await it: a dropped task loses its error")]]
auto anyOf(First &&first, W &&...work)
{
    return anyOf(std::stop_token{}, std::forward<First>(first), std::forward<W>(work)...);
}
/// The same with the token behind the work.
template <class... A>
    requires(detail::onlyLastIsToken<A...>() && ((detail::Work<std::decay_t<A>> || detail::Token<std::decay_t<A>>) && ...))
[[nodiscard("await it: a dropped task loses its error")]]
auto anyOf(A &&...workThenToken)
{
    return detail::withTokenFirst(
        []<class... W>(std::stop_token token, W &&...work) { return anyOf(std::move(token), std::forward<W>(work)...); },
        std::forward<A>(workThenToken)...);
}

/// The same for a vector of operations. Throws std::invalid_argument when it is empty: nobody could succeed.
///
///     auto [index, page] = co_await anyOf(std::move(mirrors));
template <detail::Work W>
[[nodiscard("await it: a dropped task loses its error")]]
auto anyOf(std::vector<W> work, std::stop_token token = {})
{
    detail::checkMayLose<W>();
    detail::checkEachWork("anyOf", work);
    if (work.empty())
        detail::throwInvalid("anyOf", "at least 1 operation", "none");
    const detail::ContextGuard guard;
    return detail::anyOfVector<W>(std::move(work), std::move(token));
}

/// The same for any other range of operations, each of which is copied.
template <std::ranges::input_range R>
    requires(detail::Work<std::ranges::range_value_t<R>> && !detail::Work<std::decay_t<R>>)
[[nodiscard("await it: a dropped task loses its error")]]
auto anyOf(R &&work, std::stop_token token = {})
{
    detail::checkValue<R>();
    return anyOf(detail::toVector(std::forward<R>(work)), std::move(token));
}

/// \cond
// Anything else: says what is wrong.
template <class... A>
    requires detail::RefusedList<detail::AnyWork, A...>
decltype(auto) anyOf(A &&...)
{
    detail::explainRefusal<detail::AnyWork, A...>();
}
/// \endcond

} // namespace asyncade
