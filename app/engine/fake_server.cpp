// SPDX-License-Identifier: MIT
#include "engine/fake_server.h"

#include <asyncade/errors.h>
#include <asyncade/event.h>
#include <asyncade/sleep.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace playground {

namespace report = asyncade::report;

namespace {

constexpr quint16 tooMany = 429;
constexpr quint16 unavailable = 503;
/// No service takes longer: enough for everything, and far from the end of the clock.
constexpr double longest = 1e18;

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
    setBackend(scenario.backend);
}

void FakeServer::setBackend(const Backend &backend)
{
    m_latency = LatencyModel(backend.latency);
    m_failure = FailureRule(backend.failure, m_items);
    const Section &settings = backend.settings;
    m_slowdown = settings.number(QStringLiteral("slowdown"));
    m_perItem = settings.duration(QStringLiteral("perItem"));
    m_refuseAfter = settings.duration(QStringLiteral("refuseAfter"));
    m_tellsRetryAfter = settings.flag(QStringLiteral("retryAfter"));
    m_finishes = settings.text(QStringLiteral("onCancel")) == u"finish";
    PlaceLimits limits{.capacity = settings.optionalInteger(QStringLiteral("capacity"))};
    if (settings.text(QStringLiteral("whenFull")) == u"refuse")
        limits.queue = 0;
    else if (const auto queue = settings.optionalInteger(QStringLiteral("queue")))
        limits.queue = *queue;
    limits.watched = limits.capacity || m_slowdown > 0;
    m_places.setLimits(limits, limits.watched ? part() : m_part);
    setRate(settings);
}

void FakeServer::setRate(const Section &settings)
{
    const auto rate = settings.optionalNumber(QStringLiteral("rate"));
    const int burst = int(settings.integer(QStringLiteral("burst")));
    if (!rate) {
        m_tokens.reset();
    } else if (!m_tokens) {
        m_tokens.emplace(*rate, std::chrono::seconds(1), asyncade::RateLimiterOptions{.burst = burst, .part = part()}, "server");
    } else {
        if (*rate != m_rate)
            m_tokens->setRate(*rate, std::chrono::seconds(1));
        if (burst != m_burst)
            m_tokens->setBurst(burst);
    }
    m_rate = rate.value_or(0);
    m_burst = burst;
}

/// The server's part in the trace: a server without limits needs none.
asyncade::Part FakeServer::part()
{
    if (m_part.id == 0)
        m_part = report::part(partkind::server.data(), "backend", findKind(QStringLiteral("backend"), QStringLiteral("server"))->title.toStdString());
    return m_part;
}

QCoro::Task<Answer> FakeServer::attempt(quint32 number, std::stop_token token, quint32 members)
{
    report::attempt(number);
    ServerPlaces::Place place;
    const quint16 refused = refusal();
    Plan plan{.time = m_refuseAfter, .failure = {}};
    std::chrono::nanoseconds end{};
    try {
        if (refused == 0) {
            place = m_places.tryEnter();
            if (!place) {
                auto waiting = m_places.enter(token);
                place = co_await waiting;
            }
            plan = this->plan(asyncade::currentSpan(), members);
            end = plan.hangs() ? std::chrono::nanoseconds::max() : asyncade::Clock::current().now() + plan.time;
            place.startUntil(end);
        }
        // One sleep for both: each would take a place of its own in the frame, of which a run can have a million at once.
        if (plan.hangs())
            co_await hang(token);
        else
            co_await asyncade::sleepFor(plan.time, token);
    } catch (const asyncade::Cancelled &stopped) {
        const bool goesOn = place && m_finishes && stopped.cause().reason != asyncade::StopReason::ClockEnded;
        report::attemptEnd(number, goesOn ? asyncade::AttemptOutcome::Abandoned : outcomeOf(stopped.cause()), codeNone, {}, stopped.cause().part);
        if (goesOn)
            finishLater(std::move(place), end);
        throw;
    }
    if (refused != 0) {
        const auto comeBack = retryAfter(refused);
        report::attemptEnd(number, asyncade::AttemptOutcome::Refused, refused, comeBack);
        throw ServerError(refused, number, comeBack);
    }
    if (plan.failure) {
        report::attemptEnd(number, asyncade::AttemptOutcome::Failed, plan.failure->code);
        throw ServerError(plan.failure->code, number);
    }
    report::attemptEnd(number, asyncade::AttemptOutcome::Ok, codeOk);
    co_return Answer{.attempt = number};
}

/// With what an attempt that comes now is turned away; 0: it is let in.
quint16 FakeServer::refusal()
{
    if (m_tokens && !m_tokens->tryAcquire())
        return tooMany;
    return m_places.isFull() ? unavailable : 0;
}

/// What a refusal that is answered now says of when to come back: the time to the next token, counted from the answer.
std::optional<std::chrono::nanoseconds> FakeServer::retryAfter(quint16 refusal) const
{
    if (refusal != tooMany || !m_tellsRetryAfter)
        return std::nullopt;
    return m_tokens ? m_tokens->timeUntilReady() : std::chrono::nanoseconds{};
}

/// Keeps a place busy to the end of its work, though nobody waits for that any more.
void FakeServer::finishLater(ServerPlaces::Place place, std::chrono::nanoseconds end)
{
    // Shared, because what a scope is given must be copyable.
    auto kept = std::make_shared<ServerPlaces::Place>(std::move(place));
    const bool hangs = end == std::chrono::nanoseconds::max();
    const auto finishing = [kept, end, hangs](std::stop_token token) -> QCoro::Task<> {
        if (hangs)
            co_await hang(token);
        else
            co_await asyncade::sleepUntil(end, token);
        *kept = {};
    };
    m_leftovers.spawn("work that was given up", finishing);
}

FakeServer::Plan FakeServer::plan(const asyncade::Span &attempt, quint32 members) const
{
    Plan plan{.time = m_latency.of(m_seed, attempt.request, attempt.tryNumber, attempt.copy), .failure = m_failure.of(m_seed, attempt)};
    const SourceItem *item = attempt.request >= 1 && attempt.request <= m_items.size() ? &m_items[attempt.request - 1] : nullptr;
    if (item && item->latency)
        plan.time = *item->latency;
    plan.time = slowed(plan.time, members);
    if (item && item->fails) {
        plan.failure = attempt.tryNumber <= *item->fails ? std::optional(item->answer) : std::nullopt;
        return plan;
    }
    if (plan.failure && m_failure.after())
        plan.time = *m_failure.after();
    return plan;
}

/// A latency with what the others in service and the members of the call add.
std::chrono::nanoseconds FakeServer::slowed(std::chrono::nanoseconds latency, quint32 members) const
{
    if (m_slowdown == 0 && m_perItem.count() == 0)
        return latency;
    double time = double(latency.count());
    if (m_slowdown > 0)
        time *= 1 + m_slowdown * double(m_places.others());
    time += double(m_perItem.count()) * double(members);
    return std::chrono::nanoseconds(std::llround(std::min(time, longest)));
}

} // namespace playground
