// SPDX-License-Identifier: MIT
#include "model/why.h"

#include "app/model/trace_builder.h"
#include "model/backoff_facts.h"
#include "model/scenario_json.h"
#include "model/words.h"

#include <QTest>

#include <set>
#include <vector>

using namespace playground;
using namespace std::chrono_literals;

namespace {

Scenario scenarioFrom(const char *json)
{
    const auto result = readScenario(json, QStringLiteral("test.json"));
    if (const auto *problem = std::get_if<Problem>(&result))
        qFatal("%s", qPrintable(problem->text()));
    return std::get<Scenario>(result);
}

/// The sentence for the first wait of a request.
Why why(const Scenario &scenario, const Trace &trace, quint32 request, std::chrono::nanoseconds now)
{
    Run run(scenario);
    run.append(trace, now.count());
    for (const Span &span : run.timeline().spansOf(run.timeline().lanes()[request - 1])) {
        if (span.isWait())
            return whyItWaited(run, span);
    }
    return {};
}

QString text(const Scenario &scenario, const Trace &trace, quint32 request, std::chrono::nanoseconds now)
{
    return why(scenario, trace, request, now).text();
}

/// Three slots, #4 to #6 wait.
TraceBuilder threeSlots()
{
    TraceBuilder trace;
    trace.part(1, partkind::slots_);
    for (quint32 request = 1; request <= 3; ++request)
        trace.arrive(request).go(request, 1).attempt(request, 1);
    for (quint32 request = 4; request <= 6; ++request)
        trace.arrive(request).wait(request, 1, WaitReason::Slot, request - 4);
    return trace;
}

/// Each reason in a scenario that has it: its sentence while it waits, and when it could go on.
struct ReasonRow {
    WaitReason reason;
    const char *scenario;
    const char *path;
    const char *open;
    const char *over;
};
const std::vector<ReasonRow> &reasonRows()
{
    static const std::vector<ReasonRow> rows{
        {WaitReason::Slot, "{}", "pattern", "Waits for a free slot, 20 ms so far. 2 were ahead of it when it came.",
         "Waited 50 ms for a free slot. 2 were ahead of it when it came. #9 finished and handed its slot over."},
        {WaitReason::Token, "{\"pattern\": {\"kind\": \"rate-limit\"}}", "pattern",
         "Waits for a token, 20 ms so far. 2 were ahead of it when it came. One comes every 100 ms.",
         "Waited 50 ms for a token. 2 were ahead of it when it came. One comes every 100 ms."},
        {WaitReason::Turn, "{\"pattern\": {\"kind\": \"sequential\"}}", "pattern",
         "Waits for its turn, 20 ms so far. The one before must end first.",
         "Waited 50 ms for #9 to end. The one before must end first."},
        {WaitReason::Batch, "{\"pattern\": {\"kind\": \"batch\"}}", "pattern",
         "Waits for the batch before, 20 ms so far. A batch starts when the one before is over.",
         "Waited 50 ms for the batch before. A batch starts when the one before is over. #9 ended last and held it "
         "up."},
        {WaitReason::Collect, "{\"pattern\": {\"kind\": \"batcher\"}}", "pattern",
         "Waits for more to share the call, 20 ms so far. The call goes out when it is full, or 50 ms after its first "
         "request.",
         "Waited 50 ms for more to share the call. The call goes out when it is full, or 50 ms after its first "
         "request. #9 filled it."},
        {WaitReason::Quiet, "{\"pattern\": {\"kind\": \"debounce\"}}", "pattern",
         "Waits for silence, 20 ms so far. It goes out when 300 ms have passed without input.",
         "Waited 50 ms for silence. It goes out when 300 ms have passed without input."},
        {WaitReason::Window, "{\"pattern\": {\"kind\": \"throttle\"}}", "pattern",
         "Waits for the window's end, 20 ms so far. 2 were ahead of it when it came. At most one goes out in 300 ms.",
         "Waited 50 ms for the window's end. 2 were ahead of it when it came. At most one goes out in 300 ms."},
        {WaitReason::Backoff, "{\"policies\": [{\"kind\": \"retry\", \"jitter\": \"none\"}]}", "policies.0",
         "Waits 80 ms before try 1.", "Waited 50 ms before try 1."},
        {WaitReason::Pause, "{\"policies\": [{\"kind\": \"rate-limit\", \"pauseOn429\": true}]}", "policies.0",
         "Waits 80 ms, because the server asked everyone to. One answer said when to come back, and all calls obey it.",
         "Waited 50 ms, because the server asked everyone to. One answer said when to come back, and all calls obey "
         "it."},
        {WaitReason::Server, "{\"backend\": {\"capacity\": 1}}", "backend",
         "Waits in the server's queue, 20 ms so far. The server works on one at a time. 2 were ahead of it when it came.",
         "Waited 50 ms in the server's queue. The server works on one at a time. 2 were ahead of it when it came. #9 "
         "left and made room for it."}};
    return rows;
}

} // namespace

