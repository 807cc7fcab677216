// SPDX-License-Identifier: MIT
#include "model/value_check.h"

#include "model/duration.h"
#include "model/nearest.h"
#include "model/parameter_builder.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

QString shownNumber(double number)
{
    return QString::number(number, 'g', 15);
}

/// `from 1 to 100`; `at least 1`; or empty.
QString shownRange(const Parameter &parameter)
{
    const auto shown = [](const QJsonValue &bound) { return bound.isString() ? bound.toString() : shownNumber(bound.toDouble()); };
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

Fault wrong(const Parameter &parameter, const QJsonValue &value, const QString &path)
{
    QString message = Tr::tr("\"%1\" must be %2").arg(path, expected(parameter));
    if (parameter.nullable)
        message += Tr::tr(", or null");
    message += Tr::tr(", not %1").arg(shownValue(value));
    if (parameter.type == ParameterType::Duration && value.isDouble())
        message += Tr::tr("; write a unit: \"%1ms\"").arg(shownNumber(value.toDouble()));
    else if (value.isString() && !parameter.choices.isEmpty()) {
        const QString near = nearest(value.toString(), parameter.choices);
        if (!near.isEmpty())
            message += Tr::tr("; did you mean \"%1\"?").arg(near);
    }
    return {path, message};
}

bool inRange(const Parameter &parameter, double number)
{
    return std::isfinite(number) && (parameter.min.isUndefined() || number >= parameter.min.toDouble())
        && (parameter.max.isUndefined() || number <= parameter.max.toDouble());
}

bool isWhole(double number)
{
    return std::floor(number) == number;
}

bool isDuration(const Parameter &parameter, const QJsonValue &value)
{
    const auto duration = value.isString() ? parseDuration(value.toString()) : std::nullopt;
    return duration && (parameter.min.isUndefined() || *duration >= *parseDuration(parameter.min.toString()))
        && (parameter.max.isUndefined() || *duration <= *parseDuration(parameter.max.toString()));
}

bool isNumber(const Parameter &parameter, const QJsonValue &value, bool whole)
{
    return value.isDouble() && inRange(parameter, value.toDouble()) && (!whole || isWhole(value.toDouble()));
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

/// What a single word, duration or name of a list must be; shaped like a parameter, so that one function checks all.
Parameter elementOf(const Parameter &list)
{
    if (list.items == ListItems::Durations)
        return table::duration("", "0ms");
    Parameter element = table::text("", QString());
    if (list.items == ListItems::Words) {
        element.type = ParameterType::Choice;
        element.choices = list.choices;
    }
    return element;
}

std::optional<Fault> checkRequestName(const QJsonValue &value, const QString &path)
{
    const bool isName = value.isString() && !value.toString().isEmpty();
    const bool isRequest = value.isDouble() && isWhole(value.toDouble()) && value.toDouble() >= 1 && value.toDouble() <= table::mostRequests;
    if (isName || isRequest)
        return std::nullopt;
    return Fault{path, Tr::tr("\"%1\" must be the number of a request from 1 on or a name, not %2").arg(path, shownValue(value))};
}

std::optional<Fault> checkObject(const Kind &kind, const QJsonValue &value, const QString &path)
{
    if (!value.isObject())
        return Fault{path, Tr::tr("\"%1\" must be an object, not %2").arg(path, shownValue(value))};
    QStringList known;
    for (const Parameter &parameter : kind.parameters)
        known.append(parameter.key);
    const QJsonObject object = value.toObject();
    for (auto i = object.begin(); i != object.end(); ++i) {
        const QString inner = path + u'.' + i.key();
        const Parameter *parameter = kind.parameter(i.key());
        if (!parameter)
            return Fault{inner, Tr::tr("\"%1\" is not a key of %2;").arg(inner, kind.title) + didYouMean(i.key(), known)};
        if (const auto fault = checkValue(*parameter, *i, inner))
            return fault;
    }
    for (const Parameter &parameter : kind.parameters) {
        if (parameter.defaultValue.isUndefined() && !object.contains(parameter.key))
            return Fault{path, Tr::tr("\"%1\" needs the key \"%2\"").arg(path, parameter.key)};
    }
    return std::nullopt;
}

std::optional<Fault> checkItem(const Parameter &list, const Parameter &element, const QJsonValue &value, const QString &path)
{
    switch (list.items) {
    case ListItems::SourceItems:
    case ListItems::TapeEvents:
        return checkObject(itemKind(list.items), value, path);
    case ListItems::RequestNames:
        return checkRequestName(value, path);
    default:
        return checkValue(element, value, path);
    }
}

std::optional<Fault> checkList(const Parameter &list, const QJsonArray &values, const QString &path)
{
    const Parameter element = elementOf(list);
    QStringList words;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QString inner = path + u'.' + QString::number(i);
        if (const auto fault = checkItem(list, element, values[i], inner))
            return fault;
        if (list.items == ListItems::Words && words.contains(values[i].toString()))
            return Fault{inner, Tr::tr("\"%1\" names \"%2\" twice; remove one of them").arg(path, values[i].toString())};
        words.append(list.items == ListItems::Words ? values[i].toString() : QString());
    }
    if (list.items == ListItems::Durations && values.isEmpty())
        return Fault{path, Tr::tr("\"%1\" must hold at least one duration").arg(path)};
    return std::nullopt;
}

Kind makeSourceItem()
{
    Parameter name = table::text("name", QString());
    name.defaultValue = QJsonValue::Undefined;
    const Kind *first = findKind(QStringLiteral("failure"), QStringLiteral("first"));
    Parameter fails = *first->parameter(QStringLiteral("attempts"));
    fails.key = QStringLiteral("fails");
    return {QStringLiteral("item"), QStringLiteral("source"), Tr::tr("an item"), {},
            {name, table::duration("at", "0ms"), table::optionalDuration("latency"), fails, *first->parameter(QStringLiteral("error"))}};
}

Kind makeTapeEvent()
{
    Parameter at = table::duration("at", "0ms");
    at.defaultValue = QJsonValue::Undefined;
    return {QStringLiteral("event"), QStringLiteral("source"), Tr::tr("an event"), {},
            {at, table::text("key", QString()), table::flag("click", false), table::text("text", QString())}};
}

} // namespace

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

QString shownValue(const QJsonValue &value)
{
    constexpr qsizetype mostLetters = 40;
    switch (value.type()) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        return shownNumber(value.toDouble());
    case QJsonValue::String: {
        const QString text = value.toString();
        return u'"' + (text.size() > mostLetters ? text.first(mostLetters) + u'…' : text) + u'"';
    }
    case QJsonValue::Array:
        return Tr::tr("an array");
    case QJsonValue::Object:
        return Tr::tr("an object");
    case QJsonValue::Undefined:
        break;
    }
    return Tr::tr("nothing");
}

const Kind &itemKind(ListItems items)
{
    Q_ASSERT(items == ListItems::SourceItems || items == ListItems::TapeEvents);
    static const Kind sourceItem = makeSourceItem();
    static const Kind tapeEvent = makeTapeEvent();
    return items == ListItems::SourceItems ? sourceItem : tapeEvent;
}

} // namespace playground
