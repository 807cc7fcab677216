// SPDX-License-Identifier: MIT
#include "engine/patterns/arriving_request.h"
#include "engine/patterns/pattern.h"

#include <asyncade/gather_safe.h>

namespace playground {

QCoro::Task<> runGatherSafe(Traffic &traffic, std::stop_token token)
{
    // The outcome of each request has been reported where it settled.
    auto gathering = asyncade::gatherSafe(allRequests(traffic, Traffic::OnError::Throw), std::move(token));
    co_await gathering;
}

} // namespace playground
