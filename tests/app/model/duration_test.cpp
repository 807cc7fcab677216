// SPDX-License-Identifier: MIT
#include "model/duration.h"

#include <QTest>

using namespace playground;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;

class DurationTest : public QObject {
    Q_OBJECT

private slots:
    void readsEveryUnit()
    {
        QCOMPARE(parseDuration(u"7ns"), 7ns);
        QCOMPARE(parseDuration(u"7us"), 7us);
        QCOMPARE(parseDuration(u"250ms"), 250ms);
        QCOMPARE(parseDuration(u"1s"), 1s);
        QCOMPARE(parseDuration(u"2min"), 2min);
        QCOMPARE(parseDuration(u"24h"), 24h);
        QCOMPARE(parseDuration(u"0ms"), 0ns);
    }

    void isExact()
    {
        QCOMPARE(parseDuration(u"1.5s"), 1500ms);
        QCOMPARE(parseDuration(u"0.000000001s"), 1ns);
        QCOMPARE(parseDuration(u"1.000000001s"), 1s + 1ns);
        QCOMPARE(parseDuration(u"0.1ms"), 100us);
        QCOMPARE(parseDuration(u"1.10s"), 1100ms);
        QCOMPARE(parseDuration(u"0.25h"), 15min);
        QCOMPARE(parseDuration(u"0.0000000000025h"), 9ns);
        QCOMPARE(parseDuration(u"1.50000000000000000000000s"), 1500ms);
        QCOMPARE(parseDuration(u"0.5ns"), std::nullopt);
        QCOMPARE(parseDuration(u"0.0000000001s"), std::nullopt);
        QCOMPARE(parseDuration(u"0.00000000000001h"), std::nullopt);
    }

    void refusesWhatIsNoDuration_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "250",
                                 "ms",
                                 " 250ms",
                                 "250ms ",
                                 "250 ms",
                                 "-1ms",
                                 "+1ms",
                                 "1,5s",
                                 ".5s",
                                 "5.s",
                                 "1e3ms",
                                 "1.2.3s",
                                 "250Ms",
                                 "5m",
                                 "5 s",
                                 "٣s",
                                 "1sms",
                                 "nan",
                                 "99999999999999999999ns",
                                 "9999999999h",
                                 "0x10ms"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void refusesWhatIsNoDuration()
    {
        QFETCH(QString, text);
        QVERIFY(!parseDuration(text));
    }

    void saysWhatToChange_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("advice");
        const auto row = [](const char *text, const char *advice) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(advice);
        };
        row("5 ms", "write it without a space: \"5ms\"");
        row(" 250ms", "write it without a space: \"250ms\"");
        row("1,5s", "write a point: \"1.5s\"");
        row("250", "write a unit: \"250ms\"");
        row("5m", "the units are ns, us, ms, s, min and h");
        row("5µs", "the units are ns, us, ms, s, min and h");
        row("0.1ns", "nothing finer than 1ns can be told apart");
        row("0.0000000001s", "nothing finer than 1ns can be told apart");
        row("250ms", "");
        row("soon", "");
        row("-1ms", "");
        row("9999999999h", "");
        row("", "");
    }

    void saysWhatToChange()
    {
        QFETCH(QString, text);
        QFETCH(QString, advice);
        QCOMPARE(durationAdvice(text), advice);
    }

    void writesTheShortestText_data()
    {
        QTest::addColumn<qint64>("ns");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64(0) << "0ms";
        QTest::newRow("ns") << qint64(1) << "1ns";
        QTest::newRow("us") << qint64(1'500) << "1.5us";
        QTest::newRow("100ms") << qint64(100'000'000) << "100ms";
        QTest::newRow("250ms") << qint64(250'000'000) << "250ms";
        QTest::newRow("1s") << qint64(1'000'000'000) << "1s";
        QTest::newRow("1.5s") << qint64(1'500'000'000) << "1.5s";
        QTest::newRow("1.18s") << qint64(1'180'000'000) << "1.18s";
        QTest::newRow("90s") << qint64(90'000'000'000) << "90s";
        QTest::newRow("1h") << qint64(3'600'000'000'000) << "1h";
        QTest::newRow("24h") << qint64(86'400'000'000'000) << "24h";
        QTest::newRow("odd") << qint64(1'000'000'001) << "1.000000001s";
    }

    void writesTheShortestText()
    {
        QFETCH(qint64, ns);
        QFETCH(QString, text);
        QCOMPARE(durationText(nanoseconds(ns)), text);
        QCOMPARE(parseDuration(text), nanoseconds(ns));
    }

    void readsBackWhatItWrote()
    {
        quint64 x = 1;
        for (int i = 0; i < 20'000; ++i) {
            x = x * 6364136223846793005u + 1442695040888963407u;
            const nanoseconds duration(qint64((x >> 11) % 86'400'000'000'000u) >> (i % 40));
            QCOMPARE(parseDuration(durationText(duration)), duration);
        }
    }

    void showsPeopleWhatTheyNeed_data()
    {
        QTest::addColumn<qint64>("ns");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64(0) << "0 ms";
        QTest::newRow("ns") << qint64(999) << "999 ns";
        QTest::newRow("µs") << qint64(1'499) << "1 µs";
        QTest::newRow("µs up") << qint64(1'500) << "2 µs";
        QTest::newRow("almost a ms") << qint64(999'600) << "1 ms";
        QTest::newRow("1.25 ms") << qint64(1'250'000) << "1.25 ms";
        QTest::newRow("12.5 ms") << qint64(12'500'000) << "12.5 ms";
        QTest::newRow("almost 10 ms") << qint64(9'996'000) << "10 ms";
        QTest::newRow("684 ms") << qint64(684'499'999) << "684 ms";
        QTest::newRow("550 ms") << qint64(550'140'000) << "550 ms";
        QTest::newRow("almost 1 s") << qint64(999'600'000) << "1.000 s";
        QTest::newRow("1.448 s") << qint64(1'447'500'000) << "1.448 s";
        QTest::newRow("1.530 s") << qint64(1'530'000'000) << "1.530 s";
        QTest::newRow("12.5 s") << qint64(12'500'000'000) << "12.5 s";
        QTest::newRow("almost 10 s") << qint64(9'999'600'000) << "10.0 s";
        QTest::newRow("59.9 s") << qint64(59'940'000'000) << "59.9 s";
        QTest::newRow("almost 1 min") << qint64(59'960'000'000) << "1 min 0 s";
        QTest::newRow("1 min") << qint64(63'249'999'999) << "1 min 3.2 s";
        QTest::newRow("1 min, whole seconds") << qint64(90'000'000'000) << "1 min 30 s";
        QTest::newRow("119.9 s") << qint64(119'900'000'000) << "1 min 59.9 s";
        QTest::newRow("almost 2 min") << qint64(119'960'000'000) << "2 min 0 s";
        QTest::newRow("2 min") << qint64(125'000'000'000) << "2 min 5 s";
        QTest::newRow("1 h") << qint64(3'720'000'000'000) << "1 h 2 min";
        QTest::newRow("almost 1 h") << qint64(3'599'600'000'000) << "1 h 0 min";
        QTest::newRow("negative") << qint64(-5'000'000) << "-5 ms";
    }

    void showsPeopleWhatTheyNeed()
    {
        QFETCH(qint64, ns);
        QFETCH(QString, text);
        QCOMPARE(displayDuration(ns), text);
    }
};

QTEST_GUILESS_MAIN(DurationTest)
#include "duration_test.moc"
