// SPDX-License-Identifier: MIT
#include "picture/ruler_ticks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace playground {

namespace {

constexpr qint64 second = 1'000'000'000, minute = 60 * second, hour = 60 * minute;

/// Beyond ten seconds people count in parts of a minute, an hour and a day.
constexpr std::array<RulerTicks, 15> clockTicks{{
    {10 * second, 2 * second}, {15 * second, 5 * second}, {30 * second, 10 * second},
    {minute, 15 * second},     {2 * minute, 30 * second}, {5 * minute, minute},
    {10 * minute, 2 * minute}, {15 * minute, 5 * minute}, {30 * minute, 10 * minute},
    {hour, 15 * minute},       {2 * hour, 30 * minute},   {3 * hour, hour},
    {6 * hour, 2 * hour},      {12 * hour, 3 * hour},     {24 * hour, 6 * hour},
}};

} // namespace

RulerTicks RulerTicks::fitting(const TimeRange &range, int width, int spacing)
{
    const double least = double(std::max<qint64>(range.length(), 1)) * spacing / std::max(width, 1);
    if (least > double(5 * second)) {
        for (const RulerTicks &ticks : clockTicks) {
            if (double(ticks.step) >= least)
                return ticks;
        }
    }
    for (qint64 power = least > double(24 * hour) ? 24 * hour : 1;; power *= 10) {
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
