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

/// When a `Debouncer` runs its function.
struct DebounceOptions {
    Duration delay = std::chrono::milliseconds(300); ///< How long it must be quiet; at least 0.
    bool leading = false;                            ///< The first call of a burst is run at once.
    bool trailing = true;                            ///< The last call of a burst is run when it has become quiet.
    Duration maxWait{};                              ///< No call waits longer, quiet or not; at least `delay`; 0 = no bound.
    bool overlap = false;                            ///< A run may begin while the one before goes on; else it waits its turn.
    Part part{};                                     ///< What an observer is told of: who waits for quiet, and the level "timer".
};
static_assert(std::is_trivially_destructible_v<DebounceOptions>);

namespace detail {
DispatchCore::Rules checkedRules(const char *helper, const DebounceOptions &options);
void checkDelay(const char *helper, std::chrono::nanoseconds delay);
std::chrono::nanoseconds checkedMaxWait(const char *helper, std::chrono::nanoseconds delay, std::chrono::nanoseconds maxWait);
} // namespace detail

/// Runs a function once for a burst of calls: when nobody has called for `delay`, with the arguments of the last call. Calls act at
/// once and give a `SharedCall`; awaiting it is optional. Every caller of a burst gets the one result. Belongs to one thread, and
/// should be used on one clock.
///
/// Each call starts the quiet period anew; a call at the very end of one comes after it. `leading` runs the first call of a burst
/// at once and the last one only if more came; without `trailing` the later ones are dropped, and their callers get the result of
/// the leading run. A due call waits for the run under way to end, several in their order; with `overlap` it does not.
///
/// A failed run fails its callers; when nobody awaits any of their calls, the error goes to the error hook. Stopping the token that
/// was given with a call ends that caller's waiting only. Destroyed: callers whose calls have not been run, or are running, get
/// `Cancelled`; runs are stopped and unwound, as by a `TaskScope`: among the members of its owner it comes behind all that its function uses.
/// Throws std::invalid_argument when the options make no sense, or the function is an empty one.
///
///     asyncade::Debouncer search{[this](QString text, std::stop_token token) { return fetch(text, token); }, {.delay = 300ms}};
///     connect(edit, &QLineEdit::textEdited, this, [this](const QString &text) { search(text); });
///     auto hits = co_await search(text);
template <class F, class Args = typename detail::ArgumentsOf<F>::type>
class Debouncer;

/// The one there is: `Args` are the arguments of `F`, found by themselves.
template <class F, class... Args>
class Debouncer<F, std::tuple<Args...>> {
public:
    /// What a run gives.
    using Result = detail::ValueOf<F, Args...>;

    /// Nothing runs before the first call.
    explicit Debouncer(F function, DebounceOptions options = {})
        : m_state(new State("Debouncer", std::move(function), detail::checkedRules("Debouncer", options), options.overlap))
    {
    }
    ~Debouncer() { m_state->close(); }
    Debouncer(const Debouncer &) = delete;
    Debouncer &operator=(const Debouncer &) = delete;

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

    /// Runs what waits for quiet now. False: nothing waited.
    bool flush() { return m_state->flush(); }
    /// Forgets the calls that have not been run: their callers get `Cancelled`. Runs under way go on.
    void cancel() { m_state->cancel({}); }
    /// Whether a call waits to be run.
    bool pending() const noexcept { return m_state->pending(); }
    /// How many runs are under way.
    std::size_t running() const noexcept { return m_state->running(); }

    /// How long it must be quiet.
    std::chrono::nanoseconds delay() const noexcept { return m_state->rules().delay; }
    /// Counts at once, for those who wait too: from the last call.
    void setDelay(Duration delay)
    {
        detail::checkDelay("Debouncer", delay);
        m_state->setDelay(delay);
    }
    /// Counts at once: from the first call that waits. 0 = no bound.
    void setMaxWait(Duration maxWait) { m_state->setMaxWait(detail::checkedMaxWait("Debouncer", delay(), maxWait)); }

private:
    using State = detail::Dispatcher<F, std::tuple<Args...>>;
    detail::Ref<State> m_state;
};

/// Finds the arguments of `F`.
template <class F>
Debouncer(F, DebounceOptions = {}) -> Debouncer<F>;

} // namespace asyncade
