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
    std::uint32_t request = 0;
    std::uint16_t tryNumber = 1;
    std::uint16_t copy = 0;
    friend bool operator==(const Span &, const Span &) = default;
};

/// The id of something that work can wait for or pass through: a semaphore, a retry, a timeout. 0 = anonymous.
struct Part {
    std::uint16_t id = 0;
    friend bool operator==(const Part &, const Part &) = default;
};

/// What happened.
enum class TraceEventKind : std::uint8_t {
    Part, Arrive, Join, Wait, Go, Free, Dispatch, Attempt, AttemptEnd, Settle, Level, Edit, Mark, End
};
/// Why somebody waits.
enum class WaitReason : std::uint8_t { None, Slot, Token, Turn, Batch, Collect, Quiet, Window, Backoff, Pause, Server };
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
/// - `Wait`: part, reason, until, count = how many are ahead. `Go`: part, how, from. `Free`: part.
/// - `Attempt`: number. `AttemptEnd`: number, attemptOutcome, code, retryAfter, part = cause.
/// - `Settle`: requestOutcome, number, code, defaulted, from = cause request, part = cause.
/// - `Level`: part, texts[0] name, value, slope (per second), limit. `Edit`: texts[0] path, [1] old, [2] new. `Mark`: texts[0].
/// - `End`: endReason.
struct TraceEvent {
    TraceEventKind kind = TraceEventKind::Mark;
    std::chrono::nanoseconds time{};
    Span span{};
    Part part{};
    union {
        WaitReason reason;
        GoHow how;
        AttemptOutcome attemptOutcome;
        RequestOutcome requestOutcome = RequestOutcome::Succeeded;
        EndReason endReason;
    };
    bool defaulted = false;
    int code = 0;
    std::uint32_t from = 0;
    std::uint32_t number = 0;
    std::uint32_t count = 0;
    std::optional<std::chrono::nanoseconds> until{};
    std::optional<std::chrono::nanoseconds> retryAfter{};
    double value = 0, slope = 0, limit = 0;
    std::string_view texts[3]{};
};

/// Sees everything that the helpers on one clock report, and what programs report through the functions below.
/// Hang it on a clock with `Clock::setObserver`. It is called in the middle of things: it must not throw, wait or call helpers.
class Observer {
public:
    virtual ~Observer() = default;
    virtual void observe(const TraceEvent &event) noexcept = 0;
};

/// The span of the work that is being done now on this thread.
Span currentSpan() noexcept;

/// Makes `span` the current one until the end of the block.
///
///     asyncade::SpanScope scope{{.request = 7}};
///     co_await fetch();                    // reported as request 7's
class [[nodiscard]] SpanScope {
public:
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

bool observed() noexcept;
/// Makes a part known and returns its id. `kind`: "slots", "retry", …; `path` and `name` are for people and tools.
Part part(std::string_view kind, std::string_view path, std::string_view name);
void arrive(std::string_view text);
void join(std::uint32_t lead);
void dispatch();
void wait(Part part, WaitReason reason, std::optional<std::chrono::nanoseconds> until = {}, std::uint32_t ahead = 0);
void go(Part part, GoHow how, std::uint32_t from = 0);
void free(Part part);
void attempt(std::uint32_t number);
void attemptEnd(std::uint32_t number, AttemptOutcome outcome, int code = 0,
                std::optional<std::chrono::nanoseconds> retryAfter = {}, Part cause = {});
void settle(RequestOutcome outcome, std::uint32_t attempt = 0, int code = 0, bool defaulted = false,
            std::uint32_t causeRequest = 0, Part cause = {});
void level(Part part, std::string_view name, double value, double slopePerSecond = 0, double limit = 0);
void edit(std::string_view path, std::string_view before, std::string_view after);
void mark(std::string_view text);
void end(EndReason reason);

} // namespace report
} // namespace asyncade
