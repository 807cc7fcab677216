// SPDX-License-Identifier: MIT
#include "engine/stages.h"

#include "engine/policies/retry_stage.h"
#include "engine/policies/timeout_stage.h"
#include "engine/server_stage.h"

#include <asyncade/observer.h>

namespace playground {

namespace {

asyncade::Part reportPart(const Section &section, const QString &path)
{
    return asyncade::report::part(section.id().toStdString(), path.toStdString(), section.kind().title.toStdString());
}

/// The stage of one card. A kind that cannot run was refused before.
std::unique_ptr<Stage> makeStage(const Scenario &scenario, size_t policy, Stage &inner)
{
    const Section &card = scenario.policies[policy].section;
    const asyncade::Part part = reportPart(card, QStringLiteral("policies.%1").arg(policy));
    if (card.id() == u"timeout")
        return std::make_unique<TimeoutStage>(scenario, policy, inner, part);
    Q_ASSERT(card.id() == u"retry");
    return std::make_unique<RetryStage>(scenario, policy, inner, part);
}

} // namespace

Stages::Stages(const Scenario &scenario)
{
    m_stages.push_back(std::make_unique<ServerStage>(scenario));
    for (size_t i = scenario.policies.size(); i-- > 0;) {
        if (scenario.policies[i].enabled)
            m_stages.push_back(makeStage(scenario, i, outermost()));
    }
}

void Stages::edited(const Scenario &scenario)
{
    for (const auto &stage : m_stages)
        stage->edited(scenario);
}

} // namespace playground
