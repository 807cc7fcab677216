// SPDX-License-Identifier: MIT
#include "view/unsaved_work.h"

#include "view/main_window.h"
#include "view/problem_bar.h"
#include "view/scenario_document.h"
#include "view/scenario_panel.h"
#include "view/window_actions.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace playground;

class UnsavedWorkTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("asyncade-test");
        QCoreApplication::setApplicationName("unsaved-work");
        QSettings::setDefaultFormat(QSettings::IniFormat);
    }
    void init()
    {
        m_settings = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings->path());
    }

    void whatIsSavedIsNotKept()
    {
        ScenarioDocument document;
        UnsavedWork work(&document);
        work.keep();
        QCOMPARE(files(), QStringList());
        document.set("pattern.limit", 8);
        work.keep();
        QCOMPARE(files(), QStringList("unsaved-0.json"));
        document.undoStack()->undo();
        work.keep();
        QCOMPARE(files(), QStringList());
    }

    void survivesAWindowThatIsGone()
    {
        Scenario before = defaultScenario(), after = before;
        after.pattern.set("limit", 8);
        {
            ScenarioDocument document;
            document.start(before, "/somewhere/mine.json");
            UnsavedWork work(&document);
            document.set("pattern.limit", 8);
            work.keep();
        }
        ScenarioDocument document;
        UnsavedWork work(&document);
        const auto lost = work.findLost();
        QVERIFY(lost);
        QCOMPARE(lost->scenario, after);
        QCOMPARE(lost->saved, before);
        QCOMPARE(lost->file, "/somewhere/mine.json");
        // Nobody else is offered the same, and it stays until it is decided on.
        QVERIFY(!UnsavedWork(&document).findLost());
        QCOMPARE(files(), QStringList("unsaved-0.json"));
        work.forgetLost();
        QCOMPARE(files(), QStringList());
        QVERIFY(!work.findLost());
    }

    void everyWindowHasAFileOfItsOwn()
    {
        ScenarioDocument one, two;
        UnsavedWork first(&one), second(&two);
        one.set("pattern.limit", 8);
        two.set("pattern.limit", 9);
        first.keep();
        second.keep();
        QCOMPARE(files(), QStringList({"unsaved-0.json", "unsaved-1.json"}));
        // A window that is still there has lost nothing.
        QVERIFY(!first.findLost());
        QVERIFY(!UnsavedWork(&one).findLost());
        first.forget();
        QCOMPARE(files(), QStringList("unsaved-1.json"));
    }

    void whatCannotBeReadIsLeftAlone()
    {
        QDir().mkpath(UnsavedWork::folder());
        QFile file(QDir(UnsavedWork::folder()).filePath("unsaved-0.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"scenario\": \"of a later version\"}");
        file.close();
        ScenarioDocument document;
        UnsavedWork work(&document);
        QVERIFY(!work.findLost());
        QVERIFY(file.exists());
        document.set("pattern.limit", 8);
        work.keep();
        QCOMPARE(files(), QStringList({"unsaved-0.json", "unsaved-1.json"}));
    }

    void theNextStartOffersItInASentence()
    {
        loseAnEdit();
        MainWindow window;
        window.openScenario(defaultScenario());
        window.show();
        window.begin();
        auto *bar = window.findChild<ProblemBar *>();
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->offerText(), "“8 fetches, 3 at a time” was not saved when the program ended last time.");
        // Neither an edit nor its end takes the offer away.
        QTest::mouseClick(bar->acceptButton(), Qt::LeftButton);
        QCOMPARE(window.scenario().pattern.integer("limit"), 8);
        QVERIFY(window.isWindowModified());
        QVERIFY(bar->isHidden());
        QCOMPARE(files(), QStringList("unsaved-0.json")); // It is kept on, as long as it is not saved.
        window.findChild<WindowActions *>()->undo->trigger();
        QCOMPARE(window.scenario(), defaultScenario());
    }

    void theOfferStaysUntilItIsAnswered()
    {
        loseAnEdit();
        MainWindow window;
        window.openScenario(defaultScenario());
        window.show();
        window.begin();
        auto *bar = window.findChild<ProblemBar *>();
        window.showProblem("Something else went wrong.");
        QCOMPARE(bar->text(), "Something else went wrong.");
        QVERIFY(!bar->offerText().isEmpty());
        window.showProblem({});
        QVERIFY(bar->isVisible());
        QTest::mouseClick(bar->rejectButton(), Qt::LeftButton);
        QVERIFY(bar->isHidden());
        QCOMPARE(window.scenario(), defaultScenario());
        QCOMPARE(files(), QStringList());
    }

    void allThatWasLostIsOfferedOneByOne()
    {
        {
            ScenarioDocument one, two;
            UnsavedWork first(&one), second(&two);
            one.set("pattern.limit", 8);
            two.set("pattern.limit", 9);
            first.keep();
            second.keep();
        }
        MainWindow window;
        window.openScenario(defaultScenario());
        window.show();
        window.begin();
        auto *bar = window.findChild<ProblemBar *>();
        QTest::mouseClick(bar->rejectButton(), Qt::LeftButton);
        QVERIFY(bar->isVisible());
        QTest::mouseClick(bar->acceptButton(), Qt::LeftButton);
        QCOMPARE(window.scenario().pattern.integer("limit"), 9);
        QVERIFY(bar->isHidden());
    }

    void aWindowThatClosesAsWantedLeavesNothing()
    {
        MainWindow window;
        window.openScenario(defaultScenario());
        window.show();
        QVERIFY(window.close());
        QCOMPARE(files(), QStringList());
    }

private:
    static void loseAnEdit()
    {
        ScenarioDocument document;
        UnsavedWork work(&document);
        document.set("pattern.limit", 8);
        work.keep();
    }
    static QStringList files() { return QDir(UnsavedWork::folder()).entryList({"unsaved-*.json"}, QDir::Files, QDir::Name); }

    std::unique_ptr<QTemporaryDir> m_settings;
};

QTEST_MAIN(UnsavedWorkTest)
#include "unsaved_work_test.moc"
