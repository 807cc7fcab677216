// SPDX-License-Identifier: MIT
#include "model/value_check.h"

#include "model/duration.h"
#include "model/list_check.h"
#include "model/nearest.h"
#include "model/parameter_builder.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

bool isWhole(double number) { return std::floor(number) == number; }

/// A text of which nobody needs to see more.
QString cut(const QString &text)
{
    constexpr qsizetype mostLetters = 40;
    return text.size() > mostLetters ? text.first(mostLetters) + u'…' : text;
}

QString shownNumber(double number)
{
    constexpr double largest = 1e18; // All digits of what a 64-bit number holds, an exponent only beyond.
    if (isWhole(number) && std::abs(number) < largest)
        return QString::number(qint64(number));
    return QString::number(number, 'g', 15);
}

/// `from 1 to 100`; `at least 1`; or empty.
QString shownRange(const Parameter &parameter)
{
    const auto shown = [](const QJsonValue &bound) {
        return bound.isString() ? bound.toString() : shownNumber(bound.toDouble());
    };
    if (parameter.min.isUndefined())
        return {};
    return Tr::tr(" from %1 to %2").arg(shown(parameter.min), shown(parameter.max));
}

QString expected(const Parameter &parameter)
{
    const QString range = shownRange(parameter);
    switch (parameter.type) {
    case ParameterType::Duration:
        return Tr::tr("a duration%1, such as \"250ms\"").arg(range);
    case ParameterType::Rate:
        return Tr::tr("a number per second%1").arg(range);
    case ParameterType::Probability:
    case ParameterType::Number:
        return Tr::tr("a number%1").arg(range);
    case ParameterType::Integer:
        return Tr::tr("a whole number%1").arg(range);
    case ParameterType::Boolean:
        return Tr::tr("true or false");
    case ParameterType::Choice:
        return quotedList(parameter.choices, Tr::tr("or"));
    case ParameterType::Text:
        return Tr::tr("a text");
    case ParameterType::List:
        return Tr::tr("an array");
    case ParameterType::Jitter:
        return Tr::tr("%1 or a number%2").arg(quotedList(parameter.choices, Tr::tr("or")), range);
    case ParameterType::Error:
        return Tr::tr("a status%1, %2").arg(range, quotedList(parameter.choices, Tr::tr("or")));
    case ParameterType::Attempts:
        return Tr::tr("a whole number%1 or %2").arg(range, quotedList(parameter.choices, Tr::tr("or")));
    }
    return {};
}

bool inRange(const Parameter &parameter, double number)
{
    return std::isfinite(number) && (parameter.min.isUndefined() || number >= parameter.min.toDouble()) &&
           (parameter.max.isUndefined() || number <= parameter.max.toDouble());
}

bool isDuration(const Parameter &parameter, const QJsonValue &value)
{
    const auto duration = value.isString() ? parseDuration(value.toString()) : std::nullopt;
    return duration && (parameter.min.isUndefined() || *duration >= *parseDuration(parameter.min.toString())) &&
           (parameter.max.isUndefined() || *duration <= *parseDuration(parameter.max.toString()));
}

bool isNumber(const Parameter &parameter, const QJsonValue &value, bool whole)
{
    return value.isDouble() && inRange(parameter, value.toDouble()) && (!whole || isWhole(value.toDouble()));
}

Fault wrong(const Parameter &parameter, const QJsonValue &value, const QString &path)
{
    QString message = Tr::tr("\"%1\" must be %2").arg(path, expected(parameter));
    if (parameter.nullable)
        message += Tr::tr(", or null");
    message += Tr::tr(", not %1").arg(shownValue(value));
    Fault fault = showing({path, message}, value);
    if (parameter.type == ParameterType::Duration && value.isDouble()) {
        // Only a number that is a duration when a unit stands behind it deserves the advice.
        const QString number = shownNumber(value.toDouble());
        if (isDuration(parameter, number + QStringLiteral("ms")))
            fault.message += Tr::tr("; write a unit: \"%1ms\"").arg(number);
    } else if (const QString advice = durationAdvice(value.toString()); parameter.type == ParameterType::Duration && !advice.isEmpty()) {
        fault.message += u';' + (u' ' + advice);
    } else if (value.isString() && parameter.type == ParameterType::List && parameter.choices.contains(value.toString())) {
        fault.message += Tr::tr("; write [\"%1\"]").arg(value.toString());
    } else if (value.isString() && !parameter.choices.isEmpty()) {
        const QString near = nearest(value.toString(), parameter.choices);
        if (!near.isEmpty())
            fault.message += Tr::tr("; did you mean \"%1\"?").arg(near);
    }
    return fault;
}

/// Whether a value that is no list is of the parameter's type and within its bounds.
bool fits(const Parameter &parameter, const QJsonValue &value)
{
    const bool isChoice = value.isString() && parameter.choices.contains(value.toString());
    switch (parameter.type) {
    case ParameterType::Duration:
        return isDuration(parameter, value);
    case ParameterType::Rate:
    case ParameterType::Probability:
    case ParameterType::Number:
        return isNumber(parameter, value, false);
    case ParameterType::Integer:
        return isNumber(parameter, value, true);
    case ParameterType::Boolean:
        return value.isBool();
    case ParameterType::Choice:
        return isChoice;
    case ParameterType::Text:
        return value.isString();
    case ParameterType::List:
        return value.isArray();
    case ParameterType::Jitter:
        return isChoice || isNumber(parameter, value, false);
    case ParameterType::Error:
    case ParameterType::Attempts:
        return isChoice || isNumber(parameter, value, true);
    }
    return false;
}

} // namespace

Fault showing(Fault fault, const QJsonValue &value)
{
    if (!value.isDouble())
        return fault;
    const QString shown = shownValue(value);
    fault.shownAt = fault.message.lastIndexOf(shown);
    fault.shownLength = shown.size();
    return fault;
}

Fault asWritten(Fault fault, const QString &number)
{
    if (fault.shownAt < 0 || number.isEmpty())
        return fault;
    const QString shown = cut(number);
    fault.message.replace(fault.shownAt, fault.shownLength, shown);
    fault.shownLength = shown.size();
    return fault;
}

Fault within(const Fault &fault, const QString &path, const QString &message)
{
    Fault outer{path, message};
    const qsizetype begin = message.lastIndexOf(fault.message);
    if (fault.shownAt < 0 || begin < 0)
        return outer;
    outer.shownAt = begin + fault.shownAt;
    outer.shownLength = fault.shownLength;
    return outer;
}

std::optional<Fault> checkValue(const Parameter &parameter, const QJsonValue &value, const QString &path)
{
    if (value.isNull() && parameter.nullable)
        return std::nullopt;
    if (!fits(parameter, value))
        return wrong(parameter, value, path);
    if (parameter.type == ParameterType::List)
        return checkList(parameter, value.toArray(), path);
    return std::nullopt;
}

Parameter timeParameter() { return table::duration("", "0ms"); }

QString shownValue(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        // A whole number of 64 bits keeps its last digits; a double would not.
        return value.toInteger() != 0 ? QString::number(value.toInteger()) : shownNumber(value.toDouble());
    case QJsonValue::String:
        return u'"' + cut(value.toString()) + u'"';
    case QJsonValue::Array:
        return Tr::tr("an array");
    case QJsonValue::Object:
        return Tr::tr("an object");
    case QJsonValue::Undefined:
        break;
    }
    return Tr::tr("nothing");
}

} // namespace playground
