// SPDX-License-Identifier: MIT
#include "model/duration.h"

#include "model/wide.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <limits>

namespace playground {

using std::chrono::nanoseconds;

namespace {

struct Unit {
    const char *name;
    qint64 ns;
};
constexpr std::array units{Unit{"ns", 1},
                           Unit{"us", 1'000},
                           Unit{"ms", 1'000'000},
                           Unit{"s", 1'000'000'000},
                           Unit{"min", 60'000'000'000},
                           Unit{"h", 3'600'000'000'000}};

qint64 unitNamed(QStringView name)
{
    for (const Unit &unit : units) {
        if (name == QLatin1String(unit.name))
            return unit.ns;
    }
    return 0;
}

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

qsizetype digitsFrom(QStringView text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end;
}

/// `digits` · unit, or nothing when that does not fit.
std::optional<qint64> wholeUnits(QStringView digits, qint64 unit)
{
    qint64 ns = 0;
    for (const QChar digit : digits) {
        if (ns > std::numeric_limits<qint64>::max() / 10 - 1)
            return std::nullopt;
        ns = ns * 10 + (digit.unicode() - u'0');
    }
    if (ns > std::numeric_limits<qint64>::max() / unit - 1)
        return std::nullopt;
    return ns * unit;
}

/// 0.`digits` · unit, or nothing when that is no whole number of ns.
std::optional<qint64> partOfUnit(QStringView digits, qint64 unit)
{
    while (digits.endsWith(u'0'))
        digits.chop(1);
    if (digits.size() > 13)
        return std::nullopt; // An hour has 3.6e12 ns: what needs a 14th decimal is no whole number of them.
    qint64 numerator = 0;
    qint64 denominator = 1;
    for (const QChar digit : digits) {
        numerator = numerator * 10 + (digit.unicode() - u'0');
        denominator *= 10;
    }
    const Wide ns = Wide(numerator) * unit;
    return ns % denominator == 0 ? std::optional(qint64(ns / denominator)) : std::nullopt;
}

/// `ns` in a unit with as many decimals as it needs, or nothing when no number of decimals is enough.
std::optional<QString> exactIn(const Unit &unit, qint64 ns)
{
    QString text = QString::number(ns / unit.ns);
    qint64 rest = ns % unit.ns;
    if (rest != 0)
        text += u'.';
    for (int decimals = 0; rest != 0; ++decimals) {
        if (decimals == 12)
            return std::nullopt;
        rest *= 10;
        text += QChar(u'0' + int(rest / unit.ns));
        rest %= unit.ns;
    }
    return text + QLatin1String(unit.name);
}

QString fixed(qint64 value, qint64 unit, int decimals)
{
    return QString::number(double(value) / double(unit), 'f', decimals);
}

qint64 rounded(qint64 ns, qint64 step) { return (ns + step / 2) / step * step; }

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Duration)
};

} // namespace

std::optional<nanoseconds> parseDuration(QStringView text)
{
    const qsizetype wholeEnd = digitsFrom(text, 0);
    qsizetype end = wholeEnd;
    QStringView fraction;
    if (end < text.size() && text[end] == u'.') {
        const qsizetype fractionEnd = digitsFrom(text, end + 1);
        fraction = text.sliced(end + 1, fractionEnd - end - 1);
        if (fraction.isEmpty())
            return std::nullopt;
        end = fractionEnd;
    }
    const qint64 unit = unitNamed(text.sliced(end));
    if (wholeEnd == 0 || unit == 0)
        return std::nullopt;
    const auto whole = wholeUnits(text.first(wholeEnd), unit);
    const auto part = partOfUnit(fraction, unit);
    if (!whole || !part)
        return std::nullopt;
    return nanoseconds(*whole + *part);
}

QString durationAdvice(const QString &text)
{
    static const QRegularExpression space(QStringLiteral("\\s"));
    static const QRegularExpression form(QStringLiteral("\\A[0-9]+(\\.[0-9]+)?([A-Za-zµ]*)\\z"));
    if (parseDuration(text))
        return {};
    if (const QString joined = QString(text).remove(space); joined != text && parseDuration(joined))
        return Tr::tr("write it without a space: \"%1\"").arg(joined);
    if (const QString point = QString(text).replace(u',', u'.'); point != text && parseDuration(point))
        return Tr::tr("write a point: \"%1\"").arg(point);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    const QString unit = match.captured(2);
    if (unit.isEmpty())
        return Tr::tr("write a unit: \"%1ms\"").arg(text);
    if (unitNamed(unit) == 0)
        return Tr::tr("the units are ns, us, ms, s, min and h");
    return match.captured(1).isEmpty() ? QString() : Tr::tr("nothing finer than 1ns can be told apart");
}

QString durationText(nanoseconds duration)
{
    const qint64 ns = duration.count();
    if (ns == 0)
        return QStringLiteral("0ms");
    QString shortest;
    for (const Unit &unit : units) {
        if (unit.ns > ns)
            break;
        const auto text = exactIn(unit, ns);
        if (text && (shortest.isEmpty() || text->size() <= shortest.size()))
            shortest = *text;
    }
    return shortest;
}

QString displayDuration(nanoseconds duration)
{
    constexpr qint64 us = 1'000, ms = 1'000'000, s = 1'000'000'000, min = 60 * s, h = 60 * min;
    const qint64 ns = duration.count();
    if (ns < 0)
        return u'-' + displayDuration(nanoseconds(-ns));
    if (ns == 0)
        return Tr::tr("0 ms");
    if (ns < us)
        return Tr::tr("%1 ns").arg(ns);
    if (rounded(ns, us) < ms)
        return Tr::tr("%1 µs").arg(rounded(ns, us) / us);
    if (rounded(ns, 10 * us) < 10 * ms)
        return Tr::tr("%1 ms").arg(double(rounded(ns, 10 * us)) / double(ms));
    if (rounded(ns, 100 * us) < 100 * ms)
        return Tr::tr("%1 ms").arg(double(rounded(ns, 100 * us)) / double(ms));
    if (rounded(ns, ms) < s)
        return Tr::tr("%1 ms").arg(rounded(ns, ms) / ms);
    if (rounded(ns, ms) < 10 * s)
        return Tr::tr("%1 s").arg(fixed(rounded(ns, ms), s, 3));
    if (const qint64 tenths = rounded(ns, 100 * ms); tenths < min)
        return Tr::tr("%1 s").arg(fixed(tenths, s, 1));
    else if (tenths < 2 * min && tenths % s != 0)
        return Tr::tr("1 min %1 s").arg(fixed(tenths - min, s, 1));
    if (rounded(ns, s) < h)
        return Tr::tr("%1 min %2 s").arg(rounded(ns, s) / min).arg(rounded(ns, s) % min / s);
    return Tr::tr("%1 h %2 min").arg(rounded(ns, min) / h).arg(rounded(ns, min) % h / min);
}

} // namespace playground
