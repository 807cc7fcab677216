// SPDX-License-Identifier: MIT
#pragma once

#include "view/sentence.h"

namespace playground {

class Section;

/// Adds a text in which *words* are strong and [path|words] are values: "with *gather*, [limit|3 at a time]". `prefix`
/// stands before each path.
void addWords(Phrase &sentence, const QString &marked, const QString &prefix);

/// A section's duration or its rate, as a sentence says it: "300 ms", "2.5".
QString durationWords(const Section &section, const QString &key);
QString rateWords(const Section &section);
/// What a rate lets pass at once: " ([burst|up to 5 at once])"; empty for a burst of one.
QString burstWords(const Section &section);

/// Whether all requests of the source arrive at the same instant.
bool comesAtOnce(const Section &source);

} // namespace playground
