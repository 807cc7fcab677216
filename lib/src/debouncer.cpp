// SPDX-License-Identifier: MIT
#include <asyncade/debouncer.h>

namespace asyncade::detail {

using std::chrono::nanoseconds;

void checkDelay(const char *helper, nanoseconds delay)
{
    if (delay.count() < 0)
        throwInvalid(helper, "a delay of at least 0", durationText(delay));
}

nanoseconds checkedMaxWait(nanoseconds delay, nanoseconds maxWait)
{
    if (maxWait.count() == 0)
        return nanoseconds::max();
    if (maxWait < delay)
        throwInvalid("Debouncer", ("a maxWait of at least the delay, " + durationText(delay) + ", or 0").c_str(), durationText(maxWait));
    return maxWait;
}

DispatchCore::Rules checkedRules(const DebounceOptions &options)
{
    checkDelay("Debouncer", options.delay);
    if (!options.leading && !options.trailing)
        throwInvalid("Debouncer", "leading or trailing, or both", "neither");
    return {DispatchCore::Kind::Debounce, options.leading, options.trailing, options.delay,
            checkedMaxWait(options.delay, options.maxWait), options.part};
}

} // namespace asyncade::detail
