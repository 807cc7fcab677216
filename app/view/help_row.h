// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace playground {

class WindowActions;

/// A line of the help: keys, or a word, and what they do or mean.
struct HelpRow {
    QStringList keys; ///< Drawn as keys; empty: `word` is what is explained.
    QString word;
    QString help;
};

/// Lines that belong together.
struct HelpBlock {
    QString caption;
    QList<HelpRow> rows;
};

/// Keys of the window that are about the run, and the others; those of the timeline; what the mouse does there; and
/// keys of single controls.
HelpBlock runKeys(const WindowActions &actions);
HelpBlock windowKeys(const WindowActions &actions);
HelpBlock timelineKeysHelp();
HelpBlock mouseHelp();
HelpBlock controlKeys();

/// Every number of the report; every state that the timeline draws, and every reason to wait.
HelpBlock numbersHelp();
HelpBlock statesHelp();
HelpBlock waitsHelp();

} // namespace playground
