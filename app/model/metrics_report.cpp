// SPDX-License-Identifier: MIT
#include "model/challenge.h"
#include "model/duration.h"
#include "model/metrics.h"
#include "model/number_text.h"
#include "model/run.h"
#include "model/scenario.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// A number of whole thousandths with as many decimals as it needs: 550.14, 8, 0.001.
QByteArray thousandths(qint64 value)
{
    QByteArray text = QByteArray::number(value / 1000);
    if (value % 1000 == 0)
        return text;
    text += '.' + QByteArray::number(value % 1000).rightJustified(3, '0');
    while (text.endsWith('0'))
        text.chop(1);
    return text;
}

QByteArray milliseconds(qint64 ns) { return thousandths(toWholeMicroseconds(ns) / 1000); }

QByteArray rate(const std::optional<double> &rate)
{
    return rate ? thousandths(std::llround(*rate * 1000)) : QByteArrayLiteral("null");
}

QByteArray quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

QByteArray object(const QList<QByteArray> &entries) { return '{' + entries.join(", ") + '}'; }

QByteArray latencyJson(const std::optional<Metrics::Values::Latency> &latency)
{
    const auto entry = [&](const char *key, qint64 Metrics::Values::Latency::*member) {
        return '"' + QByteArray(key) + "\": " + (latency ? milliseconds((*latency).*member) : "null");
    };
    using Latency = Metrics::Values::Latency;
    return object({entry("min", &Latency::min), entry("mean", &Latency::mean), entry("p50", &Latency::p50),
                   entry("p95", &Latency::p95), entry("p99", &Latency::p99), entry("max", &Latency::max)});
}

QByteArray waitJson(const std::optional<Metrics::Values::Wait> &wait)
{
    return object({"\"mean\": " + (wait ? milliseconds(wait->mean) : "null"),
                   "\"max\": " + (wait ? milliseconds(wait->max) : "null")});
}

QByteArray numberJson(const std::optional<double> &value)
{
    return value ? thousandths(std::llround(*value * 1000)) : QByteArrayLiteral("null");
}

QByteArray challengeJson(const Scenario &scenario, const Metrics::Values &values)
{
    if (scenario.challenge.isEmpty())
        return "null";
    QList<QByteArray> thresholds;
    for (const ThresholdResult &result : evaluateChallenge(scenario.challenge, values)) {
        thresholds.append(object({"\"key\": " + quoted(result.key), "\"condition\": " + quoted(result.condition),
                                  "\"value\": " + numberJson(result.value),
                                  QByteArray("\"met\": ") + (result.met ? "true" : "false")}));
    }
    const bool met = challengeMet(scenario.challenge, values);
    return object(
        {QByteArray("\"met\": ") + (met ? "true" : "false"), "\"thresholds\": [" + thresholds.join(", ") + ']'});
}

bool isStopped(const Run &run) { return run.timeline().ended() == EndReason::Stopped; }

/// What only a run in real time has: how late its timers came.
QByteArray wallClockJson(const Run &run)
{
    const auto late = run.wakeUps().lateness();
    const QByteArray lateness = !late ? QByteArrayLiteral("null")
                                      : object({"\"p50\": " + milliseconds(late->p50), "\"p99\": " + milliseconds(late->p99),
                                                "\"max\": " + milliseconds(late->max)});
    return object({QByteArrayLiteral("\"reproducible\": false"), QByteArray("\"stopped\": ") + (isStopped(run) ? "true" : "false"),
                   "\"timers\": " + QByteArray::number(run.wakeUps().count()), "\"latenessMs\": " + lateness});
}

/// A number as JSON has it, its whole part as people read it.
QString grouped(const QByteArray &json)
{
    const qsizetype point = json.indexOf('.');
    const qsizetype whole = point < 0 ? json.size() : point;
    return numberText(json.left(whole).toLongLong()) + QString::fromLatin1(json.mid(whole));
}

QString line(const QString &label, const QString &value) { return label.leftJustified(22) + value + u'\n'; }

QString outcomeLine(const Metrics::Values &values)
{
    QStringList parts{Tr::tr("%1 of %2 succeeded").arg(numberText(values.succeeded), numberText(values.requests))};
    const auto add = [&](qint64 count, const QString &text) {
        if (count > 0)
            parts.append(text.arg(numberText(count)));
    };
    add(values.defaulted, Tr::tr("%1 of them with a default value"));
    add(values.failed, Tr::tr("%1 failed"));
    add(values.timedOut, Tr::tr("%1 timed out"));
    add(values.cancelled, Tr::tr("%1 cancelled"));
    add(values.dropped, Tr::tr("%1 dropped"));
    add(values.pending, Tr::tr("%1 never answered"));
    return parts.join(QStringLiteral(", "));
}

