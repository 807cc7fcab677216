// SPDX-License-Identifier: MIT
#pragma once

#include "engine/stage.h"
#include "model/scenario.h"

#include <memory>
#include <vector>

namespace playground {

/// All that a call of a scenario passes through: its policies, first = outermost, and the server.
class Stages {
public:
    /// Reports their parts, so it must be made while the clock of the run is current.
    explicit Stages(const Scenario &scenario);

    Stage &outermost() { return *m_stages.back(); }
    void edited(const Scenario &scenario);

private:
    std::vector<std::unique_ptr<Stage>> m_stages; ///< From the server outwards.
};

} // namespace playground
