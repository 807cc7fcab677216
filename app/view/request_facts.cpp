// SPDX-License-Identifier: MIT
#include "view/request_facts.h"

#include "model/backoff_facts.h"
#include "model/duration.h"
#include "model/run.h"
#include "model/words.h"
#include "picture/time_text.h"
#include "picture/wall_clock_marks.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace playground {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RequestFacts)
};

/// More slots than this are not listed one by one.
constexpr size_t mostHolders = 8;

QString numbered(quint32 request) { return u'#' + QString::number(request); }

/// "0" at the very start, else "0.548 s".
QString shortInstant(qint64 ns) { return ns == 0 ? QStringLiteral("0") : instantText(ns); }

/// Collects what is said of one request.
class Collector {
public:
    Collector(const Run &run, quint32 request, quint32 selected)
        : m_run(run)
        , m_timeline(run.timeline())
        , m_lane(m_timeline.lanes()[request - 1])
        , m_selected(selected)
    {
    }

    RequestFacts collect()
    {
        m_facts.title = Words::tr("Request %1").arg(m_lane.request);
        m_facts.text = m_run.trace().text(m_lane.text);
        m_facts.begin = m_lane.arrived;
        m_facts.end = m_lane.settled >= 0 ? m_lane.settled : m_run.now();
        m_facts.range = Words::tr("%1 to %2").arg(shortInstant(m_facts.begin), instantText(m_facts.end));
        m_facts.total = displayDuration(m_facts.end - m_facts.begin);
        tellOutcome();
        tellTiming();
        if (const Span *wait = explainedWait()) {
            m_facts.why = whyItWaited(m_run, *wait);
            tellHolders(*wait);
        } else {
            m_facts.why = withoutWait();
        }
        tellQueuePlace();
        tellBackoffs();
        tellSlotHeld();
        tellResult();
        return m_facts;
    }

private:
    bool isSettled() const { return m_lane.settled >= 0; }

    void tellOutcome()
    {
        if (!isSettled()) {
            const Span *last = m_lane.lastSpan == noSpan ? nullptr : &m_timeline.spans()[m_lane.lastSpan];
            const bool waits = last && last->isOpen() && last->isWait();
            m_facts.outcomeState = waits ? last->state : SpanState::Running;
            m_facts.outcome = m_run.ended() ? Words::tr("Never answered")
                              : waits       ? reasonTerm(last->reason).name
                                            : Words::tr("Running");
            return;
        }
        m_facts.outcomeState = settledState();
        m_facts.outcome = outcomeTerm(m_lane.outcome).name;
        if (m_lane.defaulted)
            m_facts.outcome = Words::tr("Succeeded by default");
        else if (m_lane.resultAttempt > 0)
            m_facts.outcome = Words::tr("%1 on attempt %2").arg(m_facts.outcome).arg(m_lane.resultAttempt);
        else if (m_lane.outcome == RequestOutcome::Cancelled && m_lane.causeRequest > 0)
            m_facts.outcome = Words::tr("Cancelled by %1").arg(numbered(m_lane.causeRequest));
    }

    SpanState settledState() const { return stateOf(m_lane.outcome).value_or(SpanState::Running); }

    static QString labelOf(const Span &span)
    {
        if (span.isWait())
            return reasonTerm(span.reason).name;
        QString result = codeText(span.code);
        if (span.state == SpanState::TimedOut || span.state == SpanState::Cancelled)
            result = stateWord(span.state);
        const QString attempt = Words::tr("Attempt %1").arg(span.number);
        return result.isEmpty() || span.isOpen() ? attempt : Words::tr("%1, %2").arg(attempt, result);
    }

    void tellTiming()
    {
        const auto spans = m_timeline.spansOf(m_lane);
        for (auto span = spans.begin(); !(span == spans.end()); ++span) {
            const qint64 length = span->lengthAt(m_run.now());
            const auto planned = m_run.plannedEnd(*span);
            m_facts.timing.push_back({labelOf(*span), displayDuration(length), planned ? QStringLiteral("+ ") + displayDuration(span->end - *planned) : QString(),
                                      latenessText(m_run, *span), planned.value_or(-1), span->begin, span->begin + length, span->state,
                                      span->isOpen(), span.index()});
        }
    }

