// SPDX-License-Identifier: MIT
#include "model/why.h"

#include "model/backoff_facts.h"
#include "model/duration.h"
#include "model/number_text.h"
#include "model/scenario_path.h"
#include "model/values_then.h"
#include "model/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <optional>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Why)
};

QString key(const char *name) { return QLatin1String(name); }

QString numbered(quint32 request) { return u'#' + QString::number(request); }

/// `#1, #2 and #3`; at most five by name.
QString listed(const std::vector<Timeline::Holder> &holders)
{
    constexpr size_t mostNamed = 5;
    QStringList names;
    for (size_t i = 0; i < std::min(holders.size(), mostNamed); ++i)
        names.append(numbered(holders[i].request));
    if (holders.size() > mostNamed)
        return Tr::tr("%1 and %2 more").arg(names.join(QStringLiteral(", "))).arg(holders.size() - mostNamed);
    if (names.size() < 2)
        return names.join(QString());
    const QString last = names.takeLast();
    return Tr::tr("%1 and %2").arg(names.join(QStringLiteral(", ")), last);
}

/// Tells of one wait, with all that its sentences need.
class Teller {
public:
    Teller(const Run &run, const Span &wait)
        : m_run(run)
        , m_wait(wait)
        , m_then(wait.isOpen() ? run.current() : valuesAt(run, wait.end))
    {
        if (const PartInfo *part = run.trace().part(wait.part))
            m_section = followPath(m_then, part->path + QStringLiteral(".kind")).section;
    }

    Why tell() const
    {
        QStringList body = reasons();
        body += ending();
        body.removeAll(QString());
        return {title(), body.join(u' '), m_wait.from};
    }

private:
    bool isOpen() const { return m_wait.isOpen(); }
    QString length() const { return displayDuration(m_wait.lengthAt(m_run.now())); }
    /// The sentence of an open wait, or of one that is over.
    QString now(const QString &open, const QString &over) const { return isOpen() ? open : over; }

    /// A sentence about the part's delay; nothing when the part is not one of the scenario's.
    QString aboutDelay(const QString &sentence) const
    {
        const bool hasDelay = m_section && m_section->kind().parameter(key("delay"));
        return hasDelay ? sentence.arg(displayDuration(m_section->duration(key("delay")))) : QString();
    }

    QString title() const
    {
        switch (m_wait.reason) {
        case WaitReason::None:
            return {};
        case WaitReason::Slot:
            return now(Tr::tr("Waits for a free slot, %1 so far."), Tr::tr("Waited %1 for a free slot.")).arg(length());
        case WaitReason::Token:
            return now(Tr::tr("Waits for a token, %1 so far."), Tr::tr("Waited %1 for a token.")).arg(length());
        case WaitReason::Turn:
            return turnTitle();
        case WaitReason::Batch:
            return now(Tr::tr("Waits for the batch before, %1 so far."), Tr::tr("Waited %1 for the batch before."))
                .arg(length());
        case WaitReason::Collect:
            return now(Tr::tr("Waits for more to share the call, %1 so far."),
                       Tr::tr("Waited %1 for more to share the call."))
                .arg(length());
        case WaitReason::Quiet:
            return now(Tr::tr("Waits for silence, %1 so far."), Tr::tr("Waited %1 for silence.")).arg(length());
        case WaitReason::Window:
            return now(Tr::tr("Waits for the window's end, %1 so far."), Tr::tr("Waited %1 for the window's end."))
                .arg(length());
        case WaitReason::Backoff:
            return now(Tr::tr("Waits %1 before try %2."), Tr::tr("Waited %1 before try %2."))
                .arg(planned())
                .arg(m_wait.tryNumber);
        case WaitReason::Pause:
            return now(Tr::tr("Waits %1, because the server asked everyone to."),
                       Tr::tr("Waited %1, because the server asked everyone to."))
                .arg(planned());
        case WaitReason::Server:
            return now(Tr::tr("Waits in the server's queue, %1 so far."), Tr::tr("Waited %1 in the server's queue."))
                .arg(length());
        }
        return {};
    }

    QString turnTitle() const
    {
        if (isOpen() || m_wait.from == 0)
            return now(Tr::tr("Waits for its turn, %1 so far."), Tr::tr("Waited %1 for its turn.")).arg(length());
        return Tr::tr("Waited %1 for %2 to end.").arg(length(), numbered(m_wait.from));
    }

