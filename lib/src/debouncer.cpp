// SPDX-License-Identifier: MIT
#include <asyncade/debouncer.h>

namespace asyncade::detail {

using std::chrono::nanoseconds;

void checkDelay(const char *helper, nanoseconds delay)
{
    if (delay.count() < 0)
        throwInvalid(helper, "a delay of at least 0", durationText(delay));
}

nanoseconds checkedMaxWait(const char *helper, nanoseconds delay, nanoseconds maxWait)
{
    if (maxWait.count() == 0)
        return nanoseconds::max();
    if (maxWait < delay)
        throwInvalid(helper, ("a maxWait of at least the delay, " + durationText(delay) + ", or 0").c_str(), durationText(maxWait));
    return maxWait;
}

DispatchCore::Rules checkedRules(const char *helper, const DebounceOptions &options)
{
    checkDelay(helper, options.delay);
    if (!options.leading && !options.trailing)
        throwInvalid(helper, "leading or trailing, or both", "neither");
    return {DispatchCore::Kind::Debounce, options.leading, options.trailing, options.delay,
            checkedMaxWait(helper, options.delay, options.maxWait), options.part};
}

} // namespace asyncade::detail
