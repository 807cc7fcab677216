// SPDX-License-Identifier: MIT
#include "engine/patterns/on_error.h"
#include "engine/patterns/pattern.h"

#include <asyncade/batch.h>

namespace playground {

namespace {

int sizeOf(const Section &pattern) { return int(pattern.integer(QStringLiteral("size"))); }
std::chrono::nanoseconds pauseOf(const Section &pattern) { return pattern.duration(QStringLiteral("delay")); }

asyncade::BatchPace paceOf(const Section &pattern)
{
    return pattern.text(QStringLiteral("pace")) == u"start-to-start" ? asyncade::BatchPace::StartToStart : asyncade::BatchPace::AfterEnd;
}

} // namespace

QCoro::Task<> runBatch(Traffic &traffic, std::stop_token token)
{
    asyncade::BatchLimits limits(sizeOf(traffic.pattern()), pauseOf(traffic.pattern()), paceOf(traffic.pattern()));
    const auto editing = traffic.whenEdited([&](const Section &pattern) {
        if (sizeOf(pattern) != limits.size())
            limits.setSize(sizeOf(pattern));
        if (pauseOf(pattern) != limits.pause())
            limits.setPause(pauseOf(pattern));
    });
    const Traffic::OnError onError = onErrorOf(traffic.pattern());
    const auto serve = [&](Traffic::Request request, std::stop_token stop) { return traffic.serve(request.number, onError, std::move(stop)); };
    auto batches = asyncade::batchConcurrent(traffic, serve, limits, {.pullAhead = true, .part = traffic.part("batch")}, std::move(token));
    co_await batches;
}

} // namespace playground
