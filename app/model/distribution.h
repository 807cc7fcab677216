// SPDX-License-Identifier: MIT
#pragma once

namespace playground {

/// Inverse distribution functions: the value below which a part `u` of all draws lies. One u per value, so that values keep the
/// order of their luck when a parameter changes; standard library distributions draw as they please and differ by implementation.
///
/// u in [0, 1). At u = 0 an unbounded distribution gives −infinity or 0.

/// The standard normal distribution. Source: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution",
/// Applied Statistics 37 (1988), routine PPND16; accurate to about 1 part in 10^16.
double normalQuantile(double u);

/// Log-normal, given by its median and its 95th percentile (p95 ≥ median > 0).
double logNormalQuantile(double median, double p95, double u);

/// Exponential with a mean.
double exponentialQuantile(double mean, double u);

} // namespace playground
