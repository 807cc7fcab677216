// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/clock.h>
#include <asyncade/detail/join.h>

#include <chrono>

namespace asyncade::detail {

/// Stops work when its time is up, unless it is destroyed before. Comes last among what is due at one instant.
class Deadline final : private Timer {
public:
    Deadline(Clock &clock, std::chrono::nanoseconds after, LinkedStop &stop, StopCause cause);
    ~Deadline()
    {
        if (armed()) // The end of the clock disarms it, too.
            m_clock->removeTimer(*this);
    }
    bool hasPassed() const noexcept { return m_passed; }

private:
    void fire() noexcept override;

    Clock *m_clock; ///< Valid while it is armed: work that nobody can stop may outlive its clock.
    LinkedStop *m_stop;
    StopCause m_cause;
    bool m_passed = false;
};

} // namespace asyncade::detail
