// SPDX-License-Identifier: MIT
#pragma once

#include "model/trace.h"

#include <chrono>

namespace playground {

/// Writes a trace by hand, in the words of the event table:
///
///     TraceBuilder trace;
///     trace.at(0ms).arrive(1).attempt(1, 1).at(100ms).attemptEnd(1, 1).settle(1, RequestOutcome::Succeeded, 1);
class TraceBuilder {
public:
    TraceBuilder &at(std::chrono::nanoseconds t)
    {
        m_t = t.count();
        return *this;
    }
    TraceBuilder &part(quint16 id, const QString &kind, const QString &path = QStringLiteral("pattern"))
    {
        m_trace.appendPart(m_t, {id, kind, path, kind});
        return *this;
    }
    TraceBuilder &limit(quint16 id, int value)
    {
        m_trace.appendLevel(m_t, id, {QStringLiteral("limit"), double(value), 0, {}});
        return *this;
    }
    TraceBuilder &arrive(quint32 request, const QString &text = {})
    {
        Record record = make(EventKind::Arrive, request);
        record.b = text.isEmpty() ? -1 : m_trace.addText(text);
        return append(record);
    }
    TraceBuilder &join(quint32 request, quint32 lead)
    {
        Record record = make(EventKind::Join, request);
        record.a = lead;
        return append(record);
    }
    TraceBuilder &wait(quint32 request, quint16 part, WaitReason reason, quint32 ahead = 0, quint8 tryNumber = 1,
                       quint8 copy = 0, std::chrono::nanoseconds until = std::chrono::nanoseconds(-1))
    {
        Record record = make(EventKind::Wait, request);
        record.part = part;
        record.detail = quint8(reason);
        record.a = ahead;
        record.b = until.count();
        record.tryNumber = tryNumber;
        record.copy = copy;
        return append(record);
    }
    TraceBuilder &go(quint32 request, quint16 part, GoHow how = GoHow::Granted, quint32 from = 0, quint8 tryNumber = 1,
                     quint8 copy = 0)
    {
        Record record = make(EventKind::Go, request);
        record.part = part;
        record.detail = quint8(how);
        record.a = from;
        record.tryNumber = tryNumber;
        record.copy = copy;
        return append(record);
    }
    TraceBuilder &free(quint32 request, quint16 part)
    {
        Record record = make(EventKind::Free, request);
        record.part = part;
        return append(record);
    }
    TraceBuilder &dispatch(quint32 request) { return append(make(EventKind::Dispatch, request)); }
    TraceBuilder &attempt(quint32 request, quint32 number, quint8 tryNumber = 1, quint8 copy = 0)
    {
        Record record = make(EventKind::Attempt, request);
        record.a = number;
        record.tryNumber = tryNumber;
        record.copy = copy;
        return append(record);
    }
    TraceBuilder &attemptEnd(quint32 request, quint32 number, AttemptOutcome outcome = AttemptOutcome::Ok,
                             quint16 code = codeOk, quint16 cause = 0,
                             std::chrono::nanoseconds retryAfter = std::chrono::nanoseconds(-1))
    {
        Record record = make(EventKind::AttemptEnd, request);
        record.a = number;
        record.b = retryAfter.count();
        record.detail = quint8(outcome);
        record.code = code;
        record.part = cause;
        return append(record);
    }
    TraceBuilder &settle(quint32 request, RequestOutcome outcome, quint32 number = 0, quint32 cause = 0,
                         bool defaulted = false, quint16 causePart = 0)
    {
        Record record = make(EventKind::Settle, request);
        record.a = number;
        record.b = cause;
        record.detail = quint8(outcome);
        record.code = outcome == RequestOutcome::Succeeded ? codeOk : codeNone;
        record.copy = defaulted ? 1 : 0;
        record.part = causePart;
        return append(record);
    }
    TraceBuilder &edit(const QString &path, const QString &before, const QString &after)
    {
        m_trace.appendEdit(m_t, {path, before, after});
        return *this;
    }
    TraceBuilder &end(EndReason reason = EndReason::Done)
    {
        Record record = make(EventKind::End, 0);
        record.detail = quint8(reason);
        return append(record);
    }

    const Trace &trace() const { return m_trace; }
    operator const Trace &() const { return m_trace; }

private:
    Record make(EventKind kind, quint32 request) const
    {
        Record record;
        record.t = m_t;
        record.kind = kind;
        record.request = request;
        return record;
    }
    TraceBuilder &append(const Record &record)
    {
        m_trace.append(record);
        return *this;
    }

    Trace m_trace;
    qint64 m_t = 0;
};

} // namespace playground
