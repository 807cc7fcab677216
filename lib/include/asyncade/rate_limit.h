// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/rate_limited_calls.h>

#include <memory>
#include <stop_token>
#include <utility>

namespace asyncade {

/// The results of calls that start at a rate; made by `rateLimit`. An `AsyncSource`. Move-only; belongs to one thread.
///
/// Its destructor stops the calls that still run and unwinds them, as that of a `TaskScope` does: calls must pass their token
/// to what they wait for. So leaving a loop early leaves nothing behind.
template <class Calls>
class [[nodiscard("take from it: nothing starts before")]] RateLimited {
public:
    /// \internal
    using T = typename Calls::T;
    /// \internal
    using Stream = detail::ResultStream<T>;

    /// What `next` returns: await it. The first time that one is awaited, the calls begin.
    class [[nodiscard("await it: nothing happens before co_await")]] Next {
    public:
        /// \internal
        Next(std::shared_ptr<Calls> calls, std::stop_token token) noexcept : m_calls(std::move(calls)), m_token(std::move(token)) {}
        typename Stream::Awaiter operator co_await() const
        {
            m_calls->begin();
            return typename Stream::Awaiter(m_calls->stream(), m_token);
        }

    private:
        std::shared_ptr<Calls> m_calls;
        std::stop_token m_token;
    };

    /// \internal
    explicit RateLimited(std::shared_ptr<Calls> calls) noexcept : m_calls(std::move(calls)) {}
    /// Takes over what `other` had.
    RateLimited(RateLimited &&) noexcept = default;
    /// The same; what this had is stopped and unwound first.
    RateLimited &operator=(RateLimited &&other) noexcept
    {
        if (this != &other) {
            close();
            m_calls = std::move(other.m_calls);
        }
        return *this;
    }
    ~RateLimited() { close(); }

    /// Waits for the next result: a `std::optional<T>` (std::monostate for void), empty when there are no more. Throws the
    /// first failure of a call, once, behind the results that are there. Throws `Cancelled` when `token` is stopped: nothing
    /// is lost then.
    /// Throws std::logic_error when this was moved from.
    Next next(std::stop_token token = {})
    {
        detail::checkHeld("RateLimited", m_calls != nullptr);
        return Next(m_calls, std::move(token));
    }
    /// A new `maxInFlight`: a higher one counts at once, a lower one when calls end. Throws std::invalid_argument below 0.
    void setMaxInFlight(int maxInFlight)
    {
        detail::checkHeld("RateLimited", m_calls != nullptr);
        m_calls->setMaxInFlight(maxInFlight);
    }

private:
    void close() noexcept
    {
        if (m_calls)
            m_calls->close();
    }

    std::shared_ptr<Calls> m_calls;
};

namespace detail {

template <class S, class F>
auto startRateLimited(S &&items, F &&f, CallLimiter limiter, RateLimitedOptions options, std::stop_token token)
{
    checkValue<S>();
    checkCallable<F>();
    checkWork("rateLimit", f);
    auto puller = makePuller(std::forward<S>(items));
    checkTakesItem<F, typename decltype(puller)::Item>();
    if constexpr (Callable<std::decay_t<F>, typename decltype(puller)::Item>) {
        using Calls = RateLimitedCalls<decltype(puller), std::decay_t<F>>;
        return RateLimited<Calls>(
            std::make_shared<Calls>(std::move(puller), std::forward<F>(f), std::move(limiter), options, std::move(token)));
    }
}

} // namespace detail

/// Calls `f(item)` or `f(item, token)` for each item, starting at the rate that `limiter` allows; the calls overlap, at most
/// `maxInFlight` at a time. Gives their results as they come, in the order of the items (or of the calls' ends: `inOrder`).
///
/// Items come from a range or an `AsyncSource`; an lvalue source is referred to, not copied. Nothing is pulled before the
/// first result is asked for; then one item at a time, when the one before has started, and the calls go on whether results
/// are fetched or not. The first failure stops the rest at that instant: nothing more starts, calls that take the token are
/// stopped and the others are waited for; then `next` throws it unchanged. Later failures go to the error hook. Stopping
/// `token` does the same and gives `Cancelled`, unless all had been started and still end well: then their results count.
/// Destroying the result stops everything, see RateLimited. `limiter` must outlive it and may be shared, changed and paused.
///
///     auto pages = rateLimit(ids, fetchPage, {10, 1s}, {.maxInFlight = 20});
///     while (auto page = co_await pages.next(token))
///         show(*page);
template <class S, class F>
[[nodiscard("take from it: nothing starts before")]]
auto rateLimit(S &&items, F &&f, RateLimiter &limiter, RateLimitedOptions options = {}, std::stop_token token = {})
{
    return detail::startRateLimited(std::forward<S>(items), std::forward<F>(f), detail::CallLimiter(limiter), options,
                                    std::move(token));
}
/// The same with a token alone.
template <class S, class F, detail::Token Token>
[[nodiscard("take from it: nothing starts before")]]
auto rateLimit(S &&items, F &&f, RateLimiter &limiter, Token token)
{
    return rateLimit(std::forward<S>(items), std::forward<F>(f), limiter, RateLimitedOptions(), std::move(token));
}

/// The same with a limiter of its own.
template <class S, class F>
[[nodiscard("take from it: nothing starts before")]]
auto rateLimit(S &&items, F &&f, RateLimit rate, RateLimitedOptions options = {}, std::stop_token token = {})
{
    detail::RateAccount(rate, "rateLimit"); // Refuses a rate that is none, in the name of what was called.
    auto limiter = std::make_unique<RateLimiter>(std::vector<RateLimit>{rate}, Part{}, "rateLimit");
    return detail::startRateLimited(std::forward<S>(items), std::forward<F>(f), detail::CallLimiter(std::move(limiter)), options,
                                    std::move(token));
}
/// The same with a token alone.
template <class S, class F, detail::Token Token>
[[nodiscard("take from it: nothing starts before")]]
auto rateLimit(S &&items, F &&f, RateLimit rate, Token token)
{
    return rateLimit(std::forward<S>(items), std::forward<F>(f), rate, RateLimitedOptions(), std::move(token));
}

} // namespace asyncade
