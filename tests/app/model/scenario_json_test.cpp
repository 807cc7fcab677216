// SPDX-License-Identifier: MIT
#include "model/scenario_json.h"

#include <QFile>
#include <QTest>

using namespace playground;
using namespace std::chrono_literals;

namespace {

QString problemOf(const ScenarioOrProblem &result)
{
    const auto *problem = std::get_if<Problem>(&result);
    return problem ? problem->text() : QStringLiteral("no problem");
}

QString readProblem(const QByteArray &json) { return problemOf(readScenario(json, QStringLiteral("mine.json"))); }

Scenario read(const QByteArray &json)
{
    const auto result = readScenario(json, QStringLiteral("mine.json"));
    if (const auto *problem = std::get_if<Problem>(&result))
        qFatal("%s", qPrintable(problem->text()));
    return std::get<Scenario>(result);
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be opened", qPrintable(path));
    return file.readAll();
}

} // namespace

class ScenarioJsonTest : public QObject {
    Q_OBJECT

    const QByteArray fullFile =
        readFile(QFINDTESTDATA("all_there_is.json")); // Something of everything that a file can hold.

private slots:
    void readsTheSmallestFile()
    {
        const Scenario scenario = read("{\"version\": 1}");
        Scenario expected;
        expected.name = expected.title = QStringLiteral("mine");
        QVERIFY(scenario == expected);
        QVERIFY(read("{}") == expected);
    }

