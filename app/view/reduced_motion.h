// SPDX-License-Identifier: MIT
#pragma once

#include <QMap>
#include <QVariant>

#include <optional>

namespace playground {

/// Whether somebody wants as little motion as possible: as the program's style says, which asks the desktop when it is
/// made.
bool prefersReducedMotion();

/// The program's style on every desktop: Fusion, which does not animate where the desktop's settings ask for reduced
/// motion. They are asked for through the settings portal; where none answers within a fifth of a second, the
/// platform's own word holds.
class QStyle *makeProgramStyle();

/// What the settings of a desktop say, by group and key: reduced motion, its animations switched off (GNOME), or their
/// duration set to zero (KDE). Nothing where they say nothing about it.
std::optional<bool> reducesMotion(const QMap<QString, QVariantMap> &settings);

} // namespace playground
