// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

namespace playground {

/// What led from one scenario to another, made in a third one, which may have other values: what the change did not touch stays as it
/// is there. Strips are recognised by their pattern and policies. Where that would break a rule it is `to`.
Scenario withChange(const Scenario &scenario, const Scenario &from, const Scenario &to);

} // namespace playground
