// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace playground {

class Run;
struct TerminalStyle;

/// A run as lines of text: ruler, arrivals, one row a request (or a group of requests, where there are many), results, counters
/// and a legend of the states that occur. Every state has its own sign, so it reads without colour, too.
QString drawTimeline(const Run &run, const TerminalStyle &style);

} // namespace playground
