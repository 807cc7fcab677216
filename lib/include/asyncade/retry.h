// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/backoff.h>
#include <asyncade/call.h>
#include <asyncade/detail/operation.h>
#include <asyncade/detail/retry_state.h>
#include <asyncade/duration.h>
#include <asyncade/sleep.h>

#include <chrono>
#include <concepts>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace asyncade {

/// How often and how soon `retry` tries again.
struct RetryOptions {
    int attempts = 3;                               ///< Tries in all; at least 1.
    Duration base = std::chrono::milliseconds(100); ///< See BackoffOptions for these four.
    double factor = 2;                              ///< Each further delay is so many times the last.
    Duration cap = std::chrono::seconds(30);        ///< No delay is longer, except by a hint.
    Jitter jitter = Jitter::full();                 ///< How much chance is in it.
    Duration within{};                              ///< No sleep past this time since the first try; 0 = no bound.
    std::uint64_t seed = 0;                         ///< The same seed draws the same jitter; 0 = a new one each time.
    Part part{};                                    ///< What an observer is told of.

    /// The four numbers of the back-off.
    BackoffOptions backoff() const { return {base, factor, cap, jitter}; }
};
static_assert(std::is_trivially_destructible_v<RetryOptions>);

/// What decides beyond the numbers. Each is optional.
///
///     RetryRules rules;
///     rules.onError([](const std::exception_ptr &error) { return isTransient(error); });
class RetryRules {
public:
    /// Says whether an error is worth another try.
    using OnError = std::function<bool(const std::exception_ptr &)>;
    /// The least delay that an error asks for.
    using Hint = std::function<Duration(const std::exception_ptr &)>;
    /// The luck of a back-off, from 0 to 1.
    using Draw = std::function<double(int tryNumber)>;

    RetryRules() = default;
    /// A copy has rules of its own.
    RetryRules(const RetryRules &other) : m_rules(other.m_rules ? std::make_unique<Rules>(*other.m_rules) : nullptr) {}
    /// Takes the rules of the other, which has none then.
    RetryRules(RetryRules &&) noexcept = default;
    /// Has the rules of the other from now on.
    RetryRules &operator=(RetryRules other) noexcept
    {
        m_rules.swap(other.m_rules);
        return *this;
    }
    ~RetryRules() = default;

    /// Whether an error is worth another try; default: every error is. `Cancelled` never is, whatever this says.
    template <std::convertible_to<OnError> F>
    RetryRules &onError(F &&predicate)
    {
        return set(&Rules::onError, std::forward<F>(predicate));
    }
    /// The least delay that the error asks for (Retry-After), 0 for none. `cap` does not bound it.
    template <std::convertible_to<Hint> F>
    RetryRules &atLeast(F &&hint)
    {
        return set(&Rules::hint, std::forward<F>(hint));
    }
    /// Draws the luck of the back-off behind each try, from 0 to 1, instead of the seeded generator. Anything else ends the retry with
    /// std::invalid_argument.
    template <std::convertible_to<Draw> F>
    RetryRules &draw(F &&draw)
    {
        return set(&Rules::draw, std::forward<F>(draw));
    }

    /// \cond
    bool retries(const std::exception_ptr &error) const;
    std::chrono::nanoseconds hint(const std::exception_ptr &error) const;
    /// Null when nobody has set it.
    const Draw *drawing() const noexcept { return m_rules && m_rules->draw ? &m_rules->draw : nullptr; }
    /// \endcond

private:
    struct Rules {
        OnError onError;
        Hint hint;
        Draw draw;
    };
    template <class Rule, class F>
    RetryRules &set(Rule Rules::*rule, F &&f)
    {
        detail::checkCallable<F>();
        if (!m_rules)
            m_rules = std::make_unique<Rules>();
        (*m_rules).*rule = std::forward<F>(f);
        return *this;
    }

    std::unique_ptr<Rules> m_rules; ///< Made with the first rule: most have none, and every retry moves its rules.
};

