// SPDX-License-Identifier: MIT
#pragma once

#include "model/trace.h"

#include <optional>
#include <vector>

namespace playground {

/// The state that a span shows; the theme gives each its colour, texture, height and end.
enum class SpanState : quint8 { Queued, Token, Backoff, Running, Succeeded, Failed, TimedOut, Cancelled };

/// A wait or an attempt of one request: a piece of its lane.
struct Span {
    qint64 begin = 0;
    qint64 end = -1;            ///< -1: still open.
    quint32 request = 0;
    quint32 number = 0;         ///< The attempt's number within its call; 0 for a wait.
    quint32 from = 0;           ///< Wait: the request that made it possible to go on; 0 = none.
    quint32 ahead = 0;          ///< Wait: how many were ahead.
    quint16 part = 0;
    quint16 code = 0;           ///< Attempt: 200, 503, …
    quint8 tryNumber = 0;
    quint8 copy = 0;
    SpanState state = SpanState::Queued;
    WaitReason reason = WaitReason::None; ///< None: an attempt.
    GoHow how = GoHow::Granted; ///< Wait: how it ended.
    bool dropped = false;       ///< Drawn with a slash cap.
    qint64 serverWait = 0;      ///< Attempt: ns of it spent in the server's queue.

    bool isWait() const { return reason != WaitReason::None; }
    bool isOpen() const { return end < 0; }
    qint64 lengthAt(qint64 now) const { return (end < 0 ? now : end) - begin; }
    friend bool operator==(const Span &, const Span &) = default;
};

/// One request's lane: its spans in order of begin, its arrival and its end.
struct Lane {
    quint32 request = 0;
    qint64 arrived = -1;                ///< -1: it never arrived.
    qint64 settled = -1;                ///< -1: not yet.
    RequestOutcome outcome = RequestOutcome::Pending;
    bool defaulted = false;
    quint16 code = 0;
    quint32 resultAttempt = 0;          ///< 0 = none.
    quint32 causeRequest = 0;
    quint16 causePart = 0;
    qint64 text = -1;                   ///< Index into the trace's texts: "GET /pages/4".
    quint32 attempts = 0;
    std::vector<quint32> spans;         ///< Indices into Timeline::spans().
};

/// A marble on the IN or OUT line.
struct Marble {
    qint64 t = 0;
    quint32 request = 0;
    friend bool operator==(const Marble &, const Marble &) = default;
};

/// A step of a counter: its value from `t` on.
struct Step {
    qint64 t = 0;
    qint32 value = 0;
    friend bool operator==(const Step &, const Step &) = default;
};

/// Follows the trace and keeps what the picture needs: spans by lane, marbles, counters, slot holders. Incremental, linear in the trace.
class Timeline {
public:
    /// Catches up with the trace.
    void update(const Trace &trace);

    const std::vector<Span> &spans() const { return m_spans; }
    /// Lane of request n is lanes()[n - 1]; requests that never arrived may be missing at the end.
    const std::vector<Lane> &lanes() const { return m_lanes; }
    const std::vector<Marble> &in() const { return m_in; }
    const std::vector<Marble> &out() const { return m_out; }
    const std::vector<Step> &inFlight() const { return m_inFlight; }
    const std::vector<Step> &queued() const { return m_queued; }
    const std::vector<Step> &done() const { return m_done; }
    /// Permits granted and not yet freed (all slot parts together).
    const std::vector<Step> &held() const { return m_held; }
    /// The value of a counter at t (0 before its first step).
    static qint32 valueAt(const std::vector<Step> &counter, qint64 t);

    /// One who held a slot.
    struct Holder {
        quint32 request = 0;
        qint64 since = 0;
        qint64 until = -1;     ///< -1: still held.
        quint32 to = 0;        ///< Who got it next; 0 = nobody.
    };
    /// Who held permits of `part` at time `t`, in order of grant (a wait that began at t counts those granted before it).
    std::vector<Holder> holdersAt(quint16 part, qint64 t) const;

private:
    std::vector<Span> m_spans;
    std::vector<Lane> m_lanes;
    std::vector<Marble> m_in, m_out;
    std::vector<Step> m_inFlight, m_queued, m_done, m_held;
    std::vector<std::pair<quint16, Holder>> m_holders;
    qsizetype m_seen = 0;
    // The implementer adds what following needs (open spans by request, try and copy).
};

} // namespace playground
