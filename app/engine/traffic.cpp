// SPDX-License-Identifier: MIT
#include "engine/traffic.h"

#include <asyncade/circuit_breaker.h>
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

Traffic::Traffic(const Scenario &scenario, std::chrono::nanoseconds origin)
    : m_scenario(scenario)
    , m_origin(origin)
    , m_stages(scenario)
    , m_arrivals(scenario)
    , m_settled(size_t(requestCount(scenario)))
    , m_open(count())
{
    if (m_open == 0)
        m_allSettled.set();
}

/// Times saturate, as those of the source do.
std::chrono::nanoseconds Traffic::onClock(std::chrono::nanoseconds time) const
{
    return time > std::chrono::nanoseconds::max() - m_origin ? std::chrono::nanoseconds::max() : m_origin + time;
}

QCoro::Task<> Traffic::due(quint32 number, std::stop_token token)
{
    if (const auto time = onClock(m_arrivals.of(number)); time > asyncade::Clock::current().now())
        co_await asyncade::sleepUntil(time, token);
    else if (number % arrivalsAtOnce == 0)
        co_await asyncade::yield(token);
}

QCoro::Task<> Traffic::arrive(quint32 number, std::stop_token token)
{
    auto waiting = due(number, std::move(token));
    co_await waiting;
    const asyncade::SpanScope span({.request = number});
    report::arrive(requestText(m_scenario, number).toStdString());
}

QCoro::Task<std::optional<Traffic::Request>> Traffic::next(std::stop_token token)
{
    while (m_isOpen && m_next > count()) {
        auto growing = untilGrown(token);
        co_await growing;
    }
    if (m_next > count()) {
        auto closing = closed(std::move(token));
        co_await closing;
        co_return std::nullopt;
    }
    const quint32 number = m_next++;
    auto arriving = arrive(number, std::move(token));
    co_await arriving;
    co_return Request{number};
}

QCoro::Task<> Traffic::closed(std::stop_token token)
{
    while (m_isOpen) {
        auto growing = untilGrown(token);
        co_await growing;
    }
    if (const auto end = onClock(m_arrivals.end()); end > asyncade::Clock::current().now())
        co_await asyncade::sleepUntil(end, token);
}

QCoro::Task<> Traffic::untilGrown(std::stop_token token)
{
    m_grown.reset();
    co_await m_grown.wait(token);
}

void Traffic::grow(bool isOpen)
{
    const quint32 before = count();
    m_arrivals = Arrivals(m_scenario);
    m_settled.resize(size_t(requestCount(m_scenario)));
    m_open += count() - before;
    if (m_open > 0)
        m_allSettled.reset();
    m_isOpen = isOpen;
    m_grown.set();
}

QCoro::Task<> Traffic::serve(quint32 number, OnError onError, std::stop_token token, std::vector<quint32> others)
{
    report::dispatch();
    return serveDispatched(number, onError, std::move(token), std::move(others));
}

QCoro::Task<> Traffic::serveDispatched(quint32 number, OnError onError, std::stop_token token, std::vector<quint32> others)
{
    Call call{.request = number, .members = quint32(others.size()) + 1};
    Ending ending{};
    std::exception_ptr failure;
    bool isFailure = false;
    try {
        auto running = m_stages.outermost().run(call, std::move(token));
        const Answer answer = co_await running;
        ending = {asyncade::RequestOutcome::Succeeded, answer.attempt, answer.code, answer.defaulted};
    } catch (const asyncade::Cancelled &stopped) {
        ending = cancelledBy(stopped.cause());
        // Superseded by a newer call: that is no business of the pattern's.
        if (stopped.cause().reason != asyncade::StopReason::Superseded)
            failure = std::current_exception();
    } catch (const asyncade::BrokenCircuit &rejected) {
        ending = {.outcome = asyncade::RequestOutcome::Failed, .cause = rejected.part()};
        failure = std::current_exception();
        isFailure = true;
    } catch (const asyncade::TimeoutError &late) {
        ending = {.outcome = asyncade::RequestOutcome::TimedOut, .cause = late.part()};
        failure = std::current_exception();
        isFailure = true;
    } catch (const ServerError &answer) {
        ending = {asyncade::RequestOutcome::Failed, answer.attempt(), answer.code()};
        failure = std::current_exception();
        isFailure = true;
    }
    const bool isFirst = isFailure && m_firstFailed == 0;
    if (isFirst)
        m_firstFailed = number;
    settle(number, ending);
    for (const quint32 other : others)
        settle(other, ending);
    if (failure && (!isFailure || onError == OnError::Throw || (onError == OnError::ThrowFirst && isFirst)))
        std::rethrow_exception(failure);
}

void Traffic::drop(quint32 number, quint32 cause)
{
    settle(number, {.outcome = asyncade::RequestOutcome::Dropped, .causeRequest = cause});
}

void Traffic::cancel(quint32 number, const asyncade::StopCause &cause)
{
    if (!m_settled[number - 1])
        settle(number, cancelledBy(cause));
}

Traffic::Ending Traffic::cancelledBy(const asyncade::StopCause &cause)
{
    return {.outcome = asyncade::RequestOutcome::Cancelled, .causeRequest = cause.request, .cause = cause.part};
}

void Traffic::settle(quint32 number, const Ending &ending)
{
    Q_ASSERT(!m_settled[number - 1]);
    m_settled[number - 1] = true;
    const bool cancelled = ending.outcome == asyncade::RequestOutcome::Cancelled;
    {
        const asyncade::SpanScope span({.request = number});
        report::settle(ending.outcome, ending.attempt, ending.code, ending.defaulted,
                       cancelled && ending.causeRequest == 0 ? m_firstFailed : ending.causeRequest, ending.cause);
    }
    if (--m_open == 0)
        m_allSettled.set();
}

void Traffic::cancelRest()
{
    for (quint32 number = 1; m_open > 0 && number <= count(); ++number)
        cancel(number, {});
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
