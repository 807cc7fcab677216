// SPDX-License-Identifier: MIT
#pragma once

namespace playground {

class Arguments;
class Console;

/// `asyncade patterns`; see its help in commands.cpp.
int patternsCommand(const Arguments &arguments, Console &console);

} // namespace playground
