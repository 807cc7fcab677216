// SPDX-License-Identifier: MIT
#pragma once

#include <span>

namespace playground {

/// A word and what it means, to be translated in the context "HelpTables".
struct HelpEntry {
    const char *term;
    const char *text;
};

/// The keys at the top of a scenario.
std::span<const HelpEntry> scenarioKeyHelp();
/// The keys of the report.
std::span<const HelpEntry> metricHelp();
/// The events of a trace, with their fields.
std::span<const HelpEntry> eventHelp();
/// The reasons of a wait.
std::span<const HelpEntry> reasonHelp();

/// What can be written in the find bar of the window.
std::span<const HelpEntry> findHelp();

} // namespace playground
