// SPDX-License-Identifier: MIT
#include "model/scenario_json.h"
#include "picture/theme.h"
#include "picture/wall_clock_marks.h"
#include "players.h"
#include "view/icon_button.h"
#include "view/number_control.h"
#include "view/parameter_form.h"
#include "view/parameter_row.h"
#include "view/pattern_card.h"
#include "view/request_facts.h"
#include "view/run_summary.h"
#include "view/scenario_panel.h"
#include "view/slider.h"
#include "view/status_line.h"
#include "view/timeline_view.h"
#include "view/timing_table.h"
#include "view/transport_bar.h"
#include "view/value_field.h"
#include "view/window_actions.h"

#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace playground;
using Phase = PlaybackState::Phase;

namespace {

Scenario scenarioOf(const Settings &settings)
{
    const ScenarioOrProblem result = withSettings(defaultScenario(), settings);
    return std::get<Scenario>(result);
}

/// Three requests, one after the other, 2 ms each.
Scenario brief()
{
    return scenarioOf({{"source.count", "3"}, {"pattern", R"({"kind":"sequential"})"}, {"policies", "[]"}, {"backend.latency", "2ms"}, {"backend.failure", "never"}});
}

/// A request every 2 ms, for long enough.
Scenario steady()
{
    return scenarioOf({{"source", R"({"kind":"interval","every":"2ms","count":100000})"}, {"policies", "[]"}, {"backend.latency", "1ms"}, {"backend.failure", "never"}});
}

/// A window with both clocks behind it, as main.cpp connects them.
struct Playground {
    Players players; // Before the window, which shows its run to the last.
    MainWindow window;

    explicit Playground(const Scenario &scenario)
    {
        players.connectTo(window);
        window.resize(1280, 760);
        window.openScenario(scenario);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window)) // Shortcuts belong to the active window.
            qFatal("The window does not become active.");
    }
    WindowActions &actions() { return *window.findChild<WindowActions *>(); }
    TransportBar *bar() const { return window.findChild<TransportBar *>(); }
    StatusLine *status() const { return window.findChild<StatusLine *>(); }
    TimelineView *timeline() const { return window.findChild<TimelineView *>(); }
    ValueField *limit() const
    {
        return static_cast<NumberControl *>(window.findChild<ScenarioPanel *>()->patternCard()->form()->row("pattern.limit")->control())->field();
    }
    const PlaybackState &state() { return players.wallClockPlayback().state(); }
    const Run &run() { return players.wallClockPlayback().run(); }
    IconButton *button(const QString &icon) const
    {
        for (IconButton *button : bar()->findChildren<IconButton *>()) {
            if (button->iconName() == icon)
                return button;
        }
        return nullptr;
    }
    /// Waits until it is so, as long as the run goes on.
    template <typename Condition>
    bool comes(Condition condition)
    {
        while (!condition() && (state().phase == Phase::Running || state().seeking >= 0))
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return condition();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&window, key, modifiers); }
};

} // namespace

/// The window in real time: what is off says why, and all else works.
class WallClockTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path()); }
    void init() { QSettings().clear(); }

    void theButtonSwitchesItOnAndOff();
    void theKeyAndTheMenuDoSo();
    void whatIsOffSaysWhyAndComesBack();
    void aNarrowBarHasRoomForSpeedOrClock();
    void theBadgeStandsInTheTimelineAndTheStatusLine();
    void theRunButtonEndsTheRun();
    void thePastCanBeLookedAtWhileItGoesOn();
    void followShowsThePresent();
    void anEditAppliesNowAndCanBeUndone();
    void anotherScenarioRunsInRealTimeToo();
    void isOffWhileStripsAreCompared();
    void aScenarioWithStripsSwitchesItOff();
    void thePadPutsInWhatItIsTold();
    void switchingDuringARecordingIsOff();
    void latenessStandsInTheStatusLineAndTheInspector();
    void latenessOfASpanStandsInTheTimingTable();
    void nothingOfItIsWrittenIntoTheScenario();

private:
    QTemporaryDir m_settings;
};

void WallClockTest::theButtonSwitchesItOnAndOff()
{
    Playground playground(brief());
    IconButton *clock = playground.button("clock");
    QVERIFY(clock && clock->isEnabled() && !clock->isChecked());
    QCOMPARE(clock->accessibleName(), QStringLiteral("Wall clock"));
    QVERIFY(clock->toolTip().contains("F7"));
    QTest::mouseClick(clock, Qt::LeftButton);
    QVERIFY(clock->isChecked());
    QCOMPARE(playground.state().phase, Phase::Ready);
    QCOMPARE(playground.timeline()->run(), &playground.run());
    playground.press(Qt::Key_Space);
    QVERIFY(playground.comes([&] { return playground.state().phase == Phase::Ended; }));
    QCOMPARE(playground.timeline()->run()->metrics().values(0).succeeded, 3);
    QTest::mouseClick(clock, Qt::LeftButton);
    QVERIFY(!clock->isChecked());
    QCOMPARE(playground.timeline()->run(), &playground.players.playback().run());
    QVERIFY(playground.timeline()->run()->isReproducible());
    QCOMPARE(playground.players.playback().state().phase, Phase::Ready);
}

