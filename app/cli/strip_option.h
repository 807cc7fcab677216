// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

namespace playground {

/// The comparison with one more strip, as `--strip NAME:KEY=VALUE,…` describes it: the scenario with these settings of its pattern
/// and policies. Commas inside of brackets and quotes belong to a value. Throws BadInput, with a sentence that names the option.
Scenario withStripOption(const Scenario &scenario, const QString &text);

} // namespace playground