class WhyTest : public QObject {
    Q_OBJECT

private slots:
    void isEmptyForAnAttempt()
    {
        Run run(defaultScenario());
        TraceBuilder trace;
        trace.attempt(1, 1);
        run.append(trace, 0);
        QVERIFY(whyItWaited(run, run.timeline().spans()[0]).text().isEmpty());
    }

    void namesTheHoldersOfTheSlotsAndWhoMadeWay()
    {
        TraceBuilder trace = threeSlots();
        trace.at(550ms).attemptEnd(3, 1).settle(3, RequestOutcome::Succeeded, 1).free(3, 1).go(4, 1, GoHow::Granted, 3);
        const Why sentence = why(defaultScenario(), trace, 4, 600ms);
        QCOMPARE(sentence.title, QStringLiteral("Waited 550 ms for a free slot."));
        QCOMPARE(
            sentence.body,
            QStringLiteral("All 3 slots were taken by #1, #2 and #3. #3 finished first and handed its slot over."));
        QCOMPARE(sentence.madeWay, quint32(3));
    }

    void saysWhoWasAhead()
    {
        TraceBuilder trace = threeSlots();
        trace.at(1s).free(3, 1).go(4, 1, GoHow::Granted, 3).at(2s).free(4, 1).go(5, 1, GoHow::Granted, 4);
        trace.at(3s).free(1, 1).go(6, 1, GoHow::Granted, 1);
        QCOMPARE(text(defaultScenario(), trace, 5, 2s),
                 QStringLiteral("Waited 2.000 s for a free slot. All 3 slots were taken by #1, #2 and #3. "
                                "One was ahead of it when it came. #4 finished and handed its slot over."));
        QCOMPARE(text(defaultScenario(), trace, 6, 3s),
                 QStringLiteral("Waited 3.000 s for a free slot. All 3 slots were taken by #1, #2 and #3. "
                                "2 were ahead of it when it came. #1 finished and handed its slot over."));
        TraceBuilder queue = threeSlots();
        queue.wait(7, 1, WaitReason::Slot, 249936);
        QVERIFY(text(defaultScenario(), queue, 7, 1s).endsWith(QStringLiteral("249\u202F936 were ahead of it when it came.")));
    }

    void speaksInThePresentWhileItWaits()
    {
        TraceBuilder trace = threeSlots();
        trace.at(100ms).free(1, 1).go(4, 1, GoHow::Granted, 1);
        QCOMPARE(text(defaultScenario(), trace, 5, 250ms),
                 QStringLiteral("Waits for a free slot, 250 ms so far. All 3 slots are taken by #2, #3 and #4. "
                                "One was ahead of it when it came."));
    }

