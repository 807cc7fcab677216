// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace playground {

/// Takes `--language de` or `--language=de` out of the words, wherever it stands before a `--`, and returns the language;
/// empty without one. Throws BadInput when it is given twice, has no value, or one that is not spoken.
QString takeLanguage(QStringList &words);

} // namespace playground
