// SPDX-License-Identifier: MIT
#include "engine/fake_server.h"

#include <asyncade/errors.h>
#include <asyncade/event.h>
#include <asyncade/sleep.h>

namespace playground {

namespace report = asyncade::report;

namespace {

/// How an attempt ended that was stopped for this reason.
asyncade::AttemptOutcome outcomeOf(const asyncade::StopCause &cause)
{
    return cause.reason == asyncade::StopReason::Deadline ? asyncade::AttemptOutcome::TimedOut : asyncade::AttemptOutcome::Cancelled;
}

/// Waits for an answer that never comes.
QCoro::Task<> hang(std::stop_token token)
{
    asyncade::Event never("an answer that never comes");
    co_await never.wait(token);
}

} // namespace

FakeServer::FakeServer(const Scenario &scenario)
    : m_seed(scenario.seed)
    , m_items(sourceItems(scenario.source))
    , m_latency(scenario.backend.latency)
    , m_failure(scenario.backend.failure, m_items)
{
}

void FakeServer::setBackend(const Backend &backend)
{
    m_latency = LatencyModel(backend.latency);
    m_failure = FailureRule(backend.failure, m_items);
}

QCoro::Task<Answer> FakeServer::attempt(quint32 number, std::stop_token token)
{
    const Plan plan = this->plan(asyncade::currentSpan());
    report::attempt(number);
    try {
        if (plan.failure && plan.failure->hang)
            co_await hang(token);
        else
            co_await asyncade::sleepFor(plan.time, token);
    } catch (const asyncade::Cancelled &stopped) {
        report::attemptEnd(number, outcomeOf(stopped.cause()), codeNone, {}, stopped.cause().part);
        throw;
    }
    if (plan.failure) {
        report::attemptEnd(number, asyncade::AttemptOutcome::Failed, plan.failure->code);
        throw ServerError(plan.failure->code, number);
    }
    report::attemptEnd(number, asyncade::AttemptOutcome::Ok, codeOk);
    co_return Answer{.attempt = number};
}

FakeServer::Plan FakeServer::plan(const asyncade::Span &attempt) const
{
    Plan plan{.time = m_latency.of(m_seed, attempt.request, attempt.tryNumber, attempt.copy), .failure = m_failure.of(m_seed, attempt)};
    const SourceItem *item = attempt.request >= 1 && attempt.request <= m_items.size() ? &m_items[attempt.request - 1] : nullptr;
    if (item && item->latency)
        plan.time = *item->latency;
    if (item && item->fails) {
        plan.failure = attempt.tryNumber <= *item->fails ? std::optional(item->answer) : std::nullopt;
        return plan;
    }
    if (plan.failure && m_failure.after())
        plan.time = *m_failure.after();
    return plan;
}

} // namespace playground
