// SPDX-License-Identifier: MIT
#pragma once

#include "model/run.h"
#include "model/trace.h"

#include <QJsonObject>

namespace playground {

/// Writes traces by hand, in ms, for runs that a test wants to see painted.
class TraceBuilder {
public:
    static constexpr qint64 ms = 1'000'000;

    TraceBuilder &part(quint16 id, const QString &kind, const QString &path, const QString &name = {})
    {
        m_trace.appendPart(0, {id, kind, path, name});
        return *this;
    }
    TraceBuilder &arrive(qint64 t, quint32 request)
    {
        Record record = make(t, EventKind::Arrive, request);
        record.b = m_trace.addText(QStringLiteral("GET /pages/%1").arg(request));
        m_trace.append(record);
        return *this;
    }
    TraceBuilder &wait(qint64 t, quint32 request, WaitReason reason, quint16 part = 1, quint8 tryNumber = 1)
    {
        Record record = make(t, EventKind::Wait, request);
        record.detail = quint8(reason);
        record.part = part;
        record.tryNumber = tryNumber;
        m_trace.append(record);
        return *this;
    }
    TraceBuilder &go(qint64 t, quint32 request, quint32 from = 0, quint16 part = 1, quint8 tryNumber = 1,
                     GoHow how = GoHow::Granted)
    {
        Record record = make(t, EventKind::Go, request);
        record.detail = quint8(how);
        record.a = from;
        record.part = part;
        record.tryNumber = tryNumber;
        m_trace.append(record);
        return *this;
    }
    TraceBuilder &free(qint64 t, quint32 request, quint16 part = 1)
    {
        Record record = make(t, EventKind::Free, request);
        record.part = part;
        m_trace.append(record);
        return *this;
    }
    TraceBuilder &attempt(qint64 t, quint32 request, quint32 number = 1)
    {
        Record record = make(t, EventKind::Attempt, request);
        record.a = number;
        record.tryNumber = quint8(number);
        m_trace.append(record);
        return *this;
    }
    /// An attempt of the first try that a hedge makes; its number is copy + 1.
    TraceBuilder &copy(qint64 t, quint32 request, quint8 copy)
    {
        Record record = make(t, EventKind::Attempt, request);
        record.a = copy + 1u;
        record.tryNumber = 1;
        record.copy = copy;
        m_trace.append(record);
        return *this;
    }
    TraceBuilder &attemptEnd(qint64 t, quint32 request, AttemptOutcome outcome, quint16 code = codeOk,
                             quint32 number = 1)
    {
        Record record = make(t, EventKind::AttemptEnd, request);
        record.a = number;
        record.tryNumber = quint8(number);
        record.detail = quint8(outcome);
        record.code = code;
        m_trace.append(record);
        return *this;
    }
    TraceBuilder &settle(qint64 t, quint32 request, RequestOutcome outcome = RequestOutcome::Succeeded,
                         quint16 code = codeOk)
    {
        Record record = make(t, EventKind::Settle, request);
        record.detail = quint8(outcome);
        record.code = code;
        record.a = 1;
        m_trace.append(record);
        return *this;
    }
    TraceBuilder &end(qint64 t, EndReason reason = EndReason::Done)
    {
        Record record = make(t, EventKind::End, 0);
        record.detail = quint8(reason);
        m_trace.append(record);
        return *this;
    }
    const Trace &trace() const { return m_trace; }

private:
    static Record make(qint64 t, EventKind kind, quint32 request)
    {
        Record record;
        record.t = t * ms;
        record.kind = kind;
        record.request = request;
        return record;
    }
    Trace m_trace;
};

/// A scenario of `count` requests under parallel map, `limit` at a time.
inline Scenario parallelMap(qint64 count, int limit)
{
    Scenario scenario;
    scenario.source =
        Section(findKind(QStringLiteral("source"), QStringLiteral("count")), {{QStringLiteral("count"), count}});
    scenario.pattern = Section(findKind(QStringLiteral("pattern"), QStringLiteral("parallel-map")),
                               {{QStringLiteral("limit"), limit}});
    return scenario;
}

/// Eight fetches, three at a time: #4 fails with 503 and is retried after a back-off, which keeps its slot.
inline Trace eightFetches()
{
    using enum WaitReason;
    TraceBuilder b;
    b.part(1, partkind::slots_, QStringLiteral("pattern"), QStringLiteral("Parallel map"));
    b.part(2, partkind::retry, QStringLiteral("policies.0"), QStringLiteral("Retry"));
    for (quint32 request = 1; request <= 8; ++request) {
        b.arrive(0, request);
        if (request <= 3)
            b.go(0, request).attempt(0, request);
        else
            b.wait(0, request, Slot);
    }
    const auto done = [&](qint64 t, quint32 request, quint32 next, quint32 number = 1) {
        b.attemptEnd(t, request, AttemptOutcome::Ok, codeOk, number).settle(t, request).free(t, request);
        if (next > 0)
            b.go(t, next, request).attempt(t, next);
    };
    done(548, 3, 4);
    done(684, 1, 5);
    b.attemptEnd(824, 4, AttemptOutcome::Failed, 503).wait(824, 4, Backoff, 2, 2);
    done(972, 2, 6);
    b.go(1142, 4, 0, 2, 2, GoHow::Elapsed).attempt(1142, 4, 2);
    done(1448, 6, 7);
    done(1530, 5, 8);
    done(1766, 4, 0, 2);
    done(2134, 8, 0);
    done(2200, 7, 0);
    b.end(2200);
    return b.trace();
}

} // namespace playground
