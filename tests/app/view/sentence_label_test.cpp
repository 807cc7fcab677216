// SPDX-License-Identifier: MIT
#include "view/sentence_label.h"

#include <QTest>

using namespace playground;

class SentenceLabelTest : public QObject {
    Q_OBJECT

private slots:
    void breaksNoWordThatFitsIntoALine_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("breaks");
        for (const char *word : {"parallel", "concurrency", "aufgenommener", "Durchsatzgrenze", "/pages/{n}", "WWWWWWWWWWWW"})
            QTest::newRow(word) << QString(word) << false;
        for (const char *word : {"WWWWWWWWWWWWWW", "/recommendations/for/{n}", "Donaudampfschifffahrtsgesellschaft"})
            QTest::newRow(word) << QString(word) << true;
    }
    void breaksNoWordThatFitsIntoALine()
    {
        QFETCH(QString, word);
        QFETCH(bool, breaks);
        SentenceLabel label;
        label.setSentence({{word, SentencePiece::Style::Strong, {}}});
        QCOMPARE(label.text().contains(QChar(0x200B)), breaks);
    }
};

QTEST_MAIN(SentenceLabelTest)
#include "sentence_label_test.moc"
