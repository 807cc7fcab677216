// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace playground {

/// A word as it stands in a line: in quotes, as JSON writes a string, where it is empty or holds spaces or quotes.
QString quotedWord(const QString &word);
/// The words of a line, without their quotes. A quote that is never closed is part of its word.
QStringList quotedWords(const QString &line);

} // namespace playground
