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

} // namespace

QString instantText(qint64 ns)
{
    const qint64 ms = (ns + 500'000) / 1'000'000;
    return QStringLiteral("%1.%2 s").arg(ms / 1000).arg(ms % 1000, 3, 10, QLatin1Char('0'));
}

QString tickText(qint64 ns, qint64 step, qint64 end)
{
    if (ns == 0)
        return QStringLiteral("0");
    const Unit unit = unitFor(end);
    const int decimals = decimalsFor(step, unit.ns);
    return QStringLiteral("%1 %2")
        .arg(double(ns) / double(unit.ns), 0, 'f', decimals)
        .arg(QString::fromUtf8(unit.name));
}

} // namespace playground
