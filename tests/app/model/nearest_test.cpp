// SPDX-License-Identifier: MIT
#include "model/nearest.h"

#include <QTest>

using namespace playground;

class NearestTest : public QObject {
    Q_OBJECT

private slots:
    void findsWhatWasMeant_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("meant");
        QTest::newRow("a letter is missing") << "patern"
                                             << "pattern";
        QTest::newRow("a letter too many") << "seeed"
                                           << "seed";
        QTest::newRow("a wrong letter") << "soirce"
                                        << "source";
        QTest::newRow("two letters swapped") << "sede"
                                             << "seed";
        QTest::newRow("capital letters") << "Pattern"
                                         << "pattern";
        QTest::newRow("one is short for the other") << "policy"
                                                    << "";
        QTest::newRow("exact") << "source"
                               << "source";
        QTest::newRow("far") << "zebra"
                             << "";
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("endless") << QString(100'000, u'x') << "";
    }

    void findsWhatWasMeant()
    {
        QFETCH(QString, word);
        QFETCH(QString, meant);
        QCOMPARE(nearest(word, {QStringLiteral("source"), QStringLiteral("pattern"), QStringLiteral("policies"),
                                QStringLiteral("seed")}),
                 meant);
    }

    void takesTheFirstOfEquallyNearOnes()
    {
        QCOMPARE(nearest(QStringLiteral("cat"), {QStringLiteral("bat"), QStringLiteral("rat")}), QStringLiteral("bat"));
    }

    void endsASentence()
    {
        const QStringList known{QStringLiteral("a1"), QStringLiteral("b2"), QStringLiteral("c3")};
        QCOMPARE(didYouMean(QStringLiteral("b"), known), QStringLiteral(" did you mean \"b2\"?"));
        QCOMPARE(didYouMean(QStringLiteral("xyzw"), known), QStringLiteral(" known: \"a1\", \"b2\" and \"c3\""));
        QCOMPARE(didYouMean(QStringLiteral("x"), {}), QStringLiteral(" it has none"));
    }

    void listsWords()
    {
        QCOMPARE(quotedList({}, QStringLiteral("or")), QString());
        QCOMPARE(quotedList({QStringLiteral("a")}, QStringLiteral("or")), QStringLiteral("\"a\""));
        QCOMPARE(quotedList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}, QStringLiteral("or")),
                 QStringLiteral("\"a\", \"b\" or \"c\""));
    }
};

QTEST_GUILESS_MAIN(NearestTest)
#include "nearest_test.moc"
