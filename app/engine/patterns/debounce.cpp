// SPDX-License-Identifier: MIT
#include "engine/patterns/dispatching.h"
#include "engine/patterns/pattern.h"

#include <asyncade/debouncer.h>

namespace playground {

namespace {

std::chrono::nanoseconds delayOf(const Section &pattern) { return pattern.duration(QStringLiteral("delay")); }

/// 0 = no bound, as the library has it. One of 0 needs a delay of 0, where nothing waits anyway.
std::chrono::nanoseconds maxWaitOf(const Section &pattern)
{
    return pattern.optionalDuration(QStringLiteral("maxWait")).value_or(std::chrono::nanoseconds{});
}

asyncade::DebounceOptions optionsOf(const Section &pattern, asyncade::Part part)
{
    return {.delay = delayOf(pattern),
            .leading = pattern.flag(QStringLiteral("leading")),
            .trailing = pattern.flag(QStringLiteral("trailing")),
            .maxWait = maxWaitOf(pattern),
            .overlap = pattern.flag(QStringLiteral("overlap")),
            .part = part};
}

} // namespace

QCoro::Task<> runDebounce(Traffic &traffic, std::stop_token token)
{
    std::chrono::nanoseconds maxWait = maxWaitOf(traffic.pattern());
    asyncade::Debouncer debouncer(Dispatched(traffic), optionsOf(traffic.pattern(), traffic.part("debounce")));
    const auto editing = traffic.whenEdited([&](const Section &pattern) {
        if (delayOf(pattern) != debouncer.delay())
            debouncer.setDelay(delayOf(pattern));
        if (maxWaitOf(pattern) != maxWait)
            debouncer.setMaxWait(maxWaitOf(pattern));
        maxWait = maxWaitOf(pattern);
    });
    auto dispatching = dispatchAll(traffic, debouncer, std::move(token));
    co_await dispatching;
}

} // namespace playground
