// SPDX-License-Identifier: MIT
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

namespace playground {

/// The languages that the playground speaks, "en" first: that of the texts in its sources, which needs no translation.
QStringList languages();

/// What a language calls itself: "Deutsch"; empty for one that is not spoken.
QString languageName(const QString &language);

/// The first of the `wanted` ones ("de-AT", "de", "C" …) that is spoken, in any of its variants; "en" when none is. Without
/// `wanted` it is the user's own order: LANGUAGE, LC_ALL, LC_MESSAGES and LANG, or what the desktop says.
QString nearestLanguage(const QStringList &wanted = QLocale::system().uiLanguages());

/// Speaks a language of languages() from now on: in texts that are asked for later, of the playground and of Qt. Texts that
/// widgets already show, and tables that were made, stay as they are, so call it before them, with an application that
/// exists. Numbers and times are written alike in every language, as in a scenario's file: "1.5 s".
/// False, and nothing changes, when its texts are not there.
bool speak(const QString &language);

} // namespace playground
