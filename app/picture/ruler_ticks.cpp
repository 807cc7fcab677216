// SPDX-License-Identifier: MIT
#include "picture/ruler_ticks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace playground {

RulerTicks RulerTicks::fitting(const TimeRange &range, int width, int spacing)
{
    const double least = double(std::max<qint64>(range.length(), 1)) * spacing / std::max(width, 1);
    for (qint64 power = 1;; power *= 10) {
        if (double(power) >= least)
            return {power, std::max<qint64>(power / 5, 1)};
        if (double(power * 2) >= least)
            return {power * 2, std::max<qint64>(power / 2, 1)};
        if (double(power * 5) >= least)
            return {power * 5, power};
    }
}

std::vector<qint64> RulerTicks::within(const TimeRange &range, qint64 every)
{
    std::vector<qint64> ticks;
    const qint64 first = (range.begin + every - 1) / every * every;
    for (qint64 t = first; t <= range.end; t += every)
        ticks.push_back(t);
    return ticks;
}

qint64 niceEnd(qint64 ns)
{
    constexpr std::array<qint64, 10> tenths{10, 12, 16, 20, 24, 30, 40, 50, 60, 80};
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 tenth : tenths) {
            if (tenth * power >= ns)
                return tenth * power;
        }
    }
}

} // namespace playground
