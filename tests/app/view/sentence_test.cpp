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
        QCOMPARE(pattern({}), "with parallel map, 3 at a time; a fetch is tried up to 3 times,");
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
        QCOMPARE(source({{"source", R"({"kind":"list","items":[{"name":"a"},{"name":"b","at":"1s"}]})"}}),
                 "Fetch a and b, each at its own time,");
        QCOMPARE(source({{"source", R"({"kind":"interval","count":8,"every":"50ms","label":"GET /pages/{n}"})"}}),
                 "Fetch 8 pages, one by one, every 50 ms,");
        QCOMPARE(source({{"source", R"({"kind":"poisson","count":8,"rate":2.5})"}}),
                 "Send 8 requests, at random, 2.5 a second on average,");
        QCOMPARE(source({{"source", R"({"kind":"bursts","count":18,"size":6,"every":"1s"})"}}),
                 "Send 18 requests, in bursts of 6 every 1 s,");
        QCOMPARE(source({{"source", R"({"kind":"tape","events":[{"at":"0ms","key":"a"},{"at":"1s","click":true}]})"}}),
                 "Send 2 requests, one for each recorded input,");
    }

    void readsPatterns()
    {
        QCOMPARE(pattern({{"pattern.kind", "sequential"}, {"policies", "[]"}}),
                 "one by one, each after the one before,");
        QCOMPARE(pattern({{"pattern.kind", "gather"}, {"policies", "[]"}}), "with gather, all at the same time,");
        QCOMPARE(pattern({{"pattern.kind", "gather-safe"}, {"policies", "[]"}}),
                 "with gather safe, all at the same time, each with its own result or error,");
    }

    void readsPatternsWithNumbers_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("batch") << R"({"kind":"batch"})"
                               << "in batches of 10, each after the one before,";
        QTest::newRow("batch, paused") << R"({"kind":"batch","size":4,"delay":"1s"})"
                                       << "in batches of 4, each 1 s after the one before,";
        QTest::newRow("batch, paced") << R"({"kind":"batch","size":4,"delay":"1s","pace":"start-to-start"})"
                                      << "in batches of 4, each 1 s after the start of the one before,";
        QTest::newRow("rate limit") << R"({"kind":"rate-limit","rate":5})"
                                    << "with a rate limit of 5 a second,";
        QTest::newRow("rate limit, limited") << R"({"kind":"rate-limit","rate":5,"limit":2})"
                                             << "with a rate limit of 5 a second, 2 at a time,";
        QTest::newRow("rate limit, bursts") << R"({"kind":"rate-limit","rate":5,"burst":3,"limit":2})"
                                            << "with a rate limit of 5 a second (up to 3 at once), 2 at a time,";
        QTest::newRow("rate limit, strict") << R"({"kind":"rate-limit","rate":5,"window":"2s"})"
                                            << "with a rate limit of 5 a second (strictly in any 2 s),";
        QTest::newRow("debounce") << R"({"kind":"debounce"})"
                                  << "with debounce, the last after 300 ms of silence,";
        QTest::newRow("debounce, leading") << R"({"kind":"debounce","leading":true})"
                                           << "with debounce, the first at once, the last after 300 ms of silence,";
        QTest::newRow("debounce, leading only") << R"({"kind":"debounce","leading":true,"trailing":false})"
                                                << "with debounce, the first after 300 ms of silence,";
        QTest::newRow("throttle") << R"({"kind":"throttle"})"
                                  << "with throttle, at most one in 300 ms,";
        QTest::newRow("race") << R"({"kind":"race","size":3})"
                              << "in a race: the first of 3 to end wins,";
        QTest::newRow("any") << R"({"kind":"any"})"
                             << "with any: the first of all to succeed wins,";
        QTest::newRow("batcher") << R"({"kind":"batcher"})"
                                 << "with batcher, 5 to a call or what comes in 50 ms,";
    }
    void readsPatternsWithNumbers()
    {
        QFETCH(QString, pattern);
        QTEST(::pattern({{"pattern", pattern}, {"policies", "[]"}}), "sentence");
    }

    void requestsThatArriveLaterAreNotAllAtTheSameTime()
    {
        const QString list = R"({"kind":"list","items":[{"name":"a","at":"1s"},{"name":"b","at":"%1"}]})";
        QCOMPARE(pattern({{"source", list.arg("1s")}, {"pattern.kind", "gather"}, {"policies", "[]"}}),
                 "with gather, all at the same time,");
        QCOMPARE(pattern({{"source", list.arg("2s")}, {"pattern.kind", "gather"}, {"policies", "[]"}}),
                 "with gather, each as soon as it arrives,");
        QCOMPARE(pattern({{"source.kind", "interval"}, {"pattern.kind", "gather-safe"}, {"policies", "[]"}}),
                 "with gather safe, each as soon as it arrives, with its own result or error,");
    }

    void readsPolicies()
    {
        QCOMPARE(pattern({{"policies", R"([{"kind":"timeout","after":"2s"}])"}}),
                 "with parallel map, 3 at a time; a fetch is given up after 2 s,");
        QCOMPARE(
            pattern({{"policies",
                      R"([{"kind":"timeout","after":"5s"},{"kind":"retry"},{"kind":"timeout","after":"800ms"}])"}}),
            "with parallel map, 3 at a time; all tries together are given up after 5 s; a fetch is tried up to 3 times; "
            "each try is given up after 800 ms,");
        QCOMPARE(pattern({{"policies", R"([{"kind":"retry","enabled":false}])"}}), "with parallel map, 3 at a time,");
    }

    void readsEachPolicy_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("words");
        QTest::newRow("retry") << R"({"kind":"retry","attempts":3})"
                               << "a fetch is tried up to 3 times";
        QTest::newRow("retry, once") << R"({"kind":"retry","attempts":1})"
                                     << "a fetch is tried once";
        QTest::newRow("rate limit") << R"({"kind":"rate-limit","rate":0.5})"
                                    << "a rate limit lets 0.5 a second start";
        QTest::newRow("rate limit, bursts") << R"({"kind":"rate-limit","rate":0.5,"burst":1000})"
                                            << "a rate limit lets 0.5 a second start (up to 1000 at once)";
        QTest::newRow("rate limit, strict") << R"({"kind":"rate-limit","rate":10,"window":"1.5s"})"
                                            << "a rate limit lets 10 a second start (strictly in any 1.5 s)";
        QTest::newRow("concurrency limit") << R"({"kind":"concurrency-limit","limit":3})"
                                           << "a concurrency limit lets in 3 at a time";
        QTest::newRow("breaker") << R"({"kind":"circuit-breaker","failures":3,"openFor":"500ms"})"
                                 << "a circuit breaker opens for 500 ms after 3 failures in a row";
        QTest::newRow("breaker, 1") << R"({"kind":"circuit-breaker","failures":1})"
                                    << "a circuit breaker opens for 2 s after 1 failure";
        QTest::newRow("hedge") << R"({"kind":"hedge","after":"400ms"})"
                               << "a hedge sends a copy after 400 ms";
        QTest::newRow("hedge, 2") << R"({"kind":"hedge","copies":2})"
                                  << "a hedge sends up to 2 copies, one each 200 ms";
        QTest::newRow("keep the latest") << R"({"kind":"keep-latest"})"
                                         << "a newer fetch cancels the older";
    }
    void readsEachPolicy()
    {
        QFETCH(QString, policy);
        QFETCH(QString, words);
        QCOMPARE(pattern({{"policies", "[" + policy + "]"}}), "with parallel map, 3 at a time; " + words + ",");
    }

    void everyKindHasWordsOfItsOwn()
    {
        for (const Kind &kind : allKinds()) {
            const QString usual = "with " + kind.title.toLower();
            QString words;
            if (kind.group == "pattern")
                words = pattern({{"pattern.kind", kind.id}, {"policies", "[]"}}).chopped(1);
            else if (kind.group == "policy")
                words = pattern({{"policies", QString(R"([{"kind":"%1"}])").arg(kind.id)}}).section("; ", 1).chopped(1);
            else
                continue;
            QVERIFY2(!words.isEmpty() && words != usual, qPrintable(kind.id));
        }
    }

    void itemsWithWaysOfTheirOwnAreNotPassedOver()
    {
        const auto backendFor = [](const QString &items, Settings more = {}) {
            more.push_back({"source", QString(R"({"kind":"list","items":[%1]})").arg(items)});
            more.push_back({"backend.latency", "100ms"});
            return backend(more).remove("from a server that answers ");
        };
        const QPair<QString, QString> never{"backend.failure", "never"};
        QCOMPARE(backendFor(R"({"name":"a","fails":2},{"name":"b"})", {never}), "in 100 ms and fails only for 1 of the 2.");
        QCOMPARE(backendFor(R"({"name":"a","fails":0},{"name":"b"})", {never}), "in 100 ms and never fails.");
        QCOMPARE(backendFor(R"({"name":"a","fails":"always"},{"name":"b"})"),
                 "in 100 ms and fails 1 in 10; 1 of the 2 has failures of its own.");
        QCOMPARE(backendFor(R"({"name":"a","fails":"always"},{"name":"b","fails":0})"),
                 "in 100 ms and fails only for 1 of the 2.");
        QCOMPARE(backendFor(R"({"name":"a","fails":0})"), "in 100 ms and never fails.");
        QCOMPARE(backendFor(R"({"name":"a","latency":"1s"},{"name":"b"})", {never}),
                 "in 100 ms, 1 of the 2 in its own time, and never fails.");
        QCOMPARE(backendFor(R"({"name":"a","latency":"1s"},{"name":"b","latency":"2s"})", {never}),
                 "each in its own time and never fails.");
    }

    void readsWhatHoldsTheServerBack()
    {
        const auto limits = [](const Settings &settings) {
            return backend(settings).section("1 in 10", 1);
        };
        QCOMPARE(limits({{"backend.capacity", "4"}}), "; it works on 4 at a time and lets all others wait.");
        QCOMPARE(limits({{"backend.capacity", "4"}, {"backend.queue", "8"}}),
                 "; it works on 4 at a time, lets 8 more wait and refuses the rest.");
        QCOMPARE(limits({{"backend.capacity", "1"}, {"backend.whenFull", "refuse"}}),
                 "; it works on 1 at a time and refuses the rest.");
        QCOMPARE(limits({{"backend.rate", "2.5"}}), "; it takes 2.5 a second and refuses the rest.");
        QCOMPARE(limits({{"backend.rate", "2.5"}, {"backend.burst", "4"}}),
                 "; it takes 2.5 a second (up to 4 at once) and refuses the rest.");
        QCOMPARE(limits({{"backend.burst", "4"}}), "."); // Without a rate it means nothing.
        QCOMPARE(limits({{"backend.capacity", "4"}, {"backend.queue", "0"}, {"backend.rate", "10"}}),
                 "; it works on 4 at a time, lets 0 more wait, takes 10 a second and refuses the rest.");
    }

    void readsWhatMakesTheServerSlower()
    {
        const auto server = [](Settings settings) {
            settings.push_back({"backend.latency", "200ms"});
            settings.push_back({"backend.failure", "never"});
            return backend(settings).remove("from a server that answers in 200 ms");
        };
        QCOMPARE(server({{"backend.slowdown", "0.1"}}), ", 10 % slower for each other at work, and never fails.");
        QCOMPARE(server({{"backend.slowdown", "1.5"}}), ", 150 % slower for each other at work, and never fails.");
        QCOMPARE(server({{"backend.perItem", "5ms"}}), ", plus 5 ms for each request in a call, and never fails.");
        QCOMPARE(server({{"backend.slowdown", "0.025"}, {"backend.perItem", "5ms"}}),
                 ", 2.5 % slower for each other at work, plus 5 ms for each request in a call, and never fails.");
        const QString list = R"({"kind":"list","items":[{"name":"a","latency":"1s"},{"name":"b"%1}]})";
        QCOMPARE(server({{"backend.slowdown", "0.1"}, {"source", list.arg("")}}),
                 ", 10 % slower for each other at work, 1 of the 2 in its own time, and never fails.");
        QCOMPARE(backend({{"source", list.arg(R"(,"latency":"2s")")}, {"backend.perItem", "5ms"}, {"backend.failure", "never"}}),
                 "from a server that answers each in its own time, plus 5 ms for each request in a call, and never fails.");
    }

    void whatMakesTheServerSlowerLeadsToItsFields()
    {
        QStringList paths;
        for (const SentencePiece &piece : backendSentence(with({{"backend.slowdown", "0.1"}, {"backend.perItem", "5ms"},
                                                                   {"backend.rate", "10"}, {"backend.burst", "2"}}))) {
            if (piece.style == SentencePiece::Style::Value)
                paths += piece.path;
        }
        for (const char *path : {"backend.slowdown", "backend.perItem", "backend.rate", "backend.burst"})
            QVERIFY2(paths.contains(path), path);
    }

    void aServerThatRefusesDoesNotNeverFail()
    {
        const QPair<QString, QString> never{"backend.failure", "never"};
        QCOMPARE(backend({never, {"backend.latency", "200ms"}, {"backend.capacity", "4"}, {"backend.queue", "8"}, {"backend.rate", "10"}}),
                 "from a server that answers in 200 ms and never fails by itself; it works on 4 at a time, lets 8 more "
                 "wait, takes 10 a second and refuses the rest.");
        QCOMPARE(backend({never, {"backend.latency", "200ms"}, {"backend.capacity", "4"}}),
                 "from a server that answers in 200 ms and never fails; it works on 4 at a time and lets all others wait.");
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