    void knowsASingleSlotAndMany()
    {
        TraceBuilder one;
        one.part(1, partkind::slots_)
            .go(1, 1)
            .wait(2, 1, WaitReason::Slot)
            .at(5ms)
            .free(1, 1)
            .go(2, 1, GoHow::Granted, 1);
        QCOMPARE(
            text(defaultScenario(), one, 2, 5ms),
            QStringLiteral(
                "Waited 5 ms for a free slot. The only slot was taken by #1. #1 finished and handed its slot over."));
        TraceBuilder many;
        many.part(1, partkind::slots_);
        for (quint32 request = 1; request <= 100; ++request)
            many.go(request, 1);
        many.wait(101, 1, WaitReason::Slot);
        QCOMPARE(text(defaultScenario(), many, 101, 1ms),
                 QStringLiteral(
                     "Waits for a free slot, 1 ms so far. All 100 slots are taken by #1, #2, #3, #4, #5 and 95 more."));
    }

    void saysWhenALimitWasRaised()
    {
        TraceBuilder trace = threeSlots();
        trace.at(10ms).go(4, 1);
        QCOMPARE(text(defaultScenario(), trace, 4, 10ms),
                 QStringLiteral("Waited 10 ms for a free slot. All 3 slots were taken by #1, #2 and #3."));
    }

    void saysWhatCancelledIt()
    {
        TraceBuilder trace = threeSlots();
        trace.at(30ms).attemptEnd(1, 1, AttemptOutcome::Failed, 500).settle(1, RequestOutcome::Failed);
        trace.go(4, 1, GoHow::Cancelled)
            .settle(4, RequestOutcome::Cancelled, 0, 1)
            .go(5, 1, GoHow::Cancelled)
            .settle(5, RequestOutcome::Cancelled);
        QVERIFY(text(defaultScenario(), trace, 4, 30ms).endsWith(QStringLiteral("Then #1 ended, which cancelled it.")));
        QVERIFY(text(defaultScenario(), trace, 5, 30ms).endsWith(QStringLiteral("Then it was cancelled.")));
    }

    void explainsABackoff()
    {
        TraceBuilder trace;
        trace.part(1, partkind::slots_).part(2, partkind::retry, QStringLiteral("policies.0"));
        trace.go(1, 1)
            .attempt(1, 1)
            .at(100ms)
            .attemptEnd(1, 1, AttemptOutcome::Failed, 503)
            .wait(1, 2, WaitReason::Backoff, 0, 2, 0, 381ms);
        QCOMPARE(text(defaultScenario(), trace, 1, 150ms),
                 QStringLiteral("Waits 281 ms before try 2. Try 1 failed with 503. The back-off is 300 ms, jitter drew "
                                "−6 %. It keeps its slot meanwhile."));
        trace.at(381ms).go(1, 2, GoHow::Elapsed, 0, 2).attempt(1, 2, 2);
        QCOMPARE(text(defaultScenario(), trace, 1, 400ms),
                 QStringLiteral("Waited 281 ms before try 2. Try 1 failed with 503. The back-off is 300 ms, jitter "
                                "drew −6 %. It kept its slot meanwhile."));
    }

    void explainsABackoffWithoutASlotAfterATimeout()
    {
        const Scenario full = scenarioFrom("{\"policies\": [{\"kind\": \"retry\", \"base\": \"100ms\"}]}");
        TraceBuilder trace;
        trace.part(2, partkind::retry, QStringLiteral("policies.0"))
            .attempt(1, 1)
            .attemptEnd(1, 1, AttemptOutcome::TimedOut, codeNone);
        trace.attempt(1, 2, 2)
            .attemptEnd(1, 2, AttemptOutcome::TimedOut, codeNone)
            .wait(1, 2, WaitReason::Backoff, 0, 3, 0, 55ms);
        QCOMPARE(text(full, trace, 1, 0ms),
                 QStringLiteral("Waits 55 ms before try 3. Try 2 timed out. Full jitter picks any time up to 200 ms."));
        const Scenario none = scenarioFrom("{\"policies\": [{\"kind\": \"retry\", \"jitter\": \"none\"}]}");
        QCOMPARE(text(none, trace, 1, 0ms), QStringLiteral("Waits 55 ms before try 3. Try 2 timed out."));
    }

