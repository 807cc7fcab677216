// SPDX-License-Identifier: MIT
#include "model/strips.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace playground;

namespace {

Scenario read(const QByteArray &json)
{
    const ScenarioOrProblem result = readScenario(json, QStringLiteral("test.json"));
    if (const auto *problem = std::get_if<Problem>(&result))
        qFatal("%s", qPrintable(problem->text()));
    return std::get<Scenario>(result);
}

Scenario good(const ScenarioOrProblem &result)
{
    if (const auto *problem = std::get_if<Problem>(&result))
        qFatal("%s", qPrintable(problem->text()));
    return std::get<Scenario>(result);
}

Scenario with(const Scenario &scenario, const QString &path, const QJsonValue &value)
{
    return good(withValue(scenario, path, value));
}

QString text(const QJsonObject &object) { return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)); }

QString setOf(const Scenario &scenario, qsizetype strip)
{
    return text(scenario.compare.at(strip - 1).toObject().value(QStringLiteral("set")).toObject());
}

/// Three at a time with a retry; B twice as many, C in batches with no retry.
Scenario three()
{
    return read(R"({"name": "three", "pattern": {"kind": "parallel-map", "limit": 3}, "policies": [{"kind": "retry", "attempts": 3}],
                    "compare": [{"name": "More", "set": {"pattern.limit": 6}},
                                {"name": "Batches", "set": {"pattern.kind": "batch", "pattern.size": 5, "policies": []}}]})");
}

} // namespace

/// What can be done with the strips of a comparison. Each edit of one strip leaves all others as they were.
class StripsTest : public QObject {
    Q_OBJECT

private slots:
    void aIsTheScenarioItself();
    void aSetNamesOnlyWhatDiffers_data();
    void aSetNamesOnlyWhatDiffers();
    void stripsOfOtherValuesKeepTheirNamesAndWords();
    void whatAStripIsMadeFromHasOnlyEditsOfTheServer();
    void anEditOfABelongsToAAlone();
    void anEditOfAStripBelongsToItAlone();
    void aKindIsNotInheritedHalf();
    void addsACopy();
    void removesAStrip();
    void removingAMakesTheNextOneTheBaseline();
    void theBaselineChangesPlaces();
    void refusesABaselineThatAnEditDoesNotFit();
    void givesAndTakesANameAway();
    void everyResultCanBeSavedAndReadAgain();
};

void StripsTest::aIsTheScenarioItself()
{
    QCOMPARE(stripCount(Scenario()), 1);
    QCOMPARE(stripCount(three()), 3);
    QCOMPARE(stripName(three(), 0), QString());
    QCOMPARE(stripName(three(), 2), QStringLiteral("Batches"));
    QCOMPARE(stripLetter(0), QChar(u'A'));
    QCOMPARE(stripLetter(3), QChar(u'D'));
    QVERIFY(stripOf(three(), 0).compare.isEmpty());
    QVERIFY(haveSameOwn(stripOf(three(), 0), three()));
    QCOMPARE(stripOf(three(), 1).pattern.integer(QStringLiteral("limit")), 6);
    QCOMPARE(stripOf(three(), 2).pattern.id(), QStringLiteral("batch"));
}

