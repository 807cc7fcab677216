// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace playground {

/// A sum of times that 64 bits do not hold: a million requests that each wait for a day's queue are 8.6e19 ns.
__extension__ using Wide = __int128;

/// a / b for b > 0, rounded half up.
constexpr Wide dividedHalfUp(Wide a, Wide b)
{
    const Wide doubled = 2 * a + b;
    const Wide quotient = doubled / (2 * b);
    return doubled % (2 * b) < 0 ? quotient - 1 : quotient;
}

/// Nanoseconds rounded half up to whole microseconds, in nanoseconds: how every figure in milliseconds is shown.
constexpr qint64 toWholeMicroseconds(qint64 ns) { return qint64(dividedHalfUp(ns, 1000)) * 1000; }

} // namespace playground
