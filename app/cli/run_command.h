// SPDX-License-Identifier: MIT
#pragma once

namespace playground {

class Arguments;
class Console;

/// `asyncade run`; see its help in commands.cpp.
int runCommand(const Arguments &arguments, Console &console);

} // namespace playground
