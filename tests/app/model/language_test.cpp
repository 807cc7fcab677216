// SPDX-License-Identifier: MIT
#include "model/language.h"

#include <QCoreApplication>
#include <QTest>

using namespace playground;

class LanguageTest : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QVERIFY(speak("en")); }

    void languagesCallThemselvesByTheirNames()
    {
        QCOMPARE(languages(), QStringList({"en", "de"}));
        QCOMPARE(languageName("en"), QString("English"));
        QCOMPARE(languageName("de"), QString("Deutsch"));
        QCOMPARE(languageName("fr"), QString());
    }

    void takesTheFirstWantedOneThatIsSpoken_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QString>("language");
        QTest::newRow("nothing") << QStringList() << "en";
        QTest::newRow("no language") << QStringList{"C"} << "en";
        QTest::newRow("itself") << QStringList{"de"} << "de";
        QTest::newRow("a variant") << QStringList{"de-AT"} << "de";
        QTest::newRow("as in the environment") << QStringList{"de_CH.UTF-8"} << "de";
        QTest::newRow("with a script") << QStringList{"de-Latn-DE"} << "de";
        QTest::newRow("the first") << QStringList{"en-GB", "de"} << "en";
        QTest::newRow("the first that is spoken") << QStringList{"fr-FR", "fr", "de-DE", "en"} << "de";
        QTest::newRow("none is spoken") << QStringList{"fr", "desert"} << "en";
    }
    void takesTheFirstWantedOneThatIsSpoken()
    {
        QFETCH(QStringList, wanted);
        QTEST(nearestLanguage(wanted), "language");
    }

    void speaksIt()
    {
        const auto queued = [] { return QCoreApplication::translate("Words", "Timed out"); };
        QCOMPARE(queued(), QString("Timed out"));
        QVERIFY(speak("de"));
        QCOMPARE(queued(), QString("Zeit abgelaufen"));
        QCOMPARE(QCoreApplication::translate("Timeline", "%n copies", nullptr, 1), QString("1 Kopie"));
        QCOMPARE(QCoreApplication::translate("Timeline", "%n copies", nullptr, 2), QString("2 Kopien"));
        QVERIFY(speak("de")); // Once more changes nothing.
        QCOMPARE(queued(), QString("Zeit abgelaufen"));
        QVERIFY(speak("en"));
        QCOMPARE(queued(), QString("Timed out"));
    }

    void speaksOnAsBeforeWhenItCannot()
    {
        QVERIFY(speak("de"));
        QVERIFY(!speak("fr"));
        QCOMPARE(QCoreApplication::translate("Words", "Timed out"), QString("Zeit abgelaufen"));
    }
};

QTEST_GUILESS_MAIN(LanguageTest)
#include "language_test.moc"
