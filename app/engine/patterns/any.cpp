// SPDX-License-Identifier: MIT
#include "engine/patterns/groups.h"
#include "engine/patterns/pattern.h"

#include <asyncade/any_of.h>

namespace playground {

namespace {

QCoro::Task<quint32> anyOfThem(std::vector<ArrivingRequest> members, std::stop_token token)
{
    const quint32 first = members.front().span().request;
    quint32 winner = 0;
    try {
        auto competing = asyncade::anyOf(std::move(members), std::move(token));
        winner = first + quint32((co_await competing).index);
    } catch (const asyncade::AllFailed &) {
        // Each has settled with its own failure.
    }
    co_return winner;
}

} // namespace

QCoro::Task<> runAny(Traffic &traffic, std::stop_token token)
{
    return runGroups(traffic, Traffic::OnError::Throw, anyOfThem, std::move(token));
}

} // namespace playground
