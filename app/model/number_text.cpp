// SPDX-License-Identifier: MIT
#include "model/number_text.h"

namespace playground {

QString numberText(qint64 number)
{
    constexpr qsizetype group = 3, mostTogether = 4;
    QString text = QString::number(number);
    const qsizetype sign = number < 0 ? 1 : 0;
    if (text.size() - sign <= mostTogether)
        return text;
    for (qsizetype at = text.size() - group; at > sign; at -= group)
        text.insert(at, QChar(0x202F));
    return text;
}

} // namespace playground