namespace detail {

/// Takes every result.
struct AnyResult {
    template <class T>
    constexpr bool operator()(const T &) const noexcept
    {
        return false;
    }
};

/// The options of one retry. Those that may change are referred to; others are copied when it first waits. Until then they are its
/// caller's: a try that succeeds at once takes little more time than a copy.
class RetryOptionsInUse {
public:
    RetryOptionsInUse(const RetryOptions &options, bool mayChange) noexcept : m_options(&options), m_mayChange(mayChange) {}
    RetryOptionsInUse(const RetryOptionsInUse &) = delete;
    RetryOptionsInUse &operator=(const RetryOptionsInUse &) = delete;
    const RetryOptions &operator*() const noexcept { return *m_options; }
    /// It is about to wait.
    void keep() noexcept
    {
        if (!m_mayChange && !m_kept)
            m_options = &m_kept.emplace(*m_options);
    }

private:
    const RetryOptions *m_options;
    std::optional<RetryOptions> m_kept;
    bool m_mayChange;
};

/// `given` must live until it first waits; if the options `mayChange`, until its end.
template <class W, class Again>
QCoro::Task<ValueOf<W>> runRetry(W work, const RetryOptions &given, bool mayChange, RetryRules rules, Again again, std::stop_token token)
{
    using T = ValueOf<W>;
    const ContextGuard own;
    if (token.stop_requested())
        throw Cancelled();
    RetryOptionsInUse options(given, mayChange);
    RetryState state(*options);
    for (;;) {
        Outcome<T> outcome;
        state.enterTry();
        try {
            auto begun = begin(work, token);
            options.keep();
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
        if (!outcome.error) {
            if constexpr (std::is_void_v<T>) {
                co_return;
            } else {
                if (!again(std::as_const(*outcome.value)) || !state.nextTry(*options, rules, {}))
                    co_return std::move(*outcome.value);
            }
        } else if (!rules.retries(outcome.error) || !state.nextTry(*options, rules, outcome.error)) {
            std::rethrow_exception(outcome.error);
        }
        options.keep();
        state.reportWait();
        const Sleep backoff(state.until(), true, token, WaitReason::None); // The state tells of it.
        std::exception_ptr cancelled;
        try {
            co_await backoff;
        } catch (...) {
            cancelled = std::current_exception();
        }
        state.reportGo(cancelled != nullptr);
        own.restore();
        if (cancelled)
            std::rethrow_exception(cancelled);
    }
}

template <class W, class Again>
auto startRetry(const char *helper, W &&work, const RetryOptions &options, bool mayChange, RetryRules &rules, Again again,
                std::stop_token &token)
{
    using Owned = std::decay_t<W>;
    checkCallable<W>();
    static_assert(startsAgain<Owned>, "retry needs an operation, which it can start again: see call(f, args…)");
    checkRetry(options);
    checkWork(helper, work);
    checkWork(helper, again);
    const ContextGuard guard;
    return runRetry<Owned, Again>(std::forward<W>(work), options, mayChange, std::move(rules), std::move(again), std::move(token));
}

} // namespace detail

/// Runs an operation again when it fails, after a back-off, up to `attempts` tries in all; gives its first success.
///
/// The last error is thrown unchanged, as is the first one that the rules do not retry. `Cancelled` is never retried. Stopping
/// `token` stops the try or the back-off under way; stopped before the call, there is no try. The errors of tries that were followed
/// by another, or by a back-off that was stopped, are told to nobody but `RetryRules::onError`. It never sleeps past `within`: it gives up at once when the next delay would.
/// Throws std::invalid_argument when the options make no sense or the work is an empty function. Around a limit (`retry` outside) the
/// slot is given back during the back-off; inside a limit it is kept.
///
///     auto page = co_await retry(call(fetchPage, id), {.attempts = 5, .base = 200ms});
template <class W>
[[nodiscard("await it: a dropped task loses its error")]]
auto retry(W &&work, RetryOptions &&options = {}, RetryRules rules = {}, std::stop_token token = {})
{
    return detail::startRetry("retry", std::forward<W>(work), options, false, rules, detail::AnyResult{}, token);
}
/// The same with a copy of options that have a name.
template <class W>
[[nodiscard("await it: a dropped task loses its error")]]
auto retry(W &&work, const RetryOptions &options, RetryRules rules = {}, std::stop_token token = {})
{
    return retry(std::forward<W>(work), RetryOptions(options), std::move(rules), std::move(token));
}
/// The same with a token and without rules.
template <class W, detail::Token Token>
[[nodiscard("await it: a dropped task loses its error")]]
auto retry(W &&work, RetryOptions options, Token token)
{
    return retry(std::forward<W>(work), std::move(options), RetryRules(), std::move(token));
}
/// The same with a token alone.
template <class W, detail::Token Token>
[[nodiscard("await it: a dropped task loses its error")]]
auto retry(W &&work, Token token)
{
    return retry(std::forward<W>(work), RetryOptions(), RetryRules(), std::move(token));
}

/// The same with options that may change while it runs: they are read when they are next needed and must outlive it.
///
///     auto page = co_await retry(call(fetchPage, id), std::cref(m_options));
template <class W>
[[nodiscard("await it: a dropped task loses its error")]]
auto retry(W &&work, std::reference_wrapper<const RetryOptions> options, RetryRules rules = {}, std::stop_token token = {})
{
    return detail::startRetry("retry", std::forward<W>(work), options.get(), true, rules, detail::AnyResult{}, token);
}
/// The same with a token and without rules.
template <class W, detail::Token Token>
[[nodiscard("await it: a dropped task loses its error")]]
auto retry(W &&work, std::reference_wrapper<const RetryOptions> options, Token token)
{
    return retry(std::forward<W>(work), options, RetryRules(), std::move(token));
}

/// Tries again also when `again(result)` says so; when the tries are used up, the last result is returned.
///
///     auto job = co_await retryWhile(call(jobState, id), [](const State &s) { return s == State::Running; }, {.attempts = 20});
template <class W, class Again>
    requires std::predicate<Again &, const detail::ValueOf<std::decay_t<W>> &>
[[nodiscard("await it: a dropped task loses its error")]]
auto retryWhile(W &&work, Again &&again, RetryOptions &&options = {}, RetryRules rules = {}, std::stop_token token = {})
{
    detail::checkCallable<Again>();
    return detail::startRetry("retryWhile", std::forward<W>(work), options, false, rules,
                              std::decay_t<Again>(std::forward<Again>(again)), token);
}
/// The same with a copy of options that have a name.
template <class W, class Again>
    requires std::predicate<Again &, const detail::ValueOf<std::decay_t<W>> &>
[[nodiscard("await it: a dropped task loses its error")]]
auto retryWhile(W &&work, Again &&again, const RetryOptions &options, RetryRules rules = {}, std::stop_token token = {})
{
    return retryWhile(std::forward<W>(work), std::forward<Again>(again), RetryOptions(options), std::move(rules), std::move(token));
}
/// The same with a token and without rules.
template <class W, class Again, detail::Token Token>
[[nodiscard("await it: a dropped task loses its error")]]
auto retryWhile(W &&work, Again &&again, RetryOptions options, Token token)
{
    return retryWhile(std::forward<W>(work), std::forward<Again>(again), std::move(options), RetryRules(), std::move(token));
}
/// The same with a token alone.
template <class W, class Again, detail::Token Token>
[[nodiscard("await it: a dropped task loses its error")]]
auto retryWhile(W &&work, Again &&again, Token token)
{
    return retryWhile(std::forward<W>(work), std::forward<Again>(again), RetryOptions(), RetryRules(), std::move(token));
}

} // namespace asyncade
