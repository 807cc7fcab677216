// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace playground {

/// What a draw is for: draws of different streams have nothing to do with each other.
enum class LuckStream : quint8 { Latency = 1, Failure = 2, Backoff = 3, ArrivalGap = 4 };

/// The luck of one attempt, in [0, 1): a function of its arguments alone and never of the order of drawing, so that an
/// attempt has the same luck in every pattern. `tryNumber` counts from 1, `copy` from 0.
///
/// The arguments are mixed by the finaliser of SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable
/// Pseudorandom Number Generators", 2014).
double draw(quint64 seed, LuckStream stream, quint64 request, quint64 tryNumber, quint64 copy);

/// The value below which a standard normal variable lies with probability `p`: the inverse of its distribution
/// function. -∞ for 0, +∞ for 1.
///
/// M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution" (1988), to about 16 digits.
double normalQuantile(double p);

} // namespace playground
