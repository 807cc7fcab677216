// SPDX-License-Identifier: MIT
#include "picture/time_text.h"

#include <QTest>

using namespace playground;

class TimeTextTest : public QObject {
    Q_OBJECT

private slots:
    void instantsAreSecondsWithThreeDecimals();
    void longInstantsCountMinutesAndHours();
    void ticksUseTheDecimalsOfTheirStep();
    void ticksUseTheUnitOfTheAxis();
    void longAxesCountMinutesAndHours();
};

void TimeTextTest::instantsAreSecondsWithThreeDecimals()
{
    QCOMPARE(instantText(0), QStringLiteral("0.000 s"));
    QCOMPARE(instantText(2'200'000'000), QStringLiteral("2.200 s"));
    QCOMPARE(instantText(2'151'499'999), QStringLiteral("2.151 s"));
    QCOMPARE(instantText(2'151'500'000), QStringLiteral("2.152 s"));
    QCOMPARE(instantText(59'999'499'999), QStringLiteral("59.999 s"));
}

void TimeTextTest::longInstantsCountMinutesAndHours()
{
    QCOMPARE(instantText(59'999'500'000), QStringLiteral("1 min 0.000 s"));
    QCOMPARE(instantText(61'004'000'000), QStringLiteral("1 min 1.004 s"));
    QCOMPARE(instantText(320'226'000'000), QStringLiteral("5 min 20.226 s"));
    QCOMPARE(instantText(7'203'500'000'000), QStringLiteral("2 h 0 min 3.500 s"));
}

void TimeTextTest::ticksUseTheDecimalsOfTheirStep()
{
    constexpr qint64 s = 1'000'000'000;
    QCOMPARE(tickText(0, s / 2, 2 * s), QStringLiteral("0"));
    QCOMPARE(tickText(s / 2, s / 2, 2 * s), QStringLiteral("0.5 s"));
    QCOMPARE(tickText(s, s / 2, 2 * s), QStringLiteral("1.0 s"));
    QCOMPARE(tickText(4 * s, 2 * s, 9 * s), QStringLiteral("4 s"));
    QCOMPARE(tickText(s + s / 50, s / 50, 2 * s), QStringLiteral("1.02 s"));
}

void TimeTextTest::ticksUseTheUnitOfTheAxis()
{
    QCOMPARE(tickText(250'000'000, 50'000'000, 900'000'000), QStringLiteral("250 ms"));
    QCOMPARE(tickText(1'500'000, 500'000, 4'000'000), QStringLiteral("1.5 ms"));
    QCOMPARE(tickText(20'000, 5'000, 90'000), QStringLiteral("20 µs"));
    QCOMPARE(tickText(20, 5, 90), QStringLiteral("20 ns"));
}

void TimeTextTest::longAxesCountMinutesAndHours()
{
    constexpr qint64 s = 1'000'000'000, min = 60 * s, h = 60 * min;
    QCOMPARE(tickText(0, 30 * s, 5 * min), QStringLiteral("0"));
    QCOMPARE(tickText(30 * s, 30 * s, 5 * min), QStringLiteral("30 s"));
    QCOMPARE(tickText(90 * s, 30 * s, 5 * min), QStringLiteral("1 min 30 s"));
    QCOMPARE(tickText(5 * min, 30 * s, 5 * min), QStringLiteral("5 min"));
    QCOMPARE(tickText(90 * min, 30 * min, 5 * h), QStringLiteral("1 h 30 min"));
    QCOMPARE(tickText(24 * h, 6 * h, 24 * h), QStringLiteral("24 h"));
}

QTEST_GUILESS_MAIN(TimeTextTest)
#include "time_text_test.moc"
