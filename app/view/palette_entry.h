// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace playground {

/// One line of the command search: a scenario to open or something the window can do.
struct PaletteEntry {
    QString group; ///< The caption that it stands below; those of one group follow each other.
    QString title;
    QString help; ///< What it does, or is, in one line.
    QString key;  ///< The key that does the same; empty: none.
    std::function<void()> run;
    /// A scenario: opens it as a strip of a comparison. Empty: there is no such thing.
    std::function<void()> runAsStrip;
    bool enabled = true;
    bool current = false; ///< The scenario that is open.
};

/// Which entries a search shows, as their indexes: those in which each word of `query` occurs, whatever its case, in
/// the title, the group, the help or the key. They keep their order, but within a group those come first whose title
/// begins with the query, and then those with a word of the title that does. An empty query shows all.
std::vector<size_t> searchPalette(const std::vector<PaletteEntry> &entries, const QString &query);

} // namespace playground
