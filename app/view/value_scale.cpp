// SPDX-License-Identifier: MIT
#include "view/value_scale.h"

#include "model/duration.h"
#include "model/number_text.h"
#include "view/duration_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace playground {

namespace {

/// Where the numbers end on a slider that has a word at its right end.
constexpr double numbersEnd = 0.92;
/// Stands for a bound that the parameter does not have.
constexpr double noBound = 1e16;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ValueScale)
};

/// Rounded to two significant digits.
double roundTwoDigits(double value)
{
    if (value == 0)
        return 0;
    const double magnitude = std::pow(10, std::floor(std::log10(std::abs(value))) - 1);
    return magnitude >= 1 ? std::round(value / magnitude) * magnitude
                          : std::round(value / magnitude) / std::round(1 / magnitude);
}

QString shortNumber(double value) { return QString::number(value, 'g', 12); }

} // namespace

bool ValueScale::fits(const Parameter &parameter)
{
    switch (parameter.type) {
    case ParameterType::Duration:
    case ParameterType::Rate:
    case ParameterType::Probability:
    case ParameterType::Number:
    case ParameterType::Integer:
    case ParameterType::Jitter:
    case ParameterType::Attempts:
        return true;
    default:
        return false;
    }
}

ValueScale::ValueScale(const Parameter &parameter)
    : m_whole(parameter.type == ParameterType::Integer || parameter.type == ParameterType::Attempts)
    , m_single(parameter.softMax.isUndefined())
{
    switch (parameter.type) {
    case ParameterType::Duration:
        m_unit = Unit::Duration;
        break;
    case ParameterType::Rate:
        m_unit = Unit::Rate;
        break;
    case ParameterType::Probability:
        m_unit = Unit::Percent;
        break;
    case ParameterType::Jitter:
        m_unit = Unit::PlusMinusPercent;
        break;
    case ParameterType::Number:
        m_unit = parameter.min.toDouble() == 1 ? Unit::Times : Unit::Plain;
        break;
    default:
        break;
    }
    const auto bound = [this](const QJsonValue &value, double otherwise) {
        return value.isUndefined() ? otherwise : number(value);
    };
    m_min = bound(parameter.min, 0);
    m_max = bound(parameter.max, noBound);
    m_low = bound(parameter.softMin, m_min);
    m_high = bound(parameter.softMax, m_max);
    if (m_unit == Unit::Duration)
        m_curve = Curve::Square;
    else if (m_low > 0 && m_high / m_low > 20)
        m_curve = Curve::Logarithmic;
    if (parameter.nullable) {
        m_word = QJsonValue(QJsonValue::Null);
        m_wordText = Tr::tr("none");
    }
    for (const QString &choice : parameter.choices) {
        if (parameter.type == ParameterType::Jitter && choice == QLatin1String("none")) {
            m_zeroWord = choice;
        } else {
            m_word = choice;
            m_wordText = choice;
        }
    }
}

bool ValueScale::isWord(const QJsonValue &value) const { return hasWord() && value == *m_word; }

double ValueScale::number(const QJsonValue &value) const
{
    if (m_unit == Unit::Duration)
        return double(parseDuration(value.toString()).value_or(std::chrono::nanoseconds(0)).count());
    return value.toDouble(); // A word for zero reads as 0, too.
}

QJsonValue ValueScale::json(double number) const
{
    if (m_unit == Unit::Duration)
        return durationText(std::chrono::nanoseconds(std::llround(number)));
    if (m_whole)
        return qint64(std::llround(number));
    return number;
}

double ValueScale::fraction(double number) const
{
    const double inside = std::clamp(number, m_low, m_high);
    switch (m_curve) {
    case Curve::Linear:
        return (inside - m_low) / (m_high - m_low);
    case Curve::Square:
        return std::sqrt((inside - m_low) / (m_high - m_low));
    case Curve::Logarithmic:
        return std::log(inside / m_low) / std::log(m_high / m_low);
    }
    return 0;
}

double ValueScale::position(const QJsonValue &value) const
{
    if (isWord(value))
        return 1;
    return fraction(number(value)) * (hasWord() ? numbersEnd : 1);
}

double ValueScale::roundAt(double number) const
{
    switch (m_unit) {
    case Unit::Percent:
    case Unit::PlusMinusPercent:
        return std::round(number * 100) / 100;
    case Unit::Times:
        return std::round(number * 10) / 10;
    case Unit::Duration:
        return std::round(roundTwoDigits(number));
    case Unit::Rate:
        return roundTwoDigits(number);
    case Unit::Plain:
        break;
    }
    return m_whole ? std::round(number < 100 ? number : roundTwoDigits(number)) : std::round(number * 100) / 100;
}

