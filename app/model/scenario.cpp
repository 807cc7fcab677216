// SPDX-License-Identifier: MIT
#include "model/scenario.h"

#include "model/duration.h"
#include "model/trace.h"

namespace playground {

using std::chrono::nanoseconds;

namespace {

FailingAnswer answerOf(const QJsonValue &value)
{
    if (value.toString() == QLatin1String("hang"))
        return {true, codeNone};
    if (value.toString() == QLatin1String("offline"))
        return {false, codeOffline};
    return {false, quint16(value.toInteger(503))};
}

qint64 attemptsOf(const QJsonValue &value) { return value.isString() ? alwaysFails : value.toInteger(); }

std::optional<nanoseconds> durationOf(const QJsonValue &value)
{
    return value.isString() ? parseDuration(value.toString()) : std::nullopt;
}

SourceItem itemOf(const QJsonObject &object)
{
    SourceItem item;
    item.name = object.value(QLatin1String("name")).toString();
    item.at = durationOf(object.value(QLatin1String("at"))).value_or(nanoseconds::zero());
    item.latency = durationOf(object.value(QLatin1String("latency")));
    const QJsonValue fails = object.value(QLatin1String("fails"));
    if (!fails.isUndefined() && !fails.isNull())
        item.fails = attemptsOf(fails);
    item.answer = answerOf(object.value(QLatin1String("error")));
    return item;
}

/// The text of the pad at an event of a tape: its own, or all keys so far.
QString padText(const QJsonArray &events, qsizetype index)
{
    const QJsonValue own = events[index].toObject().value(QLatin1String("text"));
    if (own.isString())
        return own.toString();
    QString text;
    for (qsizetype i = 0; i <= index; ++i)
        text += events[i].toObject().value(QLatin1String("key")).toString();
    return text;
}

} // namespace

Section::Section(const Kind *kind, QJsonObject given)
    : m_kind(kind)
    , m_given(std::move(given))
{
    Q_ASSERT(kind);
}

QJsonValue Section::value(const QString &key) const
{
    const auto given = m_given.constFind(key);
    if (given != m_given.constEnd())
        return *given;
    const Parameter *parameter = m_kind->parameter(key);
    return parameter ? parameter->defaultValue : QJsonValue(QJsonValue::Undefined);
}

qint64 Section::integer(const QString &key) const { return value(key).toInteger(); }

double Section::number(const QString &key) const { return value(key).toDouble(); }

bool Section::flag(const QString &key) const { return value(key).toBool(); }

QString Section::text(const QString &key) const { return value(key).toString(); }

nanoseconds Section::duration(const QString &key) const { return optionalDuration(key).value_or(nanoseconds::zero()); }

std::optional<nanoseconds> Section::optionalDuration(const QString &key) const { return durationOf(value(key)); }

std::optional<qint64> Section::optionalInteger(const QString &key) const
{
    const QJsonValue v = value(key);
    return v.isDouble() ? std::optional(v.toInteger()) : std::nullopt;
}

std::optional<double> Section::optionalNumber(const QString &key) const
{
    const QJsonValue v = value(key);
    return v.isDouble() ? std::optional(v.toDouble()) : std::nullopt;
}

Jitter Section::jitter(const QString &key) const
{
    const QJsonValue v = value(key);
    return {v.toString() == QLatin1String("full"), v.toDouble(0)};
}

FailingAnswer Section::failingAnswer(const QString &key) const { return answerOf(value(key)); }

qint64 Section::attempts(const QString &key) const { return attemptsOf(value(key)); }

void Section::set(const QString &key, const QJsonValue &value) { m_given.insert(key, value); }

Scenario::Scenario()
    : source(findKind(QStringLiteral("source"), QStringLiteral("count")))
    , pattern(findKind(QStringLiteral("pattern"), QStringLiteral("gather")))
    , backend{Section(findKind(QStringLiteral("backend"), QStringLiteral("server"))),
              Section(findKind(QStringLiteral("latency"), QStringLiteral("constant"))),
              Section(findKind(QStringLiteral("failure"), QStringLiteral("never")))}
{
}

std::vector<SourceItem> sourceItems(const Section &source)
{
    std::vector<SourceItem> items;
    if (source.id() != QLatin1String("list"))
        return items;
    for (const QJsonValue &item : source.value(QStringLiteral("items")).toArray())
        items.push_back(itemOf(item.toObject()));
    return items;
}

qint64 requestCount(const Scenario &scenario)
{
    const Section &source = scenario.source;
    if (source.id() == QLatin1String("list"))
        return source.value(QStringLiteral("items")).toArray().size();
    if (source.id() == QLatin1String("tape"))
        return source.value(QStringLiteral("events")).toArray().size();
    return source.integer(QStringLiteral("count"));
}

QString requestText(const Scenario &scenario, qint64 n)
{
    const Section &source = scenario.source;
    if (source.id() == QLatin1String("list"))
        return source.value(QStringLiteral("items"))
            .toArray()
            .at(n - 1)
            .toObject()
            .value(QLatin1String("name"))
            .toString();
    QString text = source.text(QStringLiteral("label"));
    if (source.id() == QLatin1String("tape") && text.contains(QLatin1String("{text}")))
        text.replace(QLatin1String("{text}"), padText(source.value(QStringLiteral("events")).toArray(), n - 1));
    return text.replace(QLatin1String("{n}"), QString::number(n));
}

QString tapeText(const Section &tape, qint64 n)
{
    const QJsonArray events = tape.value(QStringLiteral("events")).toArray();
    return n > 0 && n <= events.size() ? padText(events, n - 1) : QString();
}

} // namespace playground
