// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string_view>

namespace asyncade {

/// Whose work is being done: a request, its try (retry counts from 1) and its copy (hedge counts from 0).
/// Request 0 means nobody's. Only observation depends on it; cancellation never does.
struct Span {
    std::uint32_t request = 0; ///< Counts from 1; 0 = nobody's.
    std::uint16_t tryNumber = 1; ///< Counts from 1.
    std::uint16_t copy = 0; ///< Counts from 0.
    friend bool operator==(const Span &, const Span &) = default;
};

/// The id of something that work can wait for or pass through: a semaphore, a retry, a timeout. 0 = anonymous.
struct Part {
    std::uint16_t id = 0; ///< From `report::part`.
    friend bool operator==(const Part &, const Part &) = default;
};

/// What happened.
enum class TraceEventKind : std::uint8_t {
    Part, Arrive, Join, Wait, Go, Free, Dispatch, Attempt, AttemptEnd, Settle, Level, Edit, Mark, End
};
/// Why somebody waits.
enum class WaitReason : std::uint8_t {
    None,    ///< Of a `Go`: it was not said.
    Slot,    ///< For one of a bounded number of places: a permit, room in a channel or buffer, a thread of the pool.
    Token,   ///< For its turn under a rate.
    Turn,    ///< For what somebody else does: an item, an event, a signal, the end of the call that another began.
    Batch,   ///< For the batch before, or the pause behind it.
    Collect, ///< For more to share a call or a chunk.
    Quiet,   ///< For a quiet period.
    Window,  ///< For a window's end.
    Backoff, ///< Before another try.
    Pause,   ///< Because the other side asked everyone to wait.
    Server,  ///< In a server's queue.
    Sleep,   ///< For a time, or for everybody who is ready to go first: `sleepFor`, `sleepUntil`, `yield`.
    Work,    ///< For work that it began itself, or had others begin for it, to end.
    Hedge    ///< Before another copy of slow work starts.
};
/// How a wait ended.
enum class GoHow : std::uint8_t { Granted, Elapsed, Rejected, Cancelled };
/// How an attempt ended.
enum class AttemptOutcome : std::uint8_t { Ok, Failed, Refused, TimedOut, Cancelled, Abandoned };
/// How a request ended.
enum class RequestOutcome : std::uint8_t { Succeeded, Failed, TimedOut, Cancelled, Dropped, Pending };
/// Why a run is over.
enum class EndReason : std::uint8_t { Done, Idle, Until, Stopped };

/// One event, as the observer is told of it. Texts are valid during the call only. Which fields count depends on the kind:
///
/// - `Part`: part, texts[0] kind, texts[1] path, texts[2] name.
/// - `Arrive`: texts[0]. `Join`: from = the lead request. `Dispatch`: the span alone.
/// - `Wait`: part, reason, until, count = how many are ahead; for `WaitReason::Work`, how many pieces of it still run.
/// - `Go`: part, reason, how, from. `Free`: part.
/// - `Attempt`: number. `AttemptEnd`: number, attemptOutcome, code, retryAfter, part = cause.
/// - `Settle`: requestOutcome, number, code, defaulted, from = cause request, part = cause.
/// - `Level`: part, texts[0] name, value, slope (per second), limit. `Edit`: texts[0] path, [1] old, [2] new. `Mark`: texts[0].
/// - `End`: endReason.
struct TraceEvent {
    TraceEventKind kind = TraceEventKind::Mark; ///< What happened; says which of the others count.
    std::chrono::nanoseconds time{}; ///< On the clock that observes.
    Span span{}; ///< Whose work it is.
    Part part{}; ///< What is waited for or passed through; of an end, the cause.
    WaitReason reason = WaitReason::None; ///< Of a wait, and of its end.
    union {
        GoHow how;
        AttemptOutcome attemptOutcome;
        RequestOutcome requestOutcome = RequestOutcome::Succeeded;
        EndReason endReason;
    };
    bool defaulted = false; ///< The result is the default of a timeout.
    int code = 0; ///< What the other side answered, such as 503.
    std::uint32_t from = 0; ///< The request that made it possible, or because of which.
    std::uint32_t number = 0; ///< Of the attempt, in its call, from 1.
    std::uint32_t count = 0; ///< How many are ahead.
    std::optional<std::chrono::nanoseconds> until{}; ///< When the wait will end, if that is known.
    std::optional<std::chrono::nanoseconds> retryAfter{}; ///< What the other side asked for.
    double value = 0; ///< Of a level.
    double slope = 0; ///< Its change per second.
    double limit = 0; ///< Its limit; 0 = none.
    std::string_view texts[3]{}; ///< Valid during the call only.
};

/// Sees everything that the helpers on one clock report, and what programs report through the functions below.
/// Hang it on a clock with `Clock::setObserver`. It is called in the middle of things: it must not throw, wait or call helpers.
class Observer {
public:
    virtual ~Observer() = default;
    /// Told of one event, whose texts are valid during the call.
    virtual void observe(const TraceEvent &event) noexcept = 0;
};

/// The span of the work that is being done now on this thread.
Span currentSpan() noexcept;

/// Makes `span` the current one until the end of the block.
///
///     asyncade::SpanScope scope{{.request = 7}};
///     co_await fetch();                    // reported as request 7's
class [[nodiscard("await it: nothing happens before co_await")]] SpanScope {
public:
    /// From here on `span` is the current one.
    explicit SpanScope(Span span) noexcept;
    ~SpanScope();
    SpanScope(const SpanScope &) = delete;
    SpanScope &operator=(const SpanScope &) = delete;

private:
    Span m_before;
};

/// Reports to the observer of the current clock, in the library's own vocabulary: for sources, servers and programs that want
/// to be seen on the same timeline. Each costs one load and a branch when nobody observes.
namespace report {

/// Whether anybody observes the current clock.
bool observed() noexcept;
/// Makes a part known and returns its id. `kind`: "slots", "retry", …; `path` and `name` are for people and tools.
Part part(std::string_view kind, std::string_view path, std::string_view name);
/// A request has come: an IN marble.
void arrive(std::string_view text);
/// The current request will travel in the call of `lead`.
void join(std::uint32_t lead);
/// The current request's call begins.
void dispatch();
/// It is about to wait for `part`: why, until when if that is known, and how many are ahead.
void wait(Part part, WaitReason reason, std::optional<std::chrono::nanoseconds> until = {}, std::uint32_t ahead = 0);
/// The wait is over, or was not needed; `from` is the request that made it possible, `reason` that of the wait.
void go(Part part, GoHow how, std::uint32_t from = 0, WaitReason reason = WaitReason::None);
/// It gives back what it had of `part`.
void free(Part part);
/// Attempt `number` of the call starts.
void attempt(std::uint32_t number);
/// The attempt has ended: how, with what code, what it was told to wait, and because of what.
void attemptEnd(std::uint32_t number, AttemptOutcome outcome, int code = 0,
                std::optional<std::chrono::nanoseconds> retryAfter = {}, Part cause = {});
/// The request has its end, given by that attempt (0 = by none).
void settle(RequestOutcome outcome, std::uint32_t attempt = 0, int code = 0, bool defaulted = false,
            std::uint32_t causeRequest = 0, Part cause = {});
/// A level of `part` has changed: its value, its change per second, and its limit (0 = none).
void level(Part part, std::string_view name, double value, double slopePerSecond = 0, double limit = 0);
/// Somebody has changed a number.
void edit(std::string_view path, std::string_view before, std::string_view after);
/// A mark on the timeline.
void mark(std::string_view text);
/// Nothing more will come.
void end(EndReason reason);

} // namespace report
} // namespace asyncade
