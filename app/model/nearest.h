// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace playground {

/// The one of `known` that `word` was probably meant to be, or an empty string. Closeness is the number of letters to
/// insert, delete, replace or swap with a neighbour (optimal string alignment distance), upper and lower case alike; at
/// most a third of the word.
QString nearest(const QString &word, const QStringList &known);

/// How a sentence about an unknown word ends behind its semicolon: ` did you mean "pattern"?`, or, when nothing is
/// near, the choice: ` known: "a", "b" and "c"`.
QString didYouMean(const QString &word, const QStringList &known);

/// `"a", "b" and "c"`; with another last link: `"a", "b" or "c"`.
QString quotedList(const QStringList &words, const QString &link);

/// A path in quotes for a sentence; of one that is longer than anybody would write, the beginning.
QString shownPath(const QString &path);

} // namespace playground
