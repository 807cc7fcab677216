// SPDX-License-Identifier: MIT
#pragma once

namespace playground {

class Arguments;
class Console;

/// `asyncade list`; see its help in commands.cpp.
int listCommand(const Arguments &arguments, Console &console);

} // namespace playground
