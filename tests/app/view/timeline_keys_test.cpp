// SPDX-License-Identifier: MIT
#include "view/timeline_keys.h"

#include "view/key_name.h"

#include <QKeyEvent>
#include <QSet>
#include <QTest>

using namespace playground;

class TimelineKeysTest : public QObject {
    Q_OBJECT

private slots:
    void knowsItsKeys_data();
    void knowsItsKeys();
    void wantsNothingElse();
    void listsEveryCommandWithKeysThatAskForIt();
    void namesArrowsByTheirSigns();
};

void TimelineKeysTest::knowsItsKeys_data()
{
    using enum TimelineCommand;
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<int>("command");
    const auto row = [](const char *name, int key, TimelineCommand command, int modifiers = 0) {
        QTest::newRow(name) << key << modifiers << int(command);
    };
    row("W", Qt::Key_W, ZoomIn);
    row("S", Qt::Key_S, ZoomOut);
    row("A", Qt::Key_A, PanLeft);
    row("D", Qt::Key_D, PanRight);
    row("Left", Qt::Key_Left, PanLeft);
    row("Right", Qt::Key_Right, PanRight);
    row("Up", Qt::Key_Up, ScrollUp);
    row("Ctrl+Up", Qt::Key_Up, ZoomIn, Qt::ControlModifier);
    row("Ctrl+Down", Qt::Key_Down, ZoomOut, Qt::ControlModifier);
    row("0", Qt::Key_0, Fit);
    row("keypad 0", Qt::Key_0, Fit, Qt::KeypadModifier);
    row("F", Qt::Key_F, ZoomToSelection);
    row("Backspace", Qt::Key_Backspace, ZoomBack);
    row("J", Qt::Key_J, NextSpan);
    row("K", Qt::Key_K, PreviousSpan);
    row("Home", Qt::Key_Home, ToStart);
    row("End", Qt::Key_End, ToEnd);
    row("M", Qt::Key_M, SetMark);
    row("Shift+M", Qt::Key_M, Measure, Qt::ShiftModifier);
    row("Shift+Left", Qt::Key_Left, MeasureShorter, Qt::ShiftModifier);
    row("Shift+Right", Qt::Key_Right, MeasureLonger, Qt::ShiftModifier);
    row("Alt+Left", Qt::Key_Left, StartEarlier, Qt::AltModifier);
    row("Alt+Right", Qt::Key_Right, StartLater, Qt::AltModifier);
    row("Alt+Shift+Left", Qt::Key_Left, EndEarlier, Qt::AltModifier | Qt::ShiftModifier);
    row("Alt+Shift+Right", Qt::Key_Right, EndLater, Qt::AltModifier | Qt::ShiftModifier);
    row("Escape", Qt::Key_Escape, ClearSelection);
}

void TimelineKeysTest::knowsItsKeys()
{
    QFETCH(int, key);
    QFETCH(int, modifiers);
    const QKeyEvent event(QEvent::KeyPress, key, Qt::KeyboardModifiers(modifiers));
    QTEST(int(timelineCommand(event)), "command");
}

void TimelineKeysTest::wantsNothingElse()
{
    // The window's own keys: run, step, reset, seed, speed, and with Ctrl or Alt all but a few arrows.
    for (const int key : {Qt::Key_Space, Qt::Key_Period, Qt::Key_Comma, Qt::Key_R, Qt::Key_BracketLeft, Qt::Key_Tab,
                          Qt::Key_F1, Qt::Key_Slash})
        QCOMPARE(timelineCommand(QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier)), TimelineCommand::None);
    for (const int key : {Qt::Key_0, Qt::Key_S, Qt::Key_Left, Qt::Key_K, Qt::Key_P}) {
        QCOMPARE(timelineCommand(QKeyEvent(QEvent::KeyPress, key, Qt::ControlModifier)), TimelineCommand::None);
        if (key != Qt::Key_Left)
            QCOMPARE(timelineCommand(QKeyEvent(QEvent::KeyPress, key, Qt::AltModifier)), TimelineCommand::None);
    }
    QCOMPARE(timelineCommand(QKeyEvent(QEvent::KeyPress, Qt::Key_R, Qt::ShiftModifier)), TimelineCommand::None);
}

void TimelineKeysTest::listsEveryCommandWithKeysThatAskForIt()
{
    QSet<int> listed;
    for (const TimelineKey &entry : timelineKeys()) {
        QVERIFY(!listed.contains(int(entry.command)));
        listed.insert(int(entry.command));
        QVERIFY(!entry.keys.isEmpty() && !entry.title.isEmpty() && !entry.help.isEmpty());
        for (const QKeySequence &key : entry.keys) {
            const QKeyEvent event(QEvent::KeyPress, key[0].key(), key[0].keyboardModifiers());
            QVERIFY2(timelineCommand(event) == entry.command, qPrintable(keyName(key)));
        }
    }
    for (int command = int(TimelineCommand::None) + 1; command <= int(TimelineCommand::ClearSelection); ++command)
        QVERIFY2(listed.contains(command), qPrintable(QString::number(command)));
}

void TimelineKeysTest::namesArrowsByTheirSigns()
{
    QCOMPARE(keyName(QKeySequence(Qt::CTRL | Qt::Key_Up)), QStringLiteral("Ctrl+↑"));
    QCOMPARE(keyName(QKeySequence(Qt::Key_Left)), QStringLiteral("←"));
    QCOMPARE(keyName(QKeySequence(Qt::Key_Backspace)), QStringLiteral("Backspace"));
}

QTEST_MAIN(TimelineKeysTest)
#include "timeline_keys_test.moc"
