// SPDX-License-Identifier: MIT
#pragma once

#include <QKeySequence>
#include <QString>

namespace playground {

/// What stands on the keys in the language that is spoken: "Shift+M", "Umschalt+M", "Ctrl+↑".
QString keyName(const QKeySequence &keys);
/// A modifier before something that is no key, a drag: "Shift+".
QString modifierName(Qt::Modifier modifier);

} // namespace playground