void StripsTest::aSetNamesOnlyWhatDiffers_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("strip");
    QTest::addColumn<QString>("set");
    const auto row = [](const char *name, const char *base, const char *strip, const char *set) {
        QTest::newRow(name) << QByteArray(base) << QByteArray(strip) << QString::fromUtf8(set);
    };
    row("a number", R"({"pattern": {"kind": "parallel-map", "limit": 3}})", R"({"pattern": {"kind": "parallel-map", "limit": 8}})",
        R"({"pattern.limit":8})");
    row("nothing", R"({"pattern": {"kind": "parallel-map", "limit": 3}})", R"({"pattern": {"kind": "parallel-map", "limit": 3}})",
        R"({"pattern.kind":"parallel-map"})");
    row("a default that is written out", R"({"pattern": {"kind": "parallel-map", "limit": 10}})", R"({"pattern": {"kind": "parallel-map"}})",
        R"({"pattern.kind":"parallel-map"})");
    row("back to a default", R"({"pattern": {"kind": "parallel-map", "limit": 3}})", R"({"pattern": {"kind": "parallel-map"}})",
        R"({"pattern.limit":10})");
    row("another kind", R"({"pattern": {"kind": "parallel-map", "limit": 3}})", R"({"pattern": {"kind": "batch", "size": 5}})",
        R"({"pattern.kind":"batch","pattern.size":5})");
    row("a policy's number", R"({"policies": [{"kind": "retry", "attempts": 3}]})", R"({"policies": [{"kind": "retry", "attempts": 5}]})",
        R"({"policies.0.attempts":5})");
    row("a policy switched off", R"({"policies": [{"kind": "retry"}]})", R"({"policies": [{"kind": "retry", "enabled": false}]})",
        R"({"policies.0.enabled":false})");
    row("no policies", R"({"policies": [{"kind": "retry"}]})", R"({})", R"({"policies":[]})");
}

void StripsTest::aSetNamesOnlyWhatDiffers()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, strip);
    QFETCH(QString, set);
    QCOMPARE(text(stripSet(read(base), read(strip))), set);
}

void StripsTest::stripsOfOtherValuesKeepTheirNamesAndWords()
{
    const Scenario scenario = three();
    std::vector<Scenario> others{stripOf(scenario, 1), stripOf(scenario, 2)};
    QVERIFY(withStrips(scenario, scenario.compare, others) == scenario);
    others[0] = with(others[0], "pattern.limit", 7);
    const Scenario edited = withStrips(with(scenario, "policies.0.attempts", 5), scenario.compare, others);
    QCOMPARE(stripName(edited, 1), "More");
    QCOMPARE(stripOf(edited, 1).pattern.integer("limit"), 7);
    QCOMPARE(stripOf(edited, 1).policies[0].section.integer("attempts"), 3); // As in the strip, not as in A.
    QCOMPARE(edited.compare.at(1), scenario.compare.at(1));
    QVERIFY(!compareAlike(edited, scenario));
    QVERIFY(compareAlike(withStripName(scenario, 1, "Other"), scenario));
}

void StripsTest::whatAStripIsMadeFromHasOnlyEditsOfTheServer()
{
    const QJsonArray edits{QJsonObject{{"at", "1s"}, {"set", QJsonObject{{"pattern.limit", 6}, {"backend.latency.value", "50ms"}}}}};
    const Scenario alone = asStrip(with(three(), "edits", edits));
    QCOMPARE(alone.compare.size(), 0);
    QCOMPARE(alone.edits.size(), size_t(1));
    QCOMPARE(alone.edits[0].path, "backend.latency.value");
    QCOMPARE(with(alone, "pattern", QJsonObject{{"kind", "gather"}}).pattern.id(), "gather");
}

void StripsTest::anEditOfABelongsToAAlone()
{
    const Scenario before = three();
    // B takes its policies from A and C nothing, so B has to be told now what it had.
    const Scenario after = good(withStrip(before, 0, with(before, QStringLiteral("policies.0.attempts"), 9)));
    QCOMPARE(after.policies[0].section.integer(QStringLiteral("attempts")), 9);
    QVERIFY(haveSameOwn(stripOf(after, 1), stripOf(before, 1)));
    QVERIFY(haveSameOwn(stripOf(after, 2), stripOf(before, 2)));
    QCOMPARE(setOf(after, 1), QStringLiteral(R"({"pattern.limit":6,"policies.0.attempts":3})"));
    QCOMPARE(after.compare[1], before.compare[1]); // What need not change stands there as it was written.
}

