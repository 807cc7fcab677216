// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <asyncade/rate_limiter.h>

namespace playground {

/// The numbers of a rate limit, pattern or policy, as the library's rule: with a window it is strict, else a token bucket.
asyncade::RateLimit rateRule(const Section &section);

} // namespace playground
