// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>
#include <vector>

namespace playground {

struct Scenario;

/// When the requests of a source arrive: a function of the scenario alone, the same in every pattern. Times saturate at the
/// longest that a clock can show.
class Arrivals {
public:
    explicit Arrivals(const Scenario &scenario);

    /// The time of request `number` = 1, 2, …; not decreasing.
    std::chrono::nanoseconds of(quint32 number) const;
    /// When the source closes, so that nothing more will come: with the last arrival, or at the `end` of a tape.
    std::chrono::nanoseconds end() const { return m_end; }

private:
    /// Request i = 0, 1, … of regular bursts; a burst of one is a steady source.
    std::chrono::nanoseconds inBursts(qint64 i) const;
    void makeBursts(qint64 count);
    void drawGaps(const Scenario &scenario, qint64 count);

    std::chrono::nanoseconds m_every{}, m_spacing{};
    qint64 m_burst = 1;
    std::vector<std::chrono::nanoseconds> m_times; ///< Where they follow no formula.
    std::chrono::nanoseconds m_end{};
};

} // namespace playground
