// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <vector>

namespace playground {

class Trace;

/// What happens in these events, which are those of one instant, in a few words: "at 1.101 s: #4 starts try 2". Empty for none.
QString instantWords(const Trace &instant);
/// The same of the strips of a comparison, A first: what happens in those of them in which something happens first, "at 77.8 ms: B: #4
/// starts". Each trace holds events of one instant, or none.
QString instantWords(const std::vector<Trace> &strips);

} // namespace playground
