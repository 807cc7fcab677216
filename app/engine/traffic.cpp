// SPDX-License-Identifier: MIT
#include "engine/traffic.h"

#include <asyncade/errors.h>
#include <asyncade/sleep.h>

#include <exception>

namespace playground {

namespace report = asyncade::report;

namespace {

/// After so many arrivals at one instant others get their turn, so that a run can be interrupted between them.
constexpr quint32 arrivalsAtOnce = 256;

} // namespace

Traffic::EditGuard::EditGuard(Traffic &traffic, std::function<void(const Section &)> apply)
    : m_traffic(traffic), m_place(traffic.m_handlers.insert(traffic.m_handlers.end(), std::move(apply)))
{
}

Traffic::Traffic(const Scenario &scenario)
    : m_scenario(scenario), m_stages(scenario), m_items(sourceItems(scenario.source)), m_settled(size_t(requestCount(scenario)))
{
}

std::chrono::nanoseconds Traffic::timeOf(quint32 number) const
{
    return m_items.empty() ? std::chrono::nanoseconds{} : m_items[number - 1].at;
}

QCoro::Task<> Traffic::arrive(quint32 number, std::stop_token token)
{
    if (const auto time = timeOf(number); time > asyncade::Clock::current().now())
        co_await asyncade::sleepUntil(time, token);
    else if (number % arrivalsAtOnce == 0)
        co_await asyncade::yield(token);
    const asyncade::SpanScope span({.request = number});
    report::arrive(requestText(m_scenario, number).toStdString());
}

QCoro::Task<std::optional<Traffic::Request>> Traffic::next(std::stop_token token)
{
    if (m_next > count())
        co_return std::nullopt;
    const quint32 number = m_next++;
    auto arriving = arrive(number, std::move(token));
    co_await arriving;
    co_return Request{number};
}

QCoro::Task<> Traffic::serve(quint32 number, OnError onError, std::stop_token token)
{
    report::dispatch();
    Call call{.request = number};
    std::exception_ptr failure;
    const bool first = m_firstFailed == 0;
    try {
        auto running = m_stages.outermost().run(call, std::move(token));
        const Answer answer = co_await running;
        m_settled[number - 1] = true;
        report::settle(asyncade::RequestOutcome::Succeeded, answer.attempt, answer.code, answer.defaulted);
        co_return;
    } catch (const asyncade::Cancelled &stopped) {
        settleCancelled(number, stopped.cause().request, stopped.cause().part);
        throw;
    } catch (const asyncade::TimeoutError &late) {
        settleFailed(number, asyncade::RequestOutcome::TimedOut, 0, codeNone, late.part());
        failure = std::current_exception();
    } catch (const ServerError &answer) {
        settleFailed(number, asyncade::RequestOutcome::Failed, answer.attempt(), answer.code(), {});
        failure = std::current_exception();
    }
    if (onError == OnError::Throw || (onError == OnError::ThrowFirst && first))
        std::rethrow_exception(failure);
}

void Traffic::settleFailed(quint32 number, asyncade::RequestOutcome outcome, quint32 attempt, quint16 code, asyncade::Part cause)
{
    if (m_firstFailed == 0)
        m_firstFailed = number;
    m_settled[number - 1] = true;
    report::settle(outcome, attempt, code, false, 0, cause);
}

void Traffic::settleCancelled(quint32 number, quint32 causeRequest, asyncade::Part cause)
{
    m_settled[number - 1] = true;
    report::settle(asyncade::RequestOutcome::Cancelled, 0, codeNone, false, causeRequest != 0 ? causeRequest : m_firstFailed, cause);
}

void Traffic::cancelRest()
{
    for (quint32 number = 1; number <= count(); ++number) {
        if (m_settled[number - 1])
            continue;
        const asyncade::SpanScope span({.request = number});
        settleCancelled(number, 0, {});
    }
}

asyncade::Part Traffic::part(const char *kind) const
{
    return report::part(kind, "pattern", pattern().kind().title.toStdString());
}

void Traffic::edited()
{
    m_stages.edited(m_scenario);
    for (const auto &apply : m_handlers)
        apply(m_scenario.pattern);
}

} // namespace playground
