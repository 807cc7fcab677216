// SPDX-License-Identifier: MIT
#include "picture/span_text.h"

#include "model/duration.h"
#include "model/event_words.h"
#include "model/trace.h"
#include "picture/time_text.h"
#include "picture/words.h"

#include <algorithm>
#include <iterator>

namespace playground {
namespace {

/// What an attempt came to, in a word: its status where it has one.
QString resultText(const Span &span)
{
    if (span.isOpen())
        return {};
    if (span.code == codeOffline)
        return Words::tr("offline");
    if (span.state == SpanState::TimedOut)
        return Words::tr("timed out");
    if (span.state == SpanState::Cancelled)
        return Words::tr("cancelled");
    return span.code == codeNone ? QString() : QString::number(span.code);
}

QString joined(const QString &first, const QString &second)
{
    return first.isEmpty() ? second : first + QStringLiteral("  ") + second;
}

QString timesText(const Span &span)
{
    if (span.isOpen())
        return Words::tr("since %1").arg(instantText(span.begin));
    return Words::tr("from %1 to %2").arg(instantText(span.begin), instantText(span.end));
}

QString attemptSummary(const Span &span, const QString &duration)
{
    switch (span.state) {
    case SpanState::Succeeded:
        return Words::tr("succeeded after %1").arg(duration);
    case SpanState::Failed:
        return resultText(span).isEmpty() ? Words::tr("failed after %1").arg(duration)
                                          : Words::tr("failed with %1 after %2").arg(resultText(span), duration);
    case SpanState::TimedOut:
        return Words::tr("timed out after %1").arg(duration);
    case SpanState::Cancelled:
        return Words::tr("cancelled after %1").arg(duration);
    default:
        return Words::tr("running for %1").arg(duration);
    }
}

} // namespace

SpanText spanText(const Span &span, qint64 now)
{
    const QString duration = displayDuration(span.lengthAt(now));
    if (span.isWait())
        return {joined(waitPhrase(span.reason), duration), duration};
    if (span.inServerQueue)
        return {joined(waitPhrase(WaitReason::Server), duration), duration};
    const QString result = resultText(span);
    return {joined(result, duration), result.isEmpty() ? duration : result};
}

QString stateName(SpanState state)
{
    switch (state) {
    case SpanState::Queued:
        return Words::tr("Queued");
    case SpanState::Token:
        return Words::tr("Waits for token");
    case SpanState::Backoff:
        return Words::tr("Back-off");
    case SpanState::Running:
        return Words::tr("Running");
    case SpanState::Succeeded:
        return Words::tr("Succeeded");
    case SpanState::Failed:
        return Words::tr("Failed");
    case SpanState::TimedOut:
        return Words::tr("Timed out");
    case SpanState::Cancelled:
        return Words::tr("Cancelled");
    }
    return {};
}

QString spanSummary(const Span &span, const Trace &trace, qint64 now)
{
    const QString duration = displayDuration(span.lengthAt(now));
    if (!span.isWait())
        return Words::tr("#%1, attempt %2: %3, %4")
            .arg(span.request)
            .arg(span.number)
            .arg(attemptSummary(span, duration), timesText(span));
    const PartInfo *part = trace.part(span.part);
    const QString where = part && !part->name.isEmpty() ? Words::tr(" (%1)").arg(part->name) : QString();
    return Words::tr("#%1: %2%3 %4, %5").arg(span.request).arg(waitPhrase(span.reason), where, duration, timesText(span));
}

QString laneSummary(const Lane &lane, const Trace &trace)
{
    const QString text = trace.text(lane.text);
    QString name = text.isEmpty() ? QStringLiteral("#%1").arg(lane.request)
                                  : QStringLiteral("#%1, %2").arg(lane.request).arg(text);
    if (lane.arrived < 0)
        return Words::tr("%1: never arrived").arg(name);
    if (lane.lead > 0)
        name = Words::tr("%1, in the call of #%2").arg(name).arg(lane.lead);
    if (lane.settled < 0)
        return Words::tr("%1: arrived at %2").arg(name, instantText(lane.arrived));
    const QString at = instantText(lane.settled);
    switch (lane.outcome) {
    case RequestOutcome::Succeeded:
        return Words::tr("%1: succeeded at %2").arg(name, at);
    case RequestOutcome::Failed:
        return Words::tr("%1: failed at %2").arg(name, at);
    case RequestOutcome::TimedOut:
        return Words::tr("%1: timed out at %2").arg(name, at);
    case RequestOutcome::Cancelled:
        return Words::tr("%1: cancelled at %2").arg(name, at);
    case RequestOutcome::Dropped:
        return Words::tr("%1: dropped at %2").arg(name, at);
    case RequestOutcome::Pending:
        break;
    }
    return Words::tr("%1: never settled").arg(name);
}

QString attemptsText(const Lane &lane, const Timeline &timeline)
{
    const int attempts = int(lane.attempts);
    if (lane.lastCopy == 0)
        return Words::tr("%n tries", nullptr, attempts);
    const bool oneTry = timeline.spans()[lane.lastSpan].tryNumber <= 1;
    return oneTry ? Words::tr("%n copies", nullptr, attempts) : Words::tr("%n attempts", nullptr, attempts);
}

bool isProbe(const Span &span, const Timeline &timeline)
{
    if (span.isWait())
        return false;
    const auto isHalfOpen = [](const LevelTrack::At &step) { return step.value >= 1 && step.value < 2; };
    for (const LevelTrack &track : timeline.levels()) {
        if (track.name != QLatin1String("breaker"))
            continue;
        // It may become half-open at the very instant at which it lets somebody through.
        auto step = std::ranges::upper_bound(track.steps, span.begin, {}, &LevelTrack::At::t);
        bool changes = false;
        for (; step != track.steps.begin() && std::prev(step)->t == span.begin; changes = true) {
            if (isHalfOpen(*--step))
                return true;
        }
        if (!changes && step != track.steps.begin() && isHalfOpen(*std::prev(step)))
            return true;
    }
    return false;
}

QString handOverText(const Span &wait)
{
    return (wait.reason == WaitReason::Slot ? Words::tr("hands its slot to #%1") : Words::tr("lets #%1 go on"))
        .arg(wait.request);
}

} // namespace playground
