// SPDX-License-Identifier: MIT
#include <asyncade/hedge.h>

namespace asyncade::detail {

void checkHedge(const HedgeOptions &options)
{
    if (options.delay.count() < 0)
        throwInvalid("hedge", "a delay of at least 0", durationText(options.delay));
    if (options.copies < 1)
        throwInvalid("hedge", "at least 1 copy", std::to_string(options.copies));
}

} // namespace asyncade::detail
