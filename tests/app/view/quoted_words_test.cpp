// SPDX-License-Identifier: MIT
#include "view/quoted_words.h"

#include <QTest>

using namespace playground;

class QuotedWordsTest : public QObject {
    Q_OBJECT

private slots:
    void plainWordsStandAsTheyAre() { QCOMPARE(quotedWord("pages/1"), "pages/1"); }

    void othersStandInQuotes()
    {
        QCOMPARE(quotedWord(""), "\"\"");
        QCOMPARE(quotedWord("two words"), "\"two words\"");
        QCOMPARE(quotedWord("a\"b\\c"), "\"a\\\"b\\\\c\"");
    }

    void aLineIsReadBack()
    {
        const QStringList words{"a", "", " b c ", "\"", "\\", "d\te"};
        QStringList quoted;
        for (const QString &word : words)
            quoted += quotedWord(word);
        QCOMPARE(quotedWords(quoted.join(u' ')), words);
    }

    void aQuoteThatIsNeverClosedIsPartOfItsWord() { QCOMPARE(quotedWords("\"a b"), (QStringList{"\"a", "b"})); }
};

QTEST_GUILESS_MAIN(QuotedWordsTest)
#include "quoted_words_test.moc"