    void speaksOfTheValuesThatWereInForce()
    {
        // What is changed later does not change why somebody had waited before.
        const Scenario started = scenarioFrom("{\"policies\": [{\"kind\": \"retry\", \"base\": \"300ms\", \"jitter\": 0.2}], "
                                              "\"pattern\": {\"kind\": \"rate-limit\", \"rate\": 10, \"burst\": 1}, \"backend\": {\"capacity\": 1}}");
        const Scenario edited = scenarioFrom("{\"policies\": [{\"kind\": \"retry\", \"base\": \"1s\", \"jitter\": 0.2}], "
                                             "\"pattern\": {\"kind\": \"rate-limit\", \"rate\": 50, \"burst\": 1}, \"backend\": {\"capacity\": 4}}");
        TraceBuilder trace;
        trace.part(1, partkind::tokens).part(2, partkind::retry, QStringLiteral("policies.0")).part(3, partkind::server, QStringLiteral("backend"));
        trace.wait(2, 1, WaitReason::Token).wait(3, 3, WaitReason::Server).attempt(1, 1);
        trace.at(50ms).attemptEnd(1, 1, AttemptOutcome::Failed, 503).wait(1, 2, WaitReason::Backoff, 0, 2, 0, 332ms);
        trace.at(100ms).go(2, 1).go(3, 3);
        trace.at(200ms).edit(QStringLiteral("policies.0.base"), QStringLiteral("300ms"), QStringLiteral("1s"));
        trace.edit(QStringLiteral("pattern.rate"), QStringLiteral("10"), QStringLiteral("50"));
        trace.edit(QStringLiteral("backend.capacity"), QStringLiteral("1"), QStringLiteral("4"));
        trace.at(250ms).wait(4, 1, WaitReason::Token).at(270ms).go(4, 1);
        Run run(started);
        run.append(trace, (300ms / 1ns));
        run.setCurrent(edited);
        const auto whyOf = [&](quint32 request) {
            for (const Span &span : run.timeline().spansOf(run.timeline().lanes()[request - 1])) {
                if (span.isWait())
                    return whyItWaited(run, span).text();
            }
            return QString();
        };
        QCOMPARE(whyOf(1), QStringLiteral("Waits 282 ms before try 2. Try 1 failed with 503. The back-off is 300 ms, jitter drew −6 %."));
        QCOMPARE(whyOf(2), QStringLiteral("Waited 100 ms for a token. One comes every 100 ms."));
        QCOMPARE(whyOf(3), QStringLiteral("Waited 100 ms in the server's queue. The server works on one at a time."));
        QCOMPARE(whyOf(4), QStringLiteral("Waited 20 ms for a token. One comes every 20 ms."));
    }

    void saysWhenTheServerAskedForTheBackoff()
    {
        const Scenario retries = scenarioFrom("{\"policies\": [{\"kind\": \"retry\", \"base\": \"10ms\", \"jitter\": 0.2}]}");
        TraceBuilder trace;
        trace.part(2, partkind::retry, QStringLiteral("policies.0")).attempt(1, 1).at(20ms);
        TraceBuilder shorter = trace;
        trace.attemptEnd(1, 1, AttemptOutcome::Refused, 429, 0, 380ms).wait(1, 2, WaitReason::Backoff, 0, 2, 0, 400ms);
        QCOMPARE(text(retries, trace, 1, 30ms),
                 QStringLiteral("Waits 380 ms before try 2. Try 1 failed with 429. The server asked to be left alone for 380 ms."));
        // It asked for less than luck drew.
        shorter.attemptEnd(1, 1, AttemptOutcome::Refused, 429, 0, 5ms).wait(1, 2, WaitReason::Backoff, 0, 2, 0, 31ms);
        Run run(retries);
        run.append(trace, 30'000'000);
        QVERIFY(backoffFacts(run, run.timeline().spans()[1]).asked);
        QCOMPARE(backoffFacts(run, run.timeline().spans()[1]).drawn, 380'000'000ll);
        QVERIFY(!backoffFacts(run, run.timeline().spans()[0]).asked);
        QCOMPARE(text(retries, shorter, 1, 30ms),
                 QStringLiteral("Waits 11 ms before try 2. Try 1 failed with 429. The back-off is 10 ms, jitter drew +10 %."));
    }

