// SPDX-License-Identifier: MIT
#include "engine/policies/policy.h"

#include <algorithm>
#include <array>

namespace playground {

namespace {

constexpr std::array policies{
    PolicyKind{QLatin1String("timeout"), partkind::timeout, makeTimeout},
    PolicyKind{QLatin1String("retry"), partkind::retry, makeRetry},
    PolicyKind{QLatin1String("concurrency-limit"), partkind::slots_, makeConcurrencyLimit},
    PolicyKind{QLatin1String("rate-limit"), partkind::tokens, makeRateLimit},
    PolicyKind{QLatin1String("hedge"), partkind::hedge, makeHedge},
    PolicyKind{QLatin1String("circuit-breaker"), partkind::breaker, makeCircuitBreaker},
    PolicyKind{QLatin1String("keep-latest"), partkind::keepLatest, makeKeepLatest},
};

} // namespace

const PolicyKind *findPolicy(const QString &id)
{
    const auto found = std::ranges::find_if(policies, [&](const PolicyKind &kind) { return id == kind.id; });
    return found == policies.end() ? nullptr : &*found;
}

} // namespace playground
