// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/clock.h>
#include <asyncade/detail/join.h>

#include <chrono>
#include <memory>

namespace asyncade::detail {

/// Stops work when its time is up, unless it is destroyed before. Comes last among what is due at one instant.
class Deadline final : private Timer {
public:
    Deadline(Clock &clock, std::chrono::nanoseconds after, LinkedStop &stop, StopCause cause);
    ~Deadline();
    bool hasPassed() const noexcept { return m_passed; }

private:
    void fire() noexcept override;

    std::shared_ptr<ClockHandle> m_clock; ///< Work that nobody can stop may outlive its clock.
    LinkedStop *m_stop;
    StopCause m_cause;
    bool m_passed = false;
};

} // namespace asyncade::detail
