// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/observer.h>

#include <chrono>
#include <cstdint>
#include <exception>

namespace asyncade {

struct RetryOptions;
class RetryRules;

namespace detail {

void checkRetry(const RetryOptions &options);

/// Where one retry stands: everything that does not depend on the operation's type.
class RetryState {
public:
    explicit RetryState(const RetryOptions &options);

    /// Makes the span of the try about to start the current one.
    void enterTry() const noexcept;
    /// Whether there is another try, and if so until when to wait before it. `error` is null when a result was refused.
    bool nextTry(const RetryOptions &options, const RetryRules &rules, const std::exception_ptr &error);
    std::chrono::nanoseconds until() const noexcept { return m_until; }
    void reportWait() const;
    void reportGo(bool cancelled) const;

private:
    double draw(const RetryOptions &options, const RetryRules &rules);

    std::chrono::nanoseconds m_started{-1}; ///< Known only once it matters: reading the clock costs as much as a whole try.
    std::chrono::nanoseconds m_until{};
    std::uint64_t m_random = 0;
    int m_try = 1;
    Part m_part;
};

} // namespace detail
} // namespace asyncade
