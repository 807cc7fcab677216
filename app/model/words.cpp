// SPDX-License-Identifier: MIT
#include "model/words.h"

#include <QCoreApplication>

#include <array>

namespace playground {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct MetricText {
    const char *key;
    const char *name;
    const char *help;
};

constexpr std::array metrics{
    MetricText{"virtualTimeMs", QT_TRANSLATE_NOOP("Words", "Total time"),
               QT_TRANSLATE_NOOP("Words", "From the start to the last request's end, on the scenario's own clock.")},
    MetricText{"requests", QT_TRANSLATE_NOOP("Words", "Requests"),
               QT_TRANSLATE_NOOP("Words", "What the source makes, arrived or not.")},
    MetricText{"succeeded", QT_TRANSLATE_NOOP("Words", "Succeeded"),
               QT_TRANSLATE_NOOP("Words", "Requests that ended with a result, default values included.")},
    MetricText{"failed", QT_TRANSLATE_NOOP("Words", "Failed"),
               QT_TRANSLATE_NOOP("Words", "Requests that ended with an error other than a timeout.")},
    MetricText{"timedOut", QT_TRANSLATE_NOOP("Words", "Timed out"),
               QT_TRANSLATE_NOOP("Words", "Requests that ended with the error of a timeout.")},
    MetricText{
        "cancelled", QT_TRANSLATE_NOOP("Words", "Cancelled"),
        QT_TRANSLATE_NOOP("Words", "Requests that were stopped by another's failure, a winner or a newer call.")},
    MetricText{"dropped", QT_TRANSLATE_NOOP("Words", "Dropped"),
               QT_TRANSLATE_NOOP("Words", "Requests whose value never went out, because a later one took its place.")},
    MetricText{"pending", QT_TRANSLATE_NOOP("Words", "Never answered"),
               QT_TRANSLATE_NOOP("Words", "Requests without an end when nothing more can happen.")},
    MetricText{"defaulted", QT_TRANSLATE_NOOP("Words", "Default values"),
               QT_TRANSLATE_NOOP("Words", "Succeeded requests that got a timeout's default value.")},
    MetricText{"attempts", QT_TRANSLATE_NOOP("Words", "Attempts"),
               QT_TRANSLATE_NOOP("Words", "How often the server was asked: each retry and each copy counts.")},
    MetricText{"wastedAttempts", QT_TRANSLATE_NOOP("Words", "Wasted attempts"),
               QT_TRANSLATE_NOOP("Words", "Attempts that did not give their request its result.")},
    MetricText{"wastedMs", QT_TRANSLATE_NOOP("Words", "Wasted"),
               QT_TRANSLATE_NOOP("Words", "The time of all wasted attempts together.")},
    MetricText{
        "refused", QT_TRANSLATE_NOOP("Words", "Refused"),
        QT_TRANSLATE_NOOP("Words", "Attempts that the server turned away because it was full or asked too often.")},
    MetricText{"rejected", QT_TRANSLATE_NOOP("Words", "Rejected"),
               QT_TRANSLATE_NOOP("Words", "Calls that an open circuit breaker turned away; no attempt was made.")},
    MetricText{"maxInFlight", QT_TRANSLATE_NOOP("Words", "Most in flight"),
               QT_TRANSLATE_NOOP("Words", "The most attempts that were under way at the same time.")},
    MetricText{"throughputPerSecond", QT_TRANSLATE_NOOP("Words", "Throughput"),
               QT_TRANSLATE_NOOP("Words", "Succeeded requests per second of total time.")},
    MetricText{"latencyMs.min", QT_TRANSLATE_NOOP("Words", "Shortest latency"),
               QT_TRANSLATE_NOOP("Words", "The quickest succeeded request, from its arrival to its end.")},
    MetricText{"latencyMs.mean", QT_TRANSLATE_NOOP("Words", "Mean latency"),
               QT_TRANSLATE_NOOP("Words", "The average of succeeded requests, from arrival to end.")},
    MetricText{
        "latencyMs.p50", QT_TRANSLATE_NOOP("Words", "Latency p50"),
        QT_TRANSLATE_NOOP("Words", "Half of the succeeded requests took no longer than this, from arrival to end.")},
    MetricText{
        "latencyMs.p95", QT_TRANSLATE_NOOP("Words", "Latency p95"),
        QT_TRANSLATE_NOOP("Words", "95 % of the succeeded requests took no longer than this, from arrival to end.")},
    MetricText{
        "latencyMs.p99", QT_TRANSLATE_NOOP("Words", "Latency p99"),
        QT_TRANSLATE_NOOP("Words", "99 % of the succeeded requests took no longer than this, from arrival to end.")},
    MetricText{"latencyMs.max", QT_TRANSLATE_NOOP("Words", "Longest latency"),
               QT_TRANSLATE_NOOP("Words", "The slowest succeeded request, from its arrival to its end.")},
    MetricText{"waitMs.mean", QT_TRANSLATE_NOOP("Words", "Mean wait"),
               QT_TRANSLATE_NOOP("Words", "How long a request waited on average before it could ask; back-offs and the "
                                          "server's queue do not count.")},
    MetricText{
        "waitMs.max", QT_TRANSLATE_NOOP("Words", "Longest wait"),
        QT_TRANSLATE_NOOP(
            "Words",
            "The longest that a request waited before it could ask; back-offs and the server's queue do not count.")},
    MetricText{"fasterThanOneByOne", QT_TRANSLATE_NOOP("Words", "Faster than one by one"),
               QT_TRANSLATE_NOOP("Words", "The time of all calls behind each other, divided by the total time.")},
};

} // namespace

