// SPDX-License-Identifier: MIT
#include "engine/policies/policy.h"
#include "engine/rate_rule.h"

#include <asyncade/rate_limiter.h>

#include <vector>

namespace playground {

namespace {

/// A token of one asyncade::RateLimiter for each call that goes further in.
class RateLimit final : public PolicyStage {
public:
    explicit RateLimit(const PolicyPlace &place)
        : PolicyStage(place),
          m_rule(rateRule(place.card())),
          m_limiter(std::vector<asyncade::RateLimit>{m_rule}, place.part, "rate-limit"),
          m_pauses(place.card().flag(QStringLiteral("pauseOn429")))
    {
    }

    QCoro::Task<Answer> run(Call &call, std::stop_token token) override
    {
        co_await m_limiter.acquire(token);
        try {
            auto running = inside(call)(std::move(token));
            co_return co_await running;
        } catch (const ServerError &answer) {
            if (m_pauses && answer.code() == 429 && answer.retryAfter())
                m_limiter.pause(*answer.retryAfter());
            throw;
        }
    }

private:
    void setNumbers(const Section &card) override
    {
        const asyncade::RateLimit rule = rateRule(card);
        if (rule.count != m_rule.count || rule.per != m_rule.per)
            m_limiter.setRate(rule.count, rule.per);
        if (rule.burst != m_rule.burst)
            m_limiter.setBurst(rule.burst);
        m_rule = rule;
    }

    asyncade::RateLimit m_rule;
    asyncade::RateLimiter m_limiter;
    bool m_pauses;
};

} // namespace

std::unique_ptr<Stage> makeRateLimit(const PolicyPlace &place) { return std::make_unique<RateLimit>(place); }

} // namespace playground
