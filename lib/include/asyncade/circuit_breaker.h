// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/call.h>
#include <asyncade/detail/operation.h>
#include <asyncade/detail/thread_state.h>
#include <asyncade/detail/timer_heap.h>
#include <asyncade/duration.h>
#include <asyncade/errors.h>
#include <asyncade/observer.h>

#include <atomic>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace asyncade {

/// Thrown to calls that a `CircuitBreaker` turns away. Not a `Cancelled`.
class BrokenCircuit : public std::runtime_error {
public:
    /// `retryAfter`: how long the breaker stays open; `part`: which one it was.
    explicit BrokenCircuit(std::chrono::nanoseconds retryAfter, Part part = {});
    /// How long the breaker stays open. 0: its probes are under way, and nobody knows when they will end.
    std::chrono::nanoseconds retryAfter() const noexcept { return m_retryAfter; }
    /// The breaker, as an observer knows it.
    Part part() const noexcept { return m_part; }

private:
    std::chrono::nanoseconds m_retryAfter;
    Part m_part;
};

/// When a `CircuitBreaker` opens, and when it tries again.
struct CircuitBreakerOptions {
    int failures = 5;                                              ///< So many failures open it; at least 1.
    Duration window{};                             ///< 0: failures in a row. Else: failures within this time.
    double rate = 0;                                               ///< With a window: failures ÷ calls must reach it too, 0 … 1.
    Duration openFor = std::chrono::seconds(2);    ///< How long it stays open; above 0.
    int probes = 1;                                                ///< How many calls try whether all is well again; at least 1.
    bool countDeadlines = false;                                   ///< A call that a timeout around the breaker stops has failed.
    Part part{};                                                   ///< What an observer is told of: the level "breaker".
};
static_assert(std::is_trivially_destructible_v<CircuitBreakerOptions>);

namespace detail {

/// Where a breaker stands; shared with the calls that it let pass, which may outlive it. The timer tells an observer when it is no
/// longer open.
class BreakerState final : private Timer {
public:
    enum class State : std::uint8_t { Closed = 0, HalfOpen = 1, Open = 2 };
    using Counts = std::function<bool(const std::exception_ptr &)>;

    explicit BreakerState(const CircuitBreakerOptions &options);
    ~BreakerState() { stopTelling(); }
    BreakerState(const BreakerState &) = delete;
    BreakerState &operator=(const BreakerState &) = delete;
    /// Lets a call pass and says in which period of the breaker's life; or throws BrokenCircuit.
    std::uint64_t enter();
    /// The call has ended; `error` is null when it succeeded; `isLate`: a deadline stopped it. Calls of an earlier period do not count any
    /// more.
    void leave(std::uint64_t period, const std::exception_ptr &error, bool isLate);
    State state() const;
    std::chrono::nanoseconds retryAfter() const;
    void reset();
    void setOptions(const CircuitBreakerOptions &options);
    const CircuitBreakerOptions &options() const noexcept { return m_options; }
    void setCounts(Counts counts) { m_counts = std::move(counts); }

private:
    struct Ended {
        std::chrono::nanoseconds time;
        bool failed;
    };
    void become(State state);
    void reportState() const;
    void stopTelling() noexcept;
    void fire() noexcept override;
    void ended(bool failed, std::chrono::nanoseconds now);
    bool hasFailedTooOften() const;

