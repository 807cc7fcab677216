// SPDX-License-Identifier: MIT
#include "view/main_window.h"

#include "model/words.h"
#include "sample_run.h"
#include "view/gallery_button.h"
#include "view/hint_bubble.h"
#include "view/icon_button.h"
#include "view/inspector.h"
#include "view/key_cap.h"
#include "view/key_name.h"
#include "view/keys_dialog.h"
#include "view/kind_button.h"
#include "view/metric_cell.h"
#include "view/metrics_bar.h"
#include "view/number_control.h"
#include "view/parameter_form.h"
#include "view/parameter_row.h"
#include "view/pattern_card.h"
#include "view/problem_bar.h"
#include "view/run_summary.h"
#include "view/scenario_panel.h"
#include "view/slider.h"
#include "view/speed_scale.h"
#include "view/state_chip.h"
#include "view/status_line.h"
#include "view/text_label.h"
#include "view/timeline_keys.h"
#include "view/timeline_view.h"
#include "view/transport_bar.h"
#include "view/value_field.h"
#include "view/why_box.h"
#include "view/window_actions.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLayout>
#include <QMimeData>
#include <QScrollArea>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace playground;

namespace {

PlaybackState stateOf(PlaybackState::Phase phase)
{
    PlaybackState state;
    state.phase = phase;
    return state;
}

} // namespace

class MainWindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("asyncade-test");
        QCoreApplication::setApplicationName("main-window");
        QVERIFY(m_settings.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void init()
    {
        QSettings().clear();
        m_window = std::make_unique<MainWindow>();
        m_window->openScenario(defaultScenario());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        timeline()->setFocus();
    }
    void cleanup() { m_window.reset(); }

    void keysWishWhatTheySay_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QByteArray>("wish");
        QTest::newRow("Space") << int(Qt::Key_Space) << int(Qt::NoModifier) << QByteArray(SIGNAL(runRequested()));
        QTest::newRow(".") << int(Qt::Key_Period) << int(Qt::NoModifier) << QByteArray(SIGNAL(stepRequested()));
        QTest::newRow("Ctrl+Right") << int(Qt::Key_Right) << int(Qt::ControlModifier)
                                    << QByteArray(SIGNAL(stepRequested()));
        QTest::newRow("Ctrl+End") << int(Qt::Key_End) << int(Qt::ControlModifier)
                                  << QByteArray(SIGNAL(toEndRequested()));
        QTest::newRow("R") << int(Qt::Key_R) << int(Qt::NoModifier)
                           << QByteArray(SIGNAL(resetRequested(playground::Scenario)));
        QTest::newRow("]") << int(Qt::Key_BracketRight) << int(Qt::NoModifier)
                           << QByteArray(SIGNAL(speedChanged(double)));
        QTest::newRow("[") << int(Qt::Key_BracketLeft) << int(Qt::NoModifier)
                           << QByteArray(SIGNAL(speedChanged(double)));
        QTest::newRow("Alt+0") << int(Qt::Key_0) << int(Qt::AltModifier) << QByteArray(SIGNAL(speedChanged(double)));
    }
    void keysWishWhatTheySay()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(QByteArray, wish);
        QSignalSpy wished(m_window.get(), wish.constData());
        QTest::keyClick(timeline(), Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        QCOMPARE(wished.count(), 1);
    }

    void speedKeysGoThroughTheSteps()
    {
        QSignalSpy speed(m_window.get(), &MainWindow::speedChanged);
        QTest::keyClick(timeline(), Qt::Key_BracketRight);
        QTest::keyClick(timeline(), Qt::Key_BracketRight);
        QTest::keyClick(timeline(), Qt::Key_Backslash);
        QCOMPARE(speed.at(0).first().toDouble(), 1.0);
        QCOMPARE(speed.at(1).first().toDouble(), 2.0);
        QCOMPARE(speed.at(2).first().toDouble(), 1.0);
    }

    void staysWithinASmallDesktop()
    {
        MainWindow window;
        const QSize usual = window.size();
        window.fitInto({1920, 1080});
        QCOMPARE(window.size(), usual);
        window.fitInto({1024, 720});
        QCOMPARE(window.width(), 1024);
        QVERIFY(window.height() < 720 && window.height() > 670); // Its title bar needs room, too.
        window.fitInto({640, 480});
        QCOMPARE(window.size(), window.minimumSize());
    }

    void theRunButtonPausesWhatRuns()
    {
        QSignalSpy run(m_window.get(), &MainWindow::runRequested), pause(m_window.get(), &MainWindow::pauseRequested);
        bar()->runButton()->click();
        QCOMPARE(run.count(), 1);
        m_window->setPlaybackState(stateOf(PlaybackState::Phase::Running));
        QCOMPARE(bar()->runButton()->text(), "Pause");
        bar()->runButton()->click();
        QCOMPARE(pause.count(), 1);
        QCOMPARE(run.count(), 1);
    }

    void runningAgainStartsAfresh()
    {
        m_window->setPlaybackState(stateOf(PlaybackState::Phase::Ended));
        QSignalSpy reset(m_window.get(), &MainWindow::resetRequested), run(m_window.get(), &MainWindow::runRequested);
        QTest::keyClick(timeline(), Qt::Key_Space);
        QCOMPARE(reset.count(), 1);
        QCOMPARE(reset.first().first().value<Scenario>(), defaultScenario());
        QCOMPARE(run.count(), 1);
        // There is nothing left to step to.
        QSignalSpy step(m_window.get(), &MainWindow::stepRequested);
        QTest::keyClick(timeline(), Qt::Key_Period);
        QCOMPARE(step.count(), 0);
    }

    void anUnlockedSeedIsDrawnAtEachStart()
    {
        action()->lockSeed->trigger();
        QVERIFY(!action()->lockSeed->isChecked());
        QSignalSpy reset(m_window.get(), &MainWindow::resetRequested);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(timeline(), Qt::Key_R);
        QSet<quint64> seeds;
        for (const auto &wish : reset)
            seeds.insert(wish.first().value<Scenario>().seed);
        QVERIFY2(seeds.size() > 1, "three equal draws of ten thousand");
        QCOMPARE(bar()->seedField()->text(), QString::number(m_window->scenario().seed));
        QVERIFY(!m_window->isWindowModified());
    }

    void shiftRDrawsANewSeed()
    {
        m_window->setPlaybackState(stateOf(PlaybackState::Phase::Paused));
        QSignalSpy changed(m_window.get(), &MainWindow::scenarioChanged);
        do
            QTest::keyClick(timeline(), Qt::Key_R, Qt::ShiftModifier);
        while (m_window->scenario().seed == 7);
        QVERIFY(changed.count() >= 1);
        action()->undo->trigger();
        QCOMPARE(m_window->scenario().seed, 7ULL);
    }

    void anEditOfARunningRunIsTold()
    {
        m_window->setPlaybackState(stateOf(PlaybackState::Phase::Running));
        QSignalSpy changed(m_window.get(), &MainWindow::scenarioChanged);
        limit()->field()->setFocus();
        QTest::keyClick(limit()->field(), Qt::Key_Up);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().value<Scenario>().pattern.integer("limit"), 4);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(changed.last().first().value<Scenario>(), defaultScenario());
    }

    void anEditBeforeTheStartBelongsToTheRun()
    {
        QSignalSpy changed(m_window.get(), &MainWindow::scenarioChanged),
            reset(m_window.get(), &MainWindow::resetRequested);
        limit()->field()->setFocus();
        QTest::keyClick(limit()->field(), Qt::Key_Up);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(reset.count(), 1);
    }

    void goingBackTakesTheEditsOfTheRunBack()
    {
        const Run run(defaultScenario());
        m_window->setRun(&run);
        m_window->setPlaybackState(stateOf(PlaybackState::Phase::Running));
        limit()->field()->setFocus();
        QTest::keyClick(limit()->field(), Qt::Key_Up);
        timeline()->setFocus();
        QSignalSpy changed(m_window.get(), &MainWindow::scenarioChanged),
            reset(m_window.get(), &MainWindow::resetRequested);
        QTest::keyClick(timeline(), Qt::Key_R);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(reset.count(), 1);
        QCOMPARE(reset.first().first().value<Scenario>(), defaultScenario());
        QCOMPARE(limit()->field()->text(), "3");
        m_window->setRun(nullptr);
    }

    void aFocusedFieldTakesPlainKeys()
    {
        QSignalSpy reset(m_window.get(), &MainWindow::resetRequested), run(m_window.get(), &MainWindow::runRequested);
        limit()->field()->setFocus();
        QTest::keyClick(limit()->field(), Qt::Key_R);
        QTest::keyClick(limit()->field(), Qt::Key_Space);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(run.count(), 0);
        QTest::keyClick(limit()->field(), Qt::Key_Escape);
        QVERIFY(timeline()->hasFocus());
        QCOMPARE(limit()->field()->text(), "3");
        QTest::keyClick(timeline(), Qt::Key_Space);
        QCOMPARE(run.count(), 1);
    }

    void spacePressesTheFocusedButton()
    {
        QSignalSpy run(m_window.get(), &MainWindow::runRequested), step(m_window.get(), &MainWindow::stepRequested);
        QWidget *button = nullptr;
        for (IconButton *candidate : m_window->findChildren<IconButton *>())
            if (candidate->accessibleName() == "Step")
                button = candidate;
        QVERIFY(button);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(step.count(), 1);
        QCOMPARE(run.count(), 0);
    }

    void enterPressesTheFocusedButtonToo()
    {
        QSignalSpy run(m_window.get(), &MainWindow::runRequested);
        bar()->runButton()->setFocus();
        QTest::keyClick(bar()->runButton(), Qt::Key_Return);
        QCOMPARE(run.count(), 1);
        action()->lockSeed->setChecked(true);
        QTest::keyClick(bar()->runButton(), Qt::Key_Return, Qt::ControlModifier);
        timeline()->setFocus();
        QTest::keyClick(timeline(), Qt::Key_Return);
        QCOMPARE(run.count(), 1);
    }

    void keysThatNobodyWantsReachTheTimeline()
    {
        const auto run = sampleRun();
        m_window->setRun(run.get());
        bar()->runButton()->setFocus();
        QCOMPARE(timeline()->selectedSpan(), noSpan);
        QTest::keyClick(bar()->runButton(), Qt::Key_J);
        QVERIFY(timeline()->selectedSpan() != noSpan);
        m_window->setRun(nullptr);
    }

    void theSpeedSliderTellsItsSpeed()
    {
        QSignalSpy speed(m_window.get(), &MainWindow::speedChanged);
        Slider *slider = bar()->speedSlider();
        QTest::mouseClick(slider, Qt::LeftButton, {}, {slider->width() - 1, slider->height() / 2});
        QCOMPARE(speed.last().first().toDouble(), maxSpeed);
        QTest::mouseClick(slider, Qt::LeftButton, {},
                          {int(speedPosition(1) * (slider->width() - 14)) + 7 + 3, slider->height() / 2});
        QCOMPARE(speed.last().first().toDouble(), 1.0); // It snaps.
    }

    void theGalleryOffersAndOpens()
    {
        m_window->setScenarioList({{"one", "One", "many-at-once"}, {"two", "Two", "when-things-fail"}});
        QSignalSpy chosen(m_window.get(), &MainWindow::galleryChosen), run(m_window.get(), &MainWindow::runRequested);
        connect(m_window.get(), &MainWindow::galleryChosen, this, [this](const QString &name) {
            Scenario scenario;
            scenario.name = scenario.title = name;
            m_window->openScenario(scenario);
        });
        emit bar()->gallery()->chosen("two");
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(m_window->scenario().name, "two");
        QCOMPARE(run.count(), 1);
        action()->undo->trigger();
        QCOMPARE(m_window->scenario(), defaultScenario());
    }

    void opensAFileOrSaysWhyNot()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("mine.json");
        write(path, R"({"version": 1, "title": "Mine", "pattern": {"kind": "gather"}})");
        QSignalSpy reset(m_window.get(), &MainWindow::resetRequested);
        QVERIFY(m_window->openFile(path));
        QCOMPARE(reset.count(), 1);
        QCOMPARE(m_window->scenario().title, "Mine");
        QCOMPARE(m_window->windowTitle(), "Mine[*] – Asyncade");
        QVERIFY(problem()->isHidden());

        write(path, R"({"version": 1, "patern": {}})");
        QVERIFY(!m_window->openFile(path));
        QVERIFY(!problem()->isHidden());
        QVERIFY2(problem()->text().contains("did you mean \"pattern\"?"), qPrintable(problem()->text()));
        QCOMPARE(m_window->scenario().title, "Mine");

        QVERIFY(!m_window->openFile(folder.filePath("none.json")));
        QVERIFY2(problem()->text().contains("could not read"), qPrintable(problem()->text()));
    }

    void aDroppedFileOpens()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("dropped.json");
        write(path, R"({"version": 1, "title": "Dropped"})");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        // Qt lets nobody drop what was not dragged in.
        QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QCOMPARE(m_window->scenario().title, "Dropped");
    }

    void theFirstSecondsRunAndHint()
    {
        QSignalSpy run(m_window.get(), &MainWindow::runRequested);
        m_window->begin();
        QCOMPARE(run.count(), 1);
        QVERIFY(m_window->findChild<HintBubble *>());
        QCOMPARE(bar()->speed(), 0.5);
    }

    void theHintIsWholeInASmallWindow()
    {
        m_window->resize(960, 600);
        m_window->begin();
        QTRY_VERIFY(hint());
        const auto *bubble = m_window->findChild<HintBubble *>();
        const QWidget *view = panel()->scrollArea()->viewport();
        QTRY_VERIFY(view->rect().contains(QRect(bubble->mapTo(view, QPoint(0, 0)), bubble->size())));
    }

    void theHintGoesWithItsScenario()
    {
        m_window->begin();
        QTRY_VERIFY(hint());
        Scenario other = defaultScenario();
        other.title = "Other";
        m_window->openScenario(other);
        QVERIFY(!hint());
    }

    void theHintGoesWithItsPattern()
    {
        m_window->begin();
        QTRY_VERIFY(hint());
        emit panel()->patternCard()->kindChosen("gather");
        QVERIFY(!hint());
    }

    void theHintGoesAWhileAfterTheFirstRun()
    {
        m_window->begin();
        QTRY_VERIFY(hint());
        m_window->setPlaybackState(stateOf(PlaybackState::Phase::Running));
        QTimer *end = m_window->findChild<QTimer *>("hintEnd");
        QVERIFY(end);
        QVERIFY(!end->isActive());
        m_window->setPlaybackState(stateOf(PlaybackState::Phase::Ended));
        QVERIFY(end->isActive());
        QVERIFY(hint());
        end->start(0);
        QTRY_VERIFY(!hint());
    }

    void anOpenedFileNeedsNoHint()
    {
        m_window->openScenario(defaultScenario(), "mine.json");
        QSignalSpy run(m_window.get(), &MainWindow::runRequested);
        m_window->begin();
        QVERIFY(!hint());
        QCOMPARE(run.count(), 0);
    }

    void aDragIsOneGesture()
    {
        m_window->setPlaybackState(stateOf(PlaybackState::Phase::Ended));
        QSignalSpy changed(m_window.get(), &MainWindow::scenarioChanged);
        Slider *slider = limit()->slider();
        const int y = slider->height() / 2;
        QTest::mousePress(slider, Qt::LeftButton, {}, {slider->width() / 3, y});
        QTest::mouseMove(slider, {slider->width() / 2, y});
        QTest::mouseRelease(slider, Qt::LeftButton, {}, {slider->width() / 2, y});
        QCOMPARE(changed.count(), 2);
        QCOMPARE(changed.at(0).at(1).toInt(), changed.at(1).at(1).toInt());
        // The next one, and its undo, are others.
        QTest::mouseClick(slider, Qt::LeftButton, {}, {slider->width() / 4, y});
        QCOMPARE(changed.count(), 3);
        action()->undo->trigger();
        QCOMPARE(changed.count(), 4);
        QVERIFY(changed.at(2).at(1).toInt() != changed.at(1).at(1).toInt());
        QVERIFY(changed.at(3).at(1).toInt() != changed.at(2).at(1).toInt());
    }

    void allNumbersTellOfTheSameInstant()
    {
        const auto run = sampleRun(false); // At 400 ms, #4 in its back-off.
        m_window->setRun(run.get());
        PlaybackState state = stateOf(PlaybackState::Phase::Running);
        state.now = run->now();
        m_window->runAdvanced();
        m_window->setPlaybackState(state);
        Trace more;
        more.append(Record{.t = 618'000'000, .request = 4, .a = 0, .part = 2, .tryNumber = 2, .kind = EventKind::Go,
                           .detail = quint8(GoHow::Elapsed)});
        run->append(more, 620'000'000);
        state.now = run->now();
        m_window->runAdvanced();
        m_window->setPlaybackState(state);
        QCOMPARE(bar()->timeText(), "0.620 s");
        QCOMPARE(m_window->findChild<MetricsBar *>()->cells().first()->value(), "620 ms");
        QCOMPARE(m_window->findChild<StatusLine *>()->timeText(), "0.620 s");
        m_window->setRun(nullptr);
    }

    void theSummarySaysHowTheRunStands()
    {
        const auto run = sampleRun();
        m_window->setRun(run.get());
        const auto *summary = m_window->findChild<RunSummary *>();
        using Phase = PlaybackState::Phase;
        const std::vector<std::pair<Phase, QString>> words{
            {Phase::Ready, "Ready"}, {Phase::Running, "Under way"}, {Phase::Paused, "Paused"}, {Phase::Ended, "Finished"}};
        for (const auto &[phase, text] : words) {
            m_window->setPlaybackState(stateOf(phase));
            QCOMPARE(summary->stateText(), text);
        }
        m_window->setRun(nullptr);
    }

    void theSummaryCallsFailedOnlyWhatFailed()
    {
        using enum RequestOutcome;
        const auto chip = [this](const std::vector<RequestOutcome> &outcomes) {
            Scenario scenario = sampleScenario();
            scenario.source.set("count", qint64(outcomes.size()));
            Run run(scenario);
            TraceBuilder trace;
            for (quint32 i = 1; i <= outcomes.size(); ++i)
                trace.arrive(i).settle(i, outcomes[i - 1]);
            run.append(trace.end(), 0);
            m_window->setRun(&run);
            m_window->setPlaybackState(stateOf(PlaybackState::Phase::Ended));
            const auto *state = m_window->findChild<RunSummary *>()->findChild<StateChip *>();
            const QString text = state->toolTip();
            m_window->setRun(nullptr);
            return QStringLiteral("%1, %2").arg(stateTerm(state->state()).name, text);
        };
        QCOMPARE(chip({Succeeded, Succeeded}), "Succeeded, Finished. All have succeeded.");
        QCOMPARE(chip({Dropped, Succeeded}), "Succeeded, Finished. None has failed.");
        QCOMPARE(chip({Cancelled, Succeeded}), "Succeeded, Finished. None has failed.");
        QCOMPARE(chip({Failed, Succeeded}), "Failed, Finished. Not all have succeeded.");
        QCOMPARE(chip({TimedOut, Dropped}), "Failed, Finished. Not all have succeeded.");
        QCOMPARE(chip({Dropped, Dropped}), "Cancelled, Finished. None has failed, and none has a result.");
    }

    void theSummaryCountsWhoIsAlike()
    {
        const auto run = sampleRun();
        m_window->setRun(run.get());
        const auto *summary = m_window->findChild<RunSummary *>();
        QCOMPARE(summary->lookText(), "#4 took longest: 900 ms\n#4 needed most attempts: 2");
        m_window->setRun(nullptr);

        Run alike(sampleScenario());
        TraceBuilder trace;
        for (quint32 request = 1; request <= 3; ++request)
            trace.arrive(request).attempt(request, 1);
        trace.at(std::chrono::milliseconds(100));
        for (quint32 request = 1; request <= 3; ++request)
            trace.attemptEnd(request, 1).settle(request, RequestOutcome::Succeeded, 1);
        alike.append(trace.end(), 100'000'000);
        m_window->setRun(&alike);
        QCOMPARE(summary->lookText(), "#1 and 2 others took longest: 100 ms");
        m_window->setRun(nullptr);
    }

    void theSummaryOfARunUnderWayCountsWhatIsOpen()
    {
        using namespace std::chrono_literals;
        const auto *summary = m_window->findChild<RunSummary *>();
        TraceBuilder trace;
        trace.arrive(1).attempt(1, 1).arrive(2).attempt(2, 1);
        Run run(sampleScenario());
        run.append(trace, 0);
        m_window->setRun(&run);
        QCOMPARE(summary->lookText(), "");
        run.append(TraceBuilder().at(373ms).attemptEnd(2, 1).settle(2, RequestOutcome::Succeeded, 1).trace(), 500'000'000);
        m_window->setRun(&run);
        QCOMPARE(summary->lookText(), "#1 took longest so far: 500 ms");
        run.append(TraceBuilder().at(600ms).end().trace(), 600'000'000);
        m_window->setRun(&run);
        QCOMPARE(summary->lookText(), "#2 took longest: 373 ms"); // #1 is never answered.
        m_window->setRun(nullptr);
    }

    void theSummaryOfNoRequestsOffersNone()
    {
        const auto *summary = m_window->findChild<RunSummary *>();
        const auto shown = [&] {
            QStringList texts;
            for (const TextLabel *label : summary->findChildren<TextLabel *>())
                if (label->isVisibleTo(summary))
                    texts += label->text();
            return texts;
        };
        Scenario scenario = sampleScenario();
        scenario.source.set("count", 0);
        const Run none(scenario);
        m_window->setRun(&none);
        QVERIFY2(!shown().contains("Requests"), qPrintable(shown().join(u'|')));
        QVERIFY(!summary->findChild<WhyBox *>()->isVisibleTo(summary));
        const auto run = sampleRun();
        m_window->setRun(run.get());
        QVERIFY2(shown().contains("Requests"), qPrintable(shown().join(u'|')));
        QVERIFY(summary->findChild<WhyBox *>()->isVisibleTo(summary));
        m_window->setRun(nullptr);
    }

    void thePartsOfTheTransportStandBesideEachOther()
    {
        for (const int width : {960, 1100, 1280, 1440}) {
            m_window->resize(width, 600);
            QCoreApplication::processEvents();
            const auto *bar = m_window->findChild<TransportBar *>();
            int reached = 0;
            for (int i = 0; i < bar->layout()->count(); ++i) {
                const QWidget *part = bar->layout()->itemAt(i)->widget();
                if (!part || !part->isVisible())
                    continue;
                QVERIFY2(part->x() >= reached && part->geometry().right() < bar->width(),
                         qPrintable(QStringLiteral("%1 at %2").arg(part->accessibleName()).arg(width)));
                reached = part->geometry().right() + 1;
            }
        }
    }

    void theKeysFitAsFarAsTheWindowReaches_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1440, 900), QSize(1366, 768), QSize(1280, 760), QSize(960, 600)})
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
    }
    void theKeysFitAsFarAsTheWindowReaches()
    {
        QFETCH(QSize, size);
        m_window->resize(size);
        const KeysDialog dialog(*action(), m_window.get());
        for (const auto *scroll : dialog.findChildren<QScrollArea *>())
            QVERIFY(scroll->widget()->sizeHint().width() <= scroll->minimumWidth());
        QVERIFY(dialog.height() <= m_window->height());
        QVERIFY(dialog.width() <= m_window->width());
        if (size.width() == 1440)
            for (const auto *scroll : dialog.findChildren<QScrollArea *>())
                QVERIFY(scroll->widget()->sizeHint().height() < dialog.height());
    }

    void theHelpHasEveryKeyNumberAndState()
    {
        const KeysDialog dialog(*action(), m_window.get());
        QStringList caps, texts;
        for (const KeyCap *cap : dialog.findChildren<KeyCap *>())
            caps << cap->accessibleName();
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            texts << label->text();
        for (const QAction *one : action()->all()) {
            if (!one->shortcuts().isEmpty())
                QVERIFY2(texts.contains(one->toolTip()), qPrintable(one->text()));
            for (const QKeySequence &key : one->shortcuts())
                QVERIFY2(caps.contains(keyName(key)), qPrintable(key.toString()));
        }
        for (const TimelineKey &key : timelineKeys())
            QVERIFY2(texts.contains(key.help), qPrintable(key.title));
        for (const QString &key : metricKeys())
            QVERIFY2(texts.contains(metricTerm(key).name) && texts.contains(metricTerm(key).help), qPrintable(key));
        for (int state = 0; state <= int(SpanState::Cancelled); ++state)
            QVERIFY(texts.contains(stateTerm(SpanState(state)).help));
        for (int reason = 1; reason <= int(WaitReason::Server); ++reason)
            QVERIFY(texts.contains(reasonTerm(WaitReason(reason)).help));
    }

    void theSeedIsExplainedAlsoAfterItChanged()
    {
        action()->newSeed->trigger();
        QVERIFY(bar()->seedField()->toolTip().contains("luck"));
    }

    void aSelectionShowsItsDetails()
    {
        const auto run = sampleRun();
        m_window->setRun(run.get());
        timeline()->select(4);
        QCOMPARE(inspector()->request(), 4U);
        m_window->setRun(nullptr);
    }

    void inANarrowWindowTheDetailsAreADrawer()
    {
        const auto run = sampleRun();
        m_window->setRun(run.get());
        m_window->resize(960, 600);
        QVERIFY(inspector()->isHidden());
        QVERIFY(bar()->detailsButton()->isVisible());
        timeline()->select(4);
        QVERIFY(inspector()->isVisible());
        QTest::keyClick(timeline(), Qt::Key_Escape);
        QVERIFY(inspector()->isHidden());
        action()->details->trigger();
        QVERIFY(inspector()->isVisible());
        action()->details->trigger();
        QVERIFY(inspector()->isHidden());
        m_window->resize(1280, 760);
        QVERIFY(inspector()->isVisible());
        QVERIFY(!bar()->detailsButton()->isVisible());
        m_window->setRun(nullptr);
    }

    void theStatusSaysWhatComesNext()
    {
        const auto run = sampleRun();
        QCOMPARE(nextInWords(stateOf(PlaybackState::Phase::Ready), nullptr), "Ready. Space runs it.");
        PlaybackState paused = stateOf(PlaybackState::Phase::Paused);
        paused.next = "at 1.101 s: #4 starts try 2";
        QCOMPARE(nextInWords(paused, run.get()), "Next: at 1.101 s: #4 starts try 2");
        QCOMPARE(nextInWords(stateOf(PlaybackState::Phase::Ended), run.get()), "Finished. Nothing left to run.");
    }

    void theFocusedControlIsExplained()
    {
        limit()->field()->setFocus();
        const auto *status = m_window->findChild<StatusLine *>();
        QCOMPARE(status->message(), "How many requests may be under way at once.");
        timeline()->setFocus();
        QCOMPARE(status->message(), "Ready. Space runs it.");
    }

    void anExplanationGoesWhenItHasBeenRead()
    {
        limit()->field()->setFocus();
        auto *status = m_window->findChild<StatusLine *>();
        QCOMPARE(status->message(), "How many requests may be under way at once.");
        status->setReadingTime(0);
        QTRY_COMPARE(status->message(), "Ready. Space runs it.");
        // Using the control does not bring it back.
        QTest::keyClick(limit()->field(), Qt::Key_Up);
        QCOMPARE(status->message(), "Ready. Space runs it.");
    }

    void theExplanationIsThatOfWhatWasChosen()
    {
        auto *kinds = panel()->patternCard()->findChild<KindButton *>();
        kinds->setFocus();
        const auto *status = m_window->findChild<StatusLine *>();
        QCOMPARE(status->message(), findKind("pattern", "parallel-map")->help);
        emit panel()->patternCard()->kindChosen("sequential");
        QCOMPARE(status->message(), findKind("pattern", "sequential")->help);
    }

    void whatIsOutOfRangeIsRefusedWithASentence()
    {
        limit()->field()->setFocus();
        limit()->field()->selectAll();
        QTest::keyClicks(limit()->field(), "0");
        QTest::keyClick(limit()->field(), Qt::Key_Return);
        const auto *status = m_window->findChild<StatusLine *>();
        QCOMPARE(status->message(),
                 "“0” cannot be taken: type a whole number from 1 to 1\u202F000\u202F000. It stays at 3.");
        QCOMPARE(limit()->field()->text(), "3");
        // Leaving the field as it is now says nothing more, and what was said stays.
        timeline()->setFocus();
        QVERIFY(status->message().startsWith("“0”"));

        bar()->seedField()->setFocus();
        bar()->seedField()->selectAll();
        QTest::keyClicks(bar()->seedField(), "lucky");
        timeline()->setFocus();
        QCOMPARE(status->message(), "“lucky” cannot be taken: type a whole number from 0 to "
                                    "9\u202F007\u202F199\u202F254\u202F740\u202F991. It stays at 7.");
    }

    void theMachinesWorkIsShownOnceItIsKnown()
    {
        PlaybackState state = stateOf(PlaybackState::Phase::Running);
        const auto *status = m_window->findChild<StatusLine *>();
        m_window->setPlaybackState(state);
        QCOMPARE(status->workText(), "< 0.1 ms a frame");
        state.realSpeed = 0.5;
        state.eventsPerSecond = 0.2;
        state.frameMs = 0.14;
        m_window->setPlaybackState(state);
        QCOMPARE(status->workText(), "< 1 event/s, 0.1 ms a frame");
        state.eventsPerSecond = 12'345;
        m_window->setPlaybackState(state);
        QCOMPARE(status->workText(), "12\u202F345 events/s, 0.1 ms a frame");
    }

    void everyKeyIsListedOnceAndOnly()
    {
        QHash<QString, QString> owner;
        for (const QAction *one : action()->all()) {
            QVERIFY2(!one->toolTip().isEmpty(), qPrintable(one->text()));
            for (const QKeySequence &key : one->shortcuts()) {
                QVERIFY2(!owner.contains(key.toString()), qPrintable(key.toString()));
                owner.insert(key.toString(), one->text());
            }
        }
    }

    void everyFocusableWidgetHasAName()
    {
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            const bool takesTab = widget->focusPolicy() & Qt::TabFocus;
            const bool isInner =
                qobject_cast<QAbstractSpinBox *>(widget->parentWidget()) || widget->inherits("QAbstractScrollArea");
            if (takesTab && widget->isVisible() && !isInner)
                QVERIFY2(!widget->accessibleName().isEmpty() || !widget->property("text").toString().isEmpty(),
                         widget->metaObject()->className());
        }
    }

    void pLetsRequestsShareRows()
    {
        const auto run = sampleRun();
        m_window->setRun(run.get());
        QVERIFY(!timeline()->arePacked());
        QTest::keyClick(timeline(), Qt::Key_P);
        QVERIFY(timeline()->arePacked());
        QVERIFY(action()->packRows->isChecked());
        action()->packRows->trigger();
        QVERIFY(!timeline()->arePacked());
        m_window->setRun(nullptr);
    }

    void remembersItsSizeAndColours()
    {
        m_window->resize(1100, 700);
        action()->themeDark->trigger();
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 128);
        m_window->close();
        m_window = std::make_unique<MainWindow>();
        QCOMPARE(m_window->size(), QSize(1100, 700));
        QVERIFY(action()->themeDark->isChecked());
        action()->themeLight->trigger();
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() > 128);
    }

private:
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
    }
    TimelineView *timeline() const { return m_window->findChild<TimelineView *>(); }
    TransportBar *bar() const { return m_window->findChild<TransportBar *>(); }
    ScenarioPanel *panel() const { return m_window->findChild<ScenarioPanel *>(); }
    /// The hint that stands there; one that has gone may not be deleted yet.
    bool hint() const
    {
        const auto hints = m_window->findChildren<HintBubble *>();
        return std::ranges::any_of(hints, [](const HintBubble *one) { return one->isVisible(); });
    }
    Inspector *inspector() const { return m_window->findChild<Inspector *>(); }
    ProblemBar *problem() const { return m_window->findChild<ProblemBar *>(); }
    WindowActions *action() const { return m_window->findChild<WindowActions *>(); }
    NumberControl *limit() const
    {
        return static_cast<NumberControl *>(
            m_window->findChild<ScenarioPanel *>()->patternCard()->form()->row("pattern.limit")->control());
    }

    QTemporaryDir m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
