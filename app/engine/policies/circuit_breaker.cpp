// SPDX-License-Identifier: MIT
#include "engine/policies/policy.h"

#include <asyncade/circuit_breaker.h>

namespace playground {

namespace {

asyncade::CircuitBreakerOptions optionsOf(const Section &card, asyncade::Part part)
{
    return {.failures = int(card.integer(QStringLiteral("failures"))),
            .openFor = card.duration(QStringLiteral("openFor")),
            .probes = int(card.integer(QStringLiteral("probes"))),
            .part = part};
}

/// One asyncade::CircuitBreaker before what lies further in. Every failure counts, a timeout's too.
class CircuitBreaker final : public PolicyStage {
public:
    explicit CircuitBreaker(const PolicyPlace &place) : PolicyStage(place), m_breaker(optionsOf(place.card(), place.part)) {}

    QCoro::Task<Answer> run(Call &call, std::stop_token token) override { return m_breaker.run(inside(call), std::move(token)); }

private:
    void setNumbers(const Section &card) override { m_breaker.setOptions(optionsOf(card, part())); }

    asyncade::CircuitBreaker m_breaker;
};

} // namespace

std::unique_ptr<Stage> makeCircuitBreaker(const PolicyPlace &place) { return std::make_unique<CircuitBreaker>(place); }

} // namespace playground
