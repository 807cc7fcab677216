// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace playground {

class Trace;

/// What happens in these events, which are those of one instant, in a few words: "at 1.101 s: #4 starts try 2". Empty for none.
QString instantWords(const Trace &instant);

} // namespace playground
