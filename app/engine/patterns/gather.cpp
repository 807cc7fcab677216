// SPDX-License-Identifier: MIT
#include "engine/patterns/arriving_request.h"
#include "engine/patterns/pattern.h"

#include <asyncade/gather.h>

namespace playground {

QCoro::Task<> runGather(Traffic &traffic, std::stop_token token)
{
    return asyncade::gather(allRequests(traffic, Traffic::OnError::ThrowFirst), std::move(token));
}

} // namespace playground
