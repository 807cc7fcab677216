// SPDX-License-Identifier: MIT
#include "view/key_name.h"

namespace playground {

QString keyName(const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); }

QString modifierName(Qt::Modifier modifier) { return keyName(QKeySequence(modifier | Qt::Key_A)).chopped(1); }

} // namespace playground
