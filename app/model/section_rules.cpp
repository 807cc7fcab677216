// SPDX-License-Identifier: MIT
#include "model/section_rules.h"

#include "model/duration.h"

#include <QCoreApplication>

#include <cmath>

namespace playground {

using std::chrono::nanoseconds;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

QString key(const char *name) { return QLatin1String(name); }

std::optional<Fault> atLeast(const Section &section, const QString &path, const char *big, const char *small)
{
    const auto least = section.optionalDuration(key(small));
    const auto value = section.optionalDuration(key(big));
    if (!least || !value || *value >= *least)
        return std::nullopt;
    const QString inner = path + u'.' + key(big);
    return Fault{inner, Tr::tr("\"%1\" (%2) must be at least \"%3\" (%4)")
                            .arg(inner, durationText(*value), key(small), durationText(*least))};
}

/// A strict window holds a whole number of starts, and a burst makes no sense in it.
std::optional<Fault> checkWindow(const Section &section, const QString &path)
{
    const auto window = section.optionalDuration(key("window"));
    if (!window)
        return std::nullopt;
    if (section.given().contains(key("burst"))) {
        const QString inner = path + key(".burst");
        return Fault{inner,
                     Tr::tr("\"%1\" cannot be used together with a strict \"window\"; remove one of them").arg(inner)};
    }
    const double starts = section.number(key("rate")) * double(window->count()) / 1e9;
    // Decimals such as 0.1 are not exact in a double: a relative error of 1e-9 is taken for a whole number.
    if (starts > 0.5 && std::abs(starts - std::round(starts)) <= 1e-9 * starts)
        return std::nullopt;
    const QString inner = path + key(".window");
    return Fault{inner, Tr::tr("rate × window must be a whole number of starts from 1 on, but %1 per second × %2 is "
                               "%3; change \"%4\" or the rate")
                            .arg(section.number(key("rate")))
                            .arg(durationText(*window))
                            .arg(starts)
                            .arg(inner)};
}

std::optional<Fault> checkEdges(const Section &section, const QString &path)
{
    if (section.flag(key("leading")) || section.flag(key("trailing")))
        return std::nullopt;
    const QString inner = path + key(".trailing");
    return Fault{inner, Tr::tr("\"leading\" and \"trailing\" of \"%1\" are both false, so nothing would ever go out; "
                               "set one of them to true")
                            .arg(path)};
}

std::optional<Fault> checkOrder(const QJsonArray &items, const QString &path)
{
    nanoseconds last{};
    for (qsizetype i = 0; i < items.size(); ++i) {
        const auto at =
            parseDuration(items[i].toObject().value(key("at")).toString(key("0ms"))).value_or(nanoseconds::zero());
        const QString inner = QStringLiteral("%1.%2.at").arg(path).arg(i);
        if (at < last)
            return Fault{inner, Tr::tr("\"%1\" (%2) lies before the one above it (%3); sort them by time")
                                    .arg(inner, durationText(at), durationText(last))};
        last = at;
    }
    return std::nullopt;
}

std::optional<Fault> checkEvent(const QJsonObject &event, const QString &path)
{
    const bool isKey = event.contains(key("key"));
    const bool isClick = event.value(key("click")).toBool();
    if (isKey != isClick)
        return std::nullopt;
    return Fault{path, Tr::tr("\"%1\" must have either a \"key\" with a text or \"click\": true").arg(path)};
}

std::optional<Fault> checkTape(const Section &section, const QString &path)
{
    const QJsonArray events = section.value(key("events")).toArray();
    for (qsizetype i = 0; i < events.size(); ++i) {
        if (const auto fault = checkEvent(events[i].toObject(), QStringLiteral("%1.events.%2").arg(path).arg(i)))
            return fault;
    }
    if (const auto fault = checkOrder(events, path + key(".events")))
        return fault;
    const auto end = section.optionalDuration(key("end"));
    const auto last =
        events.isEmpty() ? std::nullopt : parseDuration(events.last().toObject().value(key("at")).toString());
    if (!end || !last || *end >= *last)
        return std::nullopt;
    const QString inner = path + key(".end");
    return Fault{
        inner,
        Tr::tr("\"%1\" (%2) lies before the last event (%3)").arg(inner, durationText(*end), durationText(*last))};
}

std::optional<Fault> firstOf(std::optional<Fault> first, std::optional<Fault> second) { return first ? first : second; }

} // namespace

std::optional<Fault> checkRules(const Section &section, const QString &path)
{
    const QString id = section.kind().group + u'/' + section.id();
    if (id == key("source/list"))
        return checkOrder(section.value(key("items")).toArray(), path + key(".items"));
    if (id == key("source/tape"))
        return checkTape(section, path);
    if (id == key("pattern/rate-limit") || id == key("policy/rate-limit"))
        return checkWindow(section, path);
    if (id == key("pattern/debounce"))
        return firstOf(checkEdges(section, path), atLeast(section, path, "maxWait", "delay"));
    if (id == key("pattern/throttle"))
        return checkEdges(section, path);
    if (id == key("latency/uniform"))
        return atLeast(section, path, "max", "min");
    if (id == key("latency/log-normal"))
        return atLeast(section, path, "p95", "median");
    return std::nullopt;
}

} // namespace playground