Term stateTerm(SpanState state)
{
    switch (state) {
    case SpanState::Queued:
        return {Words::tr("Queued"), Words::tr("It waits until it may start.")};
    case SpanState::Token:
        return {Words::tr("Waits for token"), Words::tr("It waits because a rate allows no more starts now.")};
    case SpanState::Backoff:
        return {Words::tr("Back-off"), Words::tr("It waits before it tries again.")};
    case SpanState::Running:
        return {Words::tr("Running"), Words::tr("The server is asked and has not answered yet.")};
    case SpanState::Succeeded:
        return {Words::tr("Succeeded"), Words::tr("The server has answered well.")};
    case SpanState::Failed:
        return {Words::tr("Failed"), Words::tr("The server has answered with an error, or refused to answer.")};
    case SpanState::TimedOut:
        return {Words::tr("Timed out"), Words::tr("A timeout gave up on the answer.")};
    case SpanState::Cancelled:
        return {Words::tr("Cancelled"), Words::tr("It was stopped, because its answer was no longer wanted.")};
    }
    return {};
}

Term outcomeTerm(RequestOutcome outcome)
{
    switch (outcome) {
    case RequestOutcome::Succeeded:
        return {Words::tr("Succeeded"), metricTerm(QStringLiteral("succeeded")).help};
    case RequestOutcome::Failed:
        return {Words::tr("Failed"), metricTerm(QStringLiteral("failed")).help};
    case RequestOutcome::TimedOut:
        return {Words::tr("Timed out"), metricTerm(QStringLiteral("timedOut")).help};
    case RequestOutcome::Cancelled:
        return {Words::tr("Cancelled"), metricTerm(QStringLiteral("cancelled")).help};
    case RequestOutcome::Dropped:
        return {Words::tr("Dropped"), metricTerm(QStringLiteral("dropped")).help};
    case RequestOutcome::Pending:
        return {Words::tr("Pending"), metricTerm(QStringLiteral("pending")).help};
    }
    return {};
}

QString stateWord(SpanState state)
{
    switch (state) {
    case SpanState::Queued:
        return Words::tr("queued");
    case SpanState::Token:
        return Words::tr("waits for token");
    case SpanState::Backoff:
        return Words::tr("back-off");
    case SpanState::Running:
        return Words::tr("running");
    case SpanState::Succeeded:
        return Words::tr("succeeded");
    case SpanState::Failed:
        return Words::tr("failed");
    case SpanState::TimedOut:
        return Words::tr("timed out");
    case SpanState::Cancelled:
        return Words::tr("cancelled");
    }
    return {};
}

QString outcomeWord(RequestOutcome outcome)
{
    switch (outcome) {
    case RequestOutcome::Succeeded:
        return stateWord(SpanState::Succeeded);
    case RequestOutcome::Failed:
        return stateWord(SpanState::Failed);
    case RequestOutcome::TimedOut:
        return stateWord(SpanState::TimedOut);
    case RequestOutcome::Cancelled:
        return stateWord(SpanState::Cancelled);
    case RequestOutcome::Dropped:
        return Words::tr("dropped");
    case RequestOutcome::Pending:
        return Words::tr("pending");
    }
    return {};
}

Term reasonTerm(WaitReason reason)
{
    switch (reason) {
    case WaitReason::None:
        return {};
    case WaitReason::Slot:
        return {Words::tr("Waits for a slot"),
                Words::tr("As many as the limit allows are under way; it waits until one of them ends.")};
    case WaitReason::Token:
        return {Words::tr("Waits for a token"), Words::tr("Each start takes a token, and tokens come at a rate.")};
    case WaitReason::Turn:
        return {Words::tr("Waits for its turn"), Words::tr("The one before must end first.")};
    case WaitReason::Batch:
        return {Words::tr("Waits for its batch"), Words::tr("The batch before must be over, and the pause after it.")};
    case WaitReason::Collect:
        return {Words::tr("Collects"), Words::tr("It waits for others to share one call with.")};
    case WaitReason::Quiet:
        return {Words::tr("Waits for silence"), Words::tr("It goes out when no input has come for a while.")};
    case WaitReason::Window:
        return {Words::tr("Waits for the window's end"), Words::tr("One input goes out per window.")};
    case WaitReason::Backoff:
        return {Words::tr("Back-off"), Words::tr("The pause between a failure and the next try.")};
    case WaitReason::Pause:
        return {Words::tr("Pause"), Words::tr("The server has asked everyone to come back later.")};
    case WaitReason::Server:
        return {Words::tr("In the server's queue"),
                Words::tr("The server is busy; it has taken the request and will come to it.")};
    }
    return {};
}

Term metricTerm(const QString &key)
{
    for (const MetricText &metric : metrics) {
        if (key == QLatin1String(metric.key))
            return {Words::tr(metric.name), Words::tr(metric.help)};
    }
    return {};
}

QStringList metricKeys()
{
    QStringList keys;
    for (const MetricText &metric : metrics)
        keys.append(QLatin1String(metric.key));
    return keys;
}

QString codeText(quint16 code)
{
    if (code == codeOffline)
        return Words::tr("offline");
    return code == codeNone ? QString() : QString::number(code);
}

} // namespace playground