QJsonValue ValueScale::valueAt(double position) const
{
    if (hasWord() && position > (1 + numbersEnd) / 2)
        return *m_word;
    const double part = std::clamp(hasWord() ? position / numbersEnd : position, 0.0, 1.0);
    double number = 0;
    switch (m_curve) {
    case Curve::Linear:
        number = m_low + part * (m_high - m_low);
        break;
    case Curve::Square:
        number = m_low + part * part * (m_high - m_low);
        break;
    case Curve::Logarithmic:
        number = m_low * std::pow(m_high / m_low, part);
        break;
    }
    // A duration near the left end is 10 ms or 20 ms, not 13 µs.
    if (m_unit == Unit::Duration && number < 1e6 && m_high >= 1e8)
        number = std::round(number / 1e6) * 1e6;
    return json(std::clamp(roundAt(number), m_min, m_max));
}

double ValueScale::stepAt(double number) const
{
    switch (m_unit) {
    case Unit::Percent:
    case Unit::PlusMinusPercent:
        return 0.01;
    case Unit::Times:
        return 0.1;
    case Unit::Duration:
        return number <= 0 ? 1e6 : std::max(1.0, std::pow(10, std::floor(std::log10(number)) - 1));
    case Unit::Rate:
        return std::max(0.001, std::pow(10, std::floor(std::log10(std::max(number, 1e-3))) - 1));
    case Unit::Plain:
        break;
    }
    if (!m_whole)
        return 0.01;
    return number < 100 || m_single ? 1 : std::pow(10, std::floor(std::log10(number)) - 1);
}

QJsonValue ValueScale::stepped(const QJsonValue &value, int steps) const
{
    const int direction = steps > 0 ? 1 : -1;
    QJsonValue result = value;
    for (int left = std::abs(steps); left > 0; --left) {
        if (isWord(result)) {
            if (direction > 0)
                break;
            result = json(std::clamp(m_high, m_min, m_max));
            continue;
        }
        const double from = number(result);
        if (direction > 0 && hasWord() && from >= std::min(m_high, m_max)) {
            result = *m_word;
            break;
        }
        // Going down from 100 ms the next is 99 ms: the step is that of the smaller value.
        const double step = stepAt(direction > 0 ? from : from * (1 - 1e-9));
        const double to = std::round((from + direction * step) / step) * step;
        result =
            json(std::clamp(m_unit == Unit::Duration || m_whole ? to : std::round(to * 1000) / 1000, m_min, m_max));
    }
    return result;
}

QString ValueScale::text(const QJsonValue &value) const
{
    if (isWord(value))
        return m_wordText;
    const double n = number(value);
    switch (m_unit) {
    case Unit::Duration:
        return fieldDuration(std::chrono::nanoseconds(std::llround(n)));
    case Unit::Rate:
        return Tr::tr("%1 / s").arg(shortNumber(n));
    case Unit::Percent:
        return Tr::tr("%1 %").arg(shortNumber(n * 100));
    case Unit::PlusMinusPercent:
        return n == 0 ? m_zeroWord : Tr::tr("± %1 %").arg(shortNumber(n * 100));
    case Unit::Times:
        return Tr::tr("× %1").arg(shortNumber(n));
    case Unit::Plain:
        break;
    }
    return m_whole ? QString::number(qint64(n)) : shortNumber(n);
}

std::optional<double> ValueScale::typedNumber(const QString &text) const
{
    if (m_unit == Unit::Duration) {
        const auto duration = typedDuration(text);
        return duration ? std::optional<double>(double(duration->count())) : std::nullopt;
    }
    QString bare = text;
    for (const QString &decoration : {Tr::tr("/ s"), Tr::tr("/s"), Tr::tr("%"), Tr::tr("±"), Tr::tr("×")})
        bare.remove(decoration);
    bool ok = false;
    const double number = bare.trimmed().replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&ok);
    if (!ok || !std::isfinite(number))
        return std::nullopt;
    const bool percent = m_unit == Unit::Percent || m_unit == Unit::PlusMinusPercent;
    return percent ? number / 100 : number;
}

QString ValueScale::wanted() const
{
    const auto shown = [this](double number) {
        return m_whole ? numberText(qint64(number)) : text(json(number));
    };
    const QString what = m_unit == Unit::Duration ? Tr::tr("a time like 250ms or 1.5s")
                         : m_whole                ? Tr::tr("a whole number")
                                                  : Tr::tr("a number");
    QString words = m_max < noBound ? Tr::tr("%1 from %2 to %3").arg(what, shown(m_min), shown(m_max))
                                    : Tr::tr("%1 from %2 up").arg(what, shown(m_min));
    for (const QString &word : {m_wordText, m_zeroWord})
        if (!word.isEmpty())
            words += Tr::tr(" or “%1”").arg(word);
    return words;
}

std::optional<QJsonValue> ValueScale::parse(const QString &text) const
{
    const QString word = text.trimmed();
    if (hasWord() && (word.compare(m_wordText, Qt::CaseInsensitive) == 0 || (m_word->isNull() && word.isEmpty())))
        return *m_word;
    if (!m_zeroWord.isEmpty() && word.compare(m_zeroWord, Qt::CaseInsensitive) == 0)
        return QJsonValue(m_zeroWord);
    const auto number = typedNumber(word);
    if (!number || *number < m_min || *number > m_max || (m_whole && *number != std::round(*number)))
        return std::nullopt;
    return json(*number);
}

} // namespace playground
