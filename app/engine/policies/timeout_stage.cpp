// SPDX-License-Identifier: MIT
#include "engine/policies/timeout_stage.h"

#include <asyncade/timeout.h>

namespace playground {

namespace {

std::chrono::nanoseconds afterOf(const Section &card) { return card.duration(QStringLiteral("after")); }

} // namespace

TimeoutStage::TimeoutStage(const Scenario &scenario, size_t policy, Stage &inner, asyncade::Part part)
    : m_inner(inner)
    , m_policy(policy)
    , m_part(part)
    , m_after(afterOf(scenario.policies[policy].section))
    , m_givesDefault(scenario.policies[policy].section.text(QStringLiteral("result")) == u"default")
{
}

QCoro::Task<Answer> TimeoutStage::run(Call &call, std::stop_token token)
{
    const auto inside = [this, &call](std::stop_token inner) { return m_inner.run(call, std::move(inner)); };
    if (m_givesDefault) {
        auto running = asyncade::withTimeoutDefault(inside, m_after, Answer{.code = codeNone, .defaulted = true}, std::move(token), m_part);
        co_return co_await running;
    }
    auto running = asyncade::withTimeout(inside, m_after, std::move(token), m_part);
    co_return co_await running;
}

void TimeoutStage::edited(const Scenario &scenario) { m_after = afterOf(scenario.policies[m_policy].section); }

} // namespace playground
