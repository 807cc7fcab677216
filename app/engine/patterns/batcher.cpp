// SPDX-License-Identifier: MIT
#include "engine/patterns/pattern.h"
#include "engine/traffic.h"

#include <asyncade/batcher.h>
#include <asyncade/task_scope.h>

namespace playground {

namespace {

using Batcher = asyncade::Batcher<quint32>;

int sizeOf(const Section &pattern) { return int(pattern.integer(QStringLiteral("size"))); }
std::chrono::nanoseconds delayOf(const Section &pattern) { return pattern.duration(QStringLiteral("delay")); }

QCoro::Task<> submit(Batcher &batcher, quint32 number, std::stop_token token)
{
    const auto submission = batcher.submit(number, std::move(token));
    co_await submission;
}

} // namespace

QCoro::Task<> runBatcher(Traffic &traffic, std::stop_token token)
{
    const auto serve = [&traffic](std::vector<quint32> members, std::stop_token stop) {
        return traffic.serve(members.front(), Traffic::OnError::Keep, std::move(stop), {members.begin() + 1, members.end()});
    };
    Batcher batcher(serve, {.size = sizeOf(traffic.pattern()), .delay = delayOf(traffic.pattern()), .part = traffic.part("batcher")}, "batcher");
    const auto editing = traffic.whenEdited([&](const Section &pattern) {
        if (sizeOf(pattern) != batcher.size())
            batcher.setSize(sizeOf(pattern));
        if (delayOf(pattern) != batcher.delay())
            batcher.setDelay(delayOf(pattern));
    });
    asyncade::TaskScope submissions;
    for (;;) {
        auto arriving = traffic.next(token);
        const std::optional<Traffic::Request> request = co_await arriving;
        if (!request)
            break;
        const asyncade::SpanScope span(request->span());
        submissions.spawn("a request", [&batcher, number = request->number](std::stop_token stop) { return submit(batcher, number, std::move(stop)); });
    }
    co_await submissions.join(token);
}

} // namespace playground