QString attemptsLine(const Metrics::Values &values)
{
    QString text = numberText(values.attempts);
    if (values.wastedAttempts > 0)
        text += Tr::tr(", %1 of them wasted (%2)").arg(numberText(values.wastedAttempts), displayDuration(values.wasted));
    if (values.refused > 0)
        text += Tr::tr(", %1 refused").arg(numberText(values.refused));
    if (values.rejected > 0)
        text += Tr::tr(", %1 calls rejected").arg(numberText(values.rejected));
    return text;
}

QString latencyLine(const Metrics::Values::Latency &latency)
{
    return Tr::tr("%1 min, %2 mean, %3 p50, %4 p95, %5 p99, %6 max")
        .arg(displayDuration(latency.min), displayDuration(latency.mean), displayDuration(latency.p50),
             displayDuration(latency.p95), displayDuration(latency.p99), displayDuration(latency.max));
}

QString wallClockText(const Run &run)
{
    QString text = line(Tr::tr("Wall clock"), Tr::tr("real time: these figures are not reproducible"));
    if (const auto late = run.wakeUps().lateness())
        text += line(Tr::tr("Timers late"), Tr::tr("%1 p50, %2 p99, %3 max, of %4")
                                                .arg(displayDuration(late->p50), displayDuration(late->p99), displayDuration(late->max),
                                                     numberText(run.wakeUps().count())));
    if (isStopped(run))
        text += line(Tr::tr("Stopped"), Tr::tr("before its end: what was open then counts as never answered"));
    return text;
}

} // namespace

QByteArray reportJson(const Scenario &scenario, const Metrics::Values &v, const Run *realTime)
{
    QList<QByteArray> entries{
        "\"scenario\": " + quoted(scenario.name), "\"seed\": " + QByteArray::number(scenario.seed),
        "\"pattern\": " + quoted(scenario.pattern.id()), "\"virtualTimeMs\": " + milliseconds(v.virtualTime)};
    const auto add = [&](const char *key, const QByteArray &value) {
        entries.append('"' + QByteArray(key) + "\": " + value);
    };
    add("requests", QByteArray::number(v.requests));
    add("succeeded", QByteArray::number(v.succeeded));
    add("failed", QByteArray::number(v.failed));
    add("timedOut", QByteArray::number(v.timedOut));
    add("cancelled", QByteArray::number(v.cancelled));
    add("dropped", QByteArray::number(v.dropped));
    add("pending", QByteArray::number(v.pending));
    add("defaulted", QByteArray::number(v.defaulted));
    add("attempts", QByteArray::number(v.attempts));
    add("wastedAttempts", QByteArray::number(v.wastedAttempts));
    add("wastedMs", milliseconds(v.wasted));
    add("refused", QByteArray::number(v.refused));
    add("rejected", QByteArray::number(v.rejected));
    add("maxInFlight", QByteArray::number(v.maxInFlight));
    add("throughputPerSecond", rate(v.throughputPerSecond));
    add("latencyMs", latencyJson(v.latency));
    add("waitMs", waitJson(v.wait));
    add("challenge", challengeJson(scenario, v));
    if (realTime)
        add("wallClock", wallClockJson(*realTime));
    return "{\n  " + entries.join(",\n  ") + "\n}\n";
}

QString reportText(const Scenario &scenario, const Metrics::Values &v, const Run *realTime)
{
    QString text = line(Tr::tr("Scenario"), Tr::tr("%1 (seed %2)").arg(scenario.title).arg(scenario.seed));
    text += line(Tr::tr("Total time"), displayDuration(v.virtualTime));
    text += line(Tr::tr("Requests"), outcomeLine(v));
    text += line(Tr::tr("Attempts"), attemptsLine(v));
    text += line(Tr::tr("Most in flight"), numberText(v.maxInFlight));
    if (v.throughputPerSecond)
        text += line(Tr::tr("Throughput"), Tr::tr("%1 per second").arg(grouped(rate(v.throughputPerSecond))));
    if (v.latency)
        text += line(Tr::tr("Latency"), latencyLine(*v.latency));
    if (v.wait)
        text += line(Tr::tr("Waiting"),
                     Tr::tr("%1 mean, %2 max").arg(displayDuration(v.wait->mean), displayDuration(v.wait->max)));
    for (const ThresholdResult &result : evaluateChallenge(scenario.challenge, v)) {
        const QString value = result.value ? grouped(numberJson(result.value)) : Tr::tr("nothing");
        text += line(Tr::tr("Challenge"),
                     Tr::tr("%1 %2: %3, %4")
                         .arg(result.key, result.condition, value, result.met ? Tr::tr("met") : Tr::tr("not met")));
    }
    return realTime ? text + wallClockText(*realTime) : text;
}

} // namespace playground
