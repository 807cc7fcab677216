// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/abandonable.h>
#include <asyncade/call.h>
#include <asyncade/detail/completion_state.h>
#include <asyncade/detail/gather_work.h>
#include <asyncade/detail/list_of_work.h>
#include <asyncade/detail/race_work.h>

#include <concepts>
#include <cstddef>
#include <memory>
#include <optional>
#include <ranges>
#include <stop_token>
#include <utility>
#include <vector>

namespace asyncade {

/// The results of operations in the order in which they end; made by `asCompleted`. An `AsyncSource`. Move-only; belongs to one
/// thread. Its destructor stops the operations that still run and unwinds them, as that of a `TaskScope` does.
template <class T>
class [[nodiscard("keep it: destroyed, it stops the operations")]] Completions {
public:
    /// \internal
    using State = detail::CompletionState<T>;

    /// What `next` returns: await it.
    class [[nodiscard("await it: nothing happens before co_await")]] Next {
    public:
        /// \internal
        Next(std::shared_ptr<State> state, std::stop_token token) noexcept : m_state(std::move(state)), m_token(std::move(token)) {}
        typename State::Awaiter operator co_await() const { return {m_state, m_token}; }

    private:
        std::shared_ptr<State> m_state;
        std::stop_token m_token;
    };

    /// \internal
    explicit Completions(std::shared_ptr<State> state) noexcept : m_state(std::move(state)) {}
    /// Takes over what `other` had.
    Completions(Completions &&) noexcept = default;
    /// The same; what this had is stopped and unwound first.
    Completions &operator=(Completions &&other) noexcept
    {
        if (this != &other) {
            close();
            m_state = std::move(other.m_state);
        }
        return *this;
    }
    ~Completions() { close(); }

    /// Waits for the next result: a `std::optional<Completed<T>>`, empty when all have been given. Several may wait; first come, first
    /// served. Throws `Cancelled` when `token` is stopped (nothing is lost then) or this object is destroyed.
    /// Throws std::logic_error when this was moved from.
    Next next(std::stop_token token = {})
    {
        detail::checkHeld("Completions", m_state != nullptr);
        return Next(m_state, std::move(token));
    }
    /// How many results are still to be given.
    std::size_t remaining() const noexcept { return m_state ? m_state->remaining() : 0; }

private:
    void close() noexcept
    {
        if (m_state)
            m_state->close();
    }

    std::shared_ptr<State> m_state;
};

/// Runs all operations at once and gives the result of each, with its index, in the order in which they end (at one instant: in the
/// order in which they were resumed). A failure is a result like any other and disturbs nobody.
///
/// Stopping `token` stops all operations; their results are then `Cancelled`. Destroying the Completions stops and unwinds those that
/// still run; errors that nobody has read go to the error hook. An `abandonable` is let go. Operations start at the call.
/// An empty task or function throws std::invalid_argument, and nothing is started.
/// Operations of different types: the value is a std::variant whose index is the operation's.
///
///     auto results = asCompleted(std::move(downloads));
///     while (auto done = co_await results.next(token))
///         show(done->index, done->result);
template <class... W>
    requires(sizeof...(W) > 0 && (detail::Work<std::decay_t<W>> && ...))
[[nodiscard("keep it: destroyed, it stops the operations")]]
auto asCompleted(std::stop_token token, W &&...work)
{
    (detail::checkCallable<W>(), ...);
    (detail::checkMayLose<std::decay_t<W>>(), ...);
    detail::checkEachWork("asCompleted", work...);
    using T = typename detail::OneOrVariant<detail::ValueOf<std::decay_t<W>>...>::type;
    const detail::ContextGuard guard;
    auto state = std::make_shared<detail::CompletionState<T>>();
    (detail::CompletionState<T>::template start<std::decay_t<W>>(state, token, std::forward<W>(work)), ...);
    state->stopWith(token);
    return Completions<T>(std::move(state));
}
/// The same with nothing to stop it.
template <class First, class... W>
    requires(!std::same_as<std::decay_t<First>, std::stop_token> && detail::Work<std::decay_t<First>>
             && (detail::Work<std::decay_t<W>> && ...))
[[nodiscard("keep it: destroyed, it stops the operations")]]
auto asCompleted(First &&first, W &&...work)
{
    return asCompleted(std::stop_token{}, std::forward<First>(first), std::forward<W>(work)...);
}
/// The same with the token behind the work.
template <class... A>
    requires(detail::onlyLastIsToken<A...>() && ((detail::Work<std::decay_t<A>> || detail::Token<std::decay_t<A>>) && ...))
[[nodiscard("keep it: destroyed, it stops the operations")]]
auto asCompleted(A &&...workThenToken)
{
    return detail::withTokenFirst(
        []<class... W>(std::stop_token token, W &&...work) { return asCompleted(std::move(token), std::forward<W>(work)...); },
        std::forward<A>(workThenToken)...);
}

/// The same for a vector of operations; empty gives nothing.
template <detail::Work W>
[[nodiscard("keep it: destroyed, it stops the operations")]]
auto asCompleted(std::vector<W> work, std::stop_token token = {})
{
    detail::checkMayLose<W>();
    detail::checkEachWork("asCompleted", work);
    using T = detail::ValueOf<W>;
    const detail::ContextGuard guard;
    auto state = std::make_shared<detail::CompletionState<T>>();
    for (W &piece : work)
        detail::CompletionState<T>::template start<W>(state, token, std::move(piece));
    state->stopWith(token);
    return Completions<T>(std::move(state));
}

/// The same for any other range of operations, each of which is copied.
template <std::ranges::input_range R>
    requires(detail::Work<std::ranges::range_value_t<R>> && !detail::Work<std::decay_t<R>>)
[[nodiscard("keep it: destroyed, it stops the operations")]]
auto asCompleted(R &&work, std::stop_token token = {})
{
    detail::checkValue<R>();
    return asCompleted(detail::toVector(std::forward<R>(work)), std::move(token));
}

/// \cond
// Anything else: says what is wrong.
template <class... A>
    requires detail::RefusedList<detail::AnyWork, A...>
decltype(auto) asCompleted(A &&...)
{
    detail::explainRefusal<detail::AnyWork, A...>();
}
/// \endcond

} // namespace asyncade
