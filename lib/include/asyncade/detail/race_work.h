// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/join.h>
#include <asyncade/detail/operation.h>
#include <asyncade/detail/run_work.h>
#include <asyncade/errors.h>

#include <concepts>
#include <cstddef>
#include <exception>
#include <stop_token>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace asyncade {

/// Who came first, and with what. Void counts as std::monostate.
///
///     auto [index, page] = co_await race(fromMirror, fromOrigin);
template <class T>
class Winner {
public:
    Winner(std::size_t winner, T result) : index(winner), value(std::move(result)) {}

    std::size_t index; ///< The winner's position among the operations, from 0.
    T value;
};

namespace detail {

template <class W>
constexpr void checkMayLose()
{
    static_assert(StoppableWork<W>,
                  "this work cannot be stopped when another one wins: give an operation that takes a std::stop_token (see call), or "
                  "abandonable(work) to let it go");
}

/// What one of several pieces of work gives: their common type, else a variant in which each has its own place.
template <class First, class... T>
struct OneOrVariant {
    using type = std::variant<NotVoid<First>, NotVoid<T>...>;
};
template <class First, std::same_as<First>... T>
struct OneOrVariant<First, T...> {
    using type = First;
};
template <class... T>
using OneOf = NotVoid<typename OneOrVariant<T...>::type>;

/// The value at `index` of a tuple of outcomes; throws its error if it has one.
template <class Result, std::size_t I = 0, class... T>
Result takeOneOf(std::tuple<Outcome<T>...> &outcomes, std::size_t index)
{
    if constexpr (I < sizeof...(T)) {
        if (index != I)
            return takeOneOf<Result, I + 1>(outcomes, index);
        auto &outcome = std::get<I>(outcomes);
        if (outcome.error)
            std::rethrow_exception(outcome.error);
        if constexpr (std::same_as<Result, std::remove_cvref_t<decltype(*outcome.value)>>)
            return std::move(*outcome.value);
        else
            return Result(std::in_place_index<I>, std::move(*outcome.value));
    }
    std::terminate(); // No such index: there is always a winner among them.
}

/// What race and anyOf share: all at once, until one of them wins; that stops the rest.
class Racing {
public:
    enum class Wins : bool { FirstToSettle, FirstSuccess };
    static constexpr std::size_t nobody = SIZE_MAX;

    Racing(std::string_view helper, Wins wins, std::stop_token outer)
        : m_helper(helper), m_wins(wins), m_outer(outer), m_stop(std::move(outer))
    {
    }

    /// Starts one piece, unless the race is over or its caller has stopped: the rest is then left alone.
    template <class W, class T>
    void start(W &work, Outcome<T> &outcome, std::size_t index)
    {
        if (m_winner != nobody || m_stop.requested())
            return;
        m_join.started();
        startWork(work, m_stop.token(), outcome, [this, &outcome, index] {
            settled(outcome.error, index);
            m_join.ended();
        });
    }
    Join::End allEnded() noexcept { return m_join.allEnded(); }
    std::size_t winner() const noexcept { return m_winner; }
    bool stoppedFromOutside() const noexcept { return m_outer.stop_requested(); }

private:
    void settled(const std::exception_ptr &error, std::size_t index)
    {
        if (m_winner != nobody) {
            reportError(m_helper, {}, index, error);
        } else if (!error || m_wins == Wins::FirstToSettle) {
            m_winner = index;
            m_stop.request({.reason = StopReason::SiblingWon, .request = thread.context.span.request});
        }
    }

    std::string_view m_helper;
    Wins m_wins;
    std::stop_token m_outer;
    LinkedStop m_stop;
    Join m_join;
    std::size_t m_winner = nobody;
};

template <class W>
using VectorWinner = Winner<NotVoid<ValueOf<W>>>;
template <class... W>
using TupleWinner = Winner<OneOf<ValueOf<W>...>>;

} // namespace detail
} // namespace asyncade
