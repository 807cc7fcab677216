// SPDX-License-Identifier: MIT
#include "engine/policies/policy.h"

#include <asyncade/semaphore.h>

namespace playground {

namespace {

int limitOf(const Section &card) { return int(card.integer(QStringLiteral("limit"))); }

/// A permit of one asyncade::Semaphore, held while a call is further in.
class ConcurrencyLimit final : public PolicyStage {
public:
    explicit ConcurrencyLimit(const PolicyPlace &place)
        : PolicyStage(place), m_permits(limitOf(place.card()), "concurrency-limit", place.part)
    {
    }

    QCoro::Task<Answer> run(Call &call, std::stop_token token) override
    {
        const asyncade::Permit permit = co_await m_permits.acquire(token);
        auto running = inside(call)(std::move(token));
        co_return co_await running;
    }

private:
    void setNumbers(const Section &card) override
    {
        const int limit = limitOf(card);
        if (limit == m_permits.limit())
            return;
        asyncade::report::level(part(), "limit", limit);
        m_permits.setLimit(limit);
    }

    asyncade::Semaphore m_permits;
};

} // namespace

std::unique_ptr<Stage> makeConcurrencyLimit(const PolicyPlace &place) { return std::make_unique<ConcurrencyLimit>(place); }

} // namespace playground