    /// The selected wait, else the first that is no back-off, else the first.
    const Span *explainedWait() const
    {
        if (m_selected != noSpan && m_timeline.spans()[m_selected].isWait())
            return &m_timeline.spans()[m_selected];
        const Span *backoff = nullptr;
        for (const Span &span : m_timeline.spansOf(m_lane)) {
            if (!span.isWait())
                continue;
            if (span.reason != WaitReason::Backoff)
                return &span;
            if (!backoff)
                backoff = &span;
        }
        return backoff;
    }

    Why withoutWait() const
    {
        if (m_lane.firstSpan == noSpan && m_lane.lead > 0)
            return {Words::tr("Did not wait."),
                    Words::tr("It travelled at once in the call of %1.").arg(numbered(m_lane.lead))};
        if (m_lane.firstSpan == noSpan)
            return isSettled() ? neverStarted() : notStartedYet();
        return {
            Words::tr("Did not wait."),
            Words::tr("It started at once, at t = %1.").arg(shortInstant(m_timeline.spans()[m_lane.firstSpan].begin))};
    }

    Why notStartedYet() const
    {
        return {Words::tr("It has not started."), m_run.ended() ? Words::tr("Its turn never came.") : QString()};
    }

    /// Why a request that is over neither waited nor was tried.
    Why neverStarted() const
    {
        const PartInfo *cause = m_run.trace().part(m_lane.causePart);
        const QString at = shortInstant(m_lane.settled);
        if (m_lane.outcome == RequestOutcome::Dropped)
            return {Words::tr("It was dropped at once, at t = %1.").arg(at),
                    m_lane.causeRequest > 0
                        ? Words::tr("%1 took its place.").arg(numbered(m_lane.causeRequest))
                        : Words::tr("Another input stood for it, so it never went out.")};
        if (cause && cause->kind == partkind::breaker)
            return {Words::tr("It was turned away at once, at t = %1.").arg(at),
                    Words::tr("The circuit breaker was open, so it never reached the server.")};
        if (m_lane.outcome == RequestOutcome::Cancelled && m_lane.causeRequest > 0 && cause &&
            cause->kind == partkind::keepLatest)
            return {Words::tr("It was cancelled before it started, at t = %1.").arg(at),
                    Words::tr("The newer %1 took its place.").arg(numbered(m_lane.causeRequest))};
        if (m_lane.outcome == RequestOutcome::Cancelled && m_lane.causeRequest > 0)
            return {Words::tr("It was cancelled before it started, at t = %1.").arg(at),
                    Words::tr("%1 ended, which cancelled it.").arg(numbered(m_lane.causeRequest))};
        return {Words::tr("It never started."), Words::tr("It was over at t = %1, before its turn came.").arg(at)};
    }

    void tellHolders(const Span &wait)
    {
        if (wait.reason != WaitReason::Slot)
            return;
        const auto holders = m_timeline.holdersAt(wait);
        m_facts.holdersWhen =
            Words::tr("when %1 asked, t = %2").arg(numbered(m_lane.request), shortInstant(wait.begin));
        for (size_t i = 0; i < std::min(holders.size(), mostHolders); ++i) {
            const Timeline::Holder &holder = holders[i];
            m_facts.holders.push_back(
                {Words::tr("Slot %1").arg(i + 1), numbered(holder.request),
                 holder.to > 0 ? Words::tr("then to %1").arg(numbered(holder.to)) : QString(),
                 holder.until < 0 ? Words::tr("still") : Words::tr("until %1").arg(instantText(holder.until)),
                 holder.request, holder.to == m_lane.request});
        }
        if (holders.size() > mostHolders)
            m_facts.holders.push_back({Words::tr("%1 more").arg(holders.size() - mostHolders), {}, {}, {}, 0, false});
    }

    void tellQueuePlace()
    {
        for (const Span &span : m_timeline.spansOf(m_lane)) {
            if (span.reason != WaitReason::Slot && span.reason != WaitReason::Token && span.reason != WaitReason::Turn)
                continue;
            // Everybody who waited at the end of that instant, less itself and those ahead.
            const qint64 behind = Timeline::valueAt(m_timeline.queued(), span.begin) - 1 - qint64(span.ahead);
            const QString place = ordinal(qint64(span.ahead) + 1);
            m_facts.facts.push_back(
                {Words::tr("Queue place"), behind > 0 ? Words::tr("%1, %2 more behind it").arg(place).arg(behind)
                                                      : Words::tr("%1, nobody behind it").arg(place)});
            return;
        }
    }

