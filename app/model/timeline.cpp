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

bool countsAsQueued(WaitReason reason) { return reason != WaitReason::Backoff && reason != WaitReason::Server; }

} // namespace

std::optional<SpanState> stateOf(RequestOutcome outcome)
{
    switch (outcome) {
    case RequestOutcome::Succeeded:
        return SpanState::Succeeded;
    case RequestOutcome::Failed:
        return SpanState::Failed;
    case RequestOutcome::TimedOut:
        return SpanState::TimedOut;
    case RequestOutcome::Cancelled:
    case RequestOutcome::Dropped:
        return SpanState::Cancelled;
    case RequestOutcome::Pending:
        break;
    }
    return std::nullopt;
}

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
        return attemptEnd(trace, record);
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
    if (part.id >= m_slots.size())
        m_slots.resize(size_t(part.id) + 1);
    m_slots[part.id].grants = part.kind == partkind::slots_;
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

void Timeline::join(const Record &record) { lane(record.request).lead = record.a; }

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
    if (span.reason == WaitReason::Server)
        forOpenAttempt(span, [](Span &attempt) { attempt.inServerQueue = true; });
}

void Timeline::go(const Record &record)
{
    closeWait(record);
    if (record.how() != GoHow::Granted || !grantsSlots(record.part))
        return;
    m_grants.grant(record.part, record.request, record.a, record.t, m_record);
    Slots &slots_ = m_slots[record.part];
    ++slots_.open;
    if (slots_.limited)
        add(m_held, record.t, +1);
}

void Timeline::free(const Record &record)
{
    if (!m_grants.free(record.part, record.request, record.t, m_record))
        return;
    Slots &slots_ = m_slots[record.part];
    --slots_.open;
    if (slots_.limited)
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

void Timeline::attemptEnd(const Trace &trace, const Record &record)
{
    Span *span = closeAttempt(record);
    if (!span)
        return;
    span->outcome = record.attemptOutcome();
    span->state = stateOf(span->outcome);
    if (const PartInfo *cause = trace.part(record.part); cause && cause->kind == partkind::timeout)
        span->state = SpanState::TimedOut; // Also when the server goes on with it.
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
    if (grantsSlots(record.part) && level.name == QLatin1String("limit"))
        setLimited(record, level.value > 0);
    auto track = std::ranges::find_if(
        m_levels, [&](const LevelTrack &other) { return other.part == record.part && other.name == level.name; });
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
        m_openOf.push_back(none);
    }
    return m_lanes[request - 1];
}

bool Timeline::grantsSlots(quint16 part) const { return part < m_slots.size() && m_slots[part].grants; }

void Timeline::setLimited(const Record &record, bool limited)
{
    Slots &slots_ = m_slots[record.part];
    if (limited == slots_.limited)
        return;
    slots_.limited = limited;
    if (slots_.open > 0)
        add(m_held, record.t, limited ? slots_.open : -slots_.open);
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
    m_open[entry] = {index, m_openOf[span.request - 1]};
    m_openOf[span.request - 1] = entry;
    if (span.copy > 0)
        l.lastCopy = std::max(l.lastCopy, span.copy);
    markOverlap(m_spans[index]);
}

/// Copies of a call that go on at the same time; what is drawn inside an attempt has no place of its own.
void Timeline::markOverlap(Span &span)
{
    if (span.reason == WaitReason::Server)
        return;
    for (quint32 entry = m_openOf[span.request - 1]; entry != none; entry = m_open[entry].next) {
        Span &other = m_spans[m_open[entry].span];
        if (other.copy != span.copy && other.reason != WaitReason::Server)
            span.overlaps = other.overlaps = true;
    }
}

template <typename Predicate>
Span *Timeline::close(quint32 request, Predicate matches)
{
    lane(request);
    quint32 *link = &m_openOf[request - 1];
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
        return open.isWait() && open.part == record.part && open.tryNumber == record.tryNumber &&
               open.copy == record.copy;
    });
    if (!span)
        return nullptr; // A permit or token that was had without waiting.
    span->end = record.t;
    span->how = record.how();
    span->from = record.a;
    if (countsAsQueued(span->reason))
        add(m_queued, record.t, -1);
    if (span->reason == WaitReason::Server)
        countServerWait(*span);
    return span;
}

void Timeline::countServerWait(const Span &wait)
{
    forOpenAttempt(wait, [&](Span &attempt) {
        attempt.serverWait += wait.end - wait.begin;
        attempt.inServerQueue = false;
    });
}

/// The attempt that a wait in the server's queue belongs to.
template <typename Action>
void Timeline::forOpenAttempt(const Span &wait, Action action)
{
    for (quint32 entry = m_openOf[wait.request - 1]; entry != none; entry = m_open[entry].next) {
        Span &open = m_spans[m_open[entry].span];
        if (!open.isWait() && open.tryNumber == wait.tryNumber && open.copy == wait.copy)
            action(open);
    }
}

Span *Timeline::closeAttempt(const Record &record)
{
    Span *span = close(record.request, [&](const Span &open) { return !open.isWait() && open.number == record.a; });
    if (span)
        span->end = record.t;
    return span;
}

qint32 Timeline::valueAt(const std::vector<Step> &counter, qint64 t)
{
    const auto after = std::ranges::upper_bound(counter, t, {}, &Step::t);
    return after == counter.begin() ? 0 : std::prev(after)->value;
}

} // namespace playground
