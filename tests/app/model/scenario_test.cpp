// SPDX-License-Identifier: MIT
#include "model/scenario.h"

#include "model/scenario_json.h"
#include "model/trace.h"

#include <QTest>

using namespace playground;
using namespace std::chrono_literals;

namespace {

Scenario read(const QByteArray &json)
{
    const auto result = readScenario(json, QStringLiteral("test.json"));
    if (const auto *problem = std::get_if<Problem>(&result))
        qFatal("%s", qPrintable(problem->text()));
    return std::get<Scenario>(result);
}

Scenario with(const Scenario &scenario, const Settings &settings)
{
    const auto result = withSettings(scenario, settings);
    if (const auto *problem = std::get_if<Problem>(&result))
        qFatal("%s", qPrintable(problem->text()));
    return std::get<Scenario>(result);
}

/// `path=value` of each edit.
QString shown(const std::optional<std::vector<Edit>> &edits)
{
    if (!edits)
        return QStringLiteral("restart");
    QStringList texts;
    for (const Edit &edit : *edits)
        texts.append(edit.path + u'=' + edit.value.toVariant().toString());
    return texts.join(u' ');
}

} // namespace

class ScenarioTest : public QObject {
    Q_OBJECT

private slots:
    void hasTheDocumentedDefaults()
    {
        const Scenario scenario;
        QCOMPARE(scenario.seed, quint64(1));
        QCOMPARE(scenario.group, QStringLiteral("mine"));
        QCOMPARE(scenario.source.id(), QStringLiteral("count"));
        QCOMPARE(requestCount(scenario), 8);
        QCOMPARE(scenario.pattern.id(), QStringLiteral("gather"));
        QVERIFY(scenario.policies.empty());
        QCOMPARE(scenario.backend.latency.id(), QStringLiteral("constant"));
        QCOMPARE(scenario.backend.latency.duration(QStringLiteral("value")), 100ms);
        QCOMPARE(scenario.backend.failure.id(), QStringLiteral("never"));
    }

    void givesValuesOrTheirDefaults()
    {
        const Scenario scenario = defaultScenario();
        const Section &retry = scenario.policies[0].section;
        QCOMPARE(retry.integer(QStringLiteral("attempts")), 3);
        QCOMPARE(retry.duration(QStringLiteral("base")), 300ms);
        QCOMPARE(retry.duration(QStringLiteral("cap")), 30s);
        QCOMPARE(retry.optionalDuration(QStringLiteral("within")), std::nullopt);
        QVERIFY(retry.isNull(QStringLiteral("within")));
        QVERIFY(retry.flag(QStringLiteral("retryAfter")));
        QCOMPARE(retry.jitter(QStringLiteral("jitter")), (Jitter{false, 0.2}));
        QCOMPARE(scenario.pattern.text(QStringLiteral("onError")), QStringLiteral("stop"));
        QCOMPARE(scenario.backend.settings.optionalInteger(QStringLiteral("capacity")), std::nullopt);
        QCOMPARE(scenario.backend.settings.optionalNumber(QStringLiteral("rate")), std::nullopt);
        QVERIFY(retry.value(QStringLiteral("nothing")).isUndefined());
    }

    void readsJitterErrorsAndAttempts()
    {
        Section retry(findKind(QStringLiteral("policy"), QStringLiteral("retry")));
        QCOMPARE(retry.jitter(QStringLiteral("jitter")), (Jitter{true, 0}));
        retry.set(QStringLiteral("jitter"), QStringLiteral("none"));
        QCOMPARE(retry.jitter(QStringLiteral("jitter")), (Jitter{false, 0}));
        Section first(findKind(QStringLiteral("failure"), QStringLiteral("first")));
        QCOMPARE(first.attempts(QStringLiteral("attempts")), 2);
        QCOMPARE(first.failingAnswer(QStringLiteral("error")), (FailingAnswer{false, 503}));
        first.set(QStringLiteral("attempts"), QStringLiteral("always"));
        first.set(QStringLiteral("error"), QStringLiteral("hang"));
        QCOMPARE(first.attempts(QStringLiteral("attempts")), alwaysFails);
        QCOMPARE(first.failingAnswer(QStringLiteral("error")), (FailingAnswer{true, codeNone}));
        first.set(QStringLiteral("error"), QStringLiteral("offline"));
        QCOMPARE(first.failingAnswer(QStringLiteral("error")), (FailingAnswer{false, codeOffline}));
        first.set(QStringLiteral("error"), 404);
        QCOMPARE(first.failingAnswer(QStringLiteral("error")), (FailingAnswer{false, 404}));
    }

