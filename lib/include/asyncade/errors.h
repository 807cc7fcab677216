// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/observer.h>

#include <chrono>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>

namespace asyncade {

/// Why work was told to stop. Plain `std::stop_source::request_stop()` gives `Requested`.
enum class StopReason : std::uint8_t {
    Requested,     ///< Somebody asked for it.
    Deadline,      ///< A timeout's deadline passed.
    SiblingFailed, ///< Another task of the same helper failed first.
    SiblingWon,    ///< Another task of the same helper gave the result (race, anyOf).
    Superseded,    ///< A newer call took its place (KeepLatest).
    OwnerGone,     ///< The scope, semaphore, event or limiter was destroyed.
    ClockEnded,    ///< The thread, the application or the virtual clock ended.
};

/// Why, and because of whom: `request` and `part` are 0 where nobody in particular is the cause.
struct StopCause {
    StopReason reason = StopReason::Requested; ///< Why.
    std::uint32_t request = 0; ///< The request because of which; 0 = none in particular.
    Part part{}; ///< The part because of which; 0 = none in particular.
};

/// Thrown out of the library's waits when their token is stopped, or when what they wait on is destroyed.
/// Never counted as a failure: `retry` does not retry it, and a scope does not report it.
class Cancelled : public std::exception {
public:
    /// `cause`: why, and because of whom.
    explicit Cancelled(StopCause cause = {}) noexcept : m_cause(cause) {}
    /// Why, and because of whom.
    StopCause cause() const noexcept { return m_cause; }
    /// The reason in words: "cancelled: a newer call took its place".
    const char *what() const noexcept override;

private:
    StopCause m_cause;
};

/// Thrown by `TaskScope::spawn` once the scope has been stopped, or is being destroyed (the cause says which). A `Cancelled`: a child that
/// spawns another just ends. A slot, through which no exception may pass, uses `TaskScope::trySpawn` instead.
class ScopeStopped : public Cancelled {
public:
    /// `name` is that of the work that was to be spawned.
    explicit ScopeStopped(StopCause cause, const std::string &name = {});
    /// Which work was refused, and why.
    const char *what() const noexcept override { return m_text->c_str(); }

private:
    std::shared_ptr<const std::string> m_text; ///< Shared, so that copying the exception cannot throw.
};

/// Thrown by `withTimeout` when its own deadline passed. Not a `Cancelled`: a timeout is a real error.
class TimeoutError : public std::runtime_error {
public:
    /// `after`: the time that was allowed; `part`: which timeout it was.
    explicit TimeoutError(std::chrono::nanoseconds after, Part part = {});
    /// The time that was allowed.
    std::chrono::nanoseconds after() const noexcept { return m_after; }
    /// The timeout, as an observer knows it.
    Part part() const noexcept { return m_part; }

private:
    std::chrono::nanoseconds m_after;
    Part m_part;
};

/// Thrown by `VirtualClock::run` when nothing can happen any more and the operation has not ended. Names the waits.
class Stalled : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Asks `source` to stop and says why: waits that obey it throw `Cancelled` with this cause.
/// May be called from any thread. Returns whether this call made the request.
bool requestStop(std::stop_source &source, StopCause cause);

namespace detail {

/// A number in the same words in every locale: at most 9 digits, a point for the fraction.
std::string numberText(double number);
/// A duration in words, e.g. "250 ms": for messages.
std::string durationText(std::chrono::nanoseconds duration);
/// Throws std::invalid_argument "<where>: expected <expected>, got <got>".
[[noreturn]] void throwInvalid(const char *where, const char *expected, const std::string &got);

} // namespace detail
} // namespace asyncade
