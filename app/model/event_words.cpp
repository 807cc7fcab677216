// SPDX-License-Identifier: MIT
#include "model/event_words.h"

#include "model/duration.h"
#include "model/words.h"

#include <QCoreApplication>

#include <cmath>

namespace playground {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EventWords)
};

const QLatin1String limitLevel("limit"), breakerLevel("breaker");

/// What one record says; all of it begins with the request where there is one.
class Teller {
public:
    Teller(const Trace &trace, const Record &record)
        : m_trace(trace)
        , m_record(record)
        , m_part(trace.part(record.part))
    {
    }

    QString tell() const
    {
        switch (m_record.kind) {
        case EventKind::Part:
            return {};
        case EventKind::Arrive:
            return arrive();
        case EventKind::Join:
            return about(Words::tr("joins the call of #%1").arg(m_record.a));
        case EventKind::Wait:
            return about(wait());
        case EventKind::Go:
            return about(go());
        case EventKind::Free:
            return about(Words::tr("gives its slot back") + where());
        case EventKind::Dispatch:
            return about(Words::tr("goes out"));
        case EventKind::Attempt:
            return about(Words::tr("attempt %1 starts").arg(m_record.a) + which());
        case EventKind::AttemptEnd:
            return about(Words::tr("attempt %1 %2").arg(m_record.a).arg(attemptEnd()) + askedToWait());
        case EventKind::Settle:
            return Words::tr("#%1 settled: %2").arg(m_record.request).arg(settle());
        case EventKind::Level:
            return level();
        case EventKind::Edit: {
            const EditText edit = m_trace.edit(m_record);
            return Words::tr("edit: %1 %2 → %3").arg(edit.path, edit.before, edit.after);
        }
        case EventKind::Mark:
            return Words::tr("mark: %1").arg(m_trace.text(m_record.b));
        case EventKind::End:
            return end();
        }
        return {};
    }

private:
    QString about(const QString &what) const { return Words::tr("#%1: %2").arg(m_record.request).arg(what); }

    /// " (Parallel map)": the part, where it has a name.
    QString where() const
    {
        return m_part && !m_part->name.isEmpty() ? Words::tr(" (%1)").arg(m_part->name) : QString();
    }

    /// Which try or copy an attempt is, where that is not plain.
    QString which() const
    {
        if (m_record.copy > 0)
            return Words::tr(", copy %1").arg(m_record.copy);
        return m_record.tryNumber > 1 ? Words::tr(", try %1").arg(m_record.tryNumber) : QString();
    }

    QString arrive() const
    {
        const QString text = m_trace.text(m_record.b);
        return text.isEmpty() ? Words::tr("#%1 arrives").arg(m_record.request)
                              : Words::tr("#%1 arrives: %2").arg(m_record.request).arg(text);
    }

    QString wait() const
    {
        QString text = waitPhrase(m_record.reason());
        if (m_record.reason() == WaitReason::Backoff)
            text = Words::tr("waits before try %1").arg(m_record.tryNumber);
        text += where();
        if (m_record.a > 0)
            text += Words::tr(", %1 ahead").arg(m_record.a);
        if (m_record.b >= 0)
            text += Words::tr(", for %1").arg(displayDuration(m_record.b - m_record.t));
        return text;
    }

    QString go() const
    {
        switch (m_record.how()) {
        case GoHow::Granted:
            return granted() + where() + madeWay();
        case GoHow::Elapsed:
            return elapsed() + where() + madeWay();
        case GoHow::Rejected:
            return Words::tr("is turned away") + where();
        case GoHow::Cancelled:
            return Words::tr("waits no longer") + where();
        }
        return {};
    }

    bool isPart(QLatin1String kind) const { return m_part && m_part->kind == kind; }

    QString granted() const
    {
        if (isPart(partkind::slots_))
            return Words::tr("gets a slot");
        if (isPart(partkind::tokens))
            return Words::tr("gets a token");
        if (isPart(partkind::turn))
            return Words::tr("has its turn");
        if (isPart(partkind::server))
            return Words::tr("gets a place in the server");
        return Words::tr("goes on");
    }

    QString elapsed() const
    {
        return isPart(partkind::retry) ? Words::tr("has waited long enough") : Words::tr("goes on, its time has come");
    }

    QString madeWay() const
    {
        return m_record.a > 0 && m_record.a != m_record.request ? Words::tr(", #%1 made way").arg(m_record.a) : QString();
    }

