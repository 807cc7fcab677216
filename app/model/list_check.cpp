// SPDX-License-Identifier: MIT
#include "model/list_check.h"

#include "model/parameter_builder.h"
#include "model/section_reader.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

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
    const Parameter number = table::integer("", 1).range(1, table::mostRequests);
    const bool isRequest = !checkValue(number, value, path);
    if (isName || isRequest)
        return std::nullopt;
    return showing(
        {path, Tr::tr("\"%1\" must be the number of a request from 1 on or a name, not %2").arg(path, shownValue(value))},
        value);
}

std::optional<Fault> checkObject(const Kind &kind, const QJsonValue &value, const QString &path)
{
    if (!value.isObject())
        return Fault{path, Tr::tr("\"%1\" must be an object, not %2").arg(path, shownValue(value))};
    const QJsonObject object = value.toObject();
    if (const auto fault = checkKnownKeys(object, parameterKeys(kind), path, kind.title))
        return fault;
    for (auto i = object.begin(); i != object.end(); ++i) {
        if (const auto fault = checkValue(*kind.parameter(i.key()), *i, path + u'.' + i.key()))
            return fault;
    }
    for (const Parameter &parameter : kind.parameters) {
        if (parameter.defaultValue.isUndefined() && !object.contains(parameter.key))
            return Fault{path, Tr::tr("\"%1\" needs the key \"%2\"").arg(path, parameter.key)};
    }
    return std::nullopt;
}

std::optional<Fault> checkItem(const Parameter &list, const Parameter &element, const QJsonValue &value,
                               const QString &path)
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

Kind makeSourceItem()
{
    Parameter name = table::text("name", QString());
    name.defaultValue = QJsonValue::Undefined;
    const Kind *first = findKind(QStringLiteral("failure"), QStringLiteral("first"));
    Parameter fails = *first->parameter(QStringLiteral("attempts"));
    fails.key = QStringLiteral("fails");
    return {QStringLiteral("item"),
            QStringLiteral("source"),
            Tr::tr("an item"),
            {},
            {name, table::duration("at", "0ms"), table::optionalDuration("latency"), fails,
             *first->parameter(QStringLiteral("error"))}};
}

Kind makeTapeEvent()
{
    Parameter at = table::duration("at", "0ms");
    at.defaultValue = QJsonValue::Undefined;
    return {QStringLiteral("event"),
            QStringLiteral("source"),
            Tr::tr("an event"),
            {},
            {at, table::text("key", QString()), table::flag("click", false), table::text("text", QString())}};
}

} // namespace

std::optional<Fault> checkList(const Parameter &list, const QJsonArray &values, const QString &path)
{
    const Parameter element = elementOf(list);
    QStringList words;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QString inner = path + u'.' + QString::number(i);
        if (const auto fault = checkItem(list, element, values[i], inner))
            return fault;
        if (list.items != ListItems::Words)
            continue;
        if (words.contains(values[i].toString()))
            return Fault{inner,
                         Tr::tr("\"%1\" names \"%2\" twice; remove one of them").arg(path, values[i].toString())};
        words.append(values[i].toString());
    }
    if (list.items == ListItems::Durations && values.isEmpty())
        return Fault{path, Tr::tr("\"%1\" must hold at least one duration").arg(path)};
    return std::nullopt;
}

const Kind &itemKind(ListItems items)
{
    Q_ASSERT(items == ListItems::SourceItems || items == ListItems::TapeEvents);
    static const Kind sourceItem = makeSourceItem();
    static const Kind tapeEvent = makeTapeEvent();
    return items == ListItems::SourceItems ? sourceItem : tapeEvent;
}

} // namespace playground
