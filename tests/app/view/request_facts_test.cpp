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
