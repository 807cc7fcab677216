// SPDX-License-Identifier: MIT
#include "engine/patterns/dispatching.h"
#include "engine/patterns/pattern.h"

#include <asyncade/throttler.h>

namespace playground {

namespace {

std::chrono::nanoseconds delayOf(const Section &pattern) { return pattern.duration(QStringLiteral("delay")); }

asyncade::ThrottlePolicy policyOf(const Section &pattern, asyncade::Part part)
{
    if (pattern.text(QStringLiteral("mode")) == u"pace")
        return asyncade::ThrottlePolicy::pacing(delayOf(pattern), part);
    const asyncade::ThrottleEdges edges{.leading = pattern.flag(QStringLiteral("leading")), .trailing = pattern.flag(QStringLiteral("trailing"))};
    return asyncade::ThrottlePolicy::dropping(delayOf(pattern), edges, part);
}

} // namespace

QCoro::Task<> runThrottle(Traffic &traffic, std::stop_token token)
{
    asyncade::Throttler throttler(Dispatched(traffic), policyOf(traffic.pattern(), traffic.part("throttle")));
    const auto editing = traffic.whenEdited([&](const Section &pattern) {
        if (delayOf(pattern) != throttler.delay())
            throttler.setDelay(delayOf(pattern));
    });
    auto dispatching = dispatchAll(traffic, throttler, std::move(token));
    co_await dispatching;
}

} // namespace playground
