// SPDX-License-Identifier: MIT
#include "model/tape_recording.h"

#include "model/scenario_json.h"

#include <QtTest>

using namespace playground;
using namespace std::chrono_literals;

class TapeRecordingTest : public QObject {
    Q_OBJECT

private slots:
    void beginsEmptyAndKeepsTheLabelOfATape()
    {
        const auto tape = std::get<Scenario>(withSettings(Scenario(), {{"source", R"({"kind":"tape","label":"Find {text}"})"}}));
        QCOMPARE(TapeRecording(tape.source).source().text(QStringLiteral("label")), QStringLiteral("Find {text}"));
        QCOMPARE(TapeRecording(tape.source).count(), 0);
        QCOMPARE(TapeRecording(Scenario().source).source().id(), QStringLiteral("tape"));
    }

    void keepsKeysWithTheirTextAndClicks()
    {
        TapeRecording tape(Scenario().source);
        tape.add({QStringLiteral("q"), QStringLiteral("q")}, 180ms);
        tape.add(PadInput::click(), 1s);
        Scenario scenario;
        scenario.source = tape.source();
        QVERIFY(writeScenario(scenario).contains(R"({"at": "180ms", "key": "q", "text": "q"})"));
        QVERIFY(writeScenario(scenario).contains(R"({"at": "1s", "click": true})"));
        QVERIFY(std::get<Scenario>(readScenario(writeScenario(scenario), {})) == scenario);
    }

    void oneThatIsLateComesWithTheLast()
    {
        TapeRecording tape(Scenario().source);
        tape.add(PadInput::click(), 20ms);
        tape.add(PadInput::click(), 10ms);
        QCOMPARE(tape.source().value(QStringLiteral("events")).toArray()[1].toObject().value(QLatin1String("at")).toString(),
                 QStringLiteral("20ms"));
    }

    void staysOpenUntilItIsClosed()
    {
        TapeRecording tape(Scenario().source);
        tape.add(PadInput::click(), 20ms);
        QCOMPARE(tape.openSource().optionalDuration(QStringLiteral("end")), std::optional<std::chrono::nanoseconds>(24h));
        QVERIFY(!tape.source().optionalDuration(QStringLiteral("end")));
        tape.close(3500ms);
        QCOMPARE(tape.source().optionalDuration(QStringLiteral("end")), std::optional<std::chrono::nanoseconds>(3500ms));
        tape.close(1ms);
        QCOMPARE(tape.source().optionalDuration(QStringLiteral("end")), std::optional<std::chrono::nanoseconds>(20ms));
    }

    void nothingLiesBeyondTheLongestRun()
    {
        TapeRecording tape(Scenario().source);
        tape.add(PadInput::click(), 100h);
        tape.close(200h);
        Scenario scenario;
        scenario.source = tape.source();
        QVERIFY(std::holds_alternative<Scenario>(readScenario(writeScenario(scenario), {})));
    }
};

QTEST_GUILESS_MAIN(TapeRecordingTest)
#include "tape_recording_test.moc"
