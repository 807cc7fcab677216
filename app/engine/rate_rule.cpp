// SPDX-License-Identifier: MIT
#include "engine/rate_rule.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace playground {

namespace {

/// What the library can count in a window: more than any run has attempts in one.
constexpr double mostInWindow = std::numeric_limits<int>::max();

} // namespace

asyncade::RateLimit rateRule(const Section &section)
{
    const double rate = section.number(QStringLiteral("rate"));
    if (const auto window = section.optionalDuration(QStringLiteral("window")))
        return {.count = std::min(std::round(rate * double(window->count()) / 1e9), mostInWindow), .per = *window, .strict = true};
    return {.count = rate, .burst = int(section.integer(QStringLiteral("burst")))};
}

} // namespace playground
