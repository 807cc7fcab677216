// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace playground {

class Console;

/// Whether these words (without the program's name) need a QGuiApplication, because a picture is asked for.
bool needsGui(const QStringList &words);

/// Whether these words are one that names a scenario and no command: a file (with a slash, or ending in .json) or a shipped
/// one. With a display the window opens it.
bool namesScenario(const QStringList &words);

/// Does what the words ask for and returns the program's exit status (see ExitStatus). Without words it runs the default scenario
/// and draws it. It speaks English, so that the same words print the same bytes everywhere, unless --language says otherwise.
int runCommandLine(const QStringList &words, Console &console);

} // namespace playground
