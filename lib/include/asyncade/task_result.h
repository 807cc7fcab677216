// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/operation.h>

#include <chrono>
#include <exception>
#include <optional>
#include <string>
#include <utility>

namespace asyncade {

/// How a task ended.
enum class TaskStatus : std::uint8_t { Succeeded, Failed, Cancelled, TimedOut };

/// The status that an error means: `Cancelled` and `TimeoutError` have their own.
TaskStatus statusOf(const std::exception_ptr &error) noexcept;

/// What became of one task of `gatherSafe`: its name, its value or its error, when it started and when it ended.
template <class T>
class TaskResult {
public:
    /// What a success gives.
    using value_type = T;

    TaskResult() = default;
    /// \internal
    TaskResult(std::string name, detail::Outcome<T> outcome, std::chrono::nanoseconds started, std::chrono::nanoseconds ended)
        : m_name(std::move(name)), m_outcome(std::move(outcome)), m_started(started), m_ended(ended)
        , m_status(m_outcome.error ? statusOf(m_outcome.error) : TaskStatus::Succeeded)
    {
    }

    /// Empty unless the task was given one with `named`.
    const std::string &name() const noexcept { return m_name; }
    /// How it ended.
    TaskStatus status() const noexcept { return m_status; }
    /// Whether there is a value.
    bool succeeded() const noexcept { return m_status == TaskStatus::Succeeded; }
    /// The same.
    explicit operator bool() const noexcept { return succeeded(); }

    /// The value. Throws the task's error if it has none.
    decltype(auto) value() const &
    {
        if (m_outcome.error)
            std::rethrow_exception(m_outcome.error);
        return std::as_const(*m_outcome.value);
    }
    /// The same, moved out of a temporary.
    detail::NotVoid<T> value() &&
    {
        if (m_outcome.error)
            std::rethrow_exception(m_outcome.error);
        return std::move(*m_outcome.value);
    }
    /// The value, or `other` when the task has none.
    template <class U>
    detail::NotVoid<T> valueOr(U &&other) const
    {
        return succeeded() ? *m_outcome.value : detail::NotVoid<T>(std::forward<U>(other));
    }
    /// Null when it succeeded.
    const std::exception_ptr &error() const noexcept { return m_outcome.error; }

    /// When it started and ended, on the clock of the helper.
    std::chrono::nanoseconds started() const noexcept { return m_started; }
    /// When it ended, on the same clock.
    std::chrono::nanoseconds ended() const noexcept { return m_ended; }
    /// How long it ran.
    std::chrono::nanoseconds duration() const noexcept { return m_ended - m_started; }

private:
    std::string m_name;
    detail::Outcome<T> m_outcome;
    std::chrono::nanoseconds m_started{}, m_ended{};
    TaskStatus m_status = TaskStatus::Succeeded;
};

} // namespace asyncade
