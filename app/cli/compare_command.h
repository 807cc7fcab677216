// SPDX-License-Identifier: MIT
#pragma once

namespace playground {

class Arguments;
class Console;

/// `asyncade compare`; see its help in commands.cpp.
int compareCommand(const Arguments &arguments, Console &console);

} // namespace playground
