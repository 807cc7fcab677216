// SPDX-License-Identifier: MIT
#pragma once

#include "engine/stage.h"
#include "model/scenario.h"

#include <asyncade/observer.h>

namespace playground {

/// The policy `timeout`: asyncade::withTimeout, or withTimeoutDefault, around what lies further in.
class TimeoutStage final : public Stage {
public:
    /// `policy` is its place in the scenario's list. `inner` must outlive it.
    TimeoutStage(const Scenario &scenario, size_t policy, Stage &inner, asyncade::Part part);

    QCoro::Task<Answer> run(Call &call, std::stop_token token) override;
    void edited(const Scenario &scenario) override;

private:
    Stage &m_inner;
    size_t m_policy;
    asyncade::Part m_part;
    std::chrono::nanoseconds m_after;
    bool m_givesDefault;
};

} // namespace playground
