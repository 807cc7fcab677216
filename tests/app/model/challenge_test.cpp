// SPDX-License-Identifier: MIT
#include "model/challenge.h"

#include "model/words.h"

#include <QTest>

using namespace playground;

namespace {

Metrics::Values someValues()
{
    Metrics::Values values;
    values.virtualTime = 2'000'000'499; // Shown as 2000 ms.
    values.attempts = 31;
    values.failed = 0;
    values.latency = Metrics::Values::Latency{1, 2, 3, 900'000'000, 5, 6};
    return values;
}

} // namespace

class ChallengeTest : public QObject {
    Q_OBJECT

private slots:
    void readsConditions()
    {
        using Relation = Threshold::Relation;
        QCOMPARE(Threshold::parse(QStringLiteral("<= 2000")), (Threshold{Relation::AtMost, 2000}));
        QCOMPARE(Threshold::parse(QStringLiteral(" >=0.5 ")), (Threshold{Relation::AtLeast, 0.5}));
        QCOMPARE(Threshold::parse(QStringLiteral("<3")), (Threshold{Relation::Less, 3}));
        QCOMPARE(Threshold::parse(QStringLiteral("> -1")), (Threshold{Relation::More, -1}));
        QCOMPARE(Threshold::parse(QStringLiteral("== 0")), (Threshold{Relation::Equal, 0}));
        QCOMPARE(Threshold::parse(QStringLiteral("!= 0")), (Threshold{Relation::NotEqual, 0}));
        for (const char *text : {"", "2000", "= 3", "=< 3", "<= x", "<= 1e3", "<= 3 ms", "<<= 3", "<="})
            QVERIFY2(!Threshold::parse(QLatin1String(text)), text);
    }

    void holdsAtItsBound()
    {
        QVERIFY(Threshold::parse(QStringLiteral("<= 3"))->holds(3));
        QVERIFY(!Threshold::parse(QStringLiteral("< 3"))->holds(3));
        QVERIFY(Threshold::parse(QStringLiteral(">= 3"))->holds(3));
        QVERIFY(!Threshold::parse(QStringLiteral("> 3"))->holds(3));
        QVERIFY(Threshold::parse(QStringLiteral("== 3"))->holds(3));
        QVERIFY(!Threshold::parse(QStringLiteral("!= 3"))->holds(3));
    }

    void comparesWhatTheReportShows()
    {
        const QJsonObject challenge{{QStringLiteral("latencyMs.p95"), QStringLiteral("<= 900")},
                                    {QStringLiteral("attempts"), QStringLiteral("<= 30")},
                                    {QStringLiteral("virtualTimeMs"), QStringLiteral("<= 2000")},
                                    {QStringLiteral("failed"), QStringLiteral("== 0")}};
        const std::vector<ThresholdResult> expected{
            {QStringLiteral("virtualTimeMs"), QStringLiteral("<= 2000"), 2000.0, true},
            {QStringLiteral("failed"), QStringLiteral("== 0"), 0.0, true},
            {QStringLiteral("attempts"), QStringLiteral("<= 30"), 31.0, false},
            {QStringLiteral("latencyMs.p95"), QStringLiteral("<= 900"), 900.0, true}};
        QCOMPARE(evaluateChallenge(challenge, someValues()), expected);
        QVERIFY(!challengeMet(challenge, someValues()));
    }

    void isMetWithoutThresholds() { QVERIFY(challengeMet({}, someValues())); }

    void isNeverMetByNothing()
    {
        for (const char *condition : {"<= 1000000", ">= 0", "!= 5"}) {
            const QJsonObject challenge{{QStringLiteral("waitMs.mean"), QLatin1String(condition)}};
            QVERIFY(!challengeMet(challenge, someValues()));
            QCOMPARE(evaluateChallenge(challenge, someValues())[0].value, std::nullopt);
        }
    }

    void knowsEveryNumberOfTheReport()
    {
        QCOMPARE(reportKeys().size(), 24);
        QCOMPARE(reportKeys().first(), QStringLiteral("virtualTimeMs"));
        QCOMPARE(reportKeys().last(), QStringLiteral("waitMs.max"));
        QCOMPARE(reportNumber(someValues(), QStringLiteral("latencyMs.p95")), 900.0);
        QCOMPARE(reportNumber(someValues(), QStringLiteral("nothing")), std::nullopt);
    }

    void hasWordsForEveryNumberOfTheReport()
    {
        QCOMPARE(metricKeys(), reportKeys() + QStringList{QStringLiteral("fasterThanOneByOne")});
    }
};

QTEST_GUILESS_MAIN(ChallengeTest)
#include "challenge_test.moc"
