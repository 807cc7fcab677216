// SPDX-License-Identifier: MIT
#include "engine/patterns/on_error.h"
#include "engine/patterns/pattern.h"
#include "engine/rate_rule.h"

#include <asyncade/rate_limit.h>

namespace playground {

namespace {

/// 0 = no limit, as the library has it.
int limitOf(const Section &pattern) { return int(pattern.optionalInteger(QStringLiteral("limit")).value_or(0)); }

} // namespace

QCoro::Task<> runRateLimit(Traffic &traffic, std::stop_token token)
{
    const asyncade::Part slots_ = traffic.part("slots");
    asyncade::RateLimit rule = rateRule(traffic.pattern());
    int limit = limitOf(traffic.pattern());
    asyncade::RateLimiter limiter(std::vector<asyncade::RateLimit>{rule}, traffic.part("tokens"), "rate-limit");
    if (limit == 0)
        asyncade::report::level(slots_, "limit", 0); // Nobody waits for a slot, and nobody keeps one from others.
    const Traffic::OnError onError = onErrorOf(traffic.pattern());
    const auto serve = [&](Traffic::Request request, std::stop_token stop) { return traffic.serve(request.number, onError, std::move(stop)); };
    // Requests come when they come, whether they may start or not.
    auto answers = asyncade::rateLimit(traffic, serve, limiter,
                                       {.maxInFlight = limit, .inOrder = false, .pullAhead = true, .part = slots_}, token);
    const auto editing = traffic.whenEdited([&](const Section &pattern) {
        const asyncade::RateLimit edited = rateRule(pattern);
        if (edited.count != rule.count || edited.per != rule.per)
            limiter.setRate(edited.count, edited.per);
        if (edited.burst != rule.burst)
            limiter.setBurst(edited.burst);
        rule = edited;
        if (limitOf(pattern) == limit)
            return;
        limit = limitOf(pattern);
        asyncade::report::level(slots_, "limit", limit);
        answers.setMaxInFlight(limit);
    });
    for (;;) {
        const auto next = answers.next(token);
        if (!(co_await next).has_value())
            break;
    }
}

} // namespace playground
