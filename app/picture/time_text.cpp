// SPDX-License-Identifier: MIT
#include "picture/time_text.h"

#include <array>

namespace playground {
namespace {

struct Unit {
    qint64 ns;
    const char *name;
};

constexpr std::array<Unit, 4> units{{{1'000'000'000, "s"}, {1'000'000, "ms"}, {1'000, "µs"}, {1, "ns"}}};

/// The largest unit of which there is one at `end`.
Unit unitFor(qint64 end)
{
    for (const Unit &unit : units) {
        if (end >= unit.ns)
            return unit;
    }
    return units.back();
}

/// The decimals that tell multiples of `step` apart.
int decimalsFor(qint64 step, qint64 unit)
{
    int decimals = 0;
    for (qint64 power = unit; power > 1 && step % power != 0; power /= 10)
        ++decimals;
    return decimals;
}

/// "45 s", "2 min", "1 min 30 s", "3 h", "2 h 15 min", for axes that clocks divide.
QString clockText(qint64 ns)
{
    constexpr qint64 second = 1'000'000'000, minute = 60 * second, hour = 60 * minute;
    if (ns < minute)
        return QStringLiteral("%1 s").arg(ns / second);
    const bool hours = ns >= hour;
    const qint64 large = hours ? hour : minute;
    const qint64 rest = ns % large / (hours ? minute : second);
    const QString text = QStringLiteral("%1 %2").arg(ns / large).arg(hours ? QLatin1String("h") : QLatin1String("min"));
    return rest == 0 ? text : QStringLiteral("%1 %2 %3").arg(text).arg(rest).arg(hours ? QLatin1String("min") : QLatin1String("s"));
}

QString secondsText(qint64 ns)
{
    const qint64 ms = ns / 1'000'000;
    return QStringLiteral("%1.%2 s").arg(ms / 1000).arg(ms % 1000, 3, 10, QLatin1Char('0'));
}

} // namespace

QString instantText(qint64 ns)
{
    constexpr qint64 minute = 60'000'000'000, hour = 60 * minute;
    const qint64 rounded = (ns + 500'000) / 1'000'000 * 1'000'000;
    if (rounded < minute)
        return secondsText(rounded);
    if (rounded < hour)
        return QStringLiteral("%1 min %2").arg(rounded / minute).arg(secondsText(rounded % minute));
    return QStringLiteral("%1 h %2 min %3")
        .arg(rounded / hour)
        .arg(rounded % hour / minute)
        .arg(secondsText(rounded % minute));
}

QString tickText(qint64 ns, qint64 step, qint64 end)
{
    if (ns == 0)
        return QStringLiteral("0");
    if (step >= 10 * units.front().ns)
        return clockText(ns);
    const Unit unit = unitFor(end);
    const int decimals = decimalsFor(step, unit.ns);
    return QStringLiteral("%1 %2")
        .arg(double(ns) / double(unit.ns), 0, 'f', decimals)
        .arg(QString::fromUtf8(unit.name));
}

} // namespace playground
