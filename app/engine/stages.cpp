// SPDX-License-Identifier: MIT
#include "engine/stages.h"

#include "engine/policies/policy.h"
#include "engine/server_stage.h"

#include <asyncade/observer.h>

namespace playground {

namespace {

/// The stage of one card. A kind that cannot run was refused before.
std::unique_ptr<Stage> makeStage(const Scenario &scenario, size_t index, Stage &inner)
{
    const Section &card = scenario.policies[index].section;
    const PolicyKind *kind = findPolicy(card.id());
    Q_ASSERT(kind);
    const std::string path = QStringLiteral("policies.%1").arg(index).toStdString();
    const asyncade::Part part = asyncade::report::part(kind->partKind.data(), path, card.kind().title.toStdString());
    return kind->make({scenario, index, inner, part});
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
