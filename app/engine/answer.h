// SPDX-License-Identifier: MIT
#pragma once

#include "model/trace.h"

#include <chrono>
#include <exception>
#include <optional>

namespace playground {

/// A call's good end: what came back, and from which of its attempts.
struct Answer {
    quint32 attempt = 0; ///< 0: no attempt gave it, a timeout's default value did.
    quint16 code = codeOk;
    bool defaulted = false;
};

/// A call's bad answer: a status from 400 up, or codeOffline.
class ServerError : public std::exception {
public:
    ServerError(quint16 code, quint32 attempt, std::optional<std::chrono::nanoseconds> retryAfter = {}) noexcept
        : m_retryAfter(retryAfter), m_attempt(attempt), m_code(code)
    {
    }
    quint16 code() const noexcept { return m_code; }
    /// The number of the attempt that was answered so.
    quint32 attempt() const noexcept { return m_attempt; }
    /// How long the server asks to be left alone.
    std::optional<std::chrono::nanoseconds> retryAfter() const noexcept { return m_retryAfter; }
    const char *what() const noexcept override { return "the server answered with an error"; }

private:
    std::optional<std::chrono::nanoseconds> m_retryAfter;
    quint32 m_attempt;
    quint16 m_code;
};

} // namespace playground
