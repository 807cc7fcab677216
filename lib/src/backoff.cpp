// SPDX-License-Identifier: MIT
#include <asyncade/backoff.h>

#include <asyncade/errors.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace asyncade {

using std::chrono::nanoseconds;

nanoseconds backoffDelay(const BackoffOptions &options, int tryNumber, double draw)
{
    checkBackoff(options);
    if (tryNumber < 1)
        detail::throwInvalid("backoffDelay", "a try of at least 1", std::to_string(tryNumber));
    if (!(draw >= 0 && draw <= 1))
        detail::throwInvalid("backoffDelay", "a draw from 0 to 1", detail::numberText(draw));
    const double cap = double(options.cap.count());
    const double base = double(options.base.count());
    const double grown = base > 0 ? base * std::pow(options.factor, tryNumber - 1) : 0; // 0 · ∞ would be no number.
    const double delay = std::min(cap, grown); // Also when it has grown to infinity.
    double low = delay, high = delay;
    if (options.jitter.isFull) {
        low = 0;
    } else {
        low = delay * (1 - options.jitter.part);
        high = std::min(cap, delay * (1 + options.jitter.part));
    }
    const double drawn = low + draw * (high - low);
    return drawn >= double(nanoseconds::max().count()) ? nanoseconds::max() : nanoseconds(std::llround(drawn));
}

void checkBackoff(const BackoffOptions &options)
{
    if (options.base.count() < 0)
        detail::throwInvalid("retry", "a base delay of at least 0", detail::durationText(options.base));
    if (options.cap.count() < 0)
        detail::throwInvalid("retry", "a cap of at least 0", detail::durationText(options.cap));
    if (!(options.factor >= 1))
        detail::throwInvalid("retry", "a factor of at least 1", detail::numberText(options.factor));
    if (!(options.jitter.part >= 0 && options.jitter.part <= 1))
        detail::throwInvalid("retry", "a jitter of 0 to 1", detail::numberText(options.jitter.part));
}

} // namespace asyncade
