// SPDX-License-Identifier: MIT
#include <asyncade/throttler.h>

namespace asyncade {

using std::chrono::nanoseconds;
using Kind = detail::DispatchCore::Kind;

namespace detail {

void checkWindow(const char *helper, nanoseconds delay)
{
    if (delay.count() < 0)
        throwInvalid(helper, "a delay of at least 0", durationText(delay));
}

} // namespace detail

ThrottlePolicy ThrottlePolicy::pacing(Duration delay, Part part)
{
    detail::checkWindow("ThrottlePolicy", delay);
    return ThrottlePolicy({Kind::Pace, true, true, delay, nanoseconds::max(), part});
}

ThrottlePolicy ThrottlePolicy::dropping(Duration delay, ThrottleEdges edges, Part part)
{
    detail::checkWindow("ThrottlePolicy", delay);
    if (!edges.leading && !edges.trailing)
        detail::throwInvalid("ThrottlePolicy", "leading or trailing, or both", "neither");
    return ThrottlePolicy({Kind::Drop, edges.leading, edges.trailing, delay, nanoseconds::max(), part});
}

} // namespace asyncade
