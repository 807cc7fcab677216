// SPDX-License-Identifier: MIT
#include "view/input_pad.h"

#include "model/run.h"
#include "model/scenario_json.h"
#include "view/chip.h"
#include "view/icon_button.h"
#include "view/main_window.h"
#include "view/pad_field.h"
#include "view/timeline_view.h"

#include <QAction>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
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