    void saysWhoseAnswerPausesEverybody()
    {
        const Scenario pauses = scenarioFrom("{\"policies\": [{\"kind\": \"rate-limit\", \"pauseOn429\": true}]}");
        TraceBuilder trace;
        trace.part(1, partkind::tokens, QStringLiteral("policies.0"));
        trace.attempt(5, 1).attemptEnd(5, 1, AttemptOutcome::Refused, 429, 0, 10ms); // Long over.
        trace.at(20ms).attempt(2, 1).at(40ms).attemptEnd(2, 1, AttemptOutcome::Refused, 429, 0, 380ms);
        trace.attempt(6, 1).attemptEnd(6, 1, AttemptOutcome::Ok, 200);
        trace.at(50ms).wait(3, 1, WaitReason::Pause, 0, 1, 0, 420ms);
        QCOMPARE(text(pauses, trace, 3, 60ms),
                 QStringLiteral("Waits 370 ms, because the server asked everyone to. #2 was told to come back in 380 ms, and "
                                "all calls obey it."));
    }

    void saysWhichPolicyEndedIt()
    {
        const auto ending = [](QLatin1String kind, GoHow how, RequestOutcome outcome, quint32 cause) {
            TraceBuilder trace;
            trace.part(1, partkind::tokens, QStringLiteral("policies.0")).part(2, kind, QStringLiteral("policies.1"));
            trace.wait(1, 1, WaitReason::Token).at(7ms).go(1, 1, how).settle(1, outcome, 0, cause, false, 2);
            return text(scenarioFrom("{}"), trace, 1, 1s);
        };
        QCOMPARE(ending(partkind::breaker, GoHow::Granted, RequestOutcome::Failed, 0),
                 QStringLiteral("Waited 7 ms for a token. Then the open circuit breaker turned it away."));
        QCOMPARE(ending(partkind::keepLatest, GoHow::Cancelled, RequestOutcome::Cancelled, 2),
                 QStringLiteral("Waited 7 ms for a token. Then the newer #2 took its place."));
        QCOMPARE(ending(partkind::timeout, GoHow::Cancelled, RequestOutcome::TimedOut, 0),
                 QStringLiteral("Waited 7 ms for a token. Then its time was up."));
    }

    void explainsTokens()
    {
        TraceBuilder trace;
        trace.part(1, partkind::tokens, QStringLiteral("policies.0"))
            .wait(1, 1, WaitReason::Token, 3)
            .at(400ms)
            .go(1, 1, GoHow::Elapsed);
        QCOMPARE(text(scenarioFrom("{\"policies\": [{\"kind\": \"rate-limit\", \"rate\": 10}]}"), trace, 1, 1s),
                 QStringLiteral("Waited 400 ms for a token. 3 were ahead of it when it came. One comes every 100 ms."));
        QCOMPARE(
            text(scenarioFrom("{\"policies\": [{\"kind\": \"rate-limit\", \"rate\": 5, \"window\": \"2s\"}]}"), trace,
                 1, 1s),
            QStringLiteral(
                "Waited 400 ms for a token. 3 were ahead of it when it came. At most 10 may start in any 2.000 s."));
    }

    void knowsEveryReason_data()
    {
        QTest::addColumn<int>("row");
        for (size_t i = 0; i < reasonRows().size(); ++i)
            QTest::newRow(qPrintable(reasonTerm(reasonRows()[i].reason).name)) << int(i);
    }

