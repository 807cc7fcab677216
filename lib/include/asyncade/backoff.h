// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/duration.h>

#include <chrono>
#include <type_traits>

namespace asyncade {

/// How much chance a back-off has in it.
struct Jitter {
    double part = 0;     ///< 0 … 1: the delay d is drawn from d(1−part) … min(cap, d(1+part)).
    bool isFull = false; ///< The delay is drawn from 0 … d.

    /// The delay itself.
    static constexpr Jitter none() { return {}; }
    /// Anything between 0 and the delay: spreads callers best. The default.
    static constexpr Jitter full() { return {.part = 0, .isFull = true}; }
    /// Up to so large a part more or less than the delay; see `part`.
    static constexpr Jitter fraction(double part) { return {.part = part, .isFull = false}; }
};

/// How long to wait between tries; see `backoffDelay`.
struct BackoffOptions {
    Duration base = std::chrono::milliseconds(100); ///< Before the second try; at least 0.
    double factor = 2;                              ///< Each further delay is so many times the last; at least 1.
    Duration cap = std::chrono::seconds(30);        ///< No delay is longer.
    Jitter jitter = Jitter::full();                 ///< How much chance is in it.
};
static_assert(std::is_trivially_destructible_v<BackoffOptions>);

/// The delay behind try number `tryNumber` (1 = the first): d = min(cap, base · factor^(tryNumber − 1)), with jitter. Saturates.
/// `draw`, from 0 to 1, is the luck; it is not used without jitter. Throws std::invalid_argument when one of the three makes no sense.
///
/// Full jitter as in M. Brooker, "Exponential Backoff and Jitter" (2015); a fraction keeps its spread at the cap too.
std::chrono::nanoseconds backoffDelay(const BackoffOptions &options, int tryNumber, double draw);

/// Throws std::invalid_argument, with expected and got, when the options make no sense.
void checkBackoff(const BackoffOptions &options);

} // namespace asyncade