    /// The whole length of a wait whose end is known beforehand, also while it goes on.
    QString planned() const
    {
        const qint64 until = m_run.trace().records()[m_wait.record].b;
        return isOpen() && until >= 0 ? displayDuration(until - m_wait.begin) : length();
    }

    QStringList reasons() const
    {
        switch (m_wait.reason) {
        case WaitReason::None:
            return {};
        case WaitReason::Slot:
            return {holders(), ahead()};
        case WaitReason::Token:
            return {ahead(), tokens()};
        case WaitReason::Turn:
            return {Tr::tr("The one before must end first.")};
        case WaitReason::Batch:
            return {Tr::tr("A batch starts when the one before is over.")};
        case WaitReason::Collect:
            if (m_section && m_section->id() == key("batch"))
                return {Tr::tr("A batch starts when it is full, or when no more will come.")};
            return {aboutDelay(Tr::tr("The call goes out when it is full, or %1 after its first request."))};
        case WaitReason::Quiet:
            return {aboutDelay(Tr::tr("It goes out when %1 have passed without input.")), longestWait()};
        case WaitReason::Window:
            return {ahead(), aboutDelay(Tr::tr("At most one goes out in %1."))};
        case WaitReason::Backoff:
            return {failedTry(), lengthOfBackoff(), keptSlot()};
        case WaitReason::Pause:
            return {pausedBy()};
        case WaitReason::Server:
            return {places(), ahead()};
        }
        return {};
    }

    QString holders() const
    {
        const auto who =
            isOpen() ? m_run.timeline().holdersAt(m_wait.part, m_run.now()) : m_run.timeline().holdersAt(m_wait);
        if (who.empty())
            return {};
        if (who.size() == 1)
            return now(Tr::tr("The only slot is taken by %1."), Tr::tr("The only slot was taken by %1."))
                .arg(listed(who));
        return now(Tr::tr("All %1 slots are taken by %2."), Tr::tr("All %1 slots were taken by %2."))
            .arg(who.size())
            .arg(listed(who));
    }

    QString ahead() const
    {
        if (m_wait.ahead == 0)
            return {};
        if (m_wait.ahead == 1)
            return Tr::tr("One was ahead of it when it came.");
        return Tr::tr("%1 were ahead of it when it came.").arg(numberText(m_wait.ahead));
    }

    /// What bounds the wait for silence, where something does.
    QString longestWait() const
    {
        const bool canHave = m_section && m_section->kind().parameter(key("maxWait"));
        const auto longest = canHave ? m_section->optionalDuration(key("maxWait")) : std::nullopt;
        return longest ? Tr::tr("At the latest one goes out %1 after the first input that waits.").arg(displayDuration(*longest)) : QString();
    }

    QString tokens() const
    {
        if (!m_section || !m_section->kind().parameter(key("rate")))
            return {};
        const double rate = m_section->number(key("rate"));
        const auto window = m_section->optionalDuration(key("window"));
        if (window)
            return Tr::tr("At most %1 may start in any %2.")
                .arg(qRound64(rate * double(window->count()) / 1e9))
                .arg(displayDuration(*window));
        return Tr::tr("One comes every %1.").arg(displayDuration(qRound64(1e9 / rate)));
    }

    /// On how many the server works at a time.
    QString places() const
    {
        const auto capacity = m_then.backend.settings.optionalInteger(key("capacity"));
        if (!capacity)
            return {};
        return *capacity == 1 ? Tr::tr("The server works on one at a time.")
                              : Tr::tr("The server works on %1 at a time.").arg(*capacity);
    }

    /// Who was told to come back later, so that now everybody waits.
    QString pausedBy() const
    {
        const Record *answer =
            lastRetryAfter(m_run, m_wait, 0, [this](const Record &record) { return record.t + record.b > m_wait.begin; });
        if (!answer)
            return Tr::tr("One answer said when to come back, and all calls obey it.");
        return Tr::tr("%1 was told to come back in %2, and all calls obey it.")
            .arg(numbered(answer->request), displayDuration(answer->b));
    }

    /// How the try before this back-off failed.
    QString failedTry() const
    {
        const Span *failed = triedBefore(m_run, m_wait);
        if (!failed)
            return {};
        if (failed->state == SpanState::TimedOut)
            return Tr::tr("Try %1 timed out.").arg(failed->tryNumber);
        const QString code = codeText(failed->code);
        return code.isEmpty() ? Tr::tr("Try %1 failed.").arg(failed->tryNumber)
                              : Tr::tr("Try %1 failed with %2.").arg(failed->tryNumber).arg(code);
    }

