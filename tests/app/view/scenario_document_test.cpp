// SPDX-License-Identifier: MIT
#include "view/scenario_document.h"

#include "model/scenario_json.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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
    std::unique_ptr<ScenarioDocument> m_document;
    QStringList m_problems;
};

QTEST_MAIN(ScenarioDocumentTest)
#include "scenario_document_test.moc"
