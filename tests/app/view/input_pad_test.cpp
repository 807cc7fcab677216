// SPDX-License-Identifier: MIT
#include "view/input_pad.h"

#include "app/model/trace_builder.h"
#include "model/run.h"
#include "model/scenario_json.h"
#include "picture/theme.h"
#include "view/chip.h"
#include "view/icon_button.h"
#include "view/input_row.h"
#include "view/main_window.h"
#include "view/pad_field.h"
#include "view/tape_buttons.h"
#include "view/timeline_view.h"

#include <QAction>
#include <QHelpEvent>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolTip>
#include <QtTest>

using namespace playground;
using namespace std::chrono_literals;

namespace {

Scenario typing(const char *events = R"([{"at": "10ms", "key": "q"}, {"at": "20ms", "key": "t"}])")
{
    return std::get<Scenario>(withSettings(
        Scenario(), {{"source", QStringLiteral(R"({"kind":"tape","events":%1})").arg(QLatin1String(events))}}));
}

} // namespace

/// The pad in its window. The one who would record is played by the test.
class InputPadTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("asyncade-test");
        QCoreApplication::setApplicationName("input-pad");
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void init()
    {
        m_words.clear();
        m_window = std::make_unique<MainWindow>();
        m_window->openScenario(typing());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        connect(m_window.get(), &MainWindow::recordRequested, this, [this] {
            m_words << QStringLiteral("record");
            setRecording(true);
        });
        connect(m_window.get(), &MainWindow::recordingEndRequested, this, [this] {
            m_words << QStringLiteral("end");
            setRecording(false);
        });
        connect(m_window.get(), &MainWindow::inputMade, this, [this](const PadInput &input) {
            m_words << (input.key.isEmpty() ? QStringLiteral("click") : input.key + u'=' + input.text);
        });
        connect(m_window.get(), &MainWindow::burstRequested, this, [this](int n) { m_words << QStringLiteral("burst %1").arg(n); });
        connect(m_window.get(), &MainWindow::generateRequested, this,
                [this](std::chrono::nanoseconds every) { m_words << QStringLiteral("every %1").arg(every / 1ms); });
    }

    void isThereWhereTheSourceIsATape()
    {
        QVERIFY(pad()->isVisible());
        m_window->openScenario(defaultScenario());
        QVERIFY(!pad()->isVisible());
        QTest::keyClick(m_window->findChild<TimelineView *>(), Qt::Key_T);
        QCOMPARE(m_words, QStringList());
    }

    void theFirstKeyBeginsARecordingAndEachIsAnInputWithTheTextAfterIt()
    {
        pad()->field()->setFocus();
        QTest::keyClicks(pad()->field(), "qt ");
        QTest::keyClick(pad()->field(), Qt::Key_Backspace);
        QTest::keyClick(pad()->field(), Qt::Key_Return);
        QCOMPARE(m_words, (QStringList{"record", "q=q", "t=qt", "␣=qt ", "⌫=qt", "⏎=qt"}));
    }

    void everyLetterGoesToThePadWhileItHasTheKeys()
    {
        pad()->field()->setFocus();
        QTest::keyClicks(pad()->field(), "r. T[");
        QCOMPARE(pad()->field()->text(), QStringLiteral("r. T["));
        QCOMPARE(m_words.size(), 6);
    }

    void keysThatTypeNothingAreNoInput()
    {
        pad()->field()->setFocus();
        QTest::keyClick(pad()->field(), Qt::Key_Left);
        QTest::keyClick(pad()->field(), Qt::Key_Shift);
        QTest::keyClick(pad()->field(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_words, QStringList());
    }

    void escapeGivesTheKeysBack()
    {
        pad()->field()->setFocus();
        QTest::keyClick(pad()->field(), Qt::Key_Escape);
        QVERIFY(m_window->findChild<TimelineView *>()->hasFocus());
        QCOMPARE(m_words, QStringList());
    }

    void tapsByButtonAndByKey()
    {
        QTest::mouseClick(pad()->tapButton(), Qt::LeftButton);
        m_window->findChild<TimelineView *>()->setFocus();
        QTest::keyClick(m_window->findChild<TimelineView *>(), Qt::Key_T);
        QCOMPARE(m_words, (QStringList{"record", "click", "click"}));
    }

    void aBurstIsOneWish()
    {
        QTest::mouseClick(pad()->burstButton(), Qt::LeftButton);
        QCOMPARE(m_words, (QStringList{"record", "burst 5"}));
    }

    void oneGeneratorRunsAtATimeUntilTheRecordingEnds()
    {
        const QList<Chip *> generators = pad()->generators();
        QTest::mouseClick(generators[0], Qt::LeftButton);
        QTest::mouseClick(generators[1], Qt::LeftButton);
        QVERIFY(!generators[0]->isChecked());
        QVERIFY(generators[1]->isChecked());
        QTest::mouseClick(generators[1], Qt::LeftButton);
        QCOMPARE(m_words, (QStringList{"record", "every 100", "every 300", "every 0"}));
        QTest::mouseClick(generators[0], Qt::LeftButton);
        QTest::mouseClick(pad()->recordButton(), Qt::LeftButton);
        QCOMPARE(m_words.last(), QStringLiteral("end"));
        QVERIFY(!generators[0]->isChecked());
    }

    void theRecordButtonBeginsAndEnds()
    {
        QTest::mouseClick(pad()->recordButton(), Qt::LeftButton);
        QVERIFY(pad()->recordButton()->isChecked());
        QCOMPARE(pad()->recordButton()->text(), QStringLiteral("Recording"));
        QTest::mouseClick(pad()->recordButton(), Qt::LeftButton);
        QVERIFY(!pad()->recordButton()->isChecked());
        QCOMPARE(m_words, (QStringList{"record", "end"}));
    }

    void whereNothingCanBeRecordedTheButtonStaysOff()
    {
        m_refuses = true;
        QTest::mouseClick(pad()->recordButton(), Qt::LeftButton);
        QVERIFY(!pad()->recordButton()->isChecked());
        QTest::mouseClick(pad()->generators()[0], Qt::LeftButton);
        QVERIFY(!pad()->generators()[0]->isChecked());
        QTest::mouseClick(pad()->tapButton(), Qt::LeftButton);
        QCOMPARE(m_words, (QStringList{"record", "record", "record"}));
        m_refuses = false;
    }

    void aClickInTheLineInIsAnInputAtThatInstant()
    {
        const auto run = runOfTape();
        m_window->setRun(run.get());
        const QPoint free = row()->geometry().center();
        QTest::mouseClick(timeline(), Qt::LeftButton, {}, free);
        QCOMPARE(m_words, (QStringList{"record", "click"}));
        QVERIFY(row()->hasFocus());
        QTest::mouseClick(timeline(), Qt::LeftButton, {}, free);
        QTest::mouseDClick(timeline(), Qt::LeftButton, {}, free); // The second one of two that come fast.
        QCOMPARE(m_words, (QStringList{"record", "click", "click", "click"}));
        m_window->setRun(nullptr);
    }

    void aClickOnAMarbleSelectsItUnlessInputIsRecorded()
    {
        const auto run = runOfTape();
        m_window->setRun(run.get());
        const QPoint marble(timeline()->placeOf(1, 0).left(), row()->geometry().center().y());
        const QPoint onLine(marble.x(), row()->geometry().top() + Theme::size(Size::MarbleLane) / 2);
        QTest::mouseClick(timeline(), Qt::LeftButton, {}, onLine);
        QCOMPARE(timeline()->selectedRequest(), 1U);
        QCOMPARE(m_words, QStringList());
        QTest::keyClick(timeline(), Qt::Key_T, Qt::ShiftModifier);
        QTest::mouseClick(timeline(), Qt::LeftButton, {}, onLine);
        QCOMPARE(m_words, (QStringList{"record", "click"}));
        m_window->setRun(nullptr);
    }

    void whatIsTypedOnTheLineInGoesToThePad()
    {
        const auto run = runOfTape();
        m_window->setRun(run.get());
        timeline()->setFocus();
        QTest::keyClick(timeline(), Qt::Key_Tab);
        QVERIFY(row()->hasFocus());
        QTest::keyClicks(row(), "r. ");
        QTest::keyClick(row(), Qt::Key_Backspace);
        QCOMPARE(m_words, (QStringList{"record", "r=r", ".=r.", "␣=r. ", "⌫=r."}));
        // What types nothing is the timeline's, and the window's commands stay.
        QTest::keyClick(row(), Qt::Key_Right);
        QTest::keyClick(row(), Qt::Key_T, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(m_words.size(), 5);
        QTest::keyClick(row(), Qt::Key_Escape);
        QVERIFY(timeline()->hasFocus());
        m_window->setRun(nullptr);
    }

    void theLineInIsExplained()
    {
        const auto run = runOfTape();
        m_window->setRun(run.get());
        const QPoint at = row()->geometry().center();
        QHelpEvent help(QEvent::ToolTip, at, timeline()->mapToGlobal(at));
        QCoreApplication::sendEvent(timeline(), &help);
        QCOMPARE(QToolTip::text(), InputRow::help());
        QToolTip::hideText();
        QCOMPARE(row()->accessibleName(), "IN: type input here");
        QCOMPARE(row()->accessibleDescription(), InputRow::help());
        m_window->setRun(nullptr);
    }

    void whereTheSourceTakesNoInputTheLineInDoesNeither()
    {
        const auto run = runOfTape();
        m_window->setRun(run.get());
        const QPoint at = row()->geometry().center();
        m_window->openScenario(defaultScenario());
        QVERIFY(!row()->isVisible());
        QTest::mouseClick(timeline(), Qt::LeftButton, {}, at);
        QCOMPARE(m_words, QStringList());
        m_window->setRun(nullptr);
    }

    void theCardOfATapeRecordsReplaysAndClears()
    {
        TapeButtons *tape = m_window->findChild<TapeButtons *>();
        const Scenario before = m_window->scenario();
        QVERIFY(tape->isVisible());
        QTest::mouseClick(tape->record(), Qt::LeftButton);
        QVERIFY(tape->record()->isChecked());
        QVERIFY(!tape->clear()->isEnabled()); // There would be nothing to go on from.
        QTest::mouseClick(tape->record(), Qt::LeftButton);
        QVERIFY(!tape->record()->isChecked());
        QCOMPARE(m_words, (QStringList{"record", "end"}));

        QSignalSpy reset(m_window.get(), &MainWindow::resetRequested), run(m_window.get(), &MainWindow::runRequested);
        QTest::mouseClick(tape->replay(), Qt::LeftButton);
        QCOMPARE(reset.count(), 1);
        QCOMPARE(run.count(), 1);
        QVERIFY(m_window->scenario() == before);

        QTest::mouseClick(tape->clear(), Qt::LeftButton);
        QCOMPARE(requestCount(m_window->scenario()), 0);
        QVERIFY(!tape->replay()->isEnabled());
        QVERIFY(!tape->clear()->isEnabled());
        QVERIFY(action("Undo: Clear the tape"));
        action("Undo: Clear the tape")->trigger();
        QVERIFY(m_window->scenario() == before);
        QVERIFY(tape->replay()->isEnabled());
        m_window->openScenario(defaultScenario());
        QVERIFY(!tape->isVisible());
    }

    void replayEndsARecordingFirst()
    {
        TapeButtons *tape = m_window->findChild<TapeButtons *>();
        connect(m_window.get(), &MainWindow::runRequested, this, [this] { m_words << QStringLiteral("run"); });
        QTest::mouseClick(tape->record(), Qt::LeftButton);
        QTest::mouseClick(tape->replay(), Qt::LeftButton);
        QCOMPARE(m_words, (QStringList{"record", "end", "run"}));
    }

    void aRecordingIsOneUndoStepNamedAfterItsSize()
    {
        Run run(m_window->scenario());
        const Scenario before = m_window->scenario();
        run.growSource(TapeRecording(before.source).source());
        m_window->setRun(&run);
        QSignalSpy changed(m_window.get(), &MainWindow::scenarioChanged);
        TapeRecording tape(before.source);
        m_window->takeRecording(tape.source());
        for (int i = 1; i <= 3; ++i) {
            tape.add(PadInput::click(), i * 10ms);
            run.growSource(tape.source());
            m_window->takeRecording(tape.source());
        }
        QCOMPARE(changed.count(), 0); // The run knows it.
        QCOMPARE(requestCount(m_window->scenario()), 3);
        QVERIFY(m_window->isWindowModified());
        QVERIFY(action("Undo: Record 3 inputs"));
        action("Undo: Record 3 inputs")->trigger();
        QVERIFY(m_window->scenario() == before);
        m_window->setRun(nullptr);
    }

private:
    void setRecording(bool on)
    {
        PlaybackState state;
        state.phase = PlaybackState::Phase::Running;
        state.recording = on && !m_refuses;
        m_window->setPlaybackState(state);
    }
    /// One in which both inputs have come: they are under way.
    std::unique_ptr<Run> runOfTape() const
    {
        auto run = std::make_unique<Run>(m_window->scenario());
        TraceBuilder trace;
        trace.at(10ms).arrive(1).go(1, 1).dispatch(1).attempt(1, 1);
        trace.at(200ms).arrive(2).go(2, 1).dispatch(2).attempt(2, 1);
        run->append(trace, 400'000'000);
        return run;
    }
    TimelineView *timeline() const { return m_window->findChild<TimelineView *>(); }
    InputRow *row() const { return m_window->findChild<InputRow *>(); }
    InputPad *pad() const { return m_window->findChild<InputPad *>(); }
    QAction *action(const QString &text) const
    {
        for (QAction *action : m_window->findChildren<QAction *>())
            if (QString(action->text()).remove(u'&') == text)
                return action;
        return nullptr;
    }

    QTemporaryDir m_settings;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_words;
    bool m_refuses = false;
};

QTEST_MAIN(InputPadTest)
#include "input_pad_test.moc"