void WallClockTest::theKeyAndTheMenuDoSo()
{
    Playground playground(brief());
    playground.press(Qt::Key_F7);
    QVERIFY(!playground.timeline()->run()->isReproducible());
    playground.press(Qt::Key_F7);
    QVERIFY(playground.timeline()->run()->isReproducible());
    int menus = 0;
    for (const QMenu *menu : playground.window.findChildren<QMenu *>())
        menus += menu->actions().contains(playground.actions().wallClock);
    QCOMPARE(menus, 1);
}

void WallClockTest::whatIsOffSaysWhyAndComesBack()
{
    Playground playground(brief());
    WindowActions &a = playground.actions();
    const QList<QAction *> off{a.step, a.stepBack, a.slower, a.faster, a.usualSpeed, a.ghosts, a.compare};
    QStringList before;
    for (const QAction *action : off + QList{a.run, a.toEnd, a.wallClock})
        before << action->text() + action->toolTip();
    const QString speedHelp = playground.bar()->speedSlider()->toolTip();
    playground.players.playback().setSpeed(4);
    a.wallClock->trigger();
    const QString why = QStringLiteral("Off on the wall clock");
    for (const QAction *action : off) {
        QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
        QVERIFY2(action->toolTip().startsWith(why), qPrintable(action->toolTip()));
    }
    for (const char *icon : {"step", "step-back", "compare"}) {
        QVERIFY(!playground.button(icon)->isEnabled());
        QVERIFY(playground.button(icon)->toolTip().contains(why));
    }
    QVERIFY(!playground.bar()->speedSlider()->isEnabled());
    QVERIFY(playground.bar()->speedSlider()->toolTip().startsWith(why));
    QCOMPARE(playground.bar()->speed(), 1);
    QVERIFY(a.run->toolTip().contains("cannot be paused"));
    QVERIFY(a.lockSeed->isEnabled() && a.newSeed->isEnabled() && a.reset->isEnabled() && a.run->isEnabled());
    a.wallClock->trigger();
    QStringList after;
    for (const QAction *action : off + QList{a.run, a.toEnd, a.wallClock})
        after << action->text() + action->toolTip();
    QCOMPARE(after, before);
    for (const QAction *action : {a.step, a.slower, a.faster, a.usualSpeed, a.ghosts, a.compare, a.toEnd})
        QVERIFY2(action->isEnabled(), qPrintable(action->text()));
    QVERIFY(playground.bar()->speedSlider()->isEnabled());
    QCOMPARE(playground.bar()->speedSlider()->toolTip(), speedHelp);
    QCOMPARE(playground.bar()->speed(), 4);
}

void WallClockTest::aNarrowBarHasRoomForSpeedOrClock()
{
    Playground playground(brief());
    IconButton *clock = playground.button("clock");
    Slider *speed = playground.bar()->speedSlider();
    QVERIFY(clock->isVisible() && speed->isVisible());
    playground.actions().wallClock->trigger();
    QVERIFY(clock->isVisible() && speed->isVisible());
    playground.window.resize(960, 600);
    QVERIFY(clock->isVisible() && !speed->isVisible());
    QTest::mouseClick(clock, Qt::LeftButton);
    QVERIFY(!clock->isVisible() && speed->isVisible());
    playground.press(Qt::Key_F7);
    QVERIFY(clock->isVisible() && !speed->isVisible());
}

void WallClockTest::theBadgeStandsInTheTimelineAndTheStatusLine()
{
    Playground playground(brief());
    QCOMPARE(playground.status()->clockText(), QStringLiteral("Virtual clock, reproducible"));
    const QImage before = playground.timeline()->grab().toImage();
    playground.actions().wallClock->trigger();
    QCOMPARE(playground.status()->clockText(), wallClockBadge());
    QVERIFY(playground.timeline()->grab().toImage() != before);
    playground.actions().wallClock->trigger();
    QCOMPARE(playground.status()->clockText(), QStringLiteral("Virtual clock, reproducible"));
    QCOMPARE(playground.timeline()->grab().toImage(), before);
}

