// SPDX-License-Identifier: MIT
#pragma once

#include "model/chunked_vector.h"
#include "model/slot_grants.h"
#include "model/trace.h"

#include <limits>
#include <optional>
#include <vector>

namespace playground {

/// The state that a span shows; the theme gives each its colour, texture, height and end.
enum class SpanState : quint8 { Queued, Token, Backoff, Running, Succeeded, Failed, TimedOut, Cancelled };
/// The state that shows how a request ended; nothing while it is pending.
std::optional<SpanState> stateOf(RequestOutcome outcome);

/// No span: the end of a chain of spans.
inline constexpr quint32 noSpan = std::numeric_limits<quint32>::max();

/// A wait or an attempt of one request: a piece of its lane.
struct Span {
    qint64 begin = 0;
    qint64 end = -1;       ///< -1: still open.
    qint64 serverWait = 0; ///< Attempt: ns of it spent in the server's queue, as far as they are over.
    quint32 request = 0;
    quint32 number = 0;    ///< The attempt's number within its call; 0 for a wait.
    quint32 from = 0;      ///< Wait: the request that made it possible to go on; 0 = none.
    quint32 ahead = 0;     ///< Wait: how many were ahead.
    quint32 next = noSpan; ///< The next span of the same lane, in order of begin.
    quint32 record = 0;    ///< Index of the trace's record that began it.
    quint16 part = 0;      ///< Wait: where. Attempt: what ended it (a timeout's part), 0 = itself.
    quint16 code = 0;      ///< Attempt: 200, 503, …
    quint8 tryNumber = 0;
    quint8 copy = 0;
    SpanState state = SpanState::Queued;
    WaitReason reason = WaitReason::None;        ///< None: an attempt.
    GoHow how = GoHow::Granted;                  ///< Wait: how it ended.
    AttemptOutcome outcome = AttemptOutcome::Ok; ///< Attempt: how it ended.
    bool dropped = false;                        ///< Drawn with a slash cap.
    bool inServerQueue = false;                  ///< Attempt: it waits in the server's queue now.
    bool overlaps = false; ///< It and another copy of its call went on at the same time: they split the lane.

    /// A wait in the server's queue (reason Server) is drawn inside the attempt that it belongs to.
    bool isWait() const { return reason != WaitReason::None; }
    bool isOpen() const { return end < 0; }
    qint64 lengthAt(qint64 now) const { return (end < 0 ? now : end) - begin; }
    friend bool operator==(const Span &, const Span &) = default;
};

/// One request's lane: its spans in order of begin, its arrival and its end.
struct Lane {
    quint32 request = 0;
    quint32 firstSpan = noSpan; ///< The others follow by Span::next; see Timeline::spansOf.
    quint32 lastSpan = noSpan;
    quint32 spanCount = 0;
    qint64 arrived = -1;       ///< -1: it never arrived.
    qint64 settled = -1;       ///< -1: not yet.
    qint64 text = -1;          ///< Index into the trace's texts: "GET /pages/4".
    quint32 resultAttempt = 0; ///< 0 = none.
    quint32 causeRequest = 0;
    quint32 lead = 0; ///< The request in whose call it travels; 0 = its own.
    quint32 attempts = 0;
    quint16 causePart = 0;
    quint16 code = 0;
    quint8 lastCopy = 0; ///< The highest copy of a hedge; 0 = none.
    RequestOutcome outcome = RequestOutcome::Pending;
    bool defaulted = false;
};

/// A marble on the IN or OUT line.
struct Marble {
    qint64 t = 0;
    quint32 request = 0;
    friend bool operator==(const Marble &, const Marble &) = default;
};

/// A step of a counter: its value from `t` on. One step an instant: what happens at the same time shows in its last
/// value only.
struct Step {
    qint64 t = 0;
    qint32 value = 0;
    friend bool operator==(const Step &, const Step &) = default;
};

/// A level over time: tokens left, the breaker's state, a limit that was edited. Between steps it follows its slope.
struct LevelTrack {
    struct At {
        qint64 t = 0;
        double value = 0;
        double slopePerSecond = 0;
        std::optional<double> limit;
    };
    quint16 part = 0;
    QString name;
    std::vector<At> steps;
};

/// An edit or a mark: a flag on the ruler.
struct Flag {
    qint64 t = 0;
    quint32 record = 0; ///< Index of the trace's record; its kind tells which of the two it is.
};

/// Follows the trace and keeps what the picture needs: spans by lane, marbles, counters, slot holders. Incremental,
/// linear in the trace.
class Timeline {
public:
    using Spans = ChunkedVector<Span>;
    using Lanes = ChunkedVector<Lane>;

