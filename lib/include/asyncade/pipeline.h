// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/circuit_breaker.h>
#include <asyncade/duration.h>
#include <asyncade/hedge.h>
#include <asyncade/rate_limiter.h>
#include <asyncade/retry.h>
#include <asyncade/semaphore.h>
#include <asyncade/timeout.h>

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <type_traits>
#include <utility>

namespace asyncade {

namespace detail {

/// What surrounds the calls of a pipeline. Copied for each call, so that it may be changed while calls run.
struct PipelinePolicies {
    std::optional<std::chrono::nanoseconds> total;
    std::optional<RetryOptions> retry;
    RetryRules retryRules;
    std::optional<std::chrono::nanoseconds> timeout;
    RateLimiter *limiter = nullptr;
    Semaphore *semaphore = nullptr;
    CircuitBreaker *breaker = nullptr;
    std::optional<HedgeOptions> hedge;
    Part totalPart{}, timeoutPart{};

    std::string describe() const;
};

/// One call through a pipeline: each layer runs the next one, or itself if it is not wanted.
template <class W>
class PipelineCall {
public:
    using T = ValueOf<W>;
    PipelineCall(PipelinePolicies policies, W work) : m_policies(std::move(policies)), m_work(std::move(work)) {}

    QCoro::Task<T> total(std::stop_token token)
    {
        const auto inner = [this](std::stop_token within) { return retry(std::move(within)); };
        return m_policies.total ? withTimeout(inner, *m_policies.total, std::move(token), m_policies.totalPart)
                                : inner(std::move(token));
    }

private:
    QCoro::Task<T> retry(std::stop_token token)
    {
        const auto inner = [this](std::stop_token within) { return timeout(std::move(within)); };
        return m_policies.retry ? asyncade::retry(inner, *m_policies.retry, m_policies.retryRules, std::move(token))
                                : inner(std::move(token));
    }
    QCoro::Task<T> timeout(std::stop_token token)
    {
        const auto inner = [this](std::stop_token within) { return limit(this, std::move(within)); };
        return m_policies.timeout ? withTimeout(inner, *m_policies.timeout, std::move(token), m_policies.timeoutPart)
                                  : inner(std::move(token));
    }
    static QCoro::Task<T> limit(PipelineCall *self, std::stop_token token)
    {
        const ContextGuard own;
        if (self->m_policies.limiter) {
            const RateLimiter::Acquire acquire = self->m_policies.limiter->acquire(token);
            co_await acquire;
        }
        Permit permit;
        if (self->m_policies.semaphore) {
            const Semaphore::Acquire acquire = self->m_policies.semaphore->acquire(token);
            permit = co_await acquire;
        }
        auto running = self->breaker(token);
        // The permit is given back when the work has ended, before its result is handed on.
        if constexpr (std::is_void_v<T>) {
            co_await running;
        } else {
            auto value = co_await running;
            co_return value;
        }
    }
    QCoro::Task<T> breaker(std::stop_token token)
    {
        const auto inner = [this](std::stop_token within) { return hedge(std::move(within)); };
        return m_policies.breaker ? m_policies.breaker->run(inner, std::move(token)) : inner(std::move(token));
    }
    QCoro::Task<T> hedge(std::stop_token token)
    {
        return m_policies.hedge ? asyncade::hedge(m_work, *m_policies.hedge, std::move(token)) : operation(this, std::move(token));
    }
    static QCoro::Task<T> operation(PipelineCall *self, std::stop_token token)
    {
        auto begun = begin(self->m_work, token);
        if constexpr (std::is_void_v<T>) {
            co_await begun;
        } else {
            auto value = co_await begun;
            co_return value;
        }
    }

    PipelinePolicies m_policies;
    W m_work;
};

template <class W>
QCoro::Task<ValueOf<W>> runPipeline(PipelinePolicies policies, W work, std::stop_token token)
{
    const ContextGuard own;
    PipelineCall<W> call(std::move(policies), std::move(work));
    auto running = call.total(std::move(token));
    if constexpr (std::is_void_v<ValueOf<W>>) {
        co_await running;
    } else {
        auto value = co_await running;
        co_return value;
    }
}

} // namespace detail

/// What surrounds a kind of call, set up once, in an order that is always the same, however it is written down:
///
///     total timeout → retry → timeout per try → rate limit → concurrency limit → circuit breaker → hedge → operation
///
/// Each means what the helper of that name does; a pipeline gives the same result and the same trace as the helpers nested by
/// hand in this order. What follows from the order: each try has its own timeout, in which its waits for a token and a slot
/// count; a back-off holds neither; a try takes one token and one slot, whatever the number of its hedged copies; the breaker
/// sees the result of the hedge, and turns away without waking the server. Whoever needs another order nests the helpers by
/// hand.
///
/// One cancellation for all: stopping `token` reaches whatever is waited for at that moment, and the caller gets `Cancelled`
/// when the operation has ended. Limiter, semaphore and breaker are referred to and must outlive the calls; they are shared
/// by all of them and may be changed at any time. Changes of the pipeline itself count from the next call on.
///
///     auto api = asyncade::Pipeline().retry({.attempts = 4}).timeout(2s).limit(limiter).breaker(breaker);
///     auto page = co_await api.run(call(fetchPage, id), token);
class Pipeline {
public:
    /// At most so long for everything, all tries and back-offs.
    Pipeline &totalTimeout(Duration after, Part part = {});
    /// See asyncade::retry. Throws std::invalid_argument when the options make no sense.
    Pipeline &retry(RetryOptions options = {}, RetryRules rules = {});
    /// At most so long for each try. See withTimeout.
    Pipeline &timeout(Duration after, Part part = {});
    /// Each try takes a token.
    Pipeline &limit(RateLimiter &limiter);
    /// Each try takes a slot.
    Pipeline &limit(Semaphore &semaphore);
    /// Each try goes through the breaker.
    Pipeline &breaker(CircuitBreaker &breaker);
    /// Each try is hedged. See asyncade::hedge. Throws std::invalid_argument when the options make no sense.
    Pipeline &hedge(HedgeOptions options = {});

    /// What it does, from the outside in: "retry (3 tries) → timeout (2 s) → rate limit → operation".
    std::string describe() const { return m_policies.describe(); }

    /// Runs an operation, which must take a token and be able to start again, through all of it.
    template <class W>
    [[nodiscard("await it: a dropped task loses its error")]]
    auto run(W &&work, std::stop_token token = {}) const
    {
        using Owned = std::decay_t<W>;
        detail::checkCallable<W>();
        detail::checkStoppable<Owned>();
        static_assert(detail::startsAgain<Owned> && std::copy_constructible<Owned>,
                      "a pipeline needs an operation that can be copied and started again: see call(f, args…)");
        detail::checkWork("Pipeline", work);
        const detail::ContextGuard guard;
        return detail::runPipeline<Owned>(m_policies, std::forward<W>(work), std::move(token));
    }

private:
    detail::PipelinePolicies m_policies;
};

} // namespace asyncade