    CircuitBreakerOptions m_options;
    Counts m_counts;
    State m_state = State::Closed;
    std::uint64_t m_period = 1;
    std::chrono::nanoseconds m_openUntil{};
    int m_failures = 0; ///< In a row, or within the window.
    std::deque<Ended> m_window;
    int m_probesBegun = 0, m_probesSucceeded = 0;
    Clock *m_tellingClock = nullptr; ///< Where the timer is set, while it is.
};

/// Whether a token is stopped by a deadline, wherever that stands.
class DeadlineWatch {
public:
    explicit DeadlineWatch(const std::stop_token &token)
    {
        if (token.stop_possible())
            m_link.emplace(token, Note{this});
    }
    DeadlineWatch(const DeadlineWatch &) = delete;
    DeadlineWatch &operator=(const DeadlineWatch &) = delete;
    bool hasPassed() const noexcept { return m_passed; }

private:
    struct Note {
        DeadlineWatch *watch;
        void operator()() const noexcept { watch->m_passed = thread.cause && thread.cause->reason == StopReason::Deadline; }
    };
    std::atomic<bool> m_passed = false; ///< A stop may come from any thread.
    std::optional<std::stop_callback<Note>> m_link;
};

template <class W>
QCoro::Task<ValueOf<W>> runThroughBreaker(std::shared_ptr<BreakerState> state, W work, std::stop_token token)
{
    using T = ValueOf<W>;
    const ContextGuard own;
    if (token.stop_requested())
        throw Cancelled();
    const std::uint64_t period = state->enter();
    std::optional<DeadlineWatch> deadline;
    if (state->options().countDeadlines)
        deadline.emplace(token);
    Outcome<T> outcome;
    try {
        auto begun = begin(work, token);
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
    state->leave(period, outcome.error, deadline && deadline->hasPassed());
    if (outcome.error)
        std::rethrow_exception(outcome.error);
    if constexpr (!std::is_void_v<T>)
        co_return std::move(*outcome.value);
}

} // namespace detail

/// Turns calls away at once while what they call is down, instead of letting each find out. Belongs to one thread. M. Nygard,
/// "Release It!" (2007).
///
/// Closed: calls pass. `failures` in a row (or within `window`, and at least `rate` of the calls that ended within it) open
/// it. Open: for `openFor` every call gets `BrokenCircuit`, which says when to try again. Then half-open: `probes` calls
/// pass, the others are turned away; when all probes have succeeded it closes, when one fails it opens again. A call that
/// began before the last change counts no more. `Cancelled` is neither success nor failure: a cancelled probe makes room for
/// another. That holds for a call that a timeout *around* the breaker stops, too, unless `countDeadlines` says that it has failed,
/// whatever it still gives; a timeout inside, in the operation, is an error like others. The operation's result and error pass unchanged. Destroying the breaker disturbs no call.
///
///     asyncade::CircuitBreaker breaker({.failures = 3, .openFor = 10s});
///     auto page = co_await breaker.run(call(fetchPage, id), token);
class CircuitBreaker {
public:
    /// Closed, HalfOpen or Open.
    using State = detail::BreakerState::State;

    /// Throws std::invalid_argument when the options make no sense.
    explicit CircuitBreaker(CircuitBreakerOptions options = {}) : m_state(std::make_shared<detail::BreakerState>(options)) {}

    /// Runs an operation, or throws BrokenCircuit without starting it. `token` stopped before the call: throws `Cancelled`, starts nothing.
    template <class W>
    [[nodiscard("await it: a dropped task loses its error")]]
    auto run(W &&work, std::stop_token token = {})
    {
        using Owned = std::decay_t<W>;
        detail::checkCallable<W>();
        static_assert(detail::Callable<Owned> && !detail::isTask<Owned>,
                      "a breaker needs an operation, which it can decide to start: see call(f, args…)");
        detail::checkWork("CircuitBreaker", work);
        const detail::ContextGuard guard;
        return detail::runThroughBreaker<Owned>(m_state, std::forward<W>(work), std::move(token));
    }
    /// Which errors count as failures; default: all. `Cancelled` never does. An error that does not count is a success: the
    /// other side has answered.
    template <std::convertible_to<detail::BreakerState::Counts> F>
    void countOnly(F &&predicate)
    {
        detail::checkCallable<F>();
        m_state->setCounts(std::forward<F>(predicate));
    }

    /// What the next call would meet.
    State state() const { return m_state->state(); }
    /// How long it stays open; 0 when it is not.
    std::chrono::nanoseconds retryAfter() const { return m_state->retryAfter(); }
    /// Closes it and forgets what has failed.
    void reset() { m_state->reset(); }
    /// New numbers, from the next call on. Being open keeps its end.
    void setOptions(CircuitBreakerOptions options) { m_state->setOptions(options); }
    /// The numbers that hold now.
    const CircuitBreakerOptions &options() const noexcept { return m_state->options(); }

private:
    std::shared_ptr<detail::BreakerState> m_state;
};

} // namespace asyncade