void StripsTest::anEditOfAStripBelongsToItAlone()
{
    const Scenario before = three();
    const Scenario after = good(withStrip(before, 1, with(stripOf(before, 1), QStringLiteral("policies.0.attempts"), 9)));
    QVERIFY(haveSameOwn(after, before));
    QCOMPARE(stripOf(after, 1).policies[0].section.integer(QStringLiteral("attempts")), 9);
    QCOMPARE(stripName(after, 1), QStringLiteral("More"));
    QCOMPARE(after.compare[1], before.compare[1]);
}

/// A rate limit has a "limit", too; from the map it must not inherit the map's.
void StripsTest::aKindIsNotInheritedHalf()
{
    const Scenario before = three();
    const Scenario rate = with(before, QStringLiteral("pattern"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("rate-limit")}});
    const Scenario after = good(withStrip(before, 1, rate));
    QVERIFY(stripOf(after, 1).pattern.isNull(QStringLiteral("limit")));
    QCOMPARE(stripOf(after, 1).pattern.id(), QStringLiteral("rate-limit"));
}

void StripsTest::addsACopy()
{
    const Scenario after = withStripAdded(three(), stripOf(three(), 1), QStringLiteral("  Copy   of More "));
    QCOMPARE(stripCount(after), 4);
    QVERIFY(haveSameOwn(stripOf(after, 3), stripOf(three(), 1)));
    QCOMPARE(stripName(after, 3), QStringLiteral("Copy of More"));
}

void StripsTest::removesAStrip()
{
    const Scenario after = good(withoutStrip(three(), 1));
    QCOMPARE(stripCount(after), 2);
    QCOMPARE(stripName(after, 1), QStringLiteral("Batches"));
    QVERIFY(haveSameOwn(after, three()));
}

void StripsTest::removingAMakesTheNextOneTheBaseline()
{
    const Scenario after = good(withoutStrip(three(), 0));
    QCOMPARE(stripCount(after), 2);
    QVERIFY(haveSameOwn(after, stripOf(three(), 1)));
    QVERIFY(haveSameOwn(stripOf(after, 1), stripOf(three(), 2)));
}

void StripsTest::theBaselineChangesPlaces()
{
    const Scenario after = good(withBaseline(three(), 2));
    QCOMPARE(stripCount(after), 3);
    QVERIFY(haveSameOwn(after, stripOf(three(), 2)));
    QVERIFY(haveSameOwn(stripOf(after, 1), stripOf(three(), 1)));
    QVERIFY(haveSameOwn(stripOf(after, 2), three()));
    QVERIFY(haveSameOwn(good(withBaseline(after, 2)), three()));
    QVERIFY(good(withBaseline(three(), 0)) == three());
}

void StripsTest::refusesABaselineThatAnEditDoesNotFit()
{
    Scenario scenario = three();
    scenario.edits = {{std::chrono::seconds(1), QStringLiteral("pattern.limit"), 8}};
    const ScenarioOrProblem result = withBaseline(scenario, 2); // A batch has no limit.
    QVERIFY(std::holds_alternative<Problem>(result));
    QVERIFY(std::get<Problem>(result).text().contains(QStringLiteral("limit")));
}

void StripsTest::givesAndTakesANameAway()
{
    QCOMPARE(stripName(withStripName(three(), 1, QStringLiteral("Twice as many")), 1), QStringLiteral("Twice as many"));
    const Scenario nameless = withStripName(three(), 1, QStringLiteral("  "));
    QVERIFY(!nameless.compare[0].toObject().contains(QStringLiteral("name")));
    QCOMPARE(setOf(nameless, 1), setOf(three(), 1));
}

void StripsTest::everyResultCanBeSavedAndReadAgain()
{
    for (const Scenario &scenario : {good(withBaseline(three(), 1)), good(withBaseline(three(), 2)), good(withoutStrip(three(), 0)),
                                     good(withoutStrip(three(), 2)), withStripAdded(three(), three(), QStringLiteral("A again"))})
        QVERIFY(read(writeScenario(scenario)) == scenario);
}

QTEST_GUILESS_MAIN(StripsTest)
#include "strips_test.moc"
