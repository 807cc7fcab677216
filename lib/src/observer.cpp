// SPDX-License-Identifier: MIT
#include <asyncade/observer.h>

#include <asyncade/clock.h>

namespace asyncade {

Span currentSpan() noexcept { return detail::thread.context.span; }

SpanScope::SpanScope(Span span) noexcept : m_before(detail::thread.context.span) { detail::thread.context.span = span; }
SpanScope::~SpanScope() { detail::thread.context.span = m_before; }

namespace report {

namespace {

/// Tells the current clock's observer, if there is one, of an event that `fill` completes.
template <class Fill>
void tell(TraceEventKind kind, Fill fill)
{
    const Clock *clock = detail::thread.current;
    Observer *observer = clock ? clock->observer() : nullptr;
    if (!observer)
        return;
    TraceEvent event;
    event.kind = kind;
    event.time = clock->now();
    event.span = detail::thread.context.span;
    fill(event);
    observer->observe(event);
}

} // namespace

bool observed() noexcept { return detail::thread.current && detail::thread.current->observer(); }

Part part(std::string_view kind, std::string_view path, std::string_view name)
{
    const Part made = Clock::current().nextPart();
    tell(TraceEventKind::Part, [&](TraceEvent &event) {
        event.part = made;
        event.texts[0] = kind;
        event.texts[1] = path;
        event.texts[2] = name;
    });
    return made;
}

void arrive(std::string_view text)
{
    tell(TraceEventKind::Arrive, [&](TraceEvent &event) { event.texts[0] = text; });
}

void join(std::uint32_t lead)
{
    tell(TraceEventKind::Join, [&](TraceEvent &event) { event.from = lead; });
}

void dispatch()
{
    tell(TraceEventKind::Dispatch, [](TraceEvent &) {});
}

void wait(Part part, WaitReason reason, std::optional<std::chrono::nanoseconds> until, std::uint32_t ahead)
{
    tell(TraceEventKind::Wait, [&](TraceEvent &event) {
        event.part = part;
        event.reason = reason;
        event.until = until;
        event.count = ahead;
    });
}

void go(Part part, GoHow how, std::uint32_t from, WaitReason reason)
{
    tell(TraceEventKind::Go, [&](TraceEvent &event) {
        event.part = part;
        event.reason = reason;
        event.how = how;
        event.from = from;
    });
}

void free(Part part)
{
    tell(TraceEventKind::Free, [&](TraceEvent &event) { event.part = part; });
}

void attempt(std::uint32_t number)
{
    tell(TraceEventKind::Attempt, [&](TraceEvent &event) { event.number = number; });
}

void attemptEnd(std::uint32_t number, AttemptOutcome outcome, int code,
                std::optional<std::chrono::nanoseconds> retryAfter, Part cause)
{
    tell(TraceEventKind::AttemptEnd, [&](TraceEvent &event) {
        event.number = number;
        event.attemptOutcome = outcome;
        event.code = code;
        event.retryAfter = retryAfter;
        event.part = cause;
    });
}

void settle(RequestOutcome outcome, std::uint32_t attempt, int code, bool defaulted, std::uint32_t causeRequest,
            Part cause)
{
    tell(TraceEventKind::Settle, [&](TraceEvent &event) {
        event.requestOutcome = outcome;
        event.number = attempt;
        event.code = code;
        event.defaulted = defaulted;
        event.from = causeRequest;
        event.part = cause;
    });
}

void level(Part part, std::string_view name, double value, double slopePerSecond, double limit)
{
    tell(TraceEventKind::Level, [&](TraceEvent &event) {
        event.part = part;
        event.texts[0] = name;
        event.value = value;
        event.slope = slopePerSecond;
        event.limit = limit;
    });
}

void edit(std::string_view path, std::string_view before, std::string_view after)
{
    tell(TraceEventKind::Edit, [&](TraceEvent &event) {
        event.texts[0] = path;
        event.texts[1] = before;
        event.texts[2] = after;
    });
}

void mark(std::string_view text)
{
    tell(TraceEventKind::Mark, [&](TraceEvent &event) { event.texts[0] = text; });
}

void end(EndReason reason)
{
    tell(TraceEventKind::End, [&](TraceEvent &event) { event.endReason = reason; });
}

} // namespace report
} // namespace asyncade
