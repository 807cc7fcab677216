// SPDX-License-Identifier: MIT
#include "model/parameter_table.h"

#include "model/section_rules.h"
#include "model/value_check.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace playground;

namespace {

QStringList ids(const QString &group)
{
    QStringList ids;
    for (const Kind *kind : kindsOf(group))
        ids.append(kind->id);
    return ids;
}

QStringList words(const char *text) { return QString::fromLatin1(text).split(u' '); }

QString shown(const QJsonValue &value)
{
    return value.isArray() ? QStringLiteral("[%1]").arg(value.toArray().size()) : shownValue(value).remove(u'"');
}

/// `key=default` of each parameter; a `!` behind those that take effect with the next start only.
QString keysOf(const Kind &kind)
{
    QStringList keys;
    for (const Parameter &parameter : kind.parameters)
        keys.append(parameter.key + u'=' + shown(parameter.defaultValue) +
                    QLatin1String(parameter.applies == Applies::Restart ? "!" : ""));
    return keys.join(u' ');
}

} // namespace

class ParameterTableTest : public QObject {
    Q_OBJECT

private slots:
    void hasEveryKind()
    {
        QCOMPARE(ids(QStringLiteral("source")), words("count list interval poisson bursts tape"));
        QCOMPARE(
            ids(QStringLiteral("pattern")),
            words("sequential gather gather-safe batch parallel-map rate-limit debounce throttle race any batcher"));
        QCOMPARE(ids(QStringLiteral("policy")),
                 words("timeout retry rate-limit concurrency-limit circuit-breaker hedge keep-latest"));
        QCOMPARE(ids(QStringLiteral("latency")), words("constant uniform normal log-normal exponential list"));
        QCOMPARE(ids(QStringLiteral("failure")), words("never probability first every named"));
        QCOMPARE(ids(QStringLiteral("backend")), words("server"));
        QCOMPARE(allKinds().size(), std::size_t(36));
    }

