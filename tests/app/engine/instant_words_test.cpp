// SPDX-License-Identifier: MIT
#include "engine/instant_words.h"

#include "model/trace.h"

#include <QtTest>

using namespace playground;

namespace {

/// An instant at 1.101 s, record by record.
class Instant {
public:
    Instant &arrive(quint32 request) { return add(EventKind::Arrive, request, 0); }
    Instant &attempt(quint32 request, quint8 tryNumber = 1, quint8 copy = 0) { return add(EventKind::Attempt, request, 0, 0, tryNumber, copy); }
    Instant &reject(quint32 request) { return add(EventKind::Go, request, quint8(GoHow::Rejected)); }
    Instant &attemptEnd(quint32 request, AttemptOutcome outcome, quint16 code = codeNone)
    {
        return add(EventKind::AttemptEnd, request, quint8(outcome), code);
    }
    Instant &settle(quint32 request, RequestOutcome outcome) { return add(EventKind::Settle, request, quint8(outcome)); }
    Instant &join(quint32 request, quint32 lead) { return add(EventKind::Join, request, 0, 0, 0, 0, lead); }
    Instant &wait(quint32 request) { return add(EventKind::Wait, request, quint8(WaitReason::Slot)); }
    Instant &end() { return add(EventKind::End, 0, quint8(EndReason::Idle)); }
    Instant &edit(const EditText &text)
    {
        m_trace.appendEdit(time, text);
        return *this;
    }
    QString words() const { return instantWords(m_trace); }

private:
    static constexpr qint64 time = 1'101'000'000;

    Instant &add(EventKind kind, quint32 request, quint8 detail, quint16 code = codeNone, quint8 tryNumber = 0, quint8 copy = 0, quint32 a = 0)
    {
        Record record;
        record.a = a;
        record.t = time;
        record.b = -1;
        record.kind = kind;
        record.request = request;
        record.detail = detail;
        record.code = code;
        record.tryNumber = tryNumber;
        record.copy = copy;
        m_trace.append(record);
        return *this;
    }

    Trace m_trace;
};

} // namespace

class InstantWordsTest : public QObject {
    Q_OBJECT

private slots:
    void nothingIsNotWorthAWord() { QCOMPARE(Instant().words(), QString()); }
    void names_data();
    void names();
    void saysTwoThingsAtMost()
    {
        const QString words = Instant().arrive(1).attempt(2).attemptEnd(3, AttemptOutcome::Ok).words();
        QCOMPARE(words, "at 1.101 s: #1 arrives, #2 starts");
    }
    void theEndIsToldOnlyWhenItIsAllThatHappens()
    {
        QCOMPARE(Instant().attemptEnd(3, AttemptOutcome::Ok).end().words(), "at 1.101 s: #3 is answered");
        QCOMPARE(Instant().end().words(), "at 1.101 s: nothing is left to run");
    }
};

void InstantWordsTest::names_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Instant &instant, const char *expected) {
        QTest::newRow(name) << instant.words() << QStringLiteral("at 1.101 s: ") + QLatin1String(expected);
    };
    row("an arrival", Instant().arrive(4), "#4 arrives");
    row("arrivals", Instant().arrive(4).arrive(5), "2 requests arrive");
    row("a start", Instant().attempt(4), "#4 starts");
    row("starts", Instant().attempt(4).attempt(5).attempt(6), "3 start");
    row("another try", Instant().attempt(4, 2), "#4 starts try 2");
    row("other tries", Instant().attempt(4, 2).attempt(5, 3), "2 start another try");
    row("an answer", Instant().attemptEnd(4, AttemptOutcome::Ok, codeOk), "#4 is answered");
    row("answers", Instant().attemptEnd(4, AttemptOutcome::Ok).attemptEnd(5, AttemptOutcome::Ok), "2 are answered");
    row("a failure", Instant().attemptEnd(4, AttemptOutcome::Failed, 503), "#4 fails with 503");
    row("offline", Instant().attemptEnd(4, AttemptOutcome::Failed, codeOffline), "#4 finds the server offline");
    row("failures", Instant().attemptEnd(4, AttemptOutcome::Failed, 503).attemptEnd(5, AttemptOutcome::Failed, 500), "2 fail");
    row("a refusal", Instant().attemptEnd(4, AttemptOutcome::Refused, 429), "#4 is refused with 429");
    row("refusals", Instant().attemptEnd(4, AttemptOutcome::Refused, 429).attemptEnd(5, AttemptOutcome::Refused, 503), "2 are refused");
    row("turned away", Instant().reject(4), "#4 is turned away");
    row("many turned away", Instant().reject(4).reject(5), "2 are turned away");
    row("a copy", Instant().attempt(4, 2, 1), "#4 starts another copy");
    row("copies", Instant().attempt(4, 1, 1).attempt(5, 1, 2), "2 start another copy");
    row("a timeout", Instant().attemptEnd(4, AttemptOutcome::TimedOut).settle(4, RequestOutcome::TimedOut), "#4 times out");
    row("timeouts", Instant().settle(4, RequestOutcome::TimedOut).settle(5, RequestOutcome::TimedOut), "2 time out");
    row("tries that time out, one of them the last", Instant().attemptEnd(4, AttemptOutcome::TimedOut).attemptEnd(5, AttemptOutcome::TimedOut).settle(5, RequestOutcome::TimedOut).attemptEnd(6, AttemptOutcome::TimedOut), "3 time out");
    row("a cancellation", Instant().settle(4, RequestOutcome::Cancelled), "#4 is cancelled");
    row("cancellations", Instant().settle(4, RequestOutcome::Cancelled).settle(5, RequestOutcome::Cancelled), "2 are cancelled");
    row("a dropped input", Instant().arrive(5).reject(4).settle(4, RequestOutcome::Dropped), "#5 arrives, #4 is dropped");
    row("dropped inputs", Instant().settle(4, RequestOutcome::Dropped).settle(5, RequestOutcome::Dropped), "2 are dropped");
    row("a member of a call", Instant().join(4, 4).join(5, 4), "#5 joins the call of #4");
    row("members of a call", Instant().join(4, 4).join(5, 4).join(6, 4), "2 join a call");
    row("an edit", Instant().edit({"pattern.limit", "3", "8"}), "pattern.limit becomes 8");
    row("edits", Instant().edit({"pattern.limit", "3", "8"}).edit({"seed", "7", "8"}), "2 numbers change");
    row("only a wait", Instant().wait(4), "a wait begins or ends");
}

void InstantWordsTest::names()
{
    QFETCH(QString, words);
    QFETCH(QString, expected);
    QCOMPARE(words, expected);
}

QTEST_GUILESS_MAIN(InstantWordsTest)
#include "instant_words_test.moc"