    void knowsEveryReason()
    {
        QFETCH(int, row);
        const ReasonRow &expected = reasonRows()[size_t(row)];
        const Scenario read = scenarioFrom(expected.scenario);
        TraceBuilder trace;
        trace.part(1, QStringLiteral("any"), QLatin1String(expected.path))
            .arrive(1)
            .wait(1, 1, expected.reason, 2, 1, 0, 80ms);
        QCOMPARE(text(read, trace, 1, 20ms), QLatin1String(expected.open));
        TraceBuilder cancelled = trace;
        trace.at(50ms).go(1, 1, GoHow::Granted, 9);
        QCOMPARE(text(read, trace, 1, 60ms), QLatin1String(expected.over));
        QVERIFY(text(read, cancelled.at(50ms).go(1, 1, GoHow::Cancelled), 1, 60ms)
                    .endsWith(QStringLiteral("Then it was cancelled.")));
    }

    void hasARowForEveryReason()
    {
        std::set<WaitReason> reasons;
        for (const ReasonRow &row : reasonRows())
            reasons.insert(row.reason);
        QCOMPARE(reasons.size(), std::size_t(WaitReason::Server)); // The last one; the first, None, is no reason.
    }

    void saysWhatBecameOfADroppedInput()
    {
        TraceBuilder trace;
        trace.part(1, partkind::debounce)
            .arrive(1)
            .wait(1, 1, WaitReason::Quiet)
            .at(100ms)
            .go(1, 1, GoHow::Rejected, 2)
            .settle(1, RequestOutcome::Dropped);
        QCOMPARE(text(scenarioFrom("{\"pattern\": {\"kind\": \"debounce\"}}"), trace, 1, 1s),
                 QStringLiteral("Waited 100 ms for silence. It goes out when 300 ms have passed without input. A later "
                                "input took its place, so it was dropped."));
    }

    void saysHowLongAnInputWaitsAtTheLongest()
    {
        TraceBuilder trace;
        trace.part(1, partkind::debounce).arrive(1).wait(1, 1, WaitReason::Quiet).at(100ms).go(1, 1, GoHow::Elapsed);
        QCOMPARE(text(scenarioFrom("{\"pattern\": {\"kind\": \"debounce\", \"maxWait\": \"500ms\"}}"), trace, 1, 1s),
                 QStringLiteral("Waited 100 ms for silence. It goes out when 300 ms have passed without input. At the latest one goes out "
                                "500 ms after the first input that waits."));
    }

    void saysWhenItWasTurnedAway()
    {
        TraceBuilder trace;
        trace.part(1, partkind::tokens, QStringLiteral("policies.0"))
            .wait(1, 1, WaitReason::Token)
            .at(1ms)
            .go(1, 1, GoHow::Rejected);
        QCOMPARE(text(defaultScenario(), trace, 1, 1s), QStringLiteral("Waited 1 ms for a token. It was turned away."));
    }

    void saysWhenNothingMoreWillCome()
    {
        TraceBuilder trace;
        trace.part(1, partkind::slots_)
            .go(1, 1)
            .attempt(1, 1)
            .wait(2, 1, WaitReason::Slot)
            .at(90ms)
            .end(EndReason::Idle);
        QCOMPARE(text(defaultScenario(), trace, 2, 90ms),
                 QStringLiteral(
                     "Waits for a free slot, 90 ms so far. The only slot is taken by #1. Nothing more will come."));
    }

    void staysSilentAboutAPartThatIsNotKnown()
    {
        TraceBuilder trace;
        trace.wait(1, 77, WaitReason::Token).at(1ms).go(1, 77, GoHow::Elapsed);
        QCOMPARE(text(defaultScenario(), trace, 1, 1s), QStringLiteral("Waited 1 ms for a token."));
        TraceBuilder quiet;
        quiet.wait(1, 77, WaitReason::Quiet);
        QCOMPARE(text(defaultScenario(), quiet, 1, 1ms), QStringLiteral("Waits for silence, 1 ms so far."));
    }
};

QTEST_GUILESS_MAIN(WhyTest)
#include "why_test.moc"
