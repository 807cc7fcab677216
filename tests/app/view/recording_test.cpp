// SPDX-License-Identifier: MIT
// The window with a playback behind it, while somebody puts something in.
#include "connect_parts.h"
#include "model/scenario_json.h"
#include "view/chip.h"
#include "view/input_row.h"
#include "view/tape_buttons.h"
#include "view/timeline_view.h"

#include <QJsonArray>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace playground;
using Phase = PlaybackState::Phase;

namespace {

struct Playground {
    Playback playback; // Before the window, which shows its run to the last.
    MainWindow window;

    Playground()
    {
        connectParts(window, playback);
        window.resize(1280, 760);
        window.openScenario(
            std::get<Scenario>(withSettings(defaultScenario(), {{"source", R"({"kind":"tape","events":[]})"}})));
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
    }
    TimelineView *timeline() const { return window.findChild<TimelineView *>(); }
    InputRow *row() const { return window.findChild<InputRow *>(); }
    TapeButtons *tape() const { return window.findChild<TapeButtons *>(); }
    QJsonArray events() const { return window.scenario().source.value(QStringLiteral("events")).toArray(); }
};

} // namespace

class RecordingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("asyncade-test");
        QCoreApplication::setApplicationName("recording");
        QVERIFY(m_settings.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void whatIsClickedAndTypedOnTheLineInIsReplayed()
    {
        Playground shown;
        const QPoint at = shown.row()->geometry().center();
        QTest::mouseClick(shown.timeline(), Qt::LeftButton, {}, at);
        QVERIFY(shown.playback.state().recording);
        QCOMPARE(shown.events().size(), 1);
        QCOMPARE(shown.events()[0].toObject().value("click").toBool(), true);
        QTest::keyClicks(shown.row(), "qt");
        QCOMPARE(shown.events().size(), 3);
        QCOMPARE(shown.events()[2].toObject().value("key").toString(), "t");
        QCOMPARE(shown.events()[2].toObject().value("text").toString(), "qt");

        // Replaying ends the recording, and what is run is the tape.
        QTest::mouseClick(shown.tape()->replay(), Qt::LeftButton);
        QVERIFY(!shown.playback.state().recording);
        QCOMPARE(shown.events().size(), 3);
        shown.playback.toEnd();
        QTRY_COMPARE_WITH_TIMEOUT(shown.playback.state().phase, Phase::Ended, 20000);
        QCOMPARE(shown.playback.run().timeline().in().size(), size_t(3));
    }

    void undoBringsTheTapeBackThatWasThereBefore()
    {
        Playground shown;
        const QString tape = QStringLiteral(R"({"kind":"tape","events":[{"at":"100ms","key":"q"},{"at":"200ms","key":"t"}]})");
        shown.window.openScenario(std::get<Scenario>(withSettings(defaultScenario(), {{"source", tape}})));
        const Section before = shown.window.scenario().source;
        QTest::mouseClick(shown.timeline(), Qt::LeftButton, {}, shown.row()->geometry().center());
        QVERIFY(shown.playback.state().recording);
        QTest::keyClicks(shown.row(), "ab");
        QTest::mouseClick(shown.tape()->record(), Qt::LeftButton);
        QVERIFY(!shown.playback.state().recording);
        QVERIFY(shown.window.scenario().source != before);
        QTest::keyClick(&shown.window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(shown.window.scenario().source, before);
    }

    void clearingStartsAnEmptyTape()
    {
        Playground shown;
        QTest::mouseClick(shown.timeline(), Qt::LeftButton, {}, shown.row()->geometry().center());
        QTest::mouseClick(shown.tape()->record(), Qt::LeftButton);
        QVERIFY(!shown.playback.state().recording);
        QTest::mouseClick(shown.tape()->clear(), Qt::LeftButton);
        QCOMPARE(shown.events().size(), 0);
        QCOMPARE(requestCount(shown.playback.run().scenario()), 0);
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(RecordingTest)
#include "recording_test.moc"
