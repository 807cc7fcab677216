// SPDX-License-Identifier: MIT
#include "cli/language_option.h"

#include "cli/bad_input.h"

#include <QTest>

using namespace playground;

class LanguageOptionTest : public QObject {
    Q_OBJECT

private slots:
    void isTakenOutWhereverItStands_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("rest");
        QTest::newRow("no words") << QStringList() << "" << QStringList();
        QTest::newRow("none") << QStringList{"run", "--report", "json"} << "" << QStringList{"run", "--report", "json"};
        QTest::newRow("alone") << QStringList{"--language", "de"} << "de" << QStringList();
        QTest::newRow("before") << QStringList{"--language", "de", "run"} << "de" << QStringList{"run"};
        QTest::newRow("between") << QStringList{"run", "--language=de", "jitter"} << "de" << QStringList{"run", "jitter"};
        QTest::newRow("behind") << QStringList{"run", "--language", "en"} << "en" << QStringList{"run"};
        QTest::newRow("an operand") << QStringList{"run", "--", "--language"} << "" << QStringList{"run", "--", "--language"};
    }
    void isTakenOutWhereverItStands()
    {
        QFETCH(QStringList, words);
        QTEST(takeLanguage(words), "language");
        QTEST(words, "rest");
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no value") << QStringList{"run", "--language"} << "--language needs a value: --language en|de";
        QTest::newRow("an option as its value")
            << QStringList{"--language", "--json"} << "--language needs a value before \"--json\": --language en|de";
        QTest::newRow("unknown") << QStringList{"--language", "fr"} << "--language is \"en\" or \"de\", not \"fr\"";
        QTest::newRow("empty") << QStringList{"--language="} << "--language is \"en\" or \"de\", not \"\"";
        QTest::newRow("twice") << QStringList{"--language", "de", "run", "--language", "en"} << "--language was given twice; give it once";
    }
    void saysWhatIsWrong()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, sentence);
        try {
            takeLanguage(words);
            QFAIL("was accepted");
        } catch (const BadInput &problem) {
            QCOMPARE(problem.sentence(), sentence);
        }
    }
};

QTEST_GUILESS_MAIN(LanguageOptionTest)
#include "language_option_test.moc"