    /// " with 503": the answer, where it has a name.
    QString code() const
    {
        if (m_record.code == codeOffline)
            return Words::tr(": the server is offline");
        const QString text = codeText(m_record.code);
        return text.isEmpty() ? QString() : Words::tr(" with %1").arg(text);
    }

    QString attemptEnd() const
    {
        switch (m_record.attemptOutcome()) {
        case AttemptOutcome::Ok:
            return Words::tr("is answered");
        case AttemptOutcome::Failed:
            return Words::tr("failed") + code();
        case AttemptOutcome::Refused:
            return Words::tr("is refused") + code();
        case AttemptOutcome::TimedOut:
            return Words::tr("timed out") + where();
        case AttemptOutcome::Cancelled:
            return Words::tr("is cancelled") + where();
        case AttemptOutcome::Abandoned:
            return Words::tr("is abandoned") + where();
        }
        return {};
    }

    QString askedToWait() const
    {
        return m_record.b > 0 ? Words::tr("; the server asks to wait %1").arg(displayDuration(m_record.b)) : QString();
    }

    QString settle() const
    {
        switch (m_record.requestOutcome()) {
        case RequestOutcome::Succeeded:
            if (m_record.copy == 1)
                return Words::tr("succeeded with a default value");
            return m_record.a > 0 ? Words::tr("succeeded on attempt %1").arg(m_record.a) : Words::tr("succeeded");
        case RequestOutcome::Failed:
            return Words::tr("failed") + code() + where();
        case RequestOutcome::TimedOut:
            return Words::tr("timed out") + where();
        case RequestOutcome::Cancelled:
            return m_record.b > 0 ? Words::tr("cancelled by #%1").arg(m_record.b) : Words::tr("cancelled") + where();
        case RequestOutcome::Dropped:
            return Words::tr("dropped, a later one took its place");
        case RequestOutcome::Pending:
            return Words::tr("never answered");
        }
        return {};
    }

    QString level() const
    {
        const Level level = m_trace.level(m_record);
        const QString name = m_part && !m_part->name.isEmpty() ? m_part->name : Words::tr("A part");
        if (level.name == limitLevel)
            return level.value > 0 ? Words::tr("%1: at most %2 at a time").arg(name, QString::number(level.value))
                                   : Words::tr("%1: as many at a time as come").arg(name);
        if (level.name != breakerLevel)
            return {};
        switch (int(std::lround(level.value))) {
        case 0:
            return Words::tr("%1 is closed: calls pass").arg(name);
        case 1:
            return Words::tr("%1 is half-open: it lets a few calls try").arg(name);
        default:
            return Words::tr("%1 is open: calls are turned away").arg(name);
        }
    }

    QString end() const
    {
        switch (m_record.endReason()) {
        case EndReason::Done:
            return Words::tr("end: nothing is left to run");
        case EndReason::Idle:
            return Words::tr("end: nothing is left to run, and some were never answered");
        case EndReason::Until:
            return Words::tr("end: the run was to be cut here");
        case EndReason::Stopped:
            return Words::tr("end: stopped");
        }
        return {};
    }

    const Trace &m_trace;
    const Record &m_record;
    const PartInfo *m_part;
};

} // namespace

QString eventWords(const Trace &trace, const Record &record)
{
    return hasWords(trace, record) ? Teller(trace, record).tell() : QString();
}

bool hasWords(const Trace &trace, const Record &record)
{
    switch (record.kind) {
    case EventKind::Part:
        return false;
    case EventKind::Join:
        return record.a != record.request; // Who leads a call does not join it.
    case EventKind::Level: {
        const QString name = trace.level(record).name;
        return name == limitLevel || name == breakerLevel;
    }
    default:
        return true;
    }
}

QString waitPhrase(WaitReason reason)
{
    switch (reason) {
    case WaitReason::None:
        break;
    case WaitReason::Slot:
        return Words::tr("waits for a slot");
    case WaitReason::Token:
        return Words::tr("waits for a token");
    case WaitReason::Turn:
        return Words::tr("waits for its turn");
    case WaitReason::Batch:
        return Words::tr("waits for the batch before");
    case WaitReason::Collect:
        return Words::tr("waits for more to share the call");
    case WaitReason::Quiet:
        return Words::tr("waits for silence");
    case WaitReason::Window:
        return Words::tr("waits for the window's end");
    case WaitReason::Backoff:
        return Words::tr("back-off");
    case WaitReason::Pause:
        return Words::tr("pause that the server asked for");
    case WaitReason::Server:
        return Words::tr("waits in the server's queue");
    }
    return {};
}

} // namespace playground
