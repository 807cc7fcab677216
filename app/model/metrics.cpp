// SPDX-License-Identifier: MIT
#include "model/metrics.h"

#include <algorithm>

namespace playground {

namespace {

bool countsAsWait(WaitReason reason) { return reason != WaitReason::Backoff && reason != WaitReason::Server; }

/// Successes per second with 3 decimals, half up, from whole nanoseconds.
std::optional<double> throughput(qint64 succeeded, qint64 ns)
{
    if (succeeded == 0)
        return 0.0;
    if (ns == 0)
        return std::nullopt;
    return double(dividedHalfUp(Wide(succeeded) * 1'000'000'000'000, ns)) / 1000.0;
}

} // namespace

void Metrics::update(const Trace &trace)
{
    for (; m_seen < trace.size(); ++m_seen) {
        const Record &record = trace.records()[size_t(m_seen)];
        if (record.kind == EventKind::Part)
            part(trace.part(record.part));
        follow(record);
    }
}

/// An input that is turned away by a debounce or throttle is dropped, and counted by its outcome.
void Metrics::part(const PartInfo *part)
{
    if (part && (part->kind == partkind::debounce || part->kind == partkind::throttle))
        m_droppers.push_back(part->id);
}

void Metrics::follow(const Record &record)
{
    m_lastEvent = record.t;
    switch (record.kind) {
    case EventKind::Arrive:
        request(record.request).arrived = record.t;
        return;
    case EventKind::Join:
        return join(record);
    case EventKind::Wait:
        return wait(record);
    case EventKind::Go:
        return go(record);
    case EventKind::Attempt:
        return attempt(record);
    case EventKind::AttemptEnd:
        return attemptEnd(record);
    case EventKind::Settle:
        return settle(record);
    case EventKind::End:
        return end(record);
    default:
        return;
    }
}

void Metrics::join(const Record &record)
{
    if (record.a == record.request)
        return;
    Request &lead = request(record.a);
    const quint32 next = lead.firstMember;
    lead.firstMember = record.request;
    request(record.request).nextMember = next;
}

void Metrics::wait(const Record &record)
{
    if (!countsAsWait(record.reason()))
        return;
    Open open;
    open.begin = record.t;
    open.part = record.part;
    open.tryNumber = record.tryNumber;
    open.copy = record.copy;
    push(request(record.request), open);
}

void Metrics::go(const Record &record)
{
    if (record.how() == GoHow::Rejected && std::ranges::find(m_droppers, record.part) == m_droppers.end())
        ++m_rejected;
    Request &r = request(record.request);
    const auto wait = take(r, [&](const Open &open) {
        return open.number == 0 && open.part == record.part && open.tryNumber == record.tryNumber &&
               open.copy == record.copy;
    });
    if (wait)
        addWait(r, record.t - wait->begin);
}

void Metrics::attempt(const Record &record)
{
    ++m_attempts;
    m_inFlight.begin(record.t);
    Request &r = request(record.request);
    if (r.firstAttempt < 0)
        r.firstAttempt = record.t;
    markAttempted(r);
    for (quint32 member = r.firstMember; member != 0; member = request(member).nextMember)
        markAttempted(request(member));
    Open open;
    open.begin = record.t;
    open.number = record.a;
    push(r, open);
}

void Metrics::attemptEnd(const Record &record)
{
    Request &r = request(record.request);
    auto attempt =
        take(r, [&](const Open &open) { return open.number == record.a && open.number != 0 && open.end < 0; });
    if (!attempt)
        return;
    m_inFlight.end(record.t, attempt->begin);
    attempt->end = record.t;
    if (record.attemptOutcome() == AttemptOutcome::Refused)
        ++m_refused;
    if (record.attemptOutcome() != AttemptOutcome::Ok || (r.settled && r.result != attempt->number))
        waste(*attempt);
    else if (!r.settled)
        push(r, *attempt); // Whether it gave the result is known when the request settles.
}

void Metrics::settle(const Record &record)
{
    Request &r = request(record.request);
    if (r.settled)
        return;
    const RequestOutcome outcome = record.requestOutcome();
    r.settled = true;
    r.result = outcome == RequestOutcome::Succeeded ? record.a : 0;
    while (const auto judged = take(r, [](const Open &open) { return open.number != 0 && open.end >= 0; })) {
        if (judged->number != r.result)
            waste(*judged);
    }

    ++m_outcomes[size_t(outcome)];
    m_defaulted += record.copy == 1;
    m_lastSettle = record.t;
    if (outcome == RequestOutcome::Succeeded && r.arrived >= 0) {
        m_latencies.add(record.t - r.arrived);
        m_latencySum += record.t - r.arrived;
    }
    if (r.firstAttempt >= 0)
        m_callTime += record.t - r.firstAttempt;
}

void Metrics::end(const Record &record)
{
    m_ended = true;
    for (Request &r : m_state) {
        while (const auto wait = take(r, [](const Open &open) { return open.number == 0; }))
            addWait(r, record.t - wait->begin);
    }
}

Metrics::Request &Metrics::request(quint32 number)
{
    Q_ASSERT(number > 0);
    while (m_state.size() < number)
        m_state.push_back({});
    return m_state[number - 1];
}

void Metrics::markAttempted(Request &request)
{
    if (request.hasAttempt)
        return;
    request.hasAttempt = true;
    ++m_attempted;
    m_waitSum += request.waited;
    m_waitMax = std::max(m_waitMax, request.waited);
}

void Metrics::addWait(Request &request, qint64 length)
{
    request.waited += length;
    if (!request.hasAttempt)
        return;
    m_waitSum += length;
    m_waitMax = std::max(m_waitMax, request.waited);
}

void Metrics::waste(const Open &attempt)
{
    ++m_wastedAttempts;
    m_wasted += attempt.end - attempt.begin;
}

void Metrics::push(Request &request, const Open &open)
{
    quint32 entry = m_freeOpen;
    if (entry == none) {
        entry = quint32(m_open.size());
        m_open.push_back({});
    } else {
        m_freeOpen = m_open[entry].next;
    }
    m_open[entry] = open;
    m_open[entry].next = request.open;
    request.open = entry;
}

template <typename Predicate>
std::optional<Metrics::Open> Metrics::take(Request &request, Predicate matches)
{
    for (quint32 *link = &request.open; *link != none; link = &m_open[*link].next) {
        const quint32 entry = *link;
        if (!matches(m_open[entry]))
            continue;
        const Open found = m_open[entry];
        *link = found.next;
        m_open[entry].next = m_freeOpen;
        m_freeOpen = entry;
        return found;
    }
    return std::nullopt;
}

Metrics::Values::Latency Metrics::latency() const
{
    Values::Latency latency;
    latency.min = m_latencies.min();
    latency.mean = qint64(dividedHalfUp(m_latencySum, Wide(m_latencies.count()) * 1000)) * 1000;
    latency.p50 = m_latencies.at(50);
    latency.p95 = m_latencies.at(95);
    latency.p99 = m_latencies.at(99);
    latency.max = m_latencies.max();
    return latency;
}

Metrics::Values Metrics::values(qint64 now) const
{
    const auto count = [this](RequestOutcome outcome) { return m_outcomes[size_t(outcome)]; };
    Values v;
    v.requests = m_requests;
    v.succeeded = count(RequestOutcome::Succeeded);
    v.failed = count(RequestOutcome::Failed);
    v.timedOut = count(RequestOutcome::TimedOut);
    v.cancelled = count(RequestOutcome::Cancelled);
    v.dropped = count(RequestOutcome::Dropped);
    v.pending = m_requests - v.settled();
    v.defaulted = m_defaulted;
    v.virtualTime = v.pending == 0 ? m_lastSettle : m_ended ? m_lastEvent : std::max(now, m_lastEvent);
    v.attempts = m_attempts;
    v.wastedAttempts = m_wastedAttempts;
    v.wasted = m_wasted;
    v.refused = m_refused;
    v.rejected = m_rejected;
    v.maxInFlight = m_inFlight.peak();
    v.throughputPerSecond = throughput(v.succeeded, v.virtualTime);
    if (m_latencies.count() > 0)
        v.latency = latency();
    if (m_attempted > 0)
        v.wait = Values::Wait{qint64(dividedHalfUp(m_waitSum, Wide(m_attempted) * 1000)) * 1000, m_waitMax};
    if (v.virtualTime > 0 && m_callTime > 0)
        v.fasterThanOneByOne = double(m_callTime) / double(v.virtualTime);
    return v;
}

} // namespace playground
