// SPDX-License-Identifier: MIT
#include "picture/timeline_state.h"

#include <algorithm>

namespace playground {

TimeRange wholeRun(qint64 now)
{
    constexpr qint64 least = 1'000'000;
    return {0, niceEnd(std::max(least, now + now / 25))};
}

} // namespace playground
