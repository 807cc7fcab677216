// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <limits>

namespace playground {

/// The speed that means "as fast as it can".
inline constexpr double maxSpeed = std::numeric_limits<double>::infinity();
inline constexpr double slowestSpeed = 0.01;
inline constexpr double fastestSpeed = 100;

/// Where a speed stands on the slider, 0 … 1: logarithmic from 1/100× to 100×, then Max at the very end.
double speedPosition(double speed);
/// The speed at a position, rounded to two digits.
double speedAt(double position);
/// The next speed of 1, 2, 5, 10 … in that direction (+1 faster, -1 slower).
double nextSpeed(double speed, int direction);
/// "0.5×", "Max".
QString speedText(double speed);

} // namespace playground
