// SPDX-License-Identifier: MIT
#include "view/key_name.h"

namespace playground {

namespace {

constexpr std::pair<Qt::Key, char16_t> arrows[] = {
    {Qt::Key_Left, u'←'}, {Qt::Key_Up, u'↑'}, {Qt::Key_Right, u'→'}, {Qt::Key_Down, u'↓'}};

} // namespace

QString keyName(const QKeySequence &keys)
{
    const QString name = keys.toString(QKeySequence::NativeText);
    for (const auto &[arrow, sign] : arrows) {
        if (keys.count() == 1 && keys[0].key() == arrow)
            return name.chopped(QKeySequence(arrow).toString(QKeySequence::NativeText).size()) + QChar(sign);
    }
    return name;
}

QString modifierName(Qt::Modifier modifier) { return keyName(QKeySequence(modifier | Qt::Key_A)).chopped(1); }

} // namespace playground
