// SPDX-License-Identifier: MIT
#include "engine/patterns/groups.h"

#include <asyncade/task_scope.h>

#include <algorithm>

namespace playground {

namespace {

/// One group, as a child of the scope of all.
struct Group {
    Group(Traffic &of, Competition how, Traffic::OnError failures, quint32 begin, quint32 size)
        : traffic(&of), compete(how), onError(failures), first(begin), count(size)
    {
    }
    Traffic *traffic;
    Competition compete;
    Traffic::OnError onError;
    quint32 first, count;

    QCoro::Task<> operator()(std::stop_token token) const { return run(*this, std::move(token)); }

private:
    static QCoro::Task<> run(Group group, std::stop_token token)
    {
        std::vector<ArrivingRequest> members;
        for (quint32 i = 0; i < group.count; ++i)
            members.emplace_back(*group.traffic, group.first + i, group.onError);
        auto competing = group.compete(std::move(members), std::move(token));
        const quint32 winner = co_await competing;
        // Who stands behind one that has won at once was not started.
        for (quint32 i = 0; i < group.count; ++i)
            group.traffic->cancel(group.first + i, {.reason = asyncade::StopReason::SiblingWon, .request = winner});
    }
};

} // namespace

QCoro::Task<> runGroups(Traffic &traffic, Traffic::OnError onError, Competition compete, std::stop_token token)
{
    asyncade::TaskScope groups;
    for (quint32 first = 1; first <= traffic.count();) {
        auto waiting = traffic.due(first, token);
        co_await waiting;
        const qint64 left = qint64(traffic.count()) - first + 1;
        const qint64 size = traffic.pattern().optionalInteger(QStringLiteral("size")).value_or(left);
        const Group group(traffic, compete, onError, first, quint32(std::min(size, left)));
        groups.spawn("a group", group);
        first += group.count;
    }
    co_await groups.join(token);
}

} // namespace playground
