// SPDX-License-Identifier: MIT
#include "model/settings.h"

#include "model/scenario_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace playground;
using namespace std::chrono_literals;

namespace {

/// `key=value` words as on a command line.
Settings settings(const QStringList &words)
{
    Settings settings;
    for (const QString &word : words)
        settings.append({word.section(u'=', 0, 0), word.section(u'=', 1)});
    return settings;
}

Settings settings(const char *words) { return settings(QString::fromUtf8(words).split(u' ')); }

Scenario with(const Scenario &scenario, const char *words)
{
    const auto result = withSettings(scenario, settings(words));
    if (const auto *problem = std::get_if<Problem>(&result))
        qFatal("%s", qPrintable(problem->text()));
    return std::get<Scenario>(result);
}

QString problemOf(const Scenario &scenario, const char *words)
{
    const auto result = withSettings(scenario, settings(words));
    const auto *problem = std::get_if<Problem>(&result);
    return problem ? problem->text() : QStringLiteral("no problem");
}

QString shown(const Scenario &scenario, const char *path)
{
    const QJsonValue value = valueAt(scenario, QLatin1String(path));
    return value.isNull() ? QStringLiteral("null") : value.toVariant().toString();
}

} // namespace

class SettingsTest : public QObject {
    Q_OBJECT

private slots:
    void setValuesOfEveryType_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *words, const char *path, const char *value) {
            QTest::newRow(words) << words << path << value;
        };
        row("source.count=100", "source.count", "100");
        row("source.count=1e3", "source.count", "1000");
        row("source.kind=count", "source.count", "8");
        row("source.label=null", "source.label", "null");
        row("source.label={n}", "source.label", "{n}");
        row("source.label=42", "source.label", "42");
        row("pattern.limit=10", "pattern.limit", "10");
        row("pattern.onError=collect", "pattern.onError", "collect");
        row("policies.0.attempts=5", "policies.0.attempts", "5");
        row("policies.retry.attempts=5", "policies.0.attempts", "5");
        row("policies.retry.base=1.5s", "policies.0.base", "1.5s");
        row("policies.retry.within=10s", "policies.0.within", "10s");
        row("policies.retry.within=null", "policies.0.within", "null");
        row("policies.retry.jitter=full", "policies.0.jitter", "full");
        row("policies.retry.jitter=.5", "policies.0.jitter", "0.5");
        row("policies.retry.retryAfter=false", "policies.0.retryAfter", "false");
        row("policies.retry.enabled=false", "policies.0.enabled", "false");
        row("backend.latency=100ms", "backend.latency.value", "100ms");
        row("backend.latency.median=1s backend.latency.p95=2s", "backend.latency.median", "1s");
        row("backend.failure=never", "backend.failure.kind", "never");
        row("backend.failure.error=hang", "backend.failure.error", "hang");
        row("backend.failure.error=404", "backend.failure.error", "404");
        row("backend.capacity=3", "backend.capacity", "3");
        row("backend.capacity=null", "backend.capacity", "null");
        row("backend=flaky", "backend.failure.p", "0.2");
        row("seed=9", "seed", "9");
        row("name=mine", "name", "mine");
        row("title=42", "title", "42");
        row("group=mine", "group", "mine");
        row("until=2s", "until", "2s");
        row("until=null", "until", "null");
    }

    void setValuesOfEveryType()
    {
        QFETCH(QString, words);
        QFETCH(QString, path);
        QFETCH(QString, value);
        const Scenario scenario = with(defaultScenario(), qPrintable(words));
        QCOMPARE(shown(scenario, qPrintable(path)), value);
    }

    void takeArraysAndObjectsAsJson()
    {
        QVERIFY(with(defaultScenario(), "policies=[]").policies.empty());
        const Scenario scenario =
            with(defaultScenario(),
                 R"(policies=[{"kind":"timeout","after":"1s"},{"kind":"retry"}] backend.failure={"kind":"first"})");
        QCOMPARE(scenario.policies[0].section.id(), QStringLiteral("timeout"));
        QCOMPARE(scenario.policies[1].section.integer(QStringLiteral("attempts")), 3);
        QCOMPARE(scenario.backend.failure.attempts(QStringLiteral("attempts")), 2);
        QCOMPARE(with(defaultScenario(), R"(policies.0={"kind":"timeout"})").policies[0].section.id(),
                 QStringLiteral("timeout"));
        QCOMPARE(with(defaultScenario(), R"(policies.retry.retryOn=["429"])")
                     .policies[0]
                     .section.value(QStringLiteral("retryOn")),
                 QJsonValue(QJsonArray{QStringLiteral("429")}));
    }

    void replaceAWholeSection()
    {
        const Scenario scenario = with(defaultScenario(), R"(pattern={"kind":"batch"})");
        QCOMPARE(scenario.pattern.integer(QStringLiteral("size")), 10);
        QVERIFY(scenario.pattern.given().isEmpty());
    }

    void goFromTheOutsideIn()
    {
        const Scenario scenario =
            with(defaultScenario(),
                 R"(policies.timeout.after=3s policies.1.attempts=7 policies=[{"kind":"timeout"},{"kind":"retry"}])");
        QCOMPARE(scenario.policies[0].section.duration(QStringLiteral("after")), 3s);
        QCOMPARE(scenario.policies[1].section.integer(QStringLiteral("attempts")), 7);
        const Scenario flaky = with(defaultScenario(), "backend.latency.median=123ms backend=flaky");
        QCOMPARE(flaky.backend.latency.duration(QStringLiteral("median")), 123ms);
    }

    void putTheKindFirst()
    {
        const Scenario scenario = with(defaultScenario(), "pattern.size=4 pattern.kind=batch pattern.delay=1s");
        QCOMPARE(scenario.pattern.integer(QStringLiteral("size")), 4);
        QCOMPARE(scenario.pattern.duration(QStringLiteral("delay")), 1s);
    }

    void letTheLastOfTwoEqualPathsHold()
    {
        QCOMPARE(with(defaultScenario(), "pattern.limit=4 pattern.limit=5").pattern.integer(QStringLiteral("limit")),
                 5);
        QCOMPARE(with(defaultScenario(), "policies.0.attempts=4 policies.retry.attempts=5")
                     .policies[0]
                     .section.integer(QStringLiteral("attempts")),
                 5);
        QCOMPARE(with(defaultScenario(), "policies.retry.attempts=5 policies.0.attempts=4")
                     .policies[0]
                     .section.integer(QStringLiteral("attempts")),
                 4);
    }

    void dropTheFilesKeysThatANewKindLacks()
    {
        const Scenario gather = with(defaultScenario(), "pattern.kind=gather");
        QVERIFY(gather.pattern.given().isEmpty());
        const Scenario limited = with(defaultScenario(), "pattern.kind=rate-limit");
        QCOMPARE(limited.pattern.integer(QStringLiteral("limit")), 3); // It has that key, too.
        const Scenario constant = with(defaultScenario(), "backend.latency.kind=constant");
        QCOMPARE(constant.backend.latency.duration(QStringLiteral("value")), 100ms);
        const Scenario timeout = with(defaultScenario(), "policies.0.enabled=false policies.0.kind=timeout");
        QCOMPARE(timeout.policies[0].section.id(), QStringLiteral("timeout"));
        QVERIFY(!timeout.policies[0].enabled);
        const Scenario spread = with(with(defaultScenario(), "backend.latency=50ms"),
                                     "backend.latency.kind=normal backend.latency.mean=1s");
        QCOMPARE(spread.backend.latency.duration(QStringLiteral("mean")), 1s);
    }

    void dropTheFilesNamesOfRequestsThatANewSourceLacks()
    {
        const Scenario named = std::get<Scenario>(withSettings(
            Scenario(), {{"source", R"({"kind":"list","items":[{"name":"user"},{"name":"posts"}]})"},
                         {"backend.failure", R"({"kind":"named","requests":[4,"posts","user"]})"}}));
        const auto requests = [&](const Settings &settings) {
            const ScenarioOrProblem result = withSettings(named, settings);
            const auto *scenario = std::get_if<Scenario>(&result);
            return scenario ? QJsonDocument(scenario->backend.failure.value("requests").toArray()).toJson(QJsonDocument::Compact)
                            : std::get<Problem>(result).text().toUtf8();
        };
        QCOMPARE(requests({}), R"([4,"posts","user"])");
        QCOMPARE(requests({{"source.kind", "interval"}}), "[4]");
        QCOMPARE(requests({{"source", R"({"kind":"count","count":3})"}}), "[4]");
        // What the setting itself says stays, and is wrong then; and the items of the same source are somebody's own.
        QVERIFY(requests({{"source.kind", "count"}, {"backend.failure.requests", R"(["user"])"}}).contains("have names"));
        QVERIFY(requests({{"source.items", R"([{"name":"user"}])"}}).contains("names \"posts\", but the source has no such item"));
    }

    void dropTheFilesValuesThatANewKindCannotTake()
    {
        const Scenario endless = with(defaultScenario(), R"(pattern={"kind":"race","size":null})");
        QCOMPARE(with(endless, "pattern.kind=batch").pattern.integer(QStringLiteral("size")), 10);
    }

    void keepEverythingElse()
    {
        const Scenario before = defaultScenario();
        Scenario after = with(before, "pattern.limit=4");
        after.pattern.set(QStringLiteral("limit"), 3);
        QVERIFY(after == before);
        QVERIFY(with(before, "seed=7") == before);
    }

    void letTheTitleFollowTheNameUnlessItHasItsOwn()
    {
        QCOMPARE(with(Scenario(), "name=other").title, QStringLiteral("other"));
        QCOMPARE(with(defaultScenario(), "name=other").title, QStringLiteral("8 fetches, 3 at a time"));
    }

    void setTextsAndThresholds()
    {
        const Scenario scenario = std::get<Scenario>(
            withSettings(defaultScenario(),
                         {{QStringLiteral("info.what"), QStringLiteral("null")},
                          {QStringLiteral("challenge.latencyMs.p95"), QStringLiteral("<= 900")},
                          {QStringLiteral("edits"), QStringLiteral(R"([{"at":"1s","set":{"pattern.limit":8}}])")}}));
        QCOMPARE(scenario.info.value(QLatin1String("what")).toString(), QStringLiteral("null"));
        QCOMPARE(scenario.challenge.value(QLatin1String("latencyMs.p95")).toString(), QStringLiteral("<= 900"));
        QCOMPARE(scenario.edits.size(), std::size_t(1));
        const Scenario later = with(scenario, "edits.0.at=2s edits.0.set.pattern.limit=9");
        QCOMPARE(later.edits[0].at, 2s);
        QCOMPARE(later.edits[0].value, QJsonValue(9));
    }

    void setJsonValuesFromAForm()
    {
        const auto result = withValue(defaultScenario(), QStringLiteral("pattern.limit"), 12);
        QCOMPARE(std::get<Scenario>(result).pattern.integer(QStringLiteral("limit")), 12);
        const auto wrong = withValue(defaultScenario(), QStringLiteral("pattern.limit"), QStringLiteral("12"));
        QCOMPARE(std::get<Problem>(wrong).path, QStringLiteral("pattern.limit"));
        QCOMPARE(std::get<Problem>(wrong).text(),
                 QStringLiteral("\"pattern.limit\" must be a whole number from 1 to 1000000, not \"12\""));
    }

    void sayWhatIsWrong_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *words, const char *message) {
            QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(message);
        };
        row("patern.limit=3", "\"patern\" is not a key of a scenario; did you mean \"pattern\"?");
        row("pattern.limt=3", "\"pattern.limt\" is not a key of pattern \"parallel-map\"; did you mean \"limit\"?");
        row("pattern.limit=x", "\"pattern.limit\" must be a whole number from 1 to 1000000, not \"x\"");
        row("pattern.limit=", "\"pattern.limit\" must be a whole number from 1 to 1000000, not \"\"");
        row("pattern.limit=1e999", "\"pattern.limit\" must be a whole number from 1 to 1000000, not \"1e999\"");
        row("pattern.limit=99999999999999999999",
            "\"pattern.limit\" must be a whole number from 1 to 1000000, not \"99999999999999999999\"");
        row("seed=99999999999999999999",
            "\"seed\" must be a whole number from 0 to 9007199254740991, not \"99999999999999999999\"");
        row("pattern.limit=1e99", "\"pattern.limit\" must be a whole number from 1 to 1000000, not 1e99");
        row("policies.retry.attempts=1.50", "\"policies.0.attempts\" must be a whole number from 1 to 100, not 1.50");
        row("policies.0.attempts=1e99", "\"policies.0.attempts\" must be a whole number from 1 to 100, not 1e99");
        row("policies=[{\"kind\":\"retry\",\"attempts\":1e99}]", "\"policies.0.attempts\" must be a whole number from 1 to 100, not 1e99");
        row("policies.0.attempts=1e77 policies.0.attempts=1e99", "\"policies.0.attempts\" must be a whole number from 1 to 100, not 1e99");
        row("policies=[{\"kind\":\"retry\",\"attempts\":1e77}] policies.retry.attempts=1e99",
            "\"policies.0.attempts\" must be a whole number from 1 to 100, not 1e99");
        row("seed=-1e0", "\"seed\" must be a whole number from 0 to 9007199254740991, not -1e0");
        row("source={\"count\":1e99}", "\"source.count\" must be a whole number from 0 to 10000000, not 1e99");
        row("backend.failure={\"kind\":\"named\",\"requests\":[\"user\"]}",
            "\"backend.failure.requests.0\" names \"user\", but only the requests of a \"list\" source have names; write numbers, "
            "such as 4");
        row("until=0.1ns", "\"until\" must be a duration from 0ms to 24h, such as \"250ms\", or null, not \"0.1ns\"; nothing "
                           "finer than 1ns can be told apart");
        row("pattern.limit=inf", "\"pattern.limit\" must be a whole number from 1 to 1000000, not \"inf\"");
        row("pattern.limit=0x10", "\"pattern.limit\" must be a whole number from 1 to 1000000, not \"0x10\"");
        row("pattern.limit.x=3", "\"pattern.limit\" is 3 and has no key \"x\"");
        row("policies.0.base=300",
            "\"policies.0.base\" must be a duration from 0ms to 24h, such as \"250ms\", not \"300\"; write a unit: "
            "\"300ms\"");
        row("policies.1.attempts=3", "\"policies\" has the entries 0 to 0, not 1");
        row("policies.x.attempts=3", "there is no policy \"x\" in this scenario; known: \"retry\"");
        row("policies.retyr.attempts=3", "there is no policy \"retyr\" in this scenario; did you mean \"retry\"?");
        row("policies.hedge.after=1s",
            "there is no policy \"hedge\" in this scenario; add it, such as "
            "'policies=[{\"attempts\":3,\"base\":\"300ms\",\"factor\":2,\"jitter\":0.2,\"kind\":\"retry\"},"
            "{\"kind\":\"hedge\"}]'");
        row("policies=[] policies.hedge.after=1s",
            "there is no policy \"hedge\" in this scenario; add it, such as 'policies=[{\"kind\":\"hedge\"}]'");
        row("policies=[ policies.0.attempts=3", "the value of \"policies\" cannot be read: this is not JSON: a comma "
                                                "or the closing ] of an array is missing here");
        row("policies=[{\"kind\":\"retry\",\"kind\":\"hedge\"}]",
            "the value of \"policies\" cannot be read: the key \"policies.0.kind\" is given twice, first in line 1; remove one "
            "of them");
        row("policies=[{\"kind\":\"timeout\"},{\"kind\":\"timeout\"}] policies.timeout.after=1s",
            "there are 2 policies \"timeout\"; write policies.0 or policies.1");
        row("policies=retry", "\"policies\" must be an array of objects, not \"retry\"");
        row("policies=[] policies.0.attempts=3", "\"policies\" is empty, so there is no policies.0");
        row("pattern=gather", "\"pattern\" must be an object such as {\"kind\": \"sequential\"}, not \"gather\"");
        row("pattern.kind=gather pattern.limit=3", "\"pattern.limit\" is not a key of pattern \"gather\"; it is one of "
                                                   "\"parallel-map\" and \"rate-limit\"; change \"kind\" or remove it");
        row("pattern={\"kind\":\"batch\",\"limit\":3} pattern.kind=gather",
            "\"pattern.limit\" is not a key of pattern \"gather\"; it is one of \"parallel-map\" and \"rate-limit\"; "
            "change \"kind\" or remove it");
        row("backend.latency=fast",
            "\"backend.latency\" must be a duration from 0ms to 24h, such as \"250ms\", not \"fast\"");
        row("backend.latency.value=1s", "\"backend.latency.value\" is not a key of latency \"log-normal\"; it is one "
                                        "of \"constant\"; change \"kind\" or remove it");
        row("backend=quick", "\"quick\" is not a ready-made server; known: \"fast\", \"slow\", \"flaky\", "
                             "\"overloaded\" and \"offline\"");
        row("seed=x", "\"seed\" must be a whole number from 0 to 9007199254740991, not \"x\"");
        row("seed=9007199254740993",
            "\"seed\" must be a whole number from 0 to 9007199254740991, not 9007199254740993");
        row("seed=9223372036854775807",
            "\"seed\" must be a whole number from 0 to 9007199254740991, not 9223372036854775807");
        row("version=1.5", "\"version\" must be a whole number such as 1, not 1.5");
        row("version=0", "\"version\" must be 1, not 0");
        row("version=2", "\"version\" is 2, but this program reads up to 1; use a newer Asyncade");
        row("=3", "\"\" is not the path of a key; write keys joined by dots, such as pattern.limit");
        row("pattern..limit=3",
            "\"pattern..limit\" is not the path of a key; write keys joined by dots, such as pattern.limit");
    }

    void sayWhatIsWrong()
    {
        QFETCH(QString, words);
        QFETCH(QString, message);
        QCOMPARE(problemOf(defaultScenario(), words.toUtf8().constData()), message);
    }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
