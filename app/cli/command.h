// SPDX-License-Identifier: MIT
#pragma once

#include "cli/arguments.h"

#include <span>

namespace playground {

class Console;

/// The program's exit statuses.
enum ExitStatus {
    exitMet = 0,     ///< Done; all thresholds of the scenario's challenge are met, or there are none.
    exitNotMet = 1,  ///< Done; a threshold is not met.
    exitBadInput = 2, ///< Nothing was done; stderr says why.
    exitStopped = 130 ///< Ctrl+C ended a run in real time: what was asked for was written, of what had happened until then.
};

/// A word that the program understands, with all that its help says.
struct Command {
    QString name;
    QString operands; ///< "[FILE|NAME]"; empty: it takes none.
    QString help;     ///< One line.
    std::vector<Option> options;
    int (*run)(const Arguments &arguments, Console &console) = nullptr;
};

/// Every command, in the order of the help.
std::span<const Command> commands();
/// nullptr when there is none of that name.
const Command *findCommand(const QString &name);

} // namespace playground