    void takesTheNameFromTheFile_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << "mine.json"
                               << "mine";
        QTest::newRow("with folders") << "/home/me/my.files/Two Limits (1).json"
                                      << "two-limits-1";
        QTest::newRow("nothing left") << "日本.json"
                                      << "untitled";
        QTest::newRow("empty") << ""
                               << "untitled";
    }

    void takesTheNameFromTheFile()
    {
        QFETCH(QString, file);
        QFETCH(QString, name);
        const auto result = readScenario("{}", file);
        QCOMPARE(std::get<Scenario>(result).name, name);
        QCOMPARE(std::get<Scenario>(result).title, name);
    }

    void readsTheDefaultScenario()
    {
        const Scenario scenario = defaultScenario();
        QCOMPARE(scenario.name, QStringLiteral("eight-fetches"));
        QCOMPARE(scenario.title, QStringLiteral("8 fetches, 3 at a time"));
        QCOMPARE(scenario.seed, quint64(7));
        QCOMPARE(scenario.pattern.integer(QStringLiteral("limit")), 3);
        QCOMPARE(scenario.policies.size(), std::size_t(1));
        QCOMPARE(scenario.backend.latency.duration(QStringLiteral("p95")), 1180ms);
        QCOMPARE(scenario.backend.failure.number(QStringLiteral("p")), 0.1);
    }

    void writesWhatItRead()
    {
        QCOMPARE(writeScenario(read(fullFile)), fullFile);
        QVERIFY(read(writeScenario(read(fullFile))) == read(fullFile));
    }

    void keepsEveryEditInItsOrder()
    {
        const Scenario scenario = read(fullFile);
        QCOMPARE(scenario.edits.size(), std::size_t(4));
        QCOMPARE(scenario.edits[0].value, QJsonValue(1));
        QCOMPARE(scenario.edits[1].path, QStringLiteral("backend.capacity"));
        QCOMPARE(scenario.edits[2].value, QJsonValue(2));
        QCOMPARE(scenario.edits[3].at, 1200ms);
    }

    void writesTheSmallestFile()
    {
        QCOMPARE(writeScenario(Scenario()), QByteArray("{\n"
                                                       "  \"version\": 1,\n"
                                                       "  \"name\": \"untitled\",\n"
                                                       "  \"seed\": 1,\n"
                                                       "  \"source\": {\"kind\": \"count\"},\n"
                                                       "  \"pattern\": {\"kind\": \"gather\"},\n"
                                                       "  \"backend\": {\n"
                                                       "    \"latency\": {\"kind\": \"constant\"},\n"
                                                       "    \"failure\": {\"kind\": \"never\"}\n"
                                                       "  }\n"
                                                       "}\n"));
        QVERIFY(read(writeScenario(Scenario())) == Scenario());
    }

    void readsShortForms()
    {
        const Scenario scenario = read("{\"backend\": {\"latency\": \"250ms\", \"failure\": \"never\"}}");
        QCOMPARE(scenario.backend.latency.id(), QStringLiteral("constant"));
        QCOMPARE(scenario.backend.latency.duration(QStringLiteral("value")), 250ms);
        QCOMPARE(scenario.backend.failure.id(), QStringLiteral("never"));
    }

    void writesAPresetOutInFull_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::newRow("fast") << "fast"
                              << "\"latency\": {\"kind\": \"log-normal\", \"median\": \"50ms\", \"p95\": \"90ms\"},\n"
                                 "    \"failure\": {\"kind\": \"never\"}\n";
        QTest::newRow("slow") << "slow"
                              << "\"latency\": {\"kind\": \"log-normal\", \"median\": \"800ms\", \"p95\": \"2.5s\"},\n"
                                 "    \"failure\": {\"kind\": \"never\"}\n";
        QTest::newRow("flaky")
            << "flaky"
            << "\"latency\": {\"kind\": \"log-normal\", \"median\": \"300ms\", \"p95\": \"700ms\"},\n"
               "    \"failure\": {\"kind\": \"probability\", \"p\": 0.2, \"error\": 503}\n";
        QTest::newRow("overloaded")
            << "overloaded"
            << "\"latency\": {\"kind\": \"log-normal\", \"median\": \"200ms\", \"p95\": \"400ms\"},\n"
               "    \"failure\": {\"kind\": \"never\"},\n"
               "    \"capacity\": 4,\n"
               "    \"queue\": 8,\n"
               "    \"rate\": 10,\n"
               "    \"burst\": 10,\n"
               "    \"slowdown\": 0.1\n";
        QTest::newRow("offline")
            << "offline"
            << "\"latency\": {\"kind\": \"constant\"},\n"
               "    \"failure\": {\"kind\": \"probability\", \"p\": 1, \"error\": \"offline\", \"after\": \"5ms\"}\n";
    }

    void writesAPresetOutInFull()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        const QByteArray written = writeScenario(read("{\"backend\": \"" + name.toLatin1() + "\"}"));
        QVERIFY2(written.contains(text.toLatin1()), written.constData());
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *json, const char *message) {
            QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(message);
        };
        row("an array", "[]", "mine.json, line 1: a scenario must be a JSON object { }, not an array");
        row("null", "null", "mine.json, line 1: a scenario must be a JSON object { }, not null");
        row("true", "true\n", "mine.json, line 1: a scenario must be a JSON object { }, not true");
        row("a number", "5", "mine.json, line 1: a scenario must be a JSON object { }, not 5");
        row("a text", "\"x\"", "mine.json, line 1: a scenario must be a JSON object { }, not \"x\"");
        row("an unknown key", "{\n\n\"patern\": {}}",
            "mine.json, line 3: \"patern\" is not a key of a scenario; did you mean \"pattern\"?");
        row("a doubled key", "{\"seed\": 1,\n\"seed\": 2}",
            "mine.json, line 2: the key \"seed\" is given twice, first in line 1; remove one of them");
        row("a higher version", "{\"version\": 2}",
            "mine.json, line 1: \"version\" is 2, but this program reads up to 1; use a newer Asyncade");
        row("no version", "{\"version\": \"1\"}", "mine.json, line 1: \"version\" must be 1, not \"1\"");
        row("version 0", "{\"version\": 0}", "mine.json, line 1: \"version\" must be 1, not 0");
        row("a bad name", "{\"name\": \"My scenario\"}",
            "mine.json, line 1: \"name\" may hold only a to z, 0 to 9 and -, but is \"My scenario\"");
        row("no name", "{\"name\": 5}", "mine.json, line 1: \"name\" must be a text that is not empty, not 5");
        row("an empty title", "{\"title\": \" \"}",
            "mine.json, line 1: \"title\" must be a text that is not empty, not \" \"");
        row("a bad group", "{\"group\": \"others\"}",
            "mine.json, line 1: \"group\" must be \"many-at-once\", \"shape-the-flow\", \"when-things-fail\" or "
            "\"mine\", not \"others\"");
        row("a seed too large", "{\"seed\": 9007199254740992}",
            "mine.json, line 1: \"seed\" must be a whole number from 0 to 9007199254740991, not 9007199254740992");
        row("a broken seed", "{\"seed\": 1.5}",
            "mine.json, line 1: \"seed\" must be a whole number from 0 to 9007199254740991, not 1.5");
        row("a negative seed", "{\"seed\": -1}",
            "mine.json, line 1: \"seed\" must be a whole number from 0 to 9007199254740991, not -1");
        row("info's key", "{\"info\": {\"why\": \"x\"}}",
            "mine.json, line 1: \"info.why\" is not a key of info; known: \"what\", \"how\", \"use\", \"notice\", "
            "\"try\" and \"further\"");
        row("info's value", "{\"info\": {\"what\": 1}}", "mine.json, line 1: \"info.what\" must be a text, not 1");
        row("info itself", "{\"info\": \"x\"}", "mine.json, line 1: \"info\" must be an object, not \"x\"");
        row("a source that is none", "{\"source\": 8}",
            "mine.json, line 1: \"source\" must be an object such as {\"kind\": \"count\"}, not 8");
        row("an unknown kind", "{\"source\":\n{\"kind\": \"cuont\"}}",
            "mine.json, line 2: \"cuont\" is not a kind of source; did you mean \"count\"?");
        row("a kind far off", "{\"failure\": 1, \"pattern\": {\"kind\": \"x\"}}",
            "mine.json, line 1: \"failure\" is not a key of a scenario; known: \"version\", \"name\", \"title\", "
            "\"group\", \"seed\", \"source\", \"pattern\", \"policies\", \"backend\", \"info\", \"until\", \"edits\", "
            "\"compare\" and \"challenge\"");
        row("a kind that is no text", "{\"pattern\": {\"kind\": 3}}",
            "mine.json, line 1: 3 is not a kind of pattern; known: \"sequential\", \"gather\", \"gather-safe\", "
            "\"batch\", \"parallel-map\", \"rate-limit\", \"debounce\", \"throttle\", \"race\", \"any\" and "
            "\"batcher\"");
        row("a mistyped key of a kind", "{\"pattern\": {\"kind\": \"parallel-map\",\n\"limits\": 3}}",
            "mine.json, line 2: \"pattern.limits\" is not a key of pattern \"parallel-map\"; did you mean \"limit\"?");
        row("a key of another kind", "{\"pattern\": {\"limit\": 3}}",
            "mine.json, line 1: \"pattern.limit\" is not a key of pattern \"gather\"; it is one of \"parallel-map\" "
            "and \"rate-limit\"; change \"kind\" or remove it");
        row("a key of no kind", "{\"pattern\": {\"zzzzzzz\": 3}}",
            "mine.json, line 1: \"pattern.zzzzzzz\" is not a key of pattern \"gather\"; it has none");
        row("a bare number", "{\"policies\": [{\"kind\": \"retry\",\n\"base\": 300}]}",
            "mine.json, line 2: \"policies.0.base\" must be a duration from 0ms to 24h, such as \"250ms\", not 300; "
            "write a unit: \"300ms\"");
        row("no duration", "{\"until\": \"soon\"}",
            "mine.json, line 1: \"until\" must be a duration from 0ms to 24h, such as \"250ms\", or null, not "
            "\"soon\"");
        row("too long", "{\"until\": \"25h\"}",
            "mine.json, line 1: \"until\" must be a duration from 0ms to 24h, such as \"250ms\", or null, not \"25h\"");
        row("too many", "{\"source\": {\"count\": 10000001}}",
            "mine.json, line 1: \"source.count\" must be a whole number from 0 to 10000000, not 10000001");
        row("no whole number", "{\"source\": {\"count\": 1.5}}",
            "mine.json, line 1: \"source.count\" must be a whole number from 0 to 10000000, not 1.5");
        row("a number as a text", "{\"source\": {\"count\": \"8\"}}",
            "mine.json, line 1: \"source.count\" must be a whole number from 0 to 10000000, not \"8\"");
        row("a huge number", "{\"source\": {\"count\": 1e300}}",
            "mine.json, line 1: \"source.count\" must be a whole number from 0 to 10000000, not 1e300");
        row("a number in its own way", "{\"source\": {\"count\": -1.50E+2}}",
            "mine.json, line 1: \"source.count\" must be a whole number from 0 to 10000000, not -1.50E+2");
        row("a number of many digits", "{\"seed\": 99999999999999999999}",
            "mine.json, line 1: \"seed\" must be a whole number from 0 to 9007199254740991, not 99999999999999999999");
        row("a number of very many digits", "{\"seed\": 1234567890123456789012345678901234567890123456789}",
            "mine.json, line 1: \"seed\" must be a whole number from 0 to 9007199254740991, not "
            "1234567890123456789012345678901234567890…");
        row("a version from far away", "{\"version\": 1e99}",
            "mine.json, line 1: \"version\" is 1e99, but this program reads up to 1; use a newer Asyncade");
        row("a number in a list", "{\"backend\": {\"failure\": {\"kind\": \"named\", \"requests\": [4,\n 1.0e9]}}}",
            "mine.json, line 2: \"backend.failure.requests.1\" must be the number of a request from 1 on or a name, not 1.0e9");
        row("a number for a duration", "{\"backend\": {\"latency\": 1e99}}",
            "mine.json, line 1: \"backend.latency\" must be a duration from 0ms to 24h, such as \"250ms\", not 1e99");
        row("a number of a strip",
            "{\"pattern\": {\"kind\": \"parallel-map\"}, \"compare\": [{\"set\": {\"pattern.limit\": 1e99}}]}",
            "mine.json, line 1: the strip \"compare.0\" is not possible: \"pattern.limit\" must be a whole number from 1 to "
            "1000000, not 1e99");
        row("a number of an edit", "{\"pattern\": {\"kind\": \"parallel-map\"}, \"edits\": [{\"at\": \"1s\", \"set\": {\"pattern.limit\": 1e99}}]}",
            "mine.json, line 1: \"edits.0.set.pattern.limit\" must be a whole number from 1 to 1000000, not 1e99");
        row("a request of no such name",
            "{\"source\": {\"kind\": \"list\", \"items\": [{\"name\": \"user\"}, {\"name\": \"posts\"}]},\n"
            "\"backend\": {\"failure\": {\"kind\": \"named\", \"requests\": [4, \"user\", \"post\"]}}}",
            "mine.json, line 2: \"backend.failure.requests.2\" names \"post\", but the source has no such item; did you mean "
            "\"posts\"?");
        row("a request of no name that is near",
            "{\"source\": {\"kind\": \"list\", \"items\": [{\"name\": \"user\"}, {\"name\": \"posts\"}]},"
            "\"backend\": {\"failure\": {\"kind\": \"named\", \"requests\": [\"comments\"]}}}",
            "mine.json, line 1: \"backend.failure.requests.0\" names \"comments\", but the source has no such item; known: "
            "\"user\" and \"posts\"");
        row("a name where nobody has one", "{\"backend\": {\"failure\": {\"kind\": \"named\", \"requests\": [\"user\"]}}}",
            "mine.json, line 1: \"backend.failure.requests.0\" names \"user\", but only the requests of a \"list\" source have "
            "names; write numbers, such as 4");
        row("null where it may not be", "{\"pattern\": {\"kind\": \"parallel-map\", \"limit\": null}}",
            "mine.json, line 1: \"pattern.limit\" must be a whole number from 1 to 1000000, not null");
        row("zero at a time", "{\"pattern\": {\"kind\": \"parallel-map\", \"limit\": 0}}",
            "mine.json, line 1: \"pattern.limit\" must be a whole number from 1 to 1000000, not 0");
        row("a mistyped choice", "{\"pattern\": {\"kind\": \"sequential\", \"onError\": \"stopp\"}}",
            "mine.json, line 1: \"pattern.onError\" must be \"stop\" or \"collect\", not \"stopp\"; did you mean "
            "\"stop\"?");
        row("no flag", "{\"policies\": [{\"kind\": \"retry\", \"retryAfter\": 1}]}",
            "mine.json, line 1: \"policies.0.retryAfter\" must be true or false, not 1");
        row("no interval at all", "{\"source\": {\"kind\": \"interval\", \"every\": \"0ms\"}}",
            "mine.json, line 1: \"source.every\" must be a duration from 1ns to 24h, such as \"250ms\", not \"0ms\"");
        row("a rate too low", "{\"source\": {\"kind\": \"poisson\", \"rate\": 0}}",
            "mine.json, line 1: \"source.rate\" must be a number per second from 0.001 to 1000000, not 0");
        row("a label", "{\"source\": {\"label\": 5}}", "mine.json, line 1: \"source.label\" must be a text, not 5");
        row("too many tries", "{\"policies\": [{\"kind\": \"retry\", \"attempts\": 101}]}",
            "mine.json, line 1: \"policies.0.attempts\" must be a whole number from 1 to 100, not 101");
        row("a factor below 1", "{\"policies\": [{\"kind\": \"retry\", \"factor\": 0.5}]}",
            "mine.json, line 1: \"policies.0.factor\" must be a number from 1 to 10, not 0.5");
        row("too much jitter", "{\"policies\": [{\"kind\": \"retry\", \"jitter\": 2}]}",
            "mine.json, line 1: \"policies.0.jitter\" must be \"none\" or \"full\" or a number from 0 to 1, not 2");
        row("an unknown jitter", "{\"policies\": [{\"kind\": \"retry\", \"jitter\": \"ful\"}]}",
            "mine.json, line 1: \"policies.0.jitter\" must be \"none\" or \"full\" or a number from 0 to 1, not "
            "\"ful\"; did you mean \"full\"?");
        row("an unknown failure to retry on",
            "{\"policies\": [{\"kind\": \"retry\", \"retryOn\": [\"5xx\", \"4xx\"]}]}",
            "mine.json, line 1: \"policies.0.retryOn.1\" must be \"5xx\", \"429\", \"timeout\" or \"offline\", not "
            "\"4xx\"; did you mean \"5xx\"?");
        row("a word for a list", "{\"policies\": [{\"kind\": \"retry\", \"retryOn\": \"5xx\"}]}",
            "mine.json, line 1: \"policies.0.retryOn\" must be an array, not \"5xx\"; write [\"5xx\"]");
        row("a failure twice", "{\"policies\": [{\"kind\": \"retry\", \"retryOn\": [\"5xx\", \"5xx\"]}]}",
            "mine.json, line 1: \"policies.0.retryOn\" names \"5xx\" twice; remove one of them");
        row("policies that are none", "{\"policies\": {\"kind\": \"retry\"}}",
            "mine.json, line 1: \"policies\" must be an array of objects, not an object");
        row("a policy that is none", "{\"policies\": [\"retry\"]}",
            "mine.json, line 1: \"policies.0\" must be an object such as {\"kind\": \"timeout\"}, not \"retry\"");
        row("a policy without a kind", "{\"policies\": [{\"attempts\": 3}]}",
            "mine.json, line 1: \"policies.0\" needs a \"kind\": \"timeout\", \"retry\", \"rate-limit\", "
            "\"concurrency-limit\", \"circuit-breaker\", \"hedge\" or \"keep-latest\"");
        row("a second retry",
            "{\"policies\": [{\"kind\": \"retry\"}, {\"kind\": \"timeout\"},\n{\"kind\": \"retry\"}]}",
            "mine.json, line 2: \"policies.2\" is a second \"retry\", which may be there only once; remove one");
        row("enabled", "{\"policies\": [{\"kind\": \"retry\", \"enabled\": 1}]}",
            "mine.json, line 1: \"policies.0.enabled\" must be true or false, not 1");
        row("enabled elsewhere", "{\"pattern\": {\"enabled\": true}}",
            "mine.json, line 1: \"pattern.enabled\" is not a key of pattern \"gather\"; it has none");
        row("an unknown server", "{\"backend\": \"flakey\"}",
            "mine.json, line 1: \"flakey\" is not a ready-made server; did you mean \"flaky\"?");
        row("no server", "{\"backend\": 5}",
            "mine.json, line 1: \"backend\" must be an object or the name of a ready-made server, not 5");
        row("an unknown key of the server", "{\"backend\": {\"latencies\": \"1s\"}}",
            "mine.json, line 1: \"backend.latencies\" is not a key of the backend; did you mean \"latency\"?");
        row("a latency without a unit", "{\"backend\": {\"latency\": 100}}",
            "mine.json, line 1: \"backend.latency\" must be a duration from 0ms to 24h, such as \"250ms\", not 100; "
            "write a unit: \"100ms\"");
        row("a latency that is none", "{\"backend\": {\"latency\": \"slow\"}}",
            "mine.json, line 1: \"backend.latency\" must be a duration from 0ms to 24h, such as \"250ms\", not "
            "\"slow\"");
        row("a failure that is none", "{\"backend\": {\"failure\": \"often\"}}",
            "mine.json, line 1: \"backend.failure\" must be \"never\" or an object such as {\"kind\": \"probability\", "
            "\"p\": 0.1}, not \"often\"");
        row("a failure as a number", "{\"backend\": {\"failure\": 0.1}}",
            "mine.json, line 1: \"backend.failure\" must be \"never\" or an object such as {\"kind\": \"probability\", "
            "\"p\": 0.1}, not 0.1");
        row("a probability above 1", "{\"backend\": {\"failure\": {\"kind\": \"probability\", \"p\": 1.1}}}",
            "mine.json, line 1: \"backend.failure.p\" must be a number from 0 to 1, not 1.1");
        row("an error that is none", "{\"backend\": {\"failure\": {\"kind\": \"first\", \"error\": 200}}}",
            "mine.json, line 1: \"backend.failure.error\" must be a status from 400 to 599, \"offline\" or \"hang\", "
            "not 200");
        row("attempts", "{\"backend\": {\"failure\": {\"kind\": \"first\", \"attempts\": \"ever\"}}}",
            "mine.json, line 1: \"backend.failure.attempts\" must be a whole number from 0 to 1000000 or \"always\", "
            "not \"ever\"");
        row("a request that is none", "{\"backend\": {\"failure\": {\"kind\": \"named\", \"requests\": [4, 0]}}}",
            "mine.json, line 1: \"backend.failure.requests.1\" must be the number of a request from 1 on or a name, "
            "not 0");
        row("a list of no latencies", "{\"backend\": {\"latency\": {\"kind\": \"list\", \"values\": []}}}",
            "mine.json, line 1: \"backend.latency.values\" must hold at least one duration");
        row("a list of numbers", "{\"backend\": {\"latency\": {\"kind\": \"list\", \"values\": [\"1s\", 5]}}}",
            "mine.json, line 1: \"backend.latency.values.1\" must be a duration from 0ms to 24h, such as \"250ms\", "
            "not 5; write a unit: \"5ms\"");
        row("bounds the wrong way round",
            "{\"backend\": {\"latency\": {\"kind\": \"uniform\", \"min\": \"1s\",\n\"max\": \"500ms\"}}}",
            "mine.json, line 2: \"backend.latency.max\" (500ms) must be at least \"min\" (1s)");
        row("a p95 below the default median",
            "{\"backend\": {\"latency\": {\"kind\": \"log-normal\", \"p95\": \"100ms\"}}}",
            "mine.json, line 1: \"backend.latency.p95\" (100ms) must be at least \"median\" (300ms)");
        row("no items", "{\"source\": {\"kind\": \"list\", \"items\": {}}}",
            "mine.json, line 1: \"source.items\" must be an array, not an object");
        row("an item that is none", "{\"source\": {\"kind\": \"list\", \"items\": [\"user\"]}}",
            "mine.json, line 1: \"source.items.0\" must be an object, not \"user\"");
        row("an item without a name", "{\"source\": {\"kind\": \"list\", \"items\": [{\"at\": \"1ms\"}]}}",
            "mine.json, line 1: \"source.items.0\" needs the key \"name\"");
        row("an item's unknown key", "{\"source\": {\"kind\": \"list\", \"items\": [{\"name\": \"a\", \"fail\": 1}]}}",
            "mine.json, line 1: \"source.items.0.fail\" is not a key of an item; did you mean \"fails\"?");
        row("items out of order",
            "{\"source\": {\"kind\": \"list\", \"items\": [{\"name\": \"a\", \"at\": \"5ms\"},\n{\"name\": \"b\", "
            "\"at\": \"4ms\"}]}}",
            "mine.json, line 2: \"source.items.1.at\" (4ms) lies before the one above it (5ms); sort them by time");
        row("an item back at 0",
            "{\"source\": {\"kind\": \"list\", \"items\": [{\"name\": \"a\", \"at\": \"5ms\"}, {\"name\": \"b\"}]}}",
            "mine.json, line 1: \"source.items.1.at\" (0ms) lies before the one above it (5ms); sort them by time");
        row("an event without a time", "{\"source\": {\"kind\": \"tape\", \"events\": [{\"key\": \"q\"}]}}",
            "mine.json, line 1: \"source.events.0\" needs the key \"at\"");
        row("an event without an input", "{\"source\": {\"kind\": \"tape\", \"events\": [{\"at\": \"1ms\"}]}}",
            "mine.json, line 1: \"source.events.0\" must have either a \"key\" with a text or \"click\": true");
        row("an event with two inputs",
            "{\"source\": {\"kind\": \"tape\", \"events\": [{\"at\": \"1ms\", \"key\": \"q\", \"click\": true}]}}",
            "mine.json, line 1: \"source.events.0\" must have either a \"key\" with a text or \"click\": true");
        row("events out of order",
            "{\"source\": {\"kind\": \"tape\", \"events\": [{\"at\": \"2ms\", \"key\": \"q\"}, {\"at\": \"1ms\", "
            "\"click\": true}]}}",
            "mine.json, line 1: \"source.events.1.at\" (1ms) lies before the one above it (2ms); sort them by time");
        row("a tape that ends too early",
            "{\"source\": {\"kind\": \"tape\", \"events\": [{\"at\": \"2s\", \"key\": \"q\"}], \"end\": \"1s\"}}",
            "mine.json, line 1: \"source.end\" (1s) lies before the last event (2s)");
        row("throttle lets nothing out",
            "{\"pattern\": {\"kind\": \"throttle\", \"leading\": false, \"trailing\": false}}",
            "mine.json, line 1: \"leading\" and \"trailing\" of \"pattern\" are both false, so nothing would ever go "
            "out; set one of them to true");
        row("maxWait below delay", "{\"pattern\": {\"kind\": \"debounce\", \"maxWait\": \"200ms\"}}",
            "mine.json, line 1: \"pattern.maxWait\" (200ms) must be at least \"delay\" (300ms)");
        row("a strict window with a burst",
            "{\"pattern\": {\"kind\": \"rate-limit\", \"window\": \"1s\", \"burst\": 1}}",
            "mine.json, line 1: \"pattern.burst\" cannot be used together with a strict \"window\"; remove one of "
            "them");
        row("a strict window with half a start",
            "{\"policies\": [{\"kind\": \"rate-limit\", \"rate\": 2.5, \"window\": \"1s\"}]}",
            "mine.json, line 1: rate × window must be a whole number of starts from 1 on, but 2.5 per second × 1s is "
            "2.5; change \"policies.0.window\" or the rate");
        row("a strict window with no start",
            "{\"policies\": [{\"kind\": \"rate-limit\", \"rate\": 1, \"window\": \"1ns\"}]}",
            "mine.json, line 1: rate × window must be a whole number of starts from 1 on, but 1 per second × 1ns is "
            "1e-09; change \"policies.0.window\" or the rate");
        row("edits that are none", "{\"edits\": {}}",
            "mine.json, line 1: \"edits\" must be an array of objects, not an object");
        row("an edit without a time", "{\"edits\": [{\"set\": {\"backend.capacity\": 1}}]}",
            "mine.json, line 1: \"edits.0.at\" must be a duration from 0ms to 24h, such as \"250ms\", not nothing");
        row("an edit of nothing", "{\"edits\": [{\"at\": \"1s\", \"set\": {}}]}",
            "mine.json, line 1: \"edits.0\" needs a \"set\" with at least one key, such as {\"pattern.limit\": 8}");
        row("an edit's unknown key", "{\"edits\": [{\"at\": \"1s\", \"sett\": {}}]}",
            "mine.json, line 1: \"edits.0.sett\" is not a key of \"edits.0\"; did you mean \"set\"?");
        row("edits out of order",
            "{\"edits\": [{\"at\": \"2s\", \"set\": {\"backend.capacity\": 1}},\n{\"at\": \"1s\", \"set\": "
            "{\"backend.capacity\": 1}}]}",
            "mine.json, line 2: \"edits.1.at\" (1s) lies before the edit above it (2s); sort them by time");
        row("an edit of what is not there", "{\"edits\": [{\"at\": \"2s\",\n\"set\": {\"pattern.limit\": 1}}]}",
            "mine.json, line 2: \"edits.0.set.pattern.limit\" is not a key of pattern \"gather\"; it is one of "
            "\"parallel-map\" and \"rate-limit\"; change \"kind\" or remove it");
        row("an edit of a mistyped key",
            "{\"pattern\": {\"kind\": \"parallel-map\"}, \"edits\": [{\"at\": \"2s\", \"set\": {\"pattern.limt\": 1}}]}",
            "mine.json, line 1: \"edits.0.set.pattern.limt\" is not a key of pattern \"parallel-map\"; did you mean "
            "\"limit\"?");
        row("an edit of a mistyped part", "{\"edits\": [{\"at\": \"2s\", \"set\": {\"backend.latenci.value\": \"1s\"}}]}",
            "mine.json, line 1: \"edits.0.set.backend.latenci.value\" changes \"backend.latenci.value\", which this "
            "scenario does not have; did you mean \"backend.latency.value\"?");
        row("an edit of nothing known", "{\"edits\": [{\"at\": \"2s\", \"set\": {\"x\": 1}}]}",
            "mine.json, line 1: \"edits.0.set.x\" changes \"x\", which this scenario does not have; name a number or a "
            "duration of it, such as backend.latency.value");
        for (const char *path : {"pattern.kind", "backend.latency.kind", "policies.0.enabled", "policies.retry.kind",
                                 "policies.0", "policies", "pattern", "backend", "backend.latency", "seed", "title"}) {
            const QByteArray name = path;
            QTest::addRow("an edit of %s", path)
                << "{\"policies\": [{\"kind\": \"retry\"}], \"edits\": [{\"at\": \"2s\", \"set\": {\"" + name + "\": 1}}]}"
                << QStringLiteral("mine.json, line 1: \"edits.0.set.%1\" changes \"%1\", which cannot change while the run "
                                  "goes on; only numbers and durations can")
                       .arg(QLatin1String(path));
        }
        row("an edit that needs a restart", "{\"edits\": [{\"at\": \"2s\", \"set\": {\"source.count\": 1}}]}",
            "mine.json, line 1: \"edits.0.set.source.count\" changes \"source.count\", which cannot change while the "
            "run goes on; only numbers and durations can");
        row("an edit out of range", "{\"edits\": [{\"at\": \"2s\", \"set\": {\"backend.capacity\": 0}}]}",
            "mine.json, line 1: \"edits.0.set.backend.capacity\" must be a whole number from 1 to 1000000, or null, "
            "not 0");
        row("an edit against the rules",
            "{\"backend\": {\"latency\": {\"kind\": \"log-normal\"}}, \"edits\": [{\"at\": \"2s\", \"set\": "
            "{\"backend.latency.p95\": \"1ms\"}}]}",
            "mine.json, line 1: the edit \"edits.0.set.backend.latency.p95\" is not possible: \"backend.latency.p95\" "
            "(1ms) must be at least \"median\" (300ms)");
        row("a challenge that is none", "{\"challenge\": 5}",
            "mine.json, line 1: \"challenge\" must be an object such as {\"failed\": \"== 0\"}, not 5");
        row("an unknown number", "{\"challenge\": {\"latencyMs.p96\": \"< 1\"}}",
            "mine.json, line 1: \"challenge.latencyMs.p96\" is not a key of \"challenge\"; did you mean "
            "\"latencyMs.p95\"?");
        row("a condition that is none", "{\"challenge\": {\"failed\": 0}}",
            "mine.json, line 1: \"challenge.failed\" must be a condition such as \"<= 2000\" (< <= == != >= >), not 0");
        row("too many strips",
            "{\"compare\": [{\"set\": {\"policies\": []}}, {\"set\": {\"policies\": []}}, {\"set\": {\"policies\": "
            "[]}}, {\"set\": {\"policies\": []}}]}",
            "mine.json, line 1: \"compare\" may hold at most 3 strips beside the scenario itself");
        row("a strip that changes the source", "{\"compare\": [{\"set\": {\"source.count\": 9}}]}",
            "mine.json, line 1: the strip \"compare.0\" is not possible: \"source.count\" cannot be set in a strip; "
            "only \"pattern\" and \"policies\" can");
        row("a strip that cannot be", "{\"compare\": [{\"set\": {\"pattern.limit\": 9}}]}",
            "mine.json, line 1: the strip \"compare.0\" is not possible: \"pattern.limit\" is not a key of pattern "
            "\"gather\"; it is one of \"parallel-map\" and \"rate-limit\"; change \"kind\" or remove it");
        row("a strip's name", "{\"compare\": [{\"name\": 1, \"set\": {\"policies\": []}}]}",
            "mine.json, line 1: \"compare.0.name\" must be a text, not 1");
    }

    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, message);
        QCOMPARE(readProblem(json), message);
    }

    void survivesWhateverComes()
    {
        // Every prefix of a file, and the file with each byte changed, is read or refused with a sentence.
        const QByteArray file = fullFile.trimmed();
        for (qsizetype i = 0; i < file.size(); ++i) {
            QVERIFY(problemOf(readScenario(file.left(i), QStringLiteral("x.json"))) != QStringLiteral("no problem"));
            for (const char byte : {'{', '"', '9', '\0', '\xff'}) {
                QByteArray changed = file;
                changed[i] = byte;
                QVERIFY(!problemOf(readScenario(changed, QStringLiteral("x.json"))).isEmpty());
            }
        }
    }

    void showsAStripAsAScenario()
    {
        const auto batches = strip(read(fullFile), 0);
        QCOMPARE(std::get<Scenario>(batches).pattern.id(), QStringLiteral("batch"));
        QCOMPARE(std::get<Scenario>(batches).pattern.integer(QStringLiteral("size")), 5);
        // The server is one for all strips, so what changes it changes it for each; edits of the pattern stay behind.
        QCOMPARE(std::get<Scenario>(batches).edits, (std::vector<Edit>{{1s, QStringLiteral("backend.capacity"), 8}}));
        QVERIFY(std::get<Scenario>(strip(read(fullFile), 1)).policies.empty());
    }
};

QTEST_GUILESS_MAIN(ScenarioJsonTest)
#include "scenario_json_test.moc"
