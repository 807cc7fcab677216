// SPDX-License-Identifier: MIT
#include "model/event_words.h"

#include "app/view/sample_run.h"

#include <QTest>

using namespace playground;
using namespace std::chrono_literals;

namespace {

QStringList wordsOf(const Trace &trace)
{
    QStringList lines;
    for (const Record &record : trace.records()) {
        const QString words = eventWords(trace, record);
        if (!words.isEmpty())
            lines += words;
    }
    return lines;
}

/// The words of the last record.
QString lastWords(const Trace &trace) { return wordsOf(trace).value(wordsOf(trace).size() - 1); }

} // namespace

class EventWordsTest : public QObject {
    Q_OBJECT

private slots:
    void tellARunLineByLine()
    {
        QStringList lines = wordsOf(sampleTrace());
        const QStringList of4 = lines.filter("#4");
        QCOMPARE(of4, QStringList({"#4 arrives: GET /pages/4", "#4: waits for a slot (slots)",
                                   "#4: gets a slot (slots), #1 made way", "#4: goes out", "#4: attempt 1 starts",
                                   "#4: attempt 1 failed with 503", "#4: waits before try 2 (retry), for 318 ms",
                                   "#4: has waited long enough (retry)", "#4: attempt 2 starts, try 2",
                                   "#4: attempt 2 is answered", "#4 settled: succeeded on attempt 2",
                                   "#4: gives its slot back (slots)"}));
        QCOMPARE(lines.last(), "end: nothing is left to run");
        QCOMPARE(lines.size(), int(sampleTrace().size()) - 2); // Which parts there are is not said.
    }

    void tellEveryWayInWhichARequestEnds()
    {
        const auto settled = [](RequestOutcome outcome) {
            TraceBuilder trace;
            trace.settle(2, outcome, 0);
            return lastWords(trace);
        };
        QCOMPARE(settled(RequestOutcome::Succeeded), "#2 settled: succeeded");
        QCOMPARE(settled(RequestOutcome::Failed), "#2 settled: failed");
        QCOMPARE(settled(RequestOutcome::TimedOut), "#2 settled: timed out");
        QCOMPARE(settled(RequestOutcome::Cancelled), "#2 settled: cancelled");
        QCOMPARE(settled(RequestOutcome::Dropped), "#2 settled: dropped, a later one took its place");
        QCOMPARE(settled(RequestOutcome::Pending), "#2 settled: never answered");
    }

    void tellEveryWayInWhichAnAttemptEnds()
    {
        const auto ended = [](AttemptOutcome outcome, quint16 code) {
            TraceBuilder trace;
            trace.attemptEnd(2, 1, outcome, code);
            return lastWords(trace);
        };
        QCOMPARE(ended(AttemptOutcome::Ok, 200), "#2: attempt 1 is answered");
        QCOMPARE(ended(AttemptOutcome::Failed, codeOffline), "#2: attempt 1 failed: the server is offline");
        QCOMPARE(ended(AttemptOutcome::Refused, 429), "#2: attempt 1 is refused with 429");
        QCOMPARE(ended(AttemptOutcome::TimedOut, 0), "#2: attempt 1 timed out");
        QCOMPARE(ended(AttemptOutcome::Cancelled, 0), "#2: attempt 1 is cancelled");
        QCOMPARE(ended(AttemptOutcome::Abandoned, 0), "#2: attempt 1 is abandoned");
    }

    void tellWhatIsOfNoRequest()
    {
        Trace trace;
        trace.appendPart(0, {1, partkind::breaker, "policies.0", "Circuit breaker"});
        trace.appendLevel(0, 1, {"breaker", 2, 0, 2});
        QCOMPARE(lastWords(trace), "Circuit breaker is open: calls are turned away");
        trace.appendLevel(0, 1, {"breaker", 1, 0, 2});
        QCOMPARE(lastWords(trace), "Circuit breaker is half-open: it lets a few calls try");
        trace.appendLevel(0, 1, {"breaker", 0, 0, 2});
        QCOMPARE(lastWords(trace), "Circuit breaker is closed: calls pass");
        trace.appendLevel(0, 1, {"limit", 8, 0, {}});
        QCOMPARE(lastWords(trace), "Circuit breaker: at most 8 at a time");
        trace.appendEdit(0, {"pattern.limit", "3", "8"});
        QCOMPARE(lastWords(trace), "edit: pattern.limit 3 → 8");
        trace.appendMark(0, "here");
        QCOMPARE(lastWords(trace), "mark: here");
        // A level that moves all the time says nothing.
        const qsizetype before = wordsOf(trace).size();
        trace.appendLevel(0, 1, {"tokens", 3, 0.5, 10});
        QCOMPARE(wordsOf(trace).size(), before);
        QVERIFY(!hasWords(trace, trace.records()[size_t(trace.size()) - 1]));
    }

    void tellEveryWait()
    {
        for (int reason = int(WaitReason::Slot); reason <= int(WaitReason::Server); ++reason) {
            TraceBuilder trace;
            trace.wait(3, 1, WaitReason(reason), 2);
            const QString words = lastWords(trace);
            QVERIFY2(words.startsWith("#3: ") && words.endsWith(", 2 ahead"), qPrintable(words));
            QVERIFY(!waitPhrase(WaitReason(reason)).isEmpty());
        }
        for (const GoHow how : {GoHow::Granted, GoHow::Elapsed, GoHow::Rejected, GoHow::Cancelled}) {
            TraceBuilder trace;
            trace.go(3, 1, how);
            QVERIFY2(lastWords(trace).startsWith("#3: "), qPrintable(lastWords(trace)));
        }
    }

    void whoLeadsACallDoesNotJoinIt()
    {
        TraceBuilder trace;
        trace.join(1, 1).join(2, 1);
        QCOMPARE(wordsOf(trace), QStringList("#2: joins the call of #1"));
    }
};

QTEST_GUILESS_MAIN(EventWordsTest)
#include "event_words_test.moc"
