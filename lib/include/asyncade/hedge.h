// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/abandonable.h>
#include <asyncade/call.h>
#include <asyncade/detail/join.h>
#include <asyncade/detail/run_work.h>
#include <asyncade/sleep.h>

#include <chrono>
#include <cstddef>
#include <deque>
#include <exception>
#include <optional>
#include <stop_token>
#include <string>
#include <type_traits>
#include <utility>

namespace asyncade {

/// When `hedge` starts another copy.
struct HedgeOptions {
    std::chrono::nanoseconds delay = std::chrono::milliseconds(200); ///< Between the starts of two copies; 0 = all at once.
    int copies = 1;                                                  ///< How many more there may be than the first; at least 1.
};
static_assert(std::is_trivially_destructible_v<HedgeOptions>);

namespace detail {

void checkHedge(const HedgeOptions &options);

/// One hedged call: its copies, until one of them succeeds.
template <class W>
class Hedging {
public:
    using T = ValueOf<W>;

    Hedging(W work, std::stop_token outer) : m_work(std::move(work)), m_stop(std::move(outer)) {}

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
        if (m_winner)
            return m_copies[*m_winner].outcome.take();
        if (m_stop.requested()) { // By the caller: whatever failed before does not count any more.
            reportError("hedge", {}, m_failed, m_error);
            throw m_cancelled ? *m_cancelled : Cancelled();
        }
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
            m_stop.request({.reason = StopReason::SiblingWon, .request = thread.context.span.request});
        } else if (outcome.error && !m_winner && !m_error) {
            m_error = outcome.error;
            m_failed = number;
            noteCancelled(outcome.error);
        } else if (outcome.error) {
            noteCancelled(outcome.error);
            reportError("hedge", {}, number, outcome.error);
        }
        if (isOver())
            m_over.request_stop();
    }
    void noteCancelled(const std::exception_ptr &error)
    {
        try {
            std::rethrow_exception(error);
        } catch (const Cancelled &cancelled) {
            m_cancelled = cancelled;
        } catch (...) {
            // A failure.
        }
    }

    W m_work;
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
QCoro::Task<ValueOf<W>> runHedge(W work, HedgeOptions options, std::stop_token token)
{
    const ContextGuard own;
    if (token.stop_requested())
        throw Cancelled();
    Hedging<W> hedging(std::move(work), std::move(token));
    hedging.startCopy();
    for (int copy = 1; copy <= options.copies && !hedging.isOver(); ++copy) {
        if (options.delay.count() > 0) {
            const Sleep pause = sleepFor(options.delay, hedging.overToken());
            try {
                co_await pause;
            } catch (const Cancelled &) {
                // It is over, or the clock has ended.
                break;
            }
            own.restore();
        }
        if (!hedging.isOver())
            hedging.startCopy();
    }
    co_await hedging.allEnded();
    own.restore();
    co_return hedging.take();
}

} // namespace detail

/// Starts an operation a second time when it takes long, and takes the first success: against the slow few among many calls.
/// Each time `delay` passes without a success one more copy starts, `copies` at most besides the first.
///
/// At the instant of the first success (at one instant: the one resumed first) the other copies are stopped
/// (`StopReason::SiblingWon`) and waited for, an `abandonable` is let go; their late errors go to the error hook. When every
/// copy that has started has failed, the first failure is thrown at once and no more are started: to try again is what
/// `retry` is for. Stopping `token` stops all and gives `Cancelled`. The operation is copied for each start and must be safe
/// to do twice. Copies are told apart by `Span::copy`. Throws std::invalid_argument unless delay is at least 0 and copies at
/// least 1. J. Dean, L. A. Barroso, "The Tail at Scale" (2013).
///
///     auto page = co_await hedge(call(fetchPage, id), {.delay = 200ms, .copies = 1});
template <class W>
auto hedge(W &&work, HedgeOptions options = {}, std::stop_token token = {})
{
    using Owned = std::decay_t<W>;
    detail::checkCallable<W>();
    static_assert(detail::StoppableWork<Owned>,
                  "this work cannot be stopped when another copy wins: give an operation that takes a std::stop_token (see call), "
                  "or abandonable(work) to let it go");
    static_assert(detail::startsAgain<Owned> && std::copy_constructible<Owned>,
                  "hedge needs an operation that can be copied and started again: see call(f, args…)");
    detail::checkHedge(options);
    const detail::ContextGuard guard;
    return detail::runHedge<Owned>(std::forward<W>(work), options, std::move(token));
}

} // namespace asyncade