    /// What made the back-off as long as it is.
    QString lengthOfBackoff() const
    {
        const BackoffFacts facts = backoffFacts(m_run, m_wait);
        if (facts.asked)
            return Tr::tr("The server asked to be left alone for %1.").arg(displayDuration(facts.drawn));
        if (facts.nominal.value_or(0) <= 0 || (!facts.jitter.full && facts.jitter.part == 0))
            return {};
        if (facts.jitter.full)
            return Tr::tr("Full jitter picks any time up to %1.").arg(displayDuration(*facts.nominal));
        return Tr::tr("The back-off is %1, jitter drew %2%3 %.")
            .arg(displayDuration(*facts.nominal), facts.percentDrawn() < 0 ? QStringLiteral("−") : QStringLiteral("+"))
            .arg(std::abs(facts.percentDrawn()));
    }

    QString keptSlot() const
    {
        const auto grants = m_run.timeline().grantsOf(m_wait.request);
        const bool holds = std::ranges::any_of(grants, [&](const Timeline::Holder &grant) {
            return grant.since <= m_wait.begin && (grant.until < 0 || grant.until > m_wait.begin);
        });
        return holds ? now(Tr::tr("It keeps its slot meanwhile."), Tr::tr("It kept its slot meanwhile.")) : QString();
    }

    /// How the wait came to its end.
    QString ending() const
    {
        if (isOpen())
            return m_run.ended() ? Tr::tr("Nothing more will come.") : QString();
        if (m_wait.dropped)
            return Tr::tr("A later input took its place, so it was dropped.");
        switch (m_wait.how) {
        case GoHow::Cancelled:
            return cancelled();
        case GoHow::Rejected:
            return Tr::tr("It was turned away.");
        case GoHow::Granted:
        case GoHow::Elapsed: {
            const QString breaker =
                settledWith(partkind::breaker) ? Tr::tr("Then the open circuit breaker turned it away.") : QString();
            return QStringList{madeWay(), breaker}.join(u' ').trimmed();
        }
        }
        return {};
    }

    const Lane &lane() const { return m_run.timeline().lanes()[m_wait.request - 1]; }

    /// Whether the request had its end when this wait had, and by a part of that kind.
    bool settledWith(QLatin1String kind) const
    {
        const PartInfo *cause = m_run.trace().part(lane().causePart);
        return cause && cause->kind == kind && lane().settled == m_wait.end;
    }

    QString cancelled() const
    {
        if (settledWith(partkind::timeout))
            return Tr::tr("Then its time was up.");
        if (lane().outcome != RequestOutcome::Cancelled || lane().causeRequest == 0)
            return Tr::tr("Then it was cancelled.");
        const QString cause = numbered(lane().causeRequest);
        return settledWith(partkind::keepLatest) ? Tr::tr("Then the newer %1 took its place.").arg(cause)
                                                 : Tr::tr("Then %1 ended, which cancelled it.").arg(cause);
    }

    QString madeWay() const
    {
        if (m_wait.from == 0)
            return {};
        switch (m_wait.reason) {
        case WaitReason::Slot:
            return handOver();
        case WaitReason::Batch:
            return Tr::tr("%1 ended last and held it up.").arg(numbered(m_wait.from));
        case WaitReason::Collect:
            return Tr::tr("%1 filled it.").arg(numbered(m_wait.from));
        case WaitReason::Server:
            return Tr::tr("%1 left and made room for it.").arg(numbered(m_wait.from));
        default:
            return {};
        }
    }

    QString handOver() const
    {
        const auto who = m_run.timeline().holdersAt(m_wait);
        const bool wasAmongThem =
            std::ranges::any_of(who, [&](const Timeline::Holder &holder) { return holder.request == m_wait.from; });
        if (wasAmongThem && m_wait.ahead == 0 && who.size() > 1)
            return Tr::tr("%1 finished first and handed its slot over.").arg(numbered(m_wait.from));
        return Tr::tr("%1 finished and handed its slot over.").arg(numbered(m_wait.from));
    }

    const Run &m_run;
    const Span &m_wait;
    const Scenario m_then;              // With the values in force when the wait ended, or now.
    const Section *m_section = nullptr; // Of the part in it, where it is one.
};

} // namespace

Why whyItWaited(const Run &run, const Span &wait)
{
    if (!wait.isWait())
        return {};
    return Teller(run, wait).tell();
}

} // namespace playground
