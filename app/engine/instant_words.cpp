// SPDX-License-Identifier: MIT
#include "engine/instant_words.h"

#include "model/duration.h"
#include "model/strips.h"
#include "model/trace.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <vector>

namespace playground {

namespace {

constexpr qsizetype mostStatements = 2;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(InstantWords)
};

/// What can be said of one request or, in a group, of many.
enum class Saying { Arrives, Starts, StartsAgain, StartsCopy, Answered, Fails, Refused, TurnedAway, TimesOut, Cancelled, Dropped, Joins, Changes, Ends };

/// Something to say, of so many records; of the first one in particular.
struct Statement {
    Saying saying;
    const Record *first;
    int count = 0;
};

/// The words for one request; empty when the record is not worth a word of its own.
QString ofOne(Saying saying, const Record &record, const Trace &trace)
{
    switch (saying) {
    case Saying::Arrives: return Tr::tr("#%1 arrives").arg(record.request);
    case Saying::Starts: return Tr::tr("#%1 starts").arg(record.request);
    case Saying::StartsAgain: return Tr::tr("#%1 starts try %2").arg(record.request).arg(record.tryNumber);
    case Saying::StartsCopy: return Tr::tr("#%1 starts another copy").arg(record.request);
    case Saying::Refused: return Tr::tr("#%1 is refused with %2").arg(record.request).arg(record.code);
    case Saying::TurnedAway: return Tr::tr("#%1 is turned away").arg(record.request);
    case Saying::Answered: return Tr::tr("#%1 is answered").arg(record.request);
    case Saying::Fails:
        return record.code == codeOffline ? Tr::tr("#%1 finds the server offline").arg(record.request)
                                          : Tr::tr("#%1 fails with %2").arg(record.request).arg(record.code);
    case Saying::TimesOut: return Tr::tr("#%1 times out").arg(record.request);
    case Saying::Cancelled: return Tr::tr("#%1 is cancelled").arg(record.request);
    case Saying::Dropped: return Tr::tr("#%1 is dropped").arg(record.request);
    case Saying::Joins: return Tr::tr("#%1 joins the call of #%2").arg(record.request).arg(record.a);
    case Saying::Changes: {
        const EditText edit = trace.edit(record);
        return Tr::tr("%1 becomes %2").arg(edit.path, edit.after);
    }
    case Saying::Ends: return Tr::tr("nothing is left to run");
    }
    return {};
}

QString ofMany(Saying saying, int count)
{
    switch (saying) {
    case Saying::Arrives: return Tr::tr("%1 requests arrive").arg(count);
    case Saying::Starts: return Tr::tr("%1 start").arg(count);
    case Saying::StartsAgain: return Tr::tr("%1 start another try").arg(count);
    case Saying::StartsCopy: return Tr::tr("%1 start another copy").arg(count);
    case Saying::Refused: return Tr::tr("%1 are refused").arg(count);
    case Saying::TurnedAway: return Tr::tr("%1 are turned away").arg(count);
    case Saying::Answered: return Tr::tr("%1 are answered").arg(count);
    case Saying::Fails: return Tr::tr("%1 fail").arg(count);
    case Saying::TimesOut: return Tr::tr("%1 time out").arg(count);
    case Saying::Cancelled: return Tr::tr("%1 are cancelled").arg(count);
    case Saying::Dropped: return Tr::tr("%1 are dropped").arg(count);
    case Saying::Joins: return Tr::tr("%1 join a call").arg(count);
    case Saying::Changes: return Tr::tr("%1 numbers change").arg(count);
    case Saying::Ends: break;
    }
    return {};
}

std::optional<Saying> sayingOf(const Record &record)
{
    switch (record.kind) {
    case EventKind::Arrive: return Saying::Arrives;
    case EventKind::Go: return record.how() == GoHow::Rejected ? std::optional(Saying::TurnedAway) : std::nullopt;
    case EventKind::Attempt:
        if (record.copy > 0)
            return Saying::StartsCopy;
        return record.tryNumber > 1 ? Saying::StartsAgain : Saying::Starts;
    case EventKind::AttemptEnd:
        if (record.attemptOutcome() == AttemptOutcome::Ok)
            return Saying::Answered;
        if (record.attemptOutcome() == AttemptOutcome::Refused)
            return Saying::Refused;
        if (record.attemptOutcome() == AttemptOutcome::TimedOut)
            return Saying::TimesOut;
        // What else ends an attempt before its answer ends its request, too, or another try follows: see there.
        return record.attemptOutcome() == AttemptOutcome::Failed ? std::optional(Saying::Fails) : std::nullopt;
    case EventKind::Settle:
        if (record.requestOutcome() == RequestOutcome::TimedOut)
            return Saying::TimesOut;
        if (record.requestOutcome() == RequestOutcome::Dropped)
            return Saying::Dropped;
        return record.requestOutcome() == RequestOutcome::Cancelled ? std::optional(Saying::Cancelled) : std::nullopt;
    case EventKind::Join: return record.a != record.request ? std::optional(Saying::Joins) : std::nullopt;
    case EventKind::Edit: return Saying::Changes;
    case EventKind::End: return Saying::Ends;
    default: return std::nullopt;
    }
}

QSet<quint32> droppedIn(const Trace &instant)
{
    QSet<quint32> requests;
    for (const Record &record : instant.records()) {
        if (record.kind == EventKind::Settle && record.requestOutcome() == RequestOutcome::Dropped)
            requests.insert(record.request);
    }
    return requests;
}

std::vector<Statement> statementsOf(const Trace &instant)
{
    // These are turned away by a newer input and not by a breaker.
    const QSet<quint32> dropped = droppedIn(instant);
    std::vector<Statement> statements;
    QSet<quint32> timedOut; // Where the try was the last, both it and its request time out; that is one thing to say.
    for (const Record &record : instant.records()) {
        const std::optional<Saying> saying = sayingOf(record);
        if (!saying || (saying == Saying::TimesOut && timedOut.contains(record.request))
            || (saying == Saying::TurnedAway && dropped.contains(record.request)))
            continue;
        if (saying == Saying::TimesOut)
            timedOut.insert(record.request);
        auto same = std::ranges::find(statements, *saying, &Statement::saying);
        if (same == statements.end())
            same = statements.insert(same, {*saying, &record});
        ++same->count;
    }
    return statements;
}

/// "#4 starts, 2 requests wait".
QString deeds(const Trace &instant)
{
    const std::vector<Statement> statements = statementsOf(instant);
    QStringList words;
    for (const Statement &statement : statements) {
        if (words.size() < mostStatements && (statement.saying != Saying::Ends || words.isEmpty()))
            words << (statement.count == 1 ? ofOne(statement.saying, *statement.first, instant) : ofMany(statement.saying, statement.count));
    }
    // Rare: only a wait begins or ends.
    return words.isEmpty() ? Tr::tr("a wait begins or ends") : words.join(Tr::tr(", "));
}

} // namespace

QString instantWords(const Trace &instant)
{
    if (instant.size() == 0)
        return {};
    return Tr::tr("at %1: %2").arg(displayDuration(instant.records()[0].t), deeds(instant));
}

QString instantWords(const std::vector<Trace> &strips)
{
    std::optional<qint64> first;
    for (const Trace &strip : strips) {
        if (strip.size() > 0)
            first = std::min(first.value_or(strip.records()[0].t), strip.records()[0].t);
    }
    if (!first)
        return {};
    QStringList words;
    for (size_t i = 0; i < strips.size(); ++i) {
        if (strips[i].size() > 0 && strips[i].records()[0].t == *first)
            words << QStringLiteral("%1: %2").arg(QString(stripLetter(qsizetype(i))), deeds(strips[i]));
    }
    return Tr::tr("at %1: %2").arg(displayDuration(*first), words.join(QStringLiteral("; ")));
}

} // namespace playground
