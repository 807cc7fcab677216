// SPDX-License-Identifier: MIT
#include "view/language_menu.h"

#include "model/language.h"
#include "view/main_window.h"
#include "view/problem_bar.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace playground;

class LanguageMenuTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("asyncade-test");
        QCoreApplication::setApplicationName("language-menu");
        QVERIFY(m_settings.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void init()
    {
        QSettings().clear();
        QVERIFY(speak("en"));
    }

    void followsTheSystemUnlessOneIsChosen()
    {
        QCOMPARE(chosenLanguage(), QString());
        const LanguageMenu menu;
        QCOMPARE(textsOf(menu), QStringList({"As the &system", "&English", "&Deutsch"}));
        QCOMPARE(checked(menu), QStringList{"As the &system"});
    }

    void remembersTheChoiceAndSaysWhenItHolds()
    {
        LanguageMenu menu;
        QSignalSpy chosen(&menu, &LanguageMenu::chosen);
        menu.actions()[2]->trigger();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toString(), QString("Asyncade speaks Deutsch from its next start on."));
        QCOMPARE(chosenLanguage(), QString("de"));
        QCOMPARE(checked(menu), QStringList{"&Deutsch"});
        QCOMPARE(checked(LanguageMenu()), QStringList{"&Deutsch"});
        menu.actions()[2]->trigger(); // Once more says nothing.
        QCOMPARE(chosen.count(), 1);
        menu.actions()[0]->trigger();
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(chosenLanguage(), QString());
    }

    void forgetsAChoiceThatIsNotSpoken()
    {
        QSettings().setValue("window/language", "fr");
        QCOMPARE(chosenLanguage(), QString());
    }

    void theWindowOffersItAndTellsWhatWasChosen()
    {
        QVERIFY(speak("de"));
        const MainWindow window;
        auto *menu = window.findChild<LanguageMenu *>();
        QVERIFY(menu);
        QCOMPARE(textsOf(*menu), QStringList({"Wie das &System", "&English", "&Deutsch"}));
        menu->actions()[1]->trigger();
        QCOMPARE(window.findChild<ProblemBar *>()->text(), QString("Asyncade spricht ab dem nächsten Start English."));
    }

private:
    static QStringList textsOf(const QMenu &menu)
    {
        QStringList texts;
        for (const QAction *action : menu.actions())
            texts += action->text();
        return texts;
    }
    static QStringList checked(const QMenu &menu)
    {
        QStringList texts;
        for (const QAction *action : menu.actions())
            if (action->isChecked())
                texts += action->text();
        return texts;
    }

    QTemporaryDir m_settings;
};

QTEST_MAIN(LanguageMenuTest)
#include "language_menu_test.moc"
