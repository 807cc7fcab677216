// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/abandonable.h>
#include <asyncade/call.h>
#include <asyncade/detail/join.h>
#include <asyncade/detail/run_work.h>
#include <asyncade/duration.h>
#include <asyncade/sleep.h>

#include <chrono>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <type_traits>
#include <utility>

namespace asyncade {

/// When `hedge` starts another copy.
struct HedgeOptions {
    Duration delay = std::chrono::milliseconds(200); ///< Between the starts of two copies; 0 = all at once.
    int copies = 1;                                  ///< How many more there may be than the first; at least 1.
    Part part{};                                     ///< What the copies that lost are told is the cause, and an observer of the wait for another copy.
};
static_assert(std::is_trivially_destructible_v<HedgeOptions>);

namespace detail {

void checkHedge(const HedgeOptions &options);

/// One hedged call: its copies, until one of them succeeds.
template <class W>
class Hedging {
public:
    using T = ValueOf<W>;

    Hedging(W work, Part part, std::stop_token outer) : m_work(std::move(work)), m_part(part), m_stop(std::move(outer)) {}

    bool isOver() const noexcept { return m_winner || m_join.running() == 0 || m_stop.requested(); }
    /// Stopped as soon as it is over: whoever waits to start the next copy obeys it.
    std::stop_token overToken() const noexcept { return m_over.get_token(); }
    Join::End allEnded() noexcept { return m_join.allEnded(); }

    void startCopy()
    {
        const std::size_t number = m_copies.size();
        Copy &copy = m_copies.emplace_back();
        const ContextGuard guard;
        thread.context.span.copy = std::uint16_t(number);
        m_join.started();
        // Each copy has the operation to itself: what it holds must not be shared by two that run at once.
        copy.work.emplace(m_work);
        startWork(*copy.work, m_stop.token(), copy.outcome, [this, &copy, number] { ended(copy.outcome, number); });
    }

    T take()
    {
        if (m_winner) // Failures before it are passed over.
            return m_copies[*m_winner].outcome.take();
        // Stopped by the caller, whatever failed before does not count any more.
        const bool cancelled = m_stop.requested() || !m_error;
        for (std::size_t number = 0; number < m_copies.size(); ++number) {
            if (cancelled || number != m_failed)
                reportError("hedge", {}, number, m_copies[number].outcome.error);
        }
        if (cancelled)
            throw m_cancelled ? *m_cancelled : Cancelled();
        std::rethrow_exception(m_error);
    }

private:
    struct Copy {
        std::optional<W> work;
        Outcome<T> outcome;
    };

    void ended(Outcome<T> &outcome, std::size_t number)
    {
        m_join.ended();
        if (!outcome.error && !m_winner) {
            m_winner = number;
            m_stop.request({.reason = StopReason::SiblingWon, .request = thread.context.span.request, .part = m_part});
        } else if (outcome.error && !noteCancelled(outcome.error)) {
            if (m_winner) {
                reportError("hedge", {}, number, outcome.error);
            } else if (!m_error) {
                m_error = outcome.error;
                m_failed = number;
            }
        }
        if (isOver())
            m_over.request_stop();
    }
    /// Whether it was cancelled; else it has failed.
    bool noteCancelled(const std::exception_ptr &error)
    {
        try {
            std::rethrow_exception(error);
        } catch (const Cancelled &cancelled) {
            m_cancelled = cancelled;
            return true;
        } catch (...) {
            return false;
        }
    }

    W m_work;
    Part m_part;
    LinkedStop m_stop;
    std::stop_source m_over;
    Join m_join;
    std::deque<Copy> m_copies; ///< Their addresses stay.
    std::optional<std::size_t> m_winner;
    std::exception_ptr m_error; ///< The first,
    std::size_t m_failed = 0;   ///< and whose it is.
    std::optional<Cancelled> m_cancelled;
};

template <class W>
QCoro::Task<ValueOf<W>> runHedge(W work, HedgeOptions given, const HedgeOptions *live, std::stop_token token)
{
    const ContextGuard own;
    if (token.stop_requested())
        throw Cancelled();
    const auto options = [&] { return live ? *live : given; };
    Hedging<W> hedging(std::move(work), options().part, std::move(token));
    hedging.startCopy();
    for (int copy = 1; copy <= options().copies && !hedging.isOver(); ++copy) {
        if (options().delay.count() > 0) {
            const Sleep pause(options().delay, false, hedging.overToken(), WaitReason::Hedge, options().part);
            try {
                co_await pause;
            } catch (const Cancelled &) {
                // It is over, or the clock has ended.
                break;
            }
            own.restore();
        }
        if (!hedging.isOver() && copy <= options().copies)
            hedging.startCopy();
    }
    co_await hedging.allEnded();
    own.restore();
    co_return hedging.take();
}

template <class W>
auto startHedge(W &&work, HedgeOptions options, const HedgeOptions *live, std::stop_token token)
{
    using Owned = std::decay_t<W>;
    checkCallable<W>();
    static_assert(StoppableWork<Owned>,
                  "this work cannot be stopped when another copy wins: give an operation that takes a std::stop_token (see call), "
                  "or abandonable(work) to let it go");
    static_assert(startsAgain<Owned> && std::copy_constructible<Owned>,
                  "hedge needs an operation that can be copied and started again: see call(f, args…)");
    checkHedge(live ? *live : options);
    checkWork("hedge", work);
    const ContextGuard guard;
    return runHedge<Owned>(std::forward<W>(work), options, live, std::move(token));
}

} // namespace detail

/// Starts an operation a second time when it takes long, and takes the first success: against the slow few among many calls.
/// Each time `delay` passes without a success one more copy starts, `copies` at most besides the first.
///
/// At the instant of the first success (at one instant: the one resumed first) the other copies are stopped
/// (`StopReason::SiblingWon`) and waited for, an `abandonable` is let go; their late errors go to the error hook, failures before
/// the success are passed over. When every copy that has started has failed (one that was cancelled by itself counts as none), the
/// first failure is thrown at once, the others go to the error hook, and no more are started: to try again is what `retry` is for.
/// Stopping `token` stops all and gives `Cancelled`, unless one succeeds all the same; stopped before the call, nothing is started.
/// The operation is copied for each start and must be safe
/// to do twice. Copies are told apart by `Span::copy`. Throws std::invalid_argument unless delay is at least 0 and copies at
/// least 1. J. Dean, L. A. Barroso, "The Tail at Scale" (2013).
///
///     auto page = co_await hedge(call(fetchPage, id), {.delay = 200ms, .copies = 1});
template <class W>
[[nodiscard("await it: a dropped task loses its error")]]
auto hedge(W &&work, HedgeOptions options = {}, std::stop_token token = {})
{
    return detail::startHedge(std::forward<W>(work), options, nullptr, std::move(token));
}
/// The same with a token alone.
template <class W, detail::Token Token>
[[nodiscard("await it: a dropped task loses its error")]]
auto hedge(W &&work, Token token)
{
    return hedge(std::forward<W>(work), HedgeOptions(), std::move(token));
}

/// The same with options that may change while it runs: they are read when they are next needed and must outlive it. A pause that
/// is under way keeps its end.
///
///     auto page = co_await hedge(call(fetchPage, id), std::cref(m_options));
template <class W>
[[nodiscard("await it: a dropped task loses its error")]]
auto hedge(W &&work, std::reference_wrapper<const HedgeOptions> options, std::stop_token token = {})
{
    return detail::startHedge(std::forward<W>(work), options.get(), &options.get(), std::move(token));
}

} // namespace asyncade
