// SPDX-License-Identifier: MIT
#include "view/request_facts.h"

#include "sample_run.h"

#include <QTest>

using namespace playground;

class RequestFactsTest : public QObject {
    Q_OBJECT

private slots:
    void namesTheRequestAndItsEnd()
    {
        const auto run = sampleRun();
        const RequestFacts facts = requestFacts(*run, 4, noSpan);
        QCOMPARE(facts.title, "Request 4");
        QCOMPARE(facts.text, "GET /pages/4");
        QCOMPARE(facts.outcome, "Succeeded on attempt 2");
        QVERIFY(facts.outcomeState == SpanState::Succeeded);
    }

    void timesEveryWaitAndAttempt()
    {
        const auto run = sampleRun();
        const RequestFacts facts = requestFacts(*run, 4, noSpan);
        QStringList lines;
        for (const TimingRow &row : facts.timing)
            lines += row.label + " | " + row.length;
        QCOMPARE(lines, (QStringList{"Waits for a slot | 100 ms", "Attempt 1, 503 | 200 ms", "Back-off | 318 ms",
                                     "Attempt 2, 200 | 282 ms"}));
        QCOMPARE(facts.range, "0 to 0.900 s");
        QCOMPARE(facts.total, "900 ms");
        QCOMPARE(facts.timing.at(1).begin, 100'000'000);
        QCOMPARE(facts.timing.at(1).end, 300'000'000);
    }

    void saysWhyItWaited()
    {
        const auto run = sampleRun();
        const RequestFacts facts = requestFacts(*run, 4, noSpan);
        QCOMPARE(facts.why.title, "Waited 100 ms for a free slot.");
        QCOMPARE(facts.why.body,
                 "All 3 slots were taken by #1, #2 and #3. #1 finished first and handed its slot over.");
    }

    void explainsTheWaitThatIsSelected()
    {
        const auto run = sampleRun();
        const RequestFacts facts = requestFacts(*run, 4, requestFacts(*run, 4, noSpan).timing.at(2).span);
        QVERIFY2(facts.why.title.startsWith("Waited 318 ms before try 2."), qPrintable(facts.why.title));
        QVERIFY(facts.holders.empty());
    }

    void tellsHowLongItHeldASlotWhereThereIsALimit()
    {
        using namespace std::chrono_literals;
        const auto facts = [](int limit) {
            TraceBuilder trace;
            trace.part(1, partkind::slots_).limit(1, limit).arrive(1).go(1, 1).dispatch(1).attempt(1, 1);
            trace.at(100ms).attemptEnd(1, 1).settle(1, RequestOutcome::Succeeded, 1).free(1, 1).end();
            Run run(sampleScenario());
            run.append(trace, 100'000'000);
            QStringList lines;
            for (const auto &[name, value] : requestFacts(run, 1, noSpan).facts)
                lines += name + ": " + value;
            return lines;
        };
        QVERIFY2(facts(3).contains("Slot held: 100 ms"), qPrintable(facts(3).join(u'|')));
        QVERIFY2(!facts(0).join(u'|').contains("Slot held"), qPrintable(facts(0).join(u'|'))); // Held from nobody.
    }

    void listsWhoHeldTheSlots()
    {
        const auto run = sampleRun();
        const RequestFacts facts = requestFacts(*run, 4, noSpan);
        QCOMPARE(facts.holdersWhen, "when #4 asked, t = 0");
        const std::vector<HolderRow> expected{{"Slot 1", "#1", "then to #4", "until 0.100 s", 1, true},
                                              {"Slot 2", "#2", "", "until 0.200 s", 2, false},
                                              {"Slot 3", "#3", "", "until 0.300 s", 3, false}};
        QVERIFY(facts.holders == expected);
    }

    void collectsTheFacts()
    {
        const auto run = sampleRun();
        const std::vector<Fact> expected{{"Queue place", "first, nobody behind it"},
                                         {"Back-off", "300 ms, jitter drew +6 %"},
                                         {"Slot held", "800 ms, back-off included"},
                                         {"Result", "position 4 of 4, fourth to finish"}};
        QVERIFY(requestFacts(*run, 4, noSpan).facts == expected);
    }

