// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

class QAction;
class QMenu;
class QObject;

namespace playground {

/// The files that were opened or saved last, newest first, kept in the settings.
namespace recentfiles {

inline constexpr qsizetype most = 8;

QStringList list();
/// Puts a file in front, once.
void add(const QString &path);
/// Fills a menu with them, each with a mnemonic and its folder; those that are not there any more say so and cannot be
/// chosen. An empty menu is disabled. The path is the action's data.
void fill(QMenu &menu);

} // namespace recentfiles

} // namespace playground