    void hasEveryParameterWithItsDefault_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("keys");
        const auto row = [](const char *group, const char *id, const char *keys) {
            QTest::addRow("%s %s", group, id) << group << id << keys;
        };
        row("source", "count", "count=8! label=request {n}!");
        row("source", "list", "items=[0]!");
        row("source", "interval", "count=8! every=100ms! label=request {n}!");
        row("source", "poisson", "count=8! rate=10! label=request {n}!");
        row("source", "bursts", "count=8! size=5! every=100ms! spacing=0ms! label=request {n}!");
        row("source", "tape", "events=[0]! end=null! label=request {n}!");
        row("pattern", "sequential", "onError=stop!");
        row("pattern", "gather", "");
        row("pattern", "gather-safe", "");
        row("pattern", "batch", "size=10 delay=0ms pace=after-end! onError=stop!");
        row("pattern", "parallel-map", "limit=10 onError=stop!");
        row("pattern", "rate-limit", "rate=10 burst=1 window=null limit=null onError=collect!");
        row("pattern", "debounce", "delay=300ms leading=false! trailing=true! maxWait=null overlap=true!");
        row("pattern", "throttle", "delay=300ms mode=drop! leading=true! trailing=true!");
        row("pattern", "race", "size=null");
        row("pattern", "any", "size=null");
        row("pattern", "batcher", "size=5 delay=50ms");
        row("policy", "timeout", "after=2s result=throw!");
        row("policy", "retry",
            "attempts=3 base=300ms factor=2 cap=30s jitter=full retryOn=[4]! retryAfter=true! within=null");
        row("policy", "rate-limit", "rate=10 burst=1 window=null pauseOn429=false!");
        row("policy", "concurrency-limit", "limit=3");
        row("policy", "circuit-breaker", "failures=5 openFor=2s probes=1");
        row("policy", "hedge", "after=200ms copies=1");
        row("policy", "keep-latest", "");
        row("latency", "constant", "value=100ms");
        row("latency", "uniform", "min=50ms max=150ms");
        row("latency", "normal", "mean=100ms sd=20ms");
        row("latency", "log-normal", "median=300ms p95=700ms");
        row("latency", "exponential", "mean=100ms");
        row("latency", "list", "values=[3]");
        row("failure", "never", "");
        row("failure", "probability", "p=0.1 error=503 after=null");
        row("failure", "first", "attempts=2 error=503 after=null");
        row("failure", "every", "n=5 attempts=1 error=503 after=null");
        row("failure", "named", "requests=[1]! attempts=1 error=503 after=null");
        row("backend", "server",
            "capacity=null whenFull=queue! queue=null rate=null burst=1 refuseAfter=20ms retryAfter=true! slowdown=0 "
            "perItem=0ms onCancel=stop!");
    }

    void hasEveryParameterWithItsDefault()
    {
        QFETCH(QString, group);
        QFETCH(QString, id);
        QFETCH(QString, keys);
        QCOMPARE(keysOf(*findKind(group, id)), keys);
    }

    void hasValidDefaultsAndBounds()
    {
        for (const Kind &kind : allKinds()) {
            for (const Parameter &parameter : kind.parameters) {
                const QString path = kind.id + u'.' + parameter.key;
                QVERIFY2(!checkValue(parameter, parameter.defaultValue, path), qPrintable(path));
                for (const QJsonValue &bound : {parameter.min, parameter.max, parameter.softMin, parameter.softMax}) {
                    if (!bound.isUndefined())
                        QVERIFY2(!checkValue(parameter, bound, path) || bound == parameter.softMin, qPrintable(path));
                }
                QCOMPARE(parameter.softMin.isUndefined(), parameter.softMax.isUndefined());
            }
            QVERIFY2(!checkRules(Section(&kind), kind.id), qPrintable(kind.id));
        }
    }

    void hasWordsForEverything()
    {
        for (const Kind &kind : allKinds()) {
            QVERIFY2(!kind.title.isEmpty() && kind.help.endsWith(u'.'), qPrintable(kind.id));
            QSet<QString> keys;
            for (const Parameter &parameter : kind.parameters) {
                const QString path = kind.id + u'.' + parameter.key;
                QVERIFY2(!parameter.title.isEmpty() && (parameter.help.endsWith(u'.') || parameter.help.endsWith(u'…')),
                         qPrintable(path));
                QVERIFY2(!keys.contains(parameter.key), qPrintable(path));
                keys.insert(parameter.key);
            }
        }
    }

    void knowsEveryKind()
    {
        QStringList ids;
        for (const Kind &kind : allKinds()) {
            if (kind.group != QLatin1String("latency") && kind.group != QLatin1String("failure"))
                ids.append(kind.id);
        }
        QCOMPARE(ids, words("count list interval poisson bursts tape sequential gather gather-safe batch parallel-map rate-limit debounce throttle race any batcher timeout retry rate-limit concurrency-limit circuit-breaker hedge keep-latest server"));
    }

    void everyPolicyCanBeSwitchedOff()
    {
        for (const Kind &kind : allKinds()) {
            const std::vector<Parameter> keys = objectKeys(kind);
            const bool isPolicy = kind.group == QLatin1String("policy");
            QCOMPARE(keys.size(), kind.parameters.size() + (isPolicy ? 1 : 0));
            if (!isPolicy)
                continue;
            QCOMPARE(keys.front().key, QStringLiteral("enabled"));
            QCOMPARE(keys.front().type, ParameterType::Boolean);
            QCOMPARE(keys.front().defaultValue, QJsonValue(true));
            QCOMPARE(keys.front().applies, Applies::Restart);
        }
    }

    void onlyNumbersHaveBounds()
    {
        const Kind *count = findKind(QStringLiteral("source"), QStringLiteral("count"));
        const Parameter *label = count->parameter(QStringLiteral("label"));
        QVERIFY(label->min.isUndefined() && label->max.isUndefined());
        QVERIFY(label->softMin.isUndefined() && label->softMax.isUndefined());
    }

    void knowsWhichPoliciesStandOnce()
    {
        QStringList once;
        for (const Kind *kind : kindsOf(QStringLiteral("policy"))) {
            if (kind->once)
                once.append(kind->id);
        }
        QCOMPARE(once, words("retry circuit-breaker hedge keep-latest"));
    }

    void findsNothingThatIsNotThere()
    {
        QVERIFY(!findKind(QStringLiteral("pattern"), QStringLiteral("count")));
        QVERIFY(!findKind(QStringLiteral("nothing"), QStringLiteral("gather")));
        QVERIFY(kindsOf(QStringLiteral("nothing")).empty());
        QVERIFY(!findKind(QStringLiteral("pattern"), QStringLiteral("gather"))->parameter(QStringLiteral("limit")));
    }
};

QTEST_GUILESS_MAIN(ParameterTableTest)
#include "parameter_table_test.moc"
