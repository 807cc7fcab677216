// SPDX-License-Identifier: MIT
#include "view/scenario_document.h"

#include "model/scenario_json.h"
#include "model/strips.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

using namespace playground;

class ScenarioDocumentTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<ScenarioDocument>();
        m_problems.clear();
        connect(m_document.get(), &ScenarioDocument::problem, this,
                [this](const QString &sentence) { m_problems += sentence; });
    }

    void beginsWithTheDefaultScenario()
    {
        QCOMPARE(m_document->scenario(), defaultScenario());
        QVERIFY(!m_document->isDirty());
        QCOMPARE(m_document->undoStack()->count(), 0);
    }

    void anEditIsAStepWithAReadableName()
    {
        QVERIFY(m_document->set("pattern.limit", 8));
        QCOMPARE(m_document->scenario().pattern.integer("limit"), 8);
        QCOMPARE(m_document->undoStack()->undoText(), "At a time 3 → 8");
        QVERIFY(m_document->isDirty());
        m_document->undoStack()->undo();
        QCOMPARE(m_document->scenario(), defaultScenario());
        QVERIFY(!m_document->isDirty());
        m_document->undoStack()->redo();
        QCOMPARE(m_document->scenario().pattern.integer("limit"), 8);
    }

    void everyParameterHasAReadableStep()
    {
        // Each parameter of each kind: another value that it may have, and what the step is called then.
        int named = 0;
        for (const Kind &kind : allKinds()) {
            const QString path = kind.group == "policy"    ? QStringLiteral("policies.0.")
                                 : kind.group == "backend" ? QStringLiteral("backend.")
                                 : kind.group == "latency" || kind.group == "failure"
                                     ? QStringLiteral("backend.%1.").arg(kind.group)
                                     : kind.group + u'.';
            for (const Parameter &parameter : kind.parameters) {
                ScenarioDocument document;
                const QJsonObject section{{"kind", kind.id}};
                if (kind.group == "policy")
                    QVERIFY(document.set("policies", QJsonArray{section}, "Policies"));
                else if (kind.group != "backend")
                    document.set(path.chopped(1), section, kind.title);
                document.endGesture();
                const QJsonValue before = valueAt(document.scenario(), path + parameter.key);
                for (const QJsonValue &value : otherValues(parameter, before)) {
                    const int count = document.undoStack()->count();
                    if (!document.set(path + parameter.key, value) || document.undoStack()->count() == count)
                        continue;
                    const QString name = document.undoStack()->undoText();
                    QVERIFY2(name.startsWith(parameter.title), qPrintable(path + parameter.key + ": " + name));
                    if (parameter.type != ParameterType::List)
                        QVERIFY2(name.contains(" → ") || value.toString().size() > 24,
                                 qPrintable(path + parameter.key + ": " + name));
                    ++named;
                    break;
                }
            }
        }
        QVERIFY2(named > 70, qPrintable(QString::number(named)));
    }

    void whatIsTypedAsTextIsNamedAfterWhatItChanged()
    {
        const auto name = [this](const std::function<void(Scenario &)> &change) {
            Scenario scenario = m_document->scenario();
            change(scenario);
            m_document->rewrite(scenario);
            m_document->endGesture();
            return m_document->undoStack()->undoText();
        };
        QCOMPARE(name([](Scenario &s) { s.pattern.set("limit", 8); }), "At a time 3 → 8");
        QCOMPARE(name([](Scenario &s) { s.policies[0].section.set("base", "400ms"); }), "Back-off 300 ms → 400 ms");
        QCOMPARE(name([](Scenario &s) { s.policies[0].enabled = false; }), "Policies");
        QCOMPARE(name([](Scenario &s) { s.seed = 9; }), "Seed 7 → 9");
        QCOMPARE(name([](Scenario &s) { s.pattern = Section(findKind("pattern", "gather")); }), "Pattern: Gather");
        QCOMPARE(name([](Scenario &s) { s.title = "Other"; }), "Title");
        QCOMPARE(name([](Scenario &s) { s.info.insert("what", "It fetches."); }), "Description");
        QCOMPARE(name([](Scenario &s) { s.challenge.insert("failed", "== 0"); }), "Thresholds");
        QCOMPARE(name([](Scenario &s) {
                     s.seed = 1;
                     s.title = "Both";
                 }),
                 "Several changes");
        QCOMPARE(m_document->undoStack()->count(), 9);
    }

    void typingWithoutAPauseIsOneStep()
    {
        for (const int limit : {4, 5, 6}) {
            Scenario scenario = m_document->scenario();
            scenario.pattern.set("limit", limit);
            m_document->rewrite(scenario);
        }
        QCOMPARE(m_document->undoStack()->count(), 1);
        QCOMPARE(m_document->undoStack()->undoText(), "At a time 3 → 6");
    }

    void oneGestureIsOneStep()
    {
        for (const int limit : {4, 5, 6})
            m_document->set("pattern.limit", limit);
        QCOMPARE(m_document->undoStack()->count(), 1);
        QCOMPARE(m_document->undoStack()->undoText(), "At a time 3 → 6");
        m_document->endGesture();
        m_document->set("pattern.limit", 7);
        QCOMPARE(m_document->undoStack()->count(), 2);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->scenario().pattern.integer("limit"), 6);
    }

    void otherPathsDoNotMerge()
    {
        m_document->set("pattern.limit", 4);
        m_document->set("policies.0.attempts", 5);
        m_document->set("pattern.limit", 5);
        QCOMPARE(m_document->undoStack()->count(), 3);
    }

    void aGestureThatEndsWhereItBeganIsNoStep()
    {
        m_document->set("pattern.limit", 4);
        m_document->set("pattern.limit", 3);
        QCOMPARE(m_document->undoStack()->count(), 0);
        QVERIFY(!m_document->isDirty());
    }

    void tellsEachEdit()
    {
        QSignalSpy edited(m_document.get(), &ScenarioDocument::edited);
        m_document->set("pattern.limit", 8);
        m_document->undoStack()->undo();
        QCOMPARE(edited.count(), 2);
        QCOMPARE(edited.at(1).first().value<Scenario>(), defaultScenario());
    }

    void refusesWhatBreaksARule()
    {
        QVERIFY(!m_document->set("pattern.limit", 0));
        QCOMPARE(m_problems.size(), 1);
        QCOMPARE(m_document->scenario(), defaultScenario());
        QCOMPARE(m_document->undoStack()->count(), 0);
    }

    void ofTwoValuesThatExcludeEachOtherTheChosenOneHolds_data()
    {
        QTest::addColumn<QString>("section");
        QTest::newRow("pattern") << "pattern";
        QTest::newRow("policy") << "policies.0";
    }
    void ofTwoValuesThatExcludeEachOtherTheChosenOneHolds()
    {
        QFETCH(QString, section);
        const ScenarioOrProblem began = withSettings(
            defaultScenario(), {{"pattern", R"({"kind":"rate-limit","rate":10,"burst":4})"},
                                {"policies", R"([{"kind":"rate-limit","enabled":false,"rate":10,"burst":4}])"}});
        m_document->start(std::get<Scenario>(began), {});
        QVERIFY(m_document->set(section + ".window", "2s"));
        QCOMPARE(m_problems, QStringList());
        QCOMPARE(valueAt(m_document->scenario(), section + ".window"), QJsonValue("2s"));
        QCOMPARE(valueAt(m_document->scenario(), section + ".burst"), QJsonValue(1));
        QCOMPARE(m_document->undoStack()->count(), 1);
        QCOMPARE(m_document->undoStack()->undoText(), "Window none → 2 s");
        m_document->endGesture();
        QVERIFY(m_document->set(section + ".burst", 3));
        QCOMPARE(valueAt(m_document->scenario(), section + ".window"), QJsonValue(QJsonValue::Null));
        QCOMPARE(valueAt(m_document->scenario(), section + ".burst"), QJsonValue(3));
        QCOMPARE(valueAt(m_document->scenario(), section + ".rate"), QJsonValue(10));
        QCOMPARE(m_document->scenario().policies.front().enabled, false);
        QCOMPARE(m_document->undoStack()->count(), 2);
        QCOMPARE(m_document->undoStack()->undoText(), "Burst 1 → 3");
        m_document->undoStack()->undo();
        QCOMPARE(valueAt(m_document->scenario(), section + ".window"), QJsonValue("2s"));
        m_document->undoStack()->undo();
        QCOMPARE(m_document->scenario(), std::get<Scenario>(began));
        m_document->undoStack()->redo();
        QCOMPARE(valueAt(m_document->scenario(), section + ".burst"), QJsonValue(1));
    }

    void undoAtAnotherInstantTakesBackItsOwnChangeAlone()
    {
        const auto limits = [this] {
            return QList<qint64>{m_document->scenario().pattern.integer("limit"), stripOf(m_document->scenario(), 1).pattern.integer("limit")};
        };
        const auto withLimits = [](int a, int b) {
            Scenario scenario = defaultScenario();
            scenario.pattern.set("limit", a);
            scenario.compare = {QJsonObject{{"name", "Bee"}, {"set", QJsonObject{{"pattern.limit", b}}}}};
            return scenario;
        };
        m_document->start(withLimits(3, 2), {});
        m_document->set("pattern.limit", 4);
        m_document->chooseStrip(1);
        m_document->set("pattern.limit", 6);
        QCOMPARE(limits(), (QList<qint64>{4, 6}));
        m_document->follow(withLimits(3, 2)); // Before both.
        m_document->undoStack()->undo();
        QCOMPARE(limits(), (QList<qint64>{3, 2}));
        m_document->undoStack()->redo();
        QCOMPARE(limits(), (QList<qint64>{3, 6}));
        m_document->follow(withLimits(4, 6));
        m_document->undoStack()->undo();
        QCOMPARE(limits(), (QList<qint64>{4, 2}));
        m_document->undoStack()->undo();
        QCOMPARE(limits(), (QList<qint64>{3, 2}));
        QVERIFY(!m_document->isDirty());
    }

    void undoOfARecordingAtAnotherInstantBringsTheTapeBack()
    {
        const auto tape = [](const char *at) {
            return Section(findKind("source", "tape"), {{"events", QJsonArray{QJsonObject{{"at", at}, {"click", true}}}}});
        };
        Scenario scenario = defaultScenario();
        scenario.source = tape("10ms");
        m_document->start(scenario, {});
        m_document->recordTape(tape("20ms"), true);
        m_document->endGesture();
        m_document->set("pattern.limit", 8);
        m_document->endGesture();
        Scenario before = m_document->scenario();
        before.pattern.set("limit", 3);
        before.backend.latency = Section(findKind("latency", "constant"), {{"value", "7ms"}});
        m_document->follow(before);
        m_document->undoStack()->undo();
        m_document->undoStack()->undo();
        QCOMPARE(m_document->scenario().source, tape("10ms"));
        QCOMPARE(m_document->scenario().backend.latency.duration("value"), std::chrono::milliseconds(7));
    }

    void whatItsOwnEditsMakeOfAScenarioIsNoChange()
    {
        Scenario scenario = defaultScenario();
        scenario.edits = {{std::chrono::milliseconds(500), "pattern.limit", 6}};
        scenario.compare = {QJsonObject{{"name", "Bee"}, {"set", QJsonObject{{"pattern.limit", 2}}}}};
        m_document->start(scenario, {});
        m_document->setCourse(scenario);
        Scenario shown = scenario;
        shown.pattern.set("limit", 6);
        m_document->follow(shown);
        QCOMPARE(m_document->scenario().pattern.integer("limit"), 6);
        QVERIFY(!m_document->isDirty());
        QCOMPARE(m_document->whole(), scenario);
        // A strip's number of another instant is none, either: what it becomes in the end is saved.
        shown.compare = {QJsonObject{{"name", "Bee"}, {"set", QJsonObject{{"pattern.limit", 5}}}}};
        m_document->follow(shown);
        QVERIFY(!m_document->isDirty());
        m_document->set("backend.latency.median", "100ms");
        QVERIFY(m_document->isDirty());
        QCOMPARE(m_document->whole().pattern.integer("limit"), 3);
        QCOMPARE(m_document->whole().backend.latency.value("median"), QJsonValue("100ms"));
    }

    void savesAndKnowsIt()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("mine.json");
        m_document->set("pattern.limit", 8);
        QVERIFY(m_document->save(path));
        QVERIFY(!m_document->isDirty());
        QCOMPARE(m_document->file(), path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(std::get<Scenario>(readScenario(file.readAll(), path)), m_document->scenario());
    }

    void undoingPastASaveIsUnsaved()
    {
        QTemporaryDir folder;
        m_document->set("pattern.limit", 8);
        m_document->save(folder.filePath("mine.json"));
        m_document->undoStack()->undo();
        QVERIFY(m_document->isDirty());
        m_document->undoStack()->redo();
        QVERIFY(!m_document->isDirty());
    }

    void aFileThatCannotBeWrittenIsAProblemAndNothingElse()
    {
        m_document->set("pattern.limit", 8);
        QVERIFY(!m_document->save("/nowhere/at/all.json"));
        QCOMPARE(m_problems.size(), 1);
        QVERIFY(m_problems.first().startsWith("“/nowhere/at/all.json” could not be written: "));
        QVERIFY(m_document->isDirty());
        QVERIFY(m_document->file().isEmpty());
    }

    void openingCanBeUndone()
    {
        QSignalSpy opened(m_document.get(), &ScenarioDocument::opened);
        m_document->set("pattern.limit", 8);
        Scenario other;
        other.title = "Other";
        m_document->open(other, "other.json");
        QCOMPARE(m_document->undoStack()->undoText(), "Open “Other”");
        QVERIFY(!m_document->isDirty());
        m_document->undoStack()->undo();
        QCOMPARE(m_document->scenario().pattern.integer("limit"), 8);
        QVERIFY(m_document->isDirty());
        QVERIFY(m_document->file().isEmpty());
        QCOMPARE(opened.count(), 2);
    }

    void aDrawnSeedIsNoEdit()
    {
        m_document->drawSeed(99);
        QCOMPARE(m_document->scenario().seed, 99ULL);
        QVERIFY(!m_document->isDirty());
        QCOMPARE(m_document->undoStack()->count(), 0);
    }

private:
    /// Values that a parameter may have besides the one it has.
    static QJsonArray otherValues(const Parameter &parameter, const QJsonValue &before)
    {
        QJsonArray values;
        if (before.isBool())
            values.append(!before.toBool());
        for (const QString &choice : parameter.choices)
            if (choice != before.toString())
                values.append(choice);
        if (parameter.type == ParameterType::Duration)
            values = {QStringLiteral("777ms"), QStringLiteral("1ms"), QStringLiteral("100s")};
        else if (parameter.type == ParameterType::Text)
            values.append(QStringLiteral("other {n}"));
        else if (parameter.items == ListItems::Durations)
            values.append(QJsonArray{QStringLiteral("5ms")});
        else if (parameter.items == ListItems::Words)
            values.append(QJsonArray{QStringLiteral("429")});
        else if (parameter.type != ParameterType::Boolean && parameter.type != ParameterType::List)
            for (const double number : {3.0, 0.5, 1.0, 404.0})
                values.append(number);
        return values;
    }

    std::unique_ptr<ScenarioDocument> m_document;
    QStringList m_problems;
};

QTEST_MAIN(ScenarioDocumentTest)
#include "scenario_document_test.moc"
