// SPDX-License-Identifier: MIT
#include "view/speed_scale.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace playground {

namespace {

/// Where 100× stands; right of it is Max.
constexpr double numbersEnd = 0.95;
constexpr std::array steps{0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, maxSpeed};

} // namespace

double speedPosition(double speed)
{
    if (std::isinf(speed))
        return 1;
    const double inside = std::clamp(speed, slowestSpeed, fastestSpeed);
    return numbersEnd * std::log(inside / slowestSpeed) / std::log(fastestSpeed / slowestSpeed);
}

double speedAt(double position)
{
    if (position > (1 + numbersEnd) / 2)
        return maxSpeed;
    const double part = std::clamp(position / numbersEnd, 0.0, 1.0);
    const double exact = slowestSpeed * std::pow(fastestSpeed / slowestSpeed, part);
    return QString::number(exact, 'g', 2).toDouble();
}

double nextSpeed(double speed, int direction)
{
    if (direction > 0) {
        const auto faster = std::ranges::upper_bound(steps, speed * 1.0001);
        return faster == steps.end() ? maxSpeed : *faster;
    }
    const auto slower = std::ranges::lower_bound(steps, speed * 0.9999);
    return slower == steps.begin() ? slowestSpeed : *std::prev(slower);
}

QString speedText(double speed)
{
    if (std::isinf(speed))
        return QCoreApplication::translate("Speed", "Max");
    return QCoreApplication::translate("Speed", "%1×").arg(QString::number(speed, 'g', 3));
}

} // namespace playground
