// SPDX-License-Identifier: MIT
#include "model/text_store.h"

#include <QTest>

using namespace playground;

class TextStoreTest : public QObject {
    Q_OBJECT

private slots:
    void beginsEmpty()
    {
        QCOMPARE(TextStore().size(), 0);
        QVERIFY(TextStore() == TextStore());
    }

    void givesBackWhatItKeeps()
    {
        TextStore texts;
        QCOMPARE(texts.add("GET /pages/1"), 0);
        QCOMPARE(texts.add(""), 1);
        QCOMPARE(texts.add(QString::fromUtf8("März → 四")), 2);
        QCOMPARE(texts.size(), 3);
        QCOMPARE(texts.at(0), "GET /pages/1");
        QCOMPARE(texts.at(1), "");
        QCOMPARE(texts.at(2), QString::fromUtf8("März → 四"));
    }

    void keepsMoreThanAPage()
    {
        TextStore texts;
        const QString longer(100'000, u'x'); // Than a page.
        for (int i = 0; i < 20'000; ++i)
            texts.add(i == 7'000 ? longer : QString::number(i));
        for (int i = 0; i < 20'000; ++i)
            QCOMPARE(texts.at(i), i == 7'000 ? longer : QString::number(i));
    }

    void isEqualHoweverTheTextsCame()
    {
        const QString large(40'000, u'y');
        TextStore once, inPieces, piece;
        for (const QString &text : {QString("a"), large, large, QString(), QString("b")})
            once.add(text);
        inPieces.add("a");
        piece.add(large);
        piece.add(large);
        piece.add("");
        inPieces.append(piece);
        QVERIFY(once != inPieces);
        inPieces.add("b");
        QVERIFY(once == inPieces);
        inPieces.append(TextStore());
        QVERIFY(once == inPieces);
        TextStore other = once;
        other.add("c");
        QVERIFY(once != other);
        QCOMPARE(other.at(4), "b");
    }
};

QTEST_GUILESS_MAIN(TextStoreTest)
#include "text_store_test.moc"