    /// What the policy would wait without jitter, and what the jitter made of it: "300 ms, jitter drew +6 %".
    QString backoffText(const Span &wait) const
    {
        const BackoffFacts facts = backoffFacts(m_run, wait);
        if (facts.asked)
            return Words::tr("%1, as the server asked").arg(displayDuration(facts.drawn));
        const QString text = displayDuration(facts.nominal.value_or(facts.drawn));
        const int percent = facts.percentDrawn();
        return percent == 0 ? text
                            : Words::tr("%1, jitter drew %2%3 %")
                                  .arg(text, percent < 0 ? QStringLiteral("−") : QStringLiteral("+"))
                                  .arg(std::abs(percent));
    }

    void tellBackoffs()
    {
        constexpr int mostNamed = 3;
        int named = 0;
        for (const Span &span : m_timeline.spansOf(m_lane))
            if (span.reason == WaitReason::Backoff && named++ < mostNamed)
                m_facts.facts.push_back(
                    {named > 1 ? Words::tr("Back-off %1").arg(named) : Words::tr("Back-off"), backoffText(span)});
    }

    void tellSlotHeld()
    {
        auto grants = m_timeline.grantsOf(m_lane.request);
        // Where there is no limit nothing is held from anybody.
        std::erase_if(grants, [&](const Timeline::Holder &grant) { return Timeline::valueAt(m_timeline.held(), grant.since) == 0; });
        if (grants.empty())
            return;
        qint64 held = 0;
        for (const Timeline::Holder &grant : grants)
            held += (grant.until < 0 ? m_run.now() : grant.until) - grant.since;
        const bool keptByBackoff = std::ranges::any_of(m_facts.timing, [&](const TimingRow &row) {
            return row.state == SpanState::Backoff && std::ranges::any_of(grants, [&](const Timeline::Holder &grant) {
                       return grant.since <= row.begin && (grant.until < 0 || grant.until >= row.end);
                   });
        });
        const QString text = displayDuration(held);
        m_facts.facts.push_back(
            {Words::tr("Slot held"), keptByBackoff ? Words::tr("%1, back-off included").arg(text) : text});
    }

    void tellResult()
    {
        if (!isSettled())
            return;
        const qint64 total = requestCount(m_run.scenario());
        const qint64 place = finishPlace();
        const QString position = Words::tr("position %1 of %2").arg(m_lane.request).arg(total);
        m_facts.facts.push_back(
            {Words::tr("Result"), place > 0 ? Words::tr("%1, %2 to finish").arg(position, ordinal(place)) : position});
    }

    /// How many had finished when it had; 0 when it is not among the OUT marbles at its end.
    qint64 finishPlace() const
    {
        const auto &out = m_timeline.out();
        for (auto marble = std::ranges::lower_bound(out, m_lane.settled, {}, &Marble::t);
             marble != out.end() && marble->t == m_lane.settled; ++marble)
            if (marble->request == m_lane.request)
                return marble - out.begin() + 1;
        return 0;
    }

    const Run &m_run;
    const Timeline &m_timeline;
    const Lane &m_lane;
    quint32 m_selected;
    RequestFacts m_facts;
};

} // namespace

RequestFacts requestFacts(const Run &run, quint32 request, quint32 span)
{
    return Collector(run, request, span).collect();
}

QString ordinal(qint64 number)
{
    switch (number) {
    case 1:
        return Words::tr("first");
    case 2:
        return Words::tr("second");
    case 3:
        return Words::tr("third");
    case 4:
        return Words::tr("fourth");
    case 5:
        return Words::tr("fifth");
    case 6:
        return Words::tr("sixth");
    case 7:
        return Words::tr("seventh");
    case 8:
        return Words::tr("eighth");
    case 9:
        return Words::tr("ninth");
    case 10:
        return Words::tr("tenth");
    default:
        return Words::tr("no. %1").arg(number);
    }
}

} // namespace playground
