// SPDX-License-Identifier: MIT
#include "picture/timeline_state.h"

#include <algorithm>

namespace playground {

TimeRange wholeRun(qint64 now)
{
    constexpr qint64 second = 1'000'000'000;
    return {0, now <= 0 ? second : niceEnd(now + std::max<qint64>(now / 25, 1))};
}

} // namespace playground
