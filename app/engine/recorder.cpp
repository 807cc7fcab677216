// SPDX-License-Identifier: MIT
#include "engine/recorder.h"

#include <utility>

namespace playground {

namespace {

using asyncade::TraceEvent;
using asyncade::TraceEventKind;

// The words of the trace are those of the library, in the same order, so that they translate by their number.
template <typename Ours, typename Theirs>
constexpr bool same(Ours ours, Theirs theirs) { return quint8(ours) == quint8(theirs); }
static_assert(same(EventKind::End, TraceEventKind::End) && same(EventKind::Settle, TraceEventKind::Settle));
static_assert(same(WaitReason::Server, asyncade::WaitReason::Server) && same(WaitReason::Quiet, asyncade::WaitReason::Quiet));
static_assert(same(GoHow::Cancelled, asyncade::GoHow::Cancelled));
static_assert(same(AttemptOutcome::Abandoned, asyncade::AttemptOutcome::Abandoned));
static_assert(same(RequestOutcome::Pending, asyncade::RequestOutcome::Pending));
static_assert(same(EndReason::Stopped, asyncade::EndReason::Stopped));

QString text(std::string_view view) { return QString::fromUtf8(view.data(), qsizetype(view.size())); }

qint64 nanosecondsOr(const std::optional<std::chrono::nanoseconds> &time, qint64 none) { return time ? time->count() : none; }

/// A record with what all kinds have in common.
Record recordOf(const TraceEvent &event)
{
    Record record;
    record.t = event.time.count();
    record.kind = EventKind(event.kind);
    record.request = event.span.request;
    return record;
}

Record attemptRecord(const TraceEvent &event)
{
    Record record = recordOf(event);
    record.a = event.number;
    record.tryNumber = quint8(event.span.tryNumber);
    record.copy = quint8(event.span.copy);
    if (event.kind == TraceEventKind::AttemptEnd) {
        record.detail = quint8(event.attemptOutcome);
        record.b = nanosecondsOr(event.retryAfter, -1);
        record.code = quint16(event.code);
        record.part = event.part.id;
    }
    return record;
}

Record waitRecord(const TraceEvent &event)
{
    Record record = recordOf(event);
    record.part = event.part.id;
    if (event.kind == TraceEventKind::Free)
        return record;
    record.tryNumber = quint8(event.span.tryNumber);
    record.copy = quint8(event.span.copy);
    if (event.kind == TraceEventKind::Wait) {
        record.detail = quint8(event.reason);
        record.a = event.count;
        record.b = nanosecondsOr(event.until, -1);
    } else {
        record.detail = quint8(event.how);
        record.a = event.from;
    }
    return record;
}

Record settleRecord(const TraceEvent &event)
{
    Record record = recordOf(event);
    record.detail = quint8(event.requestOutcome);
    record.a = event.number;
    record.b = event.from;
    record.code = quint16(event.code);
    record.part = event.part.id;
    record.copy = event.defaulted ? 1 : 0;
    return record;
}

/// Whether it is a wait that the playground draws: for a part that it knows, in the words of its own model. The others, such as the sleep
/// of the server that works, or the wait of a helper for its calls, are how the run is made.
bool isDrawn(const TraceEvent &event)
{
    const bool isWait = event.kind == TraceEventKind::Wait || event.kind == TraceEventKind::Go;
    return !isWait || (event.part.id != 0 && event.reason <= asyncade::WaitReason::Server);
}

} // namespace

void Recorder::observe(const TraceEvent &event) noexcept
{
    if (!isDrawn(event))
        return;
    switch (event.kind) {
    case TraceEventKind::Part:
        m_batch.appendPart(event.time.count(), {event.part.id, text(event.texts[0]), text(event.texts[1]), text(event.texts[2])});
        break;
    case TraceEventKind::Arrive: {
        Record record = recordOf(event);
        record.b = event.texts[0].empty() ? -1 : m_batch.addText(text(event.texts[0]));
        m_batch.append(record);
        break;
    }
    case TraceEventKind::Join: {
        Record record = recordOf(event);
        record.a = event.from;
        m_batch.append(record);
        break;
    }
    case TraceEventKind::Wait:
    case TraceEventKind::Go:
    case TraceEventKind::Free:
        m_batch.append(waitRecord(event));
        break;
    case TraceEventKind::Dispatch:
        m_batch.append(recordOf(event));
        break;
    case TraceEventKind::Attempt:
    case TraceEventKind::AttemptEnd:
        m_batch.append(attemptRecord(event));
        break;
    case TraceEventKind::Settle:
        m_batch.append(settleRecord(event));
        break;
    case TraceEventKind::Level: {
        const auto limit = event.limit > 0 ? std::optional(event.limit) : std::nullopt;
        m_batch.appendLevel(event.time.count(), event.part.id, {text(event.texts[0]), event.value, event.slope, limit});
        break;
    }
    case TraceEventKind::Edit:
        m_batch.appendEdit(event.time.count(), {text(event.texts[0]), text(event.texts[1]), text(event.texts[2])});
        break;
    case TraceEventKind::Mark:
        m_batch.appendMark(event.time.count(), text(event.texts[0]));
        break;
    case TraceEventKind::End: {
        Record record = recordOf(event);
        record.request = 0;
        record.detail = quint8(event.endReason);
        m_batch.append(record);
        break;
    }
    }
}

Trace Recorder::takeBatch()
{
    m_taken += m_batch.size();
    return std::exchange(m_batch, Trace());
}

} // namespace playground