void WallClockTest::theRunButtonEndsTheRun()
{
    Playground playground(steady());
    playground.actions().wallClock->trigger();
    playground.press(Qt::Key_Space);
    QCOMPARE(playground.bar()->runButton()->iconName(), QStringLiteral("stop"));
    QCOMPARE(playground.bar()->runButton()->accessibleName(), QStringLiteral("Stop"));
    QVERIFY(playground.comes([&] { return playground.run().now() > 5'000'000; }));
    playground.press(Qt::Key_Space);
    QVERIFY(playground.comes([&] { return playground.state().phase == Phase::Ended; }));
    QCOMPARE(playground.bar()->runButton()->iconName(), QStringLiteral("run"));
    QVERIFY(playground.status()->message().startsWith("Stopped; "));
    QCOMPARE(playground.window.findChild<RunSummary *>()->stateText(), QStringLiteral("Stopped"));
    playground.press(Qt::Key_Space);
    QCOMPARE(playground.state().phase, Phase::Running);
    playground.press(Qt::Key_R);
    QCOMPARE(playground.state().phase, Phase::Ready);
}

void WallClockTest::thePastCanBeLookedAtWhileItGoesOn()
{
    Playground playground(steady());
    playground.actions().wallClock->trigger();
    QVERIFY(!playground.actions().toEnd->isEnabled()); // The present is shown.
    playground.press(Qt::Key_Space);
    QVERIFY(playground.comes([&] { return playground.run().now() > 20'000'000; }));
    emit playground.timeline()->instantRequested(10'000'000); // As a drag on the ruler does.
    QCOMPARE(playground.timeline()->run()->now(), 10'000'000);
    QCOMPARE(playground.state().phase, Phase::Running);
    QVERIFY(playground.actions().toEnd->isEnabled());
    QVERIFY(playground.status()->message().contains("goes on meanwhile"));
    playground.actions().toEnd->trigger();
    QVERIFY(playground.timeline()->run()->now() > 20'000'000);
    QVERIFY(!playground.actions().toEnd->isEnabled());
    playground.press(Qt::Key_Space);
    QVERIFY(playground.comes([&] { return playground.state().phase == Phase::Ended; }));
    emit playground.timeline()->instantRequested(10'000'000);
    QCOMPARE(playground.timeline()->run()->now(), 10'000'000);
    QCOMPARE(playground.state().phase, Phase::Paused);
}

void WallClockTest::followShowsThePresent()
{
    Playground playground(steady());
    playground.actions().wallClock->trigger();
    playground.press(Qt::Key_Space);
    QVERIFY(playground.comes([&] { return playground.run().now() > 20'000'000; }));
    QTest::keyClick(playground.timeline(), Qt::Key_Up, Qt::ControlModifier); // Zoomed in: the piece stays.
    QVERIFY(!playground.timeline()->isFollowing());
    emit playground.timeline()->instantRequested(10'000'000);
    QVERIFY(playground.state().rewound);
    QToolButton *follow = playground.timeline()->findChild<QToolButton *>();
    QVERIFY(follow->isVisible());
    QTest::mouseClick(follow, Qt::LeftButton);
    QVERIFY(!playground.state().rewound);
    QVERIFY(playground.timeline()->isFollowing());
}

void WallClockTest::anEditAppliesNowAndCanBeUndone()
{
    Playground playground(steady());
    playground.actions().wallClock->trigger();
    playground.press(Qt::Key_Space);
    QVERIFY(playground.comes([&] { return playground.run().trace().size() > 0; }));
    const auto limit = [&] { return playground.run().current().pattern.integer(QStringLiteral("limit")); };
    playground.limit()->setFocus();
    QTest::keyClick(playground.limit(), Qt::Key_Up);
    QVERIFY(playground.comes([&] { return playground.run().timeline().flags().size() == 1; }));
    QCOMPARE(limit(), 4);
    QCOMPARE(playground.state().phase, Phase::Running);
    playground.actions().undo->trigger();
    QVERIFY(playground.comes([&] { return playground.run().timeline().flags().size() == 2; }));
    QCOMPARE(limit(), 3);
    QCOMPARE(playground.limit()->text(), "3");
    QCOMPARE(playground.state().phase, Phase::Running);
}

void WallClockTest::anotherScenarioRunsInRealTimeToo()
{
    Playground playground(steady());
    playground.actions().wallClock->trigger();
    playground.press(Qt::Key_Space);
    playground.window.openScenario(brief());
    QCOMPARE(playground.state().phase, Phase::Ready);
    QVERIFY(!playground.timeline()->run()->isReproducible());
    QCOMPARE(requestCount(playground.timeline()->run()->scenario()), 3);
}

void WallClockTest::isOffWhileStripsAreCompared()
{
    Playground playground(scenarioOf({{"compare", R"([{"set":{"pattern.kind":"gather"}}])"}}));
    QAction *clock = playground.actions().wallClock;
    QVERIFY(!clock->isEnabled());
    QVERIFY(clock->toolTip().contains("real time shows one run"));
    playground.window.openScenario(brief());
    QVERIFY(clock->isEnabled());
    QVERIFY(!clock->toolTip().contains("real time shows one run"));
}