    void listsItems()
    {
        const Scenario scenario = read(R"({"source": {"kind": "list", "items": [{"name": "user", "latency": "120ms"},
            {"name": "posts", "latency": "300ms", "fails": 1, "error": 503}, {"name": "ads", "at": "50ms", "fails": "always", "error": "hang"}]}})");
        const std::vector<SourceItem> expected{
            {QStringLiteral("user"), 0ns, 120ms, std::nullopt, {}},
            {QStringLiteral("posts"), 0ns, 300ms, 1, {false, 503}},
            {QStringLiteral("ads"), 50ms, std::nullopt, alwaysFails, {true, codeNone}}};
        QCOMPARE(sourceItems(scenario.source), expected);
        QCOMPARE(requestCount(scenario), 3);
        QCOMPARE(requestText(scenario, 2), QStringLiteral("posts"));
        QVERIFY(sourceItems(Scenario().source).empty());
    }

    void namesEachRequest()
    {
        QCOMPARE(requestText(defaultScenario(), 4), QStringLiteral("GET /pages/4"));
        QCOMPARE(requestText(Scenario(), 1), QStringLiteral("request 1"));
        const Scenario tape = read(R"({"source": {"kind": "tape", "label": "search {text}, {n}",
            "events": [{"at": "0ms", "key": "q"}, {"at": "1ms", "key": "t"}, {"at": "2ms", "click": true, "text": "all"}]}})");
        QCOMPARE(requestCount(tape), 3);
        QCOMPARE(requestText(tape, 2), QStringLiteral("search qt, 2"));
        QCOMPARE(requestText(tape, 3), QStringLiteral("search all, 3"));
    }

    void findsValuesByPath()
    {
        const Scenario scenario = defaultScenario();
        QCOMPARE(valueAt(scenario, QStringLiteral("seed")), QJsonValue(7));
        QCOMPARE(valueAt(scenario, QStringLiteral("title")), QJsonValue(QStringLiteral("8 fetches, 3 at a time")));
        QCOMPARE(valueAt(scenario, QStringLiteral("until")), QJsonValue(QJsonValue::Null));
        QCOMPARE(valueAt(scenario, QStringLiteral("pattern.kind")), QJsonValue(QStringLiteral("parallel-map")));
        QCOMPARE(valueAt(scenario, QStringLiteral("pattern.limit")), QJsonValue(3));
        QCOMPARE(valueAt(scenario, QStringLiteral("pattern.onError")), QJsonValue(QStringLiteral("stop")));
        QCOMPARE(valueAt(scenario, QStringLiteral("policies.0.attempts")), QJsonValue(3));
        QCOMPARE(valueAt(scenario, QStringLiteral("policies.retry.factor")), QJsonValue(2));
        QCOMPARE(valueAt(scenario, QStringLiteral("policies.retry.enabled")), QJsonValue(true));
        QCOMPARE(valueAt(scenario, QStringLiteral("backend.latency.median")), QJsonValue(QStringLiteral("640ms")));
        QCOMPARE(valueAt(scenario, QStringLiteral("backend.failure.kind")), QJsonValue(QStringLiteral("probability")));
        QCOMPARE(valueAt(scenario, QStringLiteral("backend.burst")), QJsonValue(1));
        for (const char *path :
             {"", "nothing", "pattern", "pattern.size", "pattern.limit.x", "policies", "policies.1.attempts",
              "policies.hedge.after", "policies.0", "backend.latency", "backend.latency.p96", "."})
            QVERIFY2(valueAt(scenario, QLatin1String(path)).isUndefined(), path);
    }

    void findsParametersByPath()
    {
        const Scenario scenario = defaultScenario();
        QCOMPARE(parameterAt(scenario, QStringLiteral("pattern.limit"))->title, QStringLiteral("At a time"));
        QCOMPARE(parameterAt(scenario, QStringLiteral("policies.retry.base"))->key, QStringLiteral("base"));
        QCOMPARE(parameterAt(scenario, QStringLiteral("backend.failure.p"))->type, ParameterType::Probability);
        QCOMPARE(parameterAt(scenario, QStringLiteral("backend.capacity"))->key, QStringLiteral("capacity"));
        QVERIFY(!parameterAt(scenario, QStringLiteral("pattern.kind")));
        QVERIFY(!parameterAt(scenario, QStringLiteral("seed")));
    }

    void tellsLiveEditsFromThoseThatRestart_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("edits");
        QTest::newRow("a limit") << "pattern.limit"
                                 << "8"
                                 << "pattern.limit=8";
        QTest::newRow("the same limit") << "pattern.limit"
                                        << "3"
                                        << "";
        QTest::newRow("a duration") << "policies.0.base"
                                    << "1s"
                                    << "policies.0.base=1s";
        QTest::newRow("the same, written otherwise") << "policies.0.base"
                                                     << "0.3s"
                                                     << "";
        QTest::newRow("a default") << "policies.0.cap"
                                   << "30s"
                                   << "";
        QTest::newRow("latency") << "backend.latency.median"
                                 << "100ms"
                                 << "backend.latency.median=100ms";
        QTest::newRow("probability") << "backend.failure.p"
                                     << "0.5"
                                     << "backend.failure.p=0.5";
        QTest::newRow("capacity") << "backend.capacity"
                                  << "2"
                                  << "backend.capacity=2";
        QTest::newRow("jitter as a number") << "policies.retry.jitter"
                                            << "0.5"
                                            << "policies.0.jitter=0.5";
        QTest::newRow("jitter as a word") << "policies.retry.jitter"
                                          << "full"
                                          << "restart";
        QTest::newRow("an error as a number") << "backend.failure.error"
                                              << "500"
                                              << "backend.failure.error=500";
        QTest::newRow("an error as a word") << "backend.failure.error"
                                            << "hang"
                                            << "restart";
        QTest::newRow("a flag") << "policies.retry.retryAfter"
                                << "false"
                                << "restart";
        QTest::newRow("a choice") << "pattern.onError"
                                  << "collect"
                                  << "restart";
        QTest::newRow("a list of words") << "policies.retry.retryOn"
                                         << "[\"5xx\"]"
                                         << "restart";
        QTest::newRow("a kind") << "pattern.kind"
                                << "gather"
                                << "restart";
        QTest::newRow("the source") << "source.count"
                                    << "9"
                                    << "restart";
        QTest::newRow("the seed") << "seed"
                                  << "8"
                                  << "restart";
        QTest::newRow("a switched-off policy") << "policies.0.enabled"
                                               << "false"
                                               << "restart";
        QTest::newRow("no policy") << "policies"
                                   << "[]"
                                   << "restart";
        QTest::newRow("the end") << "until"
                                 << "5s"
                                 << "restart";
        QTest::newRow("the title") << "title"
                                   << "Another"
                                   << "";
        QTest::newRow("the challenge") << "challenge.failed"
                                       << "== 0"
                                       << "";
    }

    void tellsLiveEditsFromThoseThatRestart()
    {
        QFETCH(QString, path);
        QFETCH(QString, value);
        QFETCH(QString, edits);
        const Scenario before = defaultScenario();
        QCOMPARE(shown(liveEdits(before, with(before, {{path, value}}))), edits);
    }

    void findsSeveralLiveEditsAtOnce()
    {
        const Scenario before = defaultScenario();
        const Scenario after = with(before, {{QStringLiteral("pattern.limit"), QStringLiteral("5")},
                                             {QStringLiteral("policies.retry.attempts"), QStringLiteral("1")}});
        QCOMPARE(shown(liveEdits(before, after)), QStringLiteral("pattern.limit=5 policies.0.attempts=1"));
        QCOMPARE(shown(liveEdits(before, before)), QString());
    }

    void putsLiveEditsInAnOrderInWhichEachIsPossible()
    {
        const auto latency = [](const char *median, const char *p95) {
            return with(Scenario(), {{QStringLiteral("backend.latency"),
                                      QStringLiteral(R"({"kind":"log-normal","median":"%1","p95":"%2"})").arg(median, p95)}});
        };
        // A median does not pass its p95, upwards nor downwards.
        QCOMPARE(shown(liveEdits(latency("300ms", "700ms"), latency("900ms", "2s"))),
                 QStringLiteral("backend.latency.p95=2s backend.latency.median=900ms"));
        QCOMPARE(shown(liveEdits(latency("900ms", "2s"), latency("300ms", "700ms"))),
                 QStringLiteral("backend.latency.median=300ms backend.latency.p95=700ms"));
        const auto window = [](const char *rate, const char *span) {
            return with(Scenario(), {{QStringLiteral("pattern"), QStringLiteral(R"({"kind":"rate-limit","rate":%1,"window":"%2"})").arg(rate, span)}});
        };
        QCOMPARE(shown(liveEdits(window("10", "1s"), window("2.5", "2s"))), QStringLiteral("pattern.window=2s pattern.rate=2.5"));
        // From a whole number of starts to another whole one, but by way of none.
        QVERIFY(!liveEdits(window("0.5", "2s"), window("1.25", "800ms")));
    }
};

QTEST_GUILESS_MAIN(ScenarioTest)
#include "scenario_test.moc"
