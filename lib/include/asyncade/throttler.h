// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/dispatcher.h>
#include <asyncade/duration.h>

#include <chrono>
#include <cstddef>
#include <stop_token>
#include <tuple>
#include <type_traits>
#include <utility>

namespace asyncade {

/// Which calls of a window are run: the one that opens it, the latest one when it ends.
struct ThrottleEdges {
    bool leading = true; ///< The call that opens the window is run, at once.
    bool trailing = true; ///< The latest call of the window is run, at its end.
};
static_assert(std::is_trivially_destructible_v<ThrottleEdges>);

/// Which calls of a throttled function are run, and when.
///
/// - `pacing`: every call, in order, at least `delay` apart. The first is run at once.
/// - `dropping`: at most one in each `delay`. A run opens a window; at its end the latest call of the window is run, which opens the
///   next. Without `leading` the first call opens a window instead of being run; without `trailing` the window's end runs nothing.
class ThrottlePolicy {
public:
    /// Throws std::invalid_argument when `delay` is negative.
    static ThrottlePolicy pacing(Duration delay, Part part = {});
    /// Throws std::invalid_argument when `delay` is negative, or both edges are false.
    static ThrottlePolicy dropping(Duration delay, ThrottleEdges edges, Part part = {});
    /// The same with both edges.
    static ThrottlePolicy dropping(Duration delay, Part part = {}) { return dropping(delay, ThrottleEdges(), part); }

    /// \internal
    const detail::DispatchCore::Rules &rules() const noexcept { return m_rules; }

private:
    explicit ThrottlePolicy(const detail::DispatchCore::Rules &rules) noexcept : m_rules(rules) {}
    detail::DispatchCore::Rules m_rules;
};
static_assert(std::is_trivially_destructible_v<ThrottlePolicy>);

namespace detail {
void checkWindow(const char *helper, std::chrono::nanoseconds delay);
}

/// Runs a function at most once in each window of time, under one of two policies: see `ThrottlePolicy`. Calls act at once and give a
/// `SharedCall`; awaiting it is optional. The time of a call is reserved when it is made, so calls that come together are spread
/// out. Runs may overlap. Belongs to one thread, and should be used on one clock.
///
/// A call at the very end of a window comes after it. When the policy drops calls, their callers get the result of the call that was
/// run in their stead (the latest of the window, or the leading one). Errors, tokens and destruction are as with `Debouncer`.
///
///     asyncade::Throttler report{sendPosition, asyncade::ThrottlePolicy::dropping(100ms)};
///     report(position);
template <class F, class Args = typename detail::ArgumentsOf<F>::type>
class Throttler;

/// The one there is: `Args` are the arguments of `F`, found by themselves.
template <class F, class... Args>
class Throttler<F, std::tuple<Args...>> {
public:
    /// What a run gives.
    using Result = detail::ValueOf<F, Args...>;

    /// Nothing runs before the first call.
    Throttler(F function, ThrottlePolicy policy) : m_state(new State("Throttler", std::move(function), policy.rules(), true)) {}
    ~Throttler() { m_state->close(); }
    Throttler(const Throttler &) = delete;
    Throttler &operator=(const Throttler &) = delete;

    /// Makes a call.
    template <class... A>
        requires(sizeof...(A) == sizeof...(Args) && std::is_constructible_v<std::tuple<Args...>, A...>)
    SharedCall<Result> operator()(A &&...args)
    {
        return (*this)(std::stop_token(), std::forward<A>(args)...);
    }
    /// The same; stopping `token` ends the waiting for the result, not the call.
    template <class... A>
        requires(sizeof...(A) == sizeof...(Args) && std::is_constructible_v<std::tuple<Args...>, A...>)
    SharedCall<Result> operator()(std::stop_token token, A &&...args)
    {
        (detail::checkValue<A>(), ...);
        return m_state->call(std::move(token), std::forward<A>(args)...);
    }
    /// The same with the token last.
    template <class... A>
        requires(sizeof...(A) == sizeof...(Args) + 1 && detail::onlyLastIsToken<A...>())
    SharedCall<Result> operator()(A &&...argsThenToken)
    {
        return detail::withTokenFirst(
            [this]<class... B>(std::stop_token token, B &&...args) { return (*this)(std::move(token), std::forward<B>(args)...); },
            std::forward<A>(argsThenToken)...);
    }

    /// \internal Tells of calls that are not run because others are: see detail::Dispatcher.
    void whenSuperseded(typename detail::Dispatcher<F, std::tuple<Args...>>::Superseded superseded)
    {
        m_state->whenSuperseded(std::move(superseded));
    }

    /// Runs all that waits now; a window opens. False: nothing waited.
    bool flush() { return m_state->flush(); }
    /// Forgets the calls that have not been run: their callers get `Cancelled`. The window is over; runs under way go on.
    void cancel() { m_state->cancel({}); }
    /// Whether a call waits to be run.
    bool pending() const noexcept { return m_state->pending(); }
    /// How many runs are under way.
    std::size_t running() const noexcept { return m_state->running(); }

    /// The length of a window.
    std::chrono::nanoseconds delay() const noexcept { return m_state->rules().delay; }
    /// Counts at once, for the window that is open too: from its beginning. Throws std::invalid_argument when it is negative.
    void setDelay(Duration delay)
    {
        detail::checkWindow("Throttler", delay);
        m_state->setDelay(delay);
    }

private:
    using State = detail::Dispatcher<F, std::tuple<Args...>>;
    detail::Ref<State> m_state;
};

/// Finds the arguments of `F`.
template <class F>
Throttler(F, ThrottlePolicy) -> Throttler<F>;

} // namespace asyncade
