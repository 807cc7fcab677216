// SPDX-License-Identifier: MIT
#include "engine/patterns/groups.h"
#include "engine/patterns/pattern.h"

#include <asyncade/race.h>

namespace playground {

namespace {

QCoro::Task<quint32> raceOf(std::vector<ArrivingRequest> members, std::stop_token token)
{
    const quint32 first = members.front().span().request;
    auto racing = asyncade::race(std::move(members), std::move(token));
    const auto winner = co_await racing;
    co_return first + quint32(winner.index);
}

} // namespace

QCoro::Task<> runRace(Traffic &traffic, std::stop_token token)
{
    // A failure that comes first wins as well, and its request has settled with it.
    return runGroups(traffic, Traffic::OnError::Keep, raceOf, std::move(token));
}

} // namespace playground
