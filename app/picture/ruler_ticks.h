// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <vector>

namespace playground {

/// A piece of time, in ns since the start of the run.
struct TimeRange {
    qint64 begin = 0;
    qint64 end = 1'000'000'000;

    qint64 length() const { return end - begin; }
    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

/// Where a ruler has its marks: multiples of a step of 1, 2 or 5 times a power of ten, from ten seconds up of 10, 15 or 30 seconds, of
/// minutes and hours as clocks have them, with a few small ones between.
struct RulerTicks {
    qint64 step = 0;  ///< Between labels, in ns.
    qint64 minor = 0; ///< Between small marks; equal to `step` when they would be closer than 1 ns.

    /// The finest steps at which labels stay `spacing` px apart on an axis of `width` px.
    static RulerTicks fitting(const TimeRange &range, int width, int spacing);
    /// All multiples of `every` within the range, both ends included.
    static std::vector<qint64> within(const TimeRange &range, qint64 every);

    friend bool operator==(const RulerTicks &, const RulerTicks &) = default;
};

/// The smallest of 1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8 times a power of ten that is not less than `ns`: where an axis
/// ends.
qint64 niceEnd(qint64 ns);

} // namespace playground
