// SPDX-License-Identifier: MIT
#include "model/timeline.h"

#include <algorithm>

namespace playground {

namespace {

void add(std::vector<Step> &counter, qint64 t, qint32 change)
{
    const qint32 value = (counter.empty() ? 0 : counter.back().value) + change;
    if (!counter.empty() && counter.back().t == t)
        counter.back().value = value;
    else
        counter.push_back({t, value});
}

SpanState stateOf(WaitReason reason)
{
    switch (reason) {
    case WaitReason::Token:
    case WaitReason::Pause:
        return SpanState::Token;
    case WaitReason::Backoff:
        return SpanState::Backoff;
    case WaitReason::Server:
        return SpanState::Running;
    default:
        return SpanState::Queued;
    }
}

SpanState stateOf(AttemptOutcome outcome)
{
    switch (outcome) {
    case AttemptOutcome::Ok:
        return SpanState::Succeeded;
    case AttemptOutcome::Failed:
    case AttemptOutcome::Refused:
        return SpanState::Failed;
    case AttemptOutcome::TimedOut:
        return SpanState::TimedOut;
    case AttemptOutcome::Cancelled:
    case AttemptOutcome::Abandoned:
        return SpanState::Cancelled;
    }
    return SpanState::Cancelled;
}

bool countsAsQueued(WaitReason reason)
{
    return reason != WaitReason::Backoff && reason != WaitReason::Server;
}

} // namespace

void Timeline::update(const Trace &trace)
{
    for (; m_seen < trace.size(); ++m_seen) {
        m_record = quint32(m_seen);
        follow(trace, trace.records()[size_t(m_seen)]);
    }
}

void Timeline::follow(const Trace &trace, const Record &record)
{
    switch (record.kind) {
    case EventKind::Part:
        return addPart(trace.parts()[size_t(record.b)]);
    case EventKind::Arrive:
        return arrive(record);
    case EventKind::Join:
        return join(record);
    case EventKind::Wait:
        return wait(record);
    case EventKind::Go:
        return go(record);
    case EventKind::Free:
        return free(record);
    case EventKind::Dispatch:
        return dispatch(record);
    case EventKind::Attempt:
        return attempt(record);
    case EventKind::AttemptEnd:
        return attemptEnd(record);
    case EventKind::Settle:
        return settle(record);
    case EventKind::Level:
        return level(trace, record);
    case EventKind::Edit:
    case EventKind::Mark:
        m_flags.push_back({record.t, m_record});
        return;
    case EventKind::End:
        m_ended = record.endReason();
        return;
    }
}

void Timeline::addPart(const PartInfo &part)
{
    role(part.id).grantsSlots = part.kind == partkind::slots_;
    if (part.path == QLatin1String("pattern") && (part.kind == partkind::debounce || part.kind == partkind::throttle))
        m_outAtDispatch = true;
}

void Timeline::arrive(const Record &record)
{
    Lane &l = lane(record.request);
    l.arrived = record.t;
    l.text = record.b;
    m_in.push_back({record.t, record.request});
}

void Timeline::join(const Record &record)
{
    lane(record.request).lead = record.a;
}

void Timeline::wait(const Record &record)
{
    Span span;
    span.begin = record.t;
    span.request = record.request;
    span.ahead = record.a;
    span.part = record.part;
    span.tryNumber = record.tryNumber;
    span.copy = record.copy;
    span.reason = record.reason();
    span.state = stateOf(span.reason);
    open(span);
    if (countsAsQueued(span.reason))
        add(m_queued, record.t, +1);
}

void Timeline::go(const Record &record)
{
    closeWait(record);
    PartRole &part = role(record.part);
    if (record.how() != GoHow::Granted || !part.grantsSlots)
        return;
    if (record.a != 0)
        handOver(record.part, record.a, record.request);
    lane(record.request);
    Follow &follow = m_follow[record.request - 1];
    Grant grant;
    grant.holder = {record.request, record.t, -1, 0};
    grant.grantRecord = m_record;
    grant.active = ++part.active;
    grant.earlier = follow.lastGrant;
    grant.part = record.part;
    follow.lastGrant = quint32(m_grants.size());
    m_grants.push_back(grant);
    add(m_held, record.t, +1);
}

void Timeline::free(const Record &record)
{
    Grant *grant = latestGrant(record.request, record.part, true);
    if (!grant)
        return;
    grant->holder.until = record.t;
    grant->freeRecord = m_record;
    --role(record.part).active;
    add(m_held, record.t, -1);
}

void Timeline::dispatch(const Record &record)
{
    if (m_outAtDispatch)
        m_out.push_back({record.t, record.request});
}

void Timeline::attempt(const Record &record)
{
    Span span;
    span.begin = record.t;
    span.request = record.request;
    span.number = record.a;
    span.tryNumber = record.tryNumber;
    span.copy = record.copy;
    span.state = SpanState::Running;
    open(span);
    ++lane(record.request).attempts;
    add(m_inFlight, record.t, +1);
}

void Timeline::attemptEnd(const Record &record)
{
    Span *span = closeAttempt(record);
    if (!span)
        return;
    span->outcome = record.attemptOutcome();
    span->state = stateOf(span->outcome);
    span->code = record.code;
    span->part = record.part;
    add(m_inFlight, record.t, -1);
}

void Timeline::settle(const Record &record)
{
    Lane &l = lane(record.request);
    l.settled = record.t;
    l.outcome = record.requestOutcome();
    l.defaulted = record.copy == 1;
    l.code = record.code;
    l.resultAttempt = record.a;
    l.causeRequest = quint32(record.b);
    l.causePart = record.part;
    add(m_done, record.t, +1);
    const bool dropped = l.outcome == RequestOutcome::Dropped;
    if (dropped && l.lastSpan != noSpan && m_spans[l.lastSpan].isWait())
        m_spans[l.lastSpan].dropped = true;
    if (!m_outAtDispatch && !dropped && l.arrived >= 0)
        m_out.push_back({record.t, record.request});
}

void Timeline::level(const Trace &trace, const Record &record)
{
    const Level level = trace.level(record);
    auto track = std::ranges::find_if(m_levels, [&](const LevelTrack &other) {
        return other.part == record.part && other.name == level.name;
    });
    if (track == m_levels.end())
        track = m_levels.insert(track, {record.part, level.name, {}});
    track->steps.push_back({record.t, level.value, level.slopePerSecond, level.limit});
}

Lane &Timeline::lane(quint32 request)
{
    Q_ASSERT(request > 0);
    while (m_lanes.size() < request) {
        Lane next;
        next.request = quint32(m_lanes.size()) + 1;
        m_lanes.push_back(next);
        m_follow.push_back({});
    }
    return m_lanes[request - 1];
}

Timeline::PartRole &Timeline::role(quint16 part)
{
    if (part >= m_roles.size())
        m_roles.resize(size_t(part) + 1);
    return m_roles[part];
}

void Timeline::open(const Span &span)
{
    const auto index = quint32(m_spans.size());
    m_spans.push_back(span);
    m_spans.back().record = m_record;

    Lane &l = lane(span.request);
    (l.lastSpan == noSpan ? l.firstSpan : m_spans[l.lastSpan].next) = index;
    l.lastSpan = index;
    ++l.spanCount;

    quint32 entry = m_freeOpen;
    if (entry == none) {
        entry = quint32(m_open.size());
        m_open.emplace_back();
    } else {
        m_freeOpen = m_open[entry].next;
    }
    m_open[entry] = {index, m_follow[span.request - 1].openSpans};
    m_follow[span.request - 1].openSpans = entry;
}

template <typename Predicate> Span *Timeline::close(quint32 request, Predicate matches)
{
    lane(request);
    quint32 *link = &m_follow[request - 1].openSpans;
    while (*link != none) {
        const quint32 entry = *link;
        Span &span = m_spans[m_open[entry].span];
        if (matches(span)) {
            *link = m_open[entry].next;
            m_open[entry].next = m_freeOpen;
            m_freeOpen = entry;
            return &span;
        }
        link = &m_open[entry].next;
    }
    return nullptr;
}

Span *Timeline::closeWait(const Record &record)
{
    Span *span = close(record.request, [&](const Span &open) {
        return open.isWait() && open.part == record.part && open.tryNumber == record.tryNumber && open.copy == record.copy;
    });
    if (!span)
        return nullptr; // A permit or token that was had without waiting.
    span->end = record.t;
    span->how = record.how();
    span->from = record.a;
    if (countsAsQueued(span->reason))
        add(m_queued, record.t, -1);
    if (span->reason == WaitReason::Server) {
        for (quint32 entry = m_follow[record.request - 1].openSpans; entry != none; entry = m_open[entry].next) {
            Span &open = m_spans[m_open[entry].span];
            if (!open.isWait() && open.tryNumber == record.tryNumber && open.copy == record.copy)
                open.serverWait += span->end - span->begin;
        }
    }
    return span;
}

Span *Timeline::closeAttempt(const Record &record)
{
    Span *span = close(record.request, [&](const Span &open) { return !open.isWait() && open.number == record.a; });
    if (span)
        span->end = record.t;
    return span;
}

void Timeline::handOver(quint16 part, quint32 from, quint32 to)
{
    if (Grant *grant = latestGrant(from, part, false))
        grant->holder.to = to;
}

Timeline::Grant *Timeline::latestGrant(quint32 request, quint16 part, bool stillHeld)
{
    lane(request);
    for (quint32 i = m_follow[request - 1].lastGrant; i != none; i = m_grants[i].earlier) {
        Grant &grant = m_grants[i];
        if (grant.part == part && (!stillHeld || grant.freeRecord == none))
            return &grant;
    }
    return nullptr;
}

qint32 Timeline::valueAt(const std::vector<Step> &counter, qint64 t)
{
    const auto after = std::ranges::upper_bound(counter, t, {}, &Step::t);
    return after == counter.begin() ? 0 : std::prev(after)->value;
}

std::vector<Timeline::Holder> Timeline::holdersAt(const Span &wait) const
{
    return holdersAfter(wait.part, wait.record);
}

std::vector<Timeline::Holder> Timeline::holdersAt(quint16 part, qint64 t) const
{
    // Grants and frees are ordered alike by time and by record, so the last grant at `t` marks the place among the grants; what was
    // freed up to `t` is told by its time.
    const auto after = std::ranges::upper_bound(m_grants, t, {}, [](const Grant &grant) { return grant.holder.since; });
    std::vector<Holder> holders;
    if (after == m_grants.begin())
        return holders;
    holders = holdersAfter(part, std::prev(after)->grantRecord + 1);
    std::erase_if(holders, [t](const Holder &holder) { return holder.until >= 0 && holder.until <= t; });
    return holders;
}

std::vector<Timeline::Holder> Timeline::grantsOf(quint32 request) const
{
    std::vector<Holder> grants;
    if (request == 0 || request > m_follow.size())
        return grants;
    for (quint32 i = m_follow[request - 1].lastGrant; i != none; i = m_grants[i].earlier)
        grants.push_back(m_grants[i].holder);
    std::ranges::reverse(grants);
    return grants;
}

/// The holders after the first `records` records. Looks back from the last grant only as far as there are holders to find.
std::vector<Timeline::Holder> Timeline::holdersAfter(quint16 part, quint32 records) const
{
    std::vector<Holder> holders;
    const auto after = std::ranges::lower_bound(m_grants, records, {}, &Grant::grantRecord);
    quint32 toFind = none;
    quint32 last = 0;
    for (auto i = after; i != m_grants.begin() && toFind > 0;) {
        const Grant &grant = *--i;
        if (grant.part != part)
            continue;
        if (toFind == none) {
            toFind = grant.active;
            last = grant.grantRecord;
        }
        if (grant.freeRecord <= last)
            continue;
        --toFind;
        if (grant.freeRecord >= records)
            holders.push_back(grant.holder);
    }
    std::ranges::reverse(holders);
    return holders;
}

} // namespace playground
