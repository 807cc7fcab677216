// SPDX-License-Identifier: MIT
#pragma once

#include "engine/stage.h"
#include "model/scenario.h"

#include <asyncade/retry.h>

namespace playground {

/// The policy `retry`: asyncade::retry around what lies further in.
class RetryStage final : public Stage {
public:
    /// `policy` is its place in the scenario's list. `inner` must outlive it.
    RetryStage(const Scenario &scenario, size_t policy, Stage &inner, asyncade::Part part);

    QCoro::Task<Answer> run(Call &call, std::stop_token token) override;
    void edited(const Scenario &scenario) override;

private:
    asyncade::RetryRules makeRules(const Section &card) const;

    Stage &m_inner;
    size_t m_policy;
    quint64 m_seed;
    asyncade::RetryOptions m_options; ///< Read by the library whenever it needs them, so edits reach calls under way.
    asyncade::RetryRules m_rules;
};

} // namespace playground
