// SPDX-License-Identifier: MIT
#include "view/sentence.h"

#include "model/scenario_json.h"

#include <QTest>

#include <algorithm>
#include <ranges>

using namespace playground;

namespace {

Scenario with(const Settings &settings) { return std::get<Scenario>(withSettings(defaultScenario(), settings)); }

QString pattern(const Settings &settings) { return plainText(patternSentence(with(settings))); }
QString backend(const Settings &settings) { return plainText(backendSentence(with(settings))); }
QString source(const Settings &settings) { return plainText(sourceSentence(with(settings))); }

} // namespace

class SentenceTest : public QObject {
    Q_OBJECT

private slots:
    void readsTheDefaultScenario()
    {
        QCOMPARE(source({}), "Fetch 8 pages, all asked for at once,");
        QCOMPARE(pattern({}), "with parallel map, 3 at a time; a failed fetch is retried up to 3 times,");
        QCOMPARE(backend({}), "from a server that answers in about 640 ms and fails 1 in 10.");
    }

    void marksValuesWithTheirPaths()
    {
        const Phrase expected{{"with ", SentencePiece::Style::Plain, {}},
                              {"parallel map", SentencePiece::Style::Strong, {}},
                              {", ", SentencePiece::Style::Plain, {}},
                              {"3 at a time", SentencePiece::Style::Value, "pattern.limit"},
                              {"; ", SentencePiece::Style::Plain, {}}};
        const Phrase sentence = patternSentence(defaultScenario());
        QVERIFY(std::ranges::equal(expected | std::views::take(4), sentence | std::views::take(4)));
        const auto retry = std::ranges::find(sentence, "3 times", &SentencePiece::text);
        QVERIFY(retry != sentence.end());
        QCOMPARE(retry->path, "policies.0.attempts");
    }

    void readsSources()
    {
        QCOMPARE(source({{"source.count", "1"}}), "Fetch 1 page, asked for at once,");
        QCOMPARE(source({{"source", R"({"kind":"count","count":5})"}}), "Send 5 requests, all of them at once,");
        QCOMPARE(source({{"source", R"({"kind":"count","count":1})"}}), "Send 1 request, at once,");
        QCOMPARE(source({{"source", R"({"kind":"count","count":100000})"}}),
                 "Send 100\u202F000 requests, all of them at once,");
        QCOMPARE(source({{"source", R"({"kind":"list","items":[{"name":"user"},{"name":"posts"},{"name":"ads"}]})"}}),
                 "Fetch user, posts and ads,");
        QCOMPARE(source({{"source", R"({"kind":"list","items":[{"name":"a [b|c] *d*"}]})"}}), "Fetch a bc d,");
    }

    void readsPatterns()
    {
        QCOMPARE(pattern({{"pattern.kind", "sequential"}, {"policies", "[]"}}),
                 "one by one, each after the one before,");
        QCOMPARE(pattern({{"pattern.kind", "gather"}, {"policies", "[]"}}), "with gather, all at the same time,");
        QCOMPARE(pattern({{"pattern.kind", "gather-safe"}, {"policies", "[]"}}),
                 "with gather safe, all at the same time, each with its own result or error,");
        // A kind without words of its own still reads as a sentence.
        QCOMPARE(pattern({{"pattern.kind", "batch"}, {"policies", "[]"}}), "with batches, batch size 10,");
    }

    void readsPolicies()
    {
        QCOMPARE(pattern({{"policies", R"([{"kind":"timeout","after":"2s"}])"}}),
                 "with parallel map, 3 at a time; a fetch is given up after 2 s,");
        QCOMPARE(
            pattern({{"policies",
                      R"([{"kind":"timeout","after":"5s"},{"kind":"retry"},{"kind":"timeout","after":"800ms"}])"}}),
            "with parallel map, 3 at a time; all tries together are given up after 5 s; a failed fetch is retried up "
            "to 3 times; "
            "each try is given up after 800 ms,");
        QCOMPARE(pattern({{"policies", R"([{"kind":"retry","enabled":false}])"}}), "with parallel map, 3 at a time,");
    }

    void readsWhatHoldsTheServerBack()
    {
        const auto limits = [](const Settings &settings) {
            return backend(settings).section("1 in 10", 1);
        };
        QCOMPARE(limits({{"backend.capacity", "4"}}), "; it works on 4 at a time and lets all others wait.");
        QCOMPARE(limits({{"backend.capacity", "4"}, {"backend.queue", "8"}}),
                 "; it works on 4 at a time and lets 8 more wait.");
        QCOMPARE(limits({{"backend.capacity", "1"}, {"backend.whenFull", "refuse"}}),
                 "; it works on 1 at a time and refuses the rest.");
        QCOMPARE(limits({{"backend.rate", "2.5"}}), "; it takes 2.5 a second.");
        QCOMPARE(limits({{"backend.capacity", "4"}, {"backend.queue", "0"}, {"backend.rate", "10"}}),
                 "; it works on 4 at a time, lets 0 more wait and takes 10 a second.");
    }

    void readsBackends_data()
    {
        QTest::addColumn<QString>("latency");
        QTest::addColumn<QString>("failure");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("constant, never") << "100ms"
                                         << "never"
                                         << "from a server that answers in 100 ms and never fails.";
        QTest::newRow("uniform") << R"({"kind":"uniform","min":"50ms","max":"150ms"})"
                                 << R"({"kind":"probability","p":0.3})"
                                 << "from a server that answers in 50 ms to 150 ms and fails 30 % of the time.";
        QTest::newRow("normal") << R"({"kind":"normal"})"
                                << R"({"kind":"probability","p":0})"
                                << "from a server that answers in about 100 ms and never fails.";
        QTest::newRow("exponential") << R"({"kind":"exponential"})"
                                     << R"({"kind":"probability","p":1})"
                                     << "from a server that answers in 100 ms on average and always fails.";
        QTest::newRow("list, first")
            << R"({"kind":"list","values":["300ms"]})"
            << R"({"kind":"first","attempts":2})"
            << "from a server that answers in times from a list and fails the first 2 times.";
        QTest::newRow("every") << "1s"
                               << R"({"kind":"every","n":5,"attempts":1})"
                               << "from a server that answers in 1 s and fails every 5th at first.";
        QTest::newRow("named") << "1s"
                               << R"({"kind":"named","requests":[4],"attempts":"always"})"
                               << "from a server that answers in 1 s and always fails chosen ones.";
        QTest::newRow("first, always") << "1s"
                                       << R"({"kind":"first","attempts":"always"})"
                                       << "from a server that answers in 1 s and always fails.";
        QTest::newRow("every 2nd") << "1s"
                                   << R"({"kind":"every","n":2,"attempts":1})"
                                   << "from a server that answers in 1 s and fails every 2nd at first.";
        QTest::newRow("hangs, always") << "1s"
                                       << R"({"kind":"first","attempts":"always","error":"hang"})"
                                       << "from a server that answers in 1 s and always gives no answer.";
        QTest::newRow("hangs, by chance") << "1s"
                                          << R"({"kind":"probability","p":0.1,"error":"hang"})"
                                          << "from a server that answers in 1 s and gives no answer to 1 in 10.";
    }
    void readsBackends()
    {
        QFETCH(QString, latency);
        QFETCH(QString, failure);
        QFETCH(QString, sentence);
        QCOMPARE(backend({{"backend.latency", latency}, {"backend.failure", failure}}), sentence);
    }
};

QTEST_GUILESS_MAIN(SentenceTest)
#include "sentence_test.moc"
