// SPDX-License-Identifier: MIT
#include <asyncade/errors.h>

#include <asyncade/detail/empty_work.h>
#include <asyncade/detail/thread_state.h>

#include <array>
#include <charconv>

namespace asyncade {

const char *Cancelled::what() const noexcept
{
    switch (m_cause.reason) {
    case StopReason::Requested: return "cancelled";
    case StopReason::Deadline: return "cancelled: a deadline passed";
    case StopReason::SiblingFailed: return "cancelled: another task failed first";
    case StopReason::SiblingWon: return "cancelled: another task was first";
    case StopReason::Superseded: return "cancelled: a newer call took its place";
    case StopReason::OwnerGone: return "cancelled: its owner, or what it waited on, was destroyed";
    case StopReason::ClockEnded: return "cancelled: its clock has ended";
    }
    return "cancelled";
}

ScopeStopped::ScopeStopped(StopCause cause, const std::string &name) : Cancelled(cause)
{
    std::string text = "TaskScope: expected a scope that runs, got one that ";
    text += cause.reason == StopReason::OwnerGone ? "is being destroyed" : "has been stopped";
    text += "; not spawned: ";
    text += name.empty() ? std::string("work without a name") : '"' + name + '"';
    text += " (trySpawn says so without throwing)";
    m_text = std::make_shared<const std::string>(std::move(text));
}

TimeoutError::TimeoutError(std::chrono::nanoseconds after, Part part)
    : std::runtime_error(std::string("timed out after ") + detail::durationText(after)), m_after(after), m_part(part)
{
}

bool requestStop(std::stop_source &source, StopCause cause)
{
    const StopCause *before = detail::thread.cause;
    detail::thread.cause = &cause;
    const bool requested = source.request_stop();
    detail::thread.cause = before;
    return requested;
}

namespace detail {

std::string numberText(double number)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.begin(), text.end(), number, std::chars_format::general, 9).ptr;
    return std::string(text.begin(), end);
}

std::string durationText(std::chrono::nanoseconds duration)
{
    struct Unit {
        double nanoseconds;
        const char *name;
    };
    constexpr std::array units{Unit{1e9, "s"}, Unit{1e6, "ms"}, Unit{1e3, "us"}};
    const double count = double(duration.count());
    for (const Unit &unit : units) {
        if (count >= unit.nanoseconds || count <= -unit.nanoseconds)
            return numberText(count / unit.nanoseconds) + ' ' + unit.name;
    }
    return std::to_string(duration.count()) + " ns";
}

void throwEmptyWork(const char *helper, const char *got, int index)
{
    throwInvalid(helper, "something to run", index < 0 ? std::string(got) : got + (" at index " + std::to_string(index)));
}

void throwMovedFrom(const char *what)
{
    throw std::logic_error(std::string(what) + ": expected one that is in use, got one that was moved from");
}

void throwInvalid(const char *where, const char *expected, const std::string &got)
{
    throw std::invalid_argument(std::string(where) + ": expected " + expected + ", got " + got);
}

} // namespace detail
} // namespace asyncade
