// SPDX-License-Identifier: MIT
#include "model/challenge.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace playground {

namespace {

/// Nanoseconds as the report shows them.
double shownMs(qint64 ns) { return double(toWholeMicroseconds(ns) / 1000) / 1000.0; }

using Number = std::optional<double>;

struct ReportNumber {
    const char *key;
    Number (*value)(const Metrics::Values &);
};

template <qint64 Metrics::Values::*member>
Number count(const Metrics::Values &v)
{
    return double(v.*member);
}

template <qint64 Metrics::Values::*member>
Number time(const Metrics::Values &v)
{
    return shownMs(v.*member);
}

template <qint64 Metrics::Values::Latency::*member>
Number latency(const Metrics::Values &v)
{
    return v.latency ? Number(shownMs((*v.latency).*member)) : std::nullopt;
}

template <qint64 Metrics::Values::Wait::*member>
Number wait(const Metrics::Values &v)
{
    return v.wait ? Number(shownMs((*v.wait).*member)) : std::nullopt;
}

using V = Metrics::Values;

constexpr std::array numbers{
    ReportNumber{"virtualTimeMs", time<&V::virtualTime>},
    ReportNumber{"requests", count<&V::requests>},
    ReportNumber{"succeeded", count<&V::succeeded>},
    ReportNumber{"failed", count<&V::failed>},
    ReportNumber{"timedOut", count<&V::timedOut>},
    ReportNumber{"cancelled", count<&V::cancelled>},
    ReportNumber{"dropped", count<&V::dropped>},
    ReportNumber{"pending", count<&V::pending>},
    ReportNumber{"defaulted", count<&V::defaulted>},
    ReportNumber{"attempts", count<&V::attempts>},
    ReportNumber{"wastedAttempts", count<&V::wastedAttempts>},
    ReportNumber{"wastedMs", time<&V::wasted>},
    ReportNumber{"refused", count<&V::refused>},
    ReportNumber{"rejected", count<&V::rejected>},
    ReportNumber{"maxInFlight", count<&V::maxInFlight>},
    ReportNumber{"throughputPerSecond", [](const V &v) { return v.throughputPerSecond; }},
    ReportNumber{"latencyMs.min", latency<&V::Latency::min>},
    ReportNumber{"latencyMs.mean", latency<&V::Latency::mean>},
    ReportNumber{"latencyMs.p50", latency<&V::Latency::p50>},
    ReportNumber{"latencyMs.p95", latency<&V::Latency::p95>},
    ReportNumber{"latencyMs.p99", latency<&V::Latency::p99>},
    ReportNumber{"latencyMs.max", latency<&V::Latency::max>},
    ReportNumber{"waitMs.mean", wait<&V::Wait::mean>},
    ReportNumber{"waitMs.max", wait<&V::Wait::max>},
};

std::optional<Threshold::Relation> relationOf(const QString &sign)
{
    using Relation = Threshold::Relation;
    static constexpr std::array<std::pair<const char *, Relation>, 6> relations{{{"<", Relation::Less},
                                                                                 {"<=", Relation::AtMost},
                                                                                 {"==", Relation::Equal},
                                                                                 {"!=", Relation::NotEqual},
                                                                                 {">=", Relation::AtLeast},
                                                                                 {">", Relation::More}}};
    for (const auto &[text, relation] : relations) {
        if (sign == QLatin1String(text))
            return relation;
    }
    return std::nullopt;
}

} // namespace

std::optional<Threshold> Threshold::parse(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\A\\s*([<>=!]+)\\s*(-?[0-9]{1,15}(?:\\.[0-9]{1,9})?)\\s*\\z"));
    const auto match = pattern.match(text);
    const auto relation = match.hasMatch() ? relationOf(match.captured(1)) : std::nullopt;
    if (!relation)
        return std::nullopt;
    return Threshold{*relation, match.captured(2).toDouble()};
}

bool Threshold::holds(double value) const
{
    switch (relation) {
    case Relation::Less:
        return value < bound;
    case Relation::AtMost:
        return value <= bound;
    case Relation::Equal:
        return value == bound;
    case Relation::NotEqual:
        return value != bound;
    case Relation::AtLeast:
        return value >= bound;
    case Relation::More:
        return value > bound;
    }
    return false;
}

QStringList reportKeys()
{
    QStringList keys;
    for (const ReportNumber &number : numbers)
        keys.append(QLatin1String(number.key));
    return keys;
}

std::optional<double> reportNumber(const Metrics::Values &values, const QString &key)
{
    for (const ReportNumber &number : numbers) {
        if (key == QLatin1String(number.key))
            return number.value(values);
    }
    return std::nullopt;
}

std::vector<ThresholdResult> evaluateChallenge(const QJsonObject &challenge, const Metrics::Values &values)
{
    std::vector<ThresholdResult> results;
    for (const QString &key : reportKeys()) {
        const auto found = challenge.constFind(key);
        if (found == challenge.constEnd())
            continue;
        const QString condition = found->toString();
        const auto threshold = Threshold::parse(condition);
        const auto value = reportNumber(values, key);
        results.push_back({key, condition, value, threshold && value && threshold->holds(*value)});
    }
    return results;
}

bool challengeMet(const QJsonObject &challenge, const Metrics::Values &values)
{
    return std::ranges::all_of(evaluateChallenge(challenge, values), &ThresholdResult::met);
}

} // namespace playground
