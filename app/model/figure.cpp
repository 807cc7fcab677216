// SPDX-License-Identifier: MIT
#include "model/figure.h"

#include "model/challenge.h"
#include "model/duration.h"
#include "model/number_text.h"
#include "model/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace playground {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

enum class Unit { Time, Rate, Count };
enum class Better { Less, More, Neither };

struct Compared {
    const char *key;
    Unit unit;
    Better better;
    const char *less; ///< What a smaller number is called.
    const char *more;
};

constexpr const char *fewer = QT_TRANSLATE_NOOP("Words", "fewer");
constexpr const char *more = QT_TRANSLATE_NOOP("Words", "more");
constexpr const char *shorter = QT_TRANSLATE_NOOP("Words", "shorter");
constexpr const char *longer = QT_TRANSLATE_NOOP("Words", "longer");

constexpr const char *sooner = QT_TRANSLATE_NOOP("Words", "over sooner");
constexpr const char *later = QT_TRANSLATE_NOOP("Words", "over later");

constexpr std::array compared{
    Compared{"virtualTimeMs", Unit::Time, Better::Less, QT_TRANSLATE_NOOP("Words", "faster"), QT_TRANSLATE_NOOP("Words", "slower")},
    Compared{"succeeded", Unit::Count, Better::More, fewer, more},
    Compared{"attempts", Unit::Count, Better::Less, fewer, more},
    Compared{"maxInFlight", Unit::Count, Better::Neither, fewer, more},
    Compared{"latencyMs.p95", Unit::Time, Better::Less, shorter, longer},
    Compared{"refused", Unit::Count, Better::Less, fewer, more},
    Compared{"latencyMs.p50", Unit::Time, Better::Less, shorter, longer},
    Compared{"waitMs.mean", Unit::Time, Better::Less, shorter, longer},
    Compared{"wastedMs", Unit::Time, Better::Less, QT_TRANSLATE_NOOP("Words", "less"), more},
    Compared{"throughputPerSecond", Unit::Rate, Better::More, QT_TRANSLATE_NOOP("Words", "less"), more},
};

const QString null = QStringLiteral("–");
const QChar minusSign(0x2212);

qint64 nanoseconds(double ms) { return std::llround(ms * 1e6); }

QString valueText(Unit unit, double value)
{
    switch (unit) {
    case Unit::Time:
        return displayDuration(nanoseconds(value));
    case Unit::Rate:
        return Words::tr("%1 / s").arg(value, 0, 'g', 4);
    case Unit::Count:
        break;
    }
    return numberText(qint64(value));
}

/// "38", "4.5": a share in percent; nothing where it is too small to be told.
std::optional<QString> percentText(double share)
{
    const double percent = std::abs(share) * 100;
    const double tenths = std::round(percent * 10) / 10;
    if (tenths == 0)
        return std::nullopt;
    return QString::number(percent, 'f', percent < 9.95 && tenths != std::floor(tenths) ? 1 : 0);
}

QString differenceText(Unit unit, double value, double base)
{
    const QString sign = value < base ? QString(minusSign) : QStringLiteral("+");
    if (unit == Unit::Count || base == 0)
        return sign + valueText(unit, std::abs(value - base));
    const auto percent = percentText((value - base) / base);
    return percent ? Words::tr("%1 %").arg(sign + *percent) : Words::tr("< 0.1 %");
}

/// Whether the run that was over sooner can be called faster: it must not have given up what the other did.
bool didAsMuch(const Metrics::Values &quick, const Metrics::Values &slow)
{
    return quick.succeeded > 0 && quick.succeeded >= slow.succeeded;
}

} // namespace

QStringList comparedKeys()
{
    QStringList keys;
    for (const Compared &entry : compared)
        keys.append(QLatin1String(entry.key));
    return keys;
}

Figure figureOf(const QString &key, const Metrics::Values &values, const Metrics::Values *baseline)
{
    const auto entry = std::ranges::find(compared, key, [](const Compared &one) { return QString::fromLatin1(one.key); });
    Q_ASSERT(entry != compared.end());
    const auto own = reportNumber(values, key);
    Figure figure{key, metricTerm(key).name, own ? valueText(entry->unit, *own) : null, {}, Judgement::Same};
    const auto base = baseline ? reportNumber(*baseline, key) : std::nullopt;
    if (!own || !base)
        return figure;
    if (*own == *base) {
        figure.delta = Words::tr("same");
        return figure;
    }
    const bool less = *own < *base;
    const bool onlyEnds = key == u"virtualTimeMs" && !didAsMuch(less ? values : *baseline, less ? *baseline : values);
    const char *word = onlyEnds ? (less ? sooner : later) : (less ? entry->less : entry->more);
    figure.delta = Words::tr("%1 · %2").arg(differenceText(entry->unit, *own, *base), Words::tr(word));
    if (onlyEnds || entry->better == Better::Neither)
        figure.judgement = Judgement::Neither;
    else
        figure.judgement = less == (entry->better == Better::Less) ? Judgement::Better : Judgement::Worse;
    return figure;
}

} // namespace playground