    /// The spans of one lane in order of begin; for use in a range-for.
    class SpanRange {
    public:
        class Iterator {
        public:
            Iterator(const Spans *spans, quint32 index)
                : m_spans(spans)
                , m_index(index)
            {
            }
            const Span &operator*() const { return (*m_spans)[m_index]; }
            const Span *operator->() const { return &**this; }
            Iterator &operator++()
            {
                m_index = (*m_spans)[m_index].next;
                return *this;
            }
            /// Its place in Timeline::spans().
            quint32 index() const { return m_index; }
            bool operator==(const Iterator &other) const { return m_index == other.m_index; }

        private:
            const Spans *m_spans;
            quint32 m_index;
        };
        SpanRange(const Spans *spans, quint32 first)
            : m_spans(spans)
            , m_first(first)
        {
        }
        Iterator begin() const { return {m_spans, m_first}; }
        Iterator end() const { return {m_spans, noSpan}; }

    private:
        const Spans *m_spans;
        quint32 m_first;
    };

    /// Catches up with the trace, which must be the same one each time.
    void update(const Trace &trace);

    /// All spans in order of begin.
    const Spans &spans() const { return m_spans; }
    /// Lane of request n is lanes()[n - 1]; requests that never arrived may be missing at the end.
    const Lanes &lanes() const { return m_lanes; }
    SpanRange spansOf(const Lane &lane) const { return {&m_spans, lane.firstSpan}; }
    const std::vector<Marble> &in() const { return m_in; }
    /// At dispatch for debounce and throttle, else at the end of each request that had arrived and was not dropped.
    const std::vector<Marble> &out() const { return m_out; }
    const std::vector<Step> &inFlight() const { return m_inFlight; }
    /// Open waits except for a back-off or in the server.
    const std::vector<Step> &queued() const { return m_queued; }
    const std::vector<Step> &done() const { return m_done; }
    /// Permits granted and not yet freed (all slot parts together). Held minus in flight: slots kept by a back-off.
    const std::vector<Step> &held() const { return m_held; }
    /// The value of a counter at t (0 before its first step).
    static qint32 valueAt(const std::vector<Step> &counter, qint64 t);
    const std::vector<LevelTrack> &levels() const { return m_levels; }
    const std::vector<Flag> &flags() const { return m_flags; }
    /// Why the run is over; nothing while it goes on.
    std::optional<EndReason> ended() const { return m_ended; }

    using Holder = SlotHolder;
    /// Who held permits of the wait's part when the wait began, in order of grant.
    std::vector<Holder> holdersAt(const Span &wait) const { return m_grants.heldBefore(wait.part, wait.record); }
    /// Who held permits of `part` at time `t`, everything that happened at `t` included, in order of grant.
    std::vector<Holder> holdersAt(quint16 part, qint64 t) const { return m_grants.heldAt(part, t); }
    /// The permits that a request had so far, in order of grant (all slot parts together).
    std::vector<Holder> grantsOf(quint32 request) const { return m_grants.of(request); }

private:
    static constexpr quint32 none = std::numeric_limits<quint32>::max();

    struct OpenSpan {
        quint32 span = noSpan;
        quint32 next = none;
    };
    void follow(const Trace &trace, const Record &record);
    void addPart(const PartInfo &part);
    void arrive(const Record &record);
    void join(const Record &record);
    void wait(const Record &record);
    void go(const Record &record);
    void free(const Record &record);
    void dispatch(const Record &record);
    void attempt(const Record &record);
    void attemptEnd(const Trace &trace, const Record &record);
    void settle(const Record &record);
    void level(const Trace &trace, const Record &record);

    Lane &lane(quint32 request);
    bool grantsSlots(quint16 part) const;
    void setLimited(const Record &record, bool limited);
    void open(const Span &span);
    Span *closeWait(const Record &record);
    Span *closeAttempt(const Record &record);
    void countServerWait(const Span &wait);
    void markOverlap(Span &span);
    template <typename Action>
    void forOpenAttempt(const Span &wait, Action action);
    template <typename Predicate>
    Span *close(quint32 request, Predicate matches);

    Spans m_spans;
    Lanes m_lanes;
    std::vector<Marble> m_in, m_out;
    std::vector<Step> m_inFlight, m_queued, m_done, m_held;
    std::vector<LevelTrack> m_levels;
    std::vector<Flag> m_flags;
    std::optional<EndReason> m_ended;

    qsizetype m_seen = 0;
    quint32 m_record = 0; // Index of the record being followed.
    bool m_outAtDispatch = false;
    /// A part that grants slots. One without a limit hands out as many as are asked for: those are not held from anybody.
    struct Slots {
        bool grants = false;
        bool limited = true;
        qint32 open = 0;
    };
    std::vector<Slots> m_slots; // By part.
    SlotGrants m_grants;
    ChunkedVector<quint32> m_openOf; // By request, from 1: the first of its chain in m_open.
    std::vector<OpenSpan> m_open;
    quint32 m_freeOpen = none; // Chain of unused entries in m_open.
};

} // namespace playground
