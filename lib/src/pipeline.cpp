// SPDX-License-Identifier: MIT
#include <asyncade/pipeline.h>

namespace asyncade {

namespace detail {

std::string PipelinePolicies::describe() const
{
    std::string text;
    const auto add = [&text](const std::string &layer) { text += layer + " → "; };
    if (total)
        add("total timeout (" + durationText(*total) + ")");
    if (retry)
        add("retry (" + std::to_string(retry->attempts) + (retry->attempts == 1 ? " try)" : " tries)"));
    if (timeout)
        add("timeout (" + durationText(*timeout) + ")");
    if (limiter)
        add("rate limit");
    if (semaphore)
        add("concurrency limit (" + std::to_string(semaphore->limit()) + ")");
    if (breaker)
        add("circuit breaker");
    if (hedge)
        add("hedge (" + durationText(hedge->delay) + ")");
    return text + "operation";
}

} // namespace detail

Pipeline &Pipeline::totalTimeout(Duration after, Part part)
{
    m_policies.total = after;
    m_policies.totalPart = part;
    return *this;
}

Pipeline &Pipeline::retry(RetryOptions options, RetryRules rules)
{
    detail::checkRetry(options);
    m_policies.retry = options;
    m_policies.retryRules = std::move(rules);
    return *this;
}

Pipeline &Pipeline::timeout(Duration after, Part part)
{
    m_policies.timeout = after;
    m_policies.timeoutPart = part;
    return *this;
}

Pipeline &Pipeline::limit(RateLimiter &limiter)
{
    m_policies.limiter = &limiter;
    return *this;
}

Pipeline &Pipeline::limit(Semaphore &semaphore)
{
    m_policies.semaphore = &semaphore;
    return *this;
}

Pipeline &Pipeline::breaker(CircuitBreaker &breaker)
{
    m_policies.breaker = &breaker;
    return *this;
}

Pipeline &Pipeline::hedge(HedgeOptions options)
{
    detail::checkHedge(options);
    m_policies.hedge = options;
    return *this;
}

} // namespace asyncade
