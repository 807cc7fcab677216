// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <vector>

namespace playground {

struct Scenario;

/// A piece of the sentence that a scenario reads as.
struct SentencePiece {
    enum class Style { Plain, Strong, Value };
    QString text;
    Style style = Style::Plain;
    QString path; ///< A value's field: "pattern.limit".
    friend bool operator==(const SentencePiece &, const SentencePiece &) = default;
};
using Phrase = std::vector<SentencePiece>;

/// "Fetch 8 pages, all asked for at once,"
Phrase sourceSentence(const Scenario &scenario);
/// "with parallel map, 3 at a time; a fetch is tried up to 3 times,"
Phrase patternSentence(const Scenario &scenario);
/// "from a server that answers in about 640 ms and fails 1 in 10."
Phrase backendSentence(const Scenario &scenario);

/// Only the words.
QString plainText(const Phrase &sentence);

} // namespace playground
