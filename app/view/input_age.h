// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>

#include <chrono>

namespace playground {

/// How long ago an input was made, by the time stamp of its event. The clock of the stamps begins anywhere, so the
/// quickest event so far counts as one that came at once.
class InputAge {
public:
    InputAge() { m_clock.start(); }

    /// `timestamp` in ms; 0 = unknown, then the age is 0.
    std::chrono::nanoseconds of(quint64 timestamp) { return of(timestamp, m_clock.elapsed()); }
    /// The same with the present of a monotonic clock, in ms.
    std::chrono::nanoseconds of(quint64 timestamp, qint64 now);

private:
    QElapsedTimer m_clock;
    qint64 m_offset = 0; // Of the quickest: its arrival less its stamp.
    bool m_known = false;
};

} // namespace playground