void WallClockTest::aScenarioWithStripsSwitchesItOff()
{
    Playground playground(brief());
    playground.actions().wallClock->trigger();
    playground.window.openScenario(scenarioOf({{"compare", R"([{"set":{"pattern.kind":"gather"}}])"}}));
    QVERIFY(playground.timeline()->run()->isReproducible());
    QVERIFY(!playground.actions().wallClock->isChecked());
    QVERIFY(!playground.actions().wallClock->isEnabled());
    QVERIFY(playground.status()->message().contains("wall clock is off"));
    QCOMPARE(playground.players.playback().strips().size(), size_t(1));
}

void WallClockTest::thePadPutsInWhatItIsTold()
{
    Playground playground(scenarioOf({{"source", R"({"kind":"tape","events":[]})"},
                                      {"pattern", R"({"kind":"debounce","delay":"2ms"})"},
                                      {"policies", "[]"},
                                      {"backend.latency", "1ms"},
                                      {"backend.failure", "never"}}));
    playground.actions().wallClock->trigger();
    playground.actions().tap->trigger(); // Begins a recording.
    QVERIFY(playground.state().recording);
    QVERIFY(playground.comes([&] { return playground.run().timeline().in().size() == 1 && playground.run().timeline().out().size() == 1; }));
    playground.actions().tap->trigger();
    QVERIFY(playground.comes([&] { return playground.run().timeline().in().size() == 2; }));
    playground.actions().record->trigger();
    QVERIFY(!playground.state().recording);
    QVERIFY(playground.comes([&] { return playground.state().phase == Phase::Ended; }));
    QCOMPARE(requestCount(playground.window.scenario()), 2);
}

void WallClockTest::switchingDuringARecordingIsOff()
{
    Playground playground(scenarioOf({{"source", R"({"kind":"tape","events":[]})"}, {"pattern", R"({"kind":"debounce"})"}}));
    playground.actions().wallClock->trigger();
    playground.actions().record->trigger();
    QVERIFY(!playground.actions().wallClock->isEnabled());
    QVERIFY(playground.actions().wallClock->toolTip().contains("recorded"));
    playground.actions().record->trigger();
    QVERIFY(playground.actions().wallClock->isEnabled());
}

void WallClockTest::latenessStandsInTheStatusLineAndTheInspector()
{
    Playground playground(brief());
    QCOMPARE(playground.status()->latenessText(), QString());
    playground.actions().wallClock->trigger();
    QCOMPARE(playground.status()->latenessText(), QString());
    playground.press(Qt::Key_Space);
    QVERIFY(playground.comes([&] { return playground.state().phase == Phase::Ended; }));
    QVERIFY(playground.status()->latenessText().startsWith("Late: p50 "));
    playground.actions().wallClock->trigger();
    QCOMPARE(playground.status()->latenessText(), QString());
}

void WallClockTest::latenessOfASpanStandsInTheTimingTable()
{
    Run run(brief(), RunClock::System);
    Trace trace;
    Record record;
    const auto append = [&](EventKind kind, qint64 t, quint32 number) {
        record.kind = kind;
        record.t = t;
        record.request = 1;
        record.a = number;
        record.code = kind == EventKind::AttemptEnd ? codeOk : codeNone;
        trace.append(record);
    };
    append(EventKind::Arrive, 0, 0);
    append(EventKind::Dispatch, 0, 0);
    append(EventKind::Attempt, 0, 1);
    append(EventKind::AttemptEnd, 13'200'000, 1);
    WakeUps wakeUps;
    wakeUps.add(10'000'000, 13'000'000);
    run.append(trace, wakeUps, 20'000'000);
    const RequestFacts facts = requestFacts(run, 1, noSpan);
    QCOMPARE(facts.timing.size(), size_t(1));
    QCOMPARE(facts.timing[0].late, QStringLiteral("3.2 ms late"));
    QCOMPARE(facts.timing[0].planned, 10'000'000);
    TimingTable table;
    table.setFacts(facts);
    QVERIFY(table.accessibleDescription().contains("3.2 ms late"));
    table.resize(table.sizeHint());
    QTest::mouseMove(&table, QPoint(20, 10));
    QVERIFY(table.toolTip().isEmpty() || table.toolTip().contains("3.2 ms late"));
}

void WallClockTest::nothingOfItIsWrittenIntoTheScenario()
{
    Playground playground(brief());
    const Scenario before = playground.window.scenario();
    playground.actions().wallClock->trigger();
    playground.press(Qt::Key_Space);
    QVERIFY(playground.comes([&] { return playground.state().phase == Phase::Ended; }));
    QVERIFY(playground.window.scenario() == before);
    QVERIFY(!playground.window.isWindowModified());
}

QTEST_MAIN(WallClockTest)
#include "wall_clock_test.moc"
