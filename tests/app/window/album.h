// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QString>

#include <functional>
#include <vector>

namespace playground {

/// A picture that the program makes of itself: its name as a file, what it shows in a few words, and how it is taken.
struct AlbumPicture {
    QString name;
    QString shows;
    std::function<QImage()> take;
};
using Album = std::vector<AlbumPicture>;

/// Every pattern in light and dark, and every shipped scenario.
void addPatterns(Album &album);
/// The parts of the window: comparisons, the past and its branches, the pages of the panels.
void addWindows(Album &album);
/// What needs most room, in the smallest window and in the usual one; `language` is a word for the names: "german".
void addTightOnes(Album &album, const QString &language);
/// What is hard to show: nothing at all, failures only, very long names, a million spans.
void addExtremes(Album &album);

/// All that are taken in this language, "en" or "de", in the order in which they are best looked at.
Album albumIn(const QString &language);

} // namespace playground