    void aRequestThatDidNotWaitSaysSo()
    {
        const auto run = sampleRun();
        const RequestFacts facts = requestFacts(*run, 1, noSpan);
        QCOMPARE(facts.why.text(), "Did not wait. It started at once, at t = 0.");
        const std::vector<Fact> expected{{"Slot held", "100 ms"}, {"Result", "position 1 of 4, first to finish"}};
        QVERIFY(facts.facts == expected);
    }

    void whatNeverStartedSaysWhatEndedIt_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<RequestOutcome>("outcome");
        QTest::addColumn<quint32>("cause");
        QTest::addColumn<QString>("why");
        QTest::newRow("breaker") << QString(partkind::breaker) << RequestOutcome::Failed << 0u
                                 << "It was turned away at once, at t = 0.500 s. The circuit breaker was open, so it "
                                    "never reached the server.";
        QTest::newRow("dropped") << QString() << RequestOutcome::Dropped << 1u
                                 << "It was dropped at once, at t = 0.500 s. #1 took its place.";
        QTest::newRow("dropped by nobody") << QString() << RequestOutcome::Dropped << 0u
                                           << "It was dropped at once, at t = 0.500 s. Another input stood for it, so "
                                              "it never went out.";
        QTest::newRow("newer") << QString(partkind::keepLatest) << RequestOutcome::Cancelled << 1u
                               << "It was cancelled before it started, at t = 0.500 s. The newer #1 took its place.";
        QTest::newRow("cancelled") << QString() << RequestOutcome::Cancelled << 1u
                                   << "It was cancelled before it started, at t = 0.500 s. #1 ended, which cancelled it.";
        QTest::newRow("unknown") << QString() << RequestOutcome::Failed << 0u
                                 << "It never started. It was over at t = 0.500 s, before its turn came.";
    }
    void whatNeverStartedSaysWhatEndedIt()
    {
        QFETCH(QString, part);
        QFETCH(RequestOutcome, outcome);
        QFETCH(quint32, cause);
        Run run(sampleScenario());
        TraceBuilder trace;
        if (!part.isEmpty())
            trace.part(1, part, "policies.0");
        trace.arrive(1).attempt(1, 1).at(std::chrono::milliseconds(500)).arrive(2).settle(2, outcome, 0, cause, false, part.isEmpty() ? 0 : 1);
        run.append(trace, 500'000'000);
        QTEST(requestFacts(run, 2, noSpan).why.text(), "why");
    }

    void whoTravelsInAnothersCallSaysSo()
    {
        Run run(sampleScenario());
        TraceBuilder trace;
        trace.arrive(1).arrive(2).join(2, 1).attempt(1, 1);
        run.append(trace, 0);
        const QString why = "Did not wait. It travelled at once in the call of #1.";
        QCOMPARE(requestFacts(run, 2, noSpan).why.text(), why);
        run.append(TraceBuilder().at(std::chrono::milliseconds(9)).attemptEnd(1, 1).settle(2, RequestOutcome::Succeeded, 1).trace(), 9'000'000);
        QCOMPARE(requestFacts(run, 2, noSpan).why.text(), why);
    }

    void whatHasNotStartedYetSaysSo()
    {
        Run run(sampleScenario());
        run.append(TraceBuilder().arrive(1).trace(), 0);
        QCOMPARE(requestFacts(run, 1, noSpan).why.text(), "It has not started.");
        run.append(TraceBuilder().end().trace(), 0);
        QCOMPARE(requestFacts(run, 1, noSpan).why.text(), "It has not started. Its turn never came.");
    }

    void speaksOfWhatIsStillOpen()
    {
        const auto run = sampleRun(false);
        const RequestFacts facts = requestFacts(*run, 4, noSpan);
        QCOMPARE(facts.outcome, "Back-off");
        QCOMPARE(facts.total, "400 ms");
        QCOMPARE(facts.timing.back().label, "Back-off");
        QCOMPARE(facts.timing.back().length, "100 ms");
        QVERIFY(facts.timing.back().isOpen);
    }

    void countsInWords()
    {
        QCOMPARE(ordinal(1), "first");
        QCOMPARE(ordinal(6), "sixth");
        QCOMPARE(ordinal(12), "no. 12");
    }
};

QTEST_GUILESS_MAIN(RequestFactsTest)
#include "request_facts_test.moc"
