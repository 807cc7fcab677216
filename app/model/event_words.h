// SPDX-License-Identifier: MIT
#pragma once

#include "model/trace.h"

#include <QString>

namespace playground {

/// One event of a run as a sentence without its time: "#4: attempt 1 failed with 503". Empty for a record that says nothing
/// by itself: which parts there are, and levels that move all the time.
QString eventWords(const Trace &trace, const Record &record);

/// Whether eventWords() has something to say; takes no time to find out.
bool hasWords(const Trace &trace, const Record &record);

/// What a wait is for, to stand in a sentence: "waits for a slot".
QString waitPhrase(WaitReason reason);

} // namespace playground
