// SPDX-License-Identifier: MIT
#include "model/number_text.h"

#include <QTest>

using namespace playground;

class NumberTextTest : public QObject {
    Q_OBJECT

private slots:
    void groupsFromFiveDigitsOn()
    {
        QCOMPARE(numberText(0), QStringLiteral("0"));
        QCOMPARE(numberText(9999), QStringLiteral("9999"));
        QCOMPARE(numberText(10'000), QStringLiteral("10\u202F000"));
        QCOMPARE(numberText(100'000), QStringLiteral("100\u202F000"));
        QCOMPARE(numberText(12'345'678), QStringLiteral("12\u202F345\u202F678"));
    }

    void aSignIsNoDigit()
    {
        QCOMPARE(numberText(-9999), QStringLiteral("-9999"));
        QCOMPARE(numberText(-100'000), QStringLiteral("-100\u202F000"));
    }
};

QTEST_APPLESS_MAIN(NumberTextTest)
#include "number_text_test.moc"
