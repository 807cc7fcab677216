// SPDX-License-Identifier: MIT
#include "view/duration_text.h"

#include "model/duration.h"

#include <algorithm>

namespace playground {

QString fieldDuration(std::chrono::nanoseconds duration)
{
    QString text = durationText(duration);
    const auto unit = std::ranges::find_if(text, [](QChar c) { return c.isLetter(); });
    text.insert(unit - text.begin(), QLatin1Char(' '));
    return text.replace(QStringLiteral("us"), QStringLiteral("µs"));
}

std::optional<std::chrono::nanoseconds> typedDuration(const QString &text)
{
    QString plain = text.simplified().remove(QLatin1Char(' '));
    plain.replace(QLatin1Char(','), QLatin1Char('.')).replace(QStringLiteral("µs"), QStringLiteral("us"));
    if (!plain.isEmpty() && (plain.back().isDigit() || plain.back() == QLatin1Char('.')))
        plain += QStringLiteral("ms");
    return parseDuration(plain);
}

} // namespace playground
