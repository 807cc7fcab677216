// SPDX-License-Identifier: MIT
#include "engine/patterns/on_error.h"
#include "engine/patterns/pattern.h"

#include <asyncade/parallel_map.h>

namespace playground {

namespace {

int limitOf(const Section &pattern) { return int(pattern.integer(QStringLiteral("limit"))); }

} // namespace

QCoro::Task<> runParallelMap(Traffic &traffic, std::stop_token token)
{
    const asyncade::Part part = traffic.part("slots");
    asyncade::Semaphore permits(limitOf(traffic.pattern()), "parallel-map", part);
    const auto editing = traffic.whenEdited([&](const Section &pattern) {
        if (limitOf(pattern) == permits.limit())
            return;
        asyncade::report::level(part, "limit", limitOf(pattern));
        permits.setLimit(limitOf(pattern));
    });
    const Traffic::OnError onError = onErrorOf(traffic.pattern());
    const auto serve = [&](Traffic::Request request, std::stop_token stop) { return traffic.serve(request.number, onError, std::move(stop)); };
    // Requests come when they come, whether there is a slot for them or not.
    auto mapping = asyncade::mapParallel(traffic, serve, permits, {.pullAhead = true, .exclusive = true}, std::move(token));
    co_await mapping;
}

} // namespace playground
