// SPDX-License-Identifier: MIT
#include <asyncade/keep_latest.h>

namespace asyncade::detail {

void LatestCall::supersede(StopCause cause)
{
    LinkedStop *const running = std::exchange(stop, nullptr);
    if (!running)
        return;
    *superseded = cause;
    running->request(cause);
}

} // namespace asyncade::detail
