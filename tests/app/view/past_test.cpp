// SPDX-License-Identifier: MIT
#include "connect_parts.h"
#include "engine/run_to_end.h"
#include "model/scenario_json.h"
#include "model/strips.h"
#include "picture/theme.h"
#include "view/gallery_button.h"
#include "view/icon_button.h"
#include "view/number_control.h"
#include "view/parameter_form.h"
#include "view/parameter_row.h"
#include "view/pattern_card.h"
#include "view/scenario_document.h"
#include "view/scenario_panel.h"
#include "view/slider.h"
#include "view/status_line.h"
#include "view/time_field.h"
#include "view/timeline_view.h"
#include "view/transport_bar.h"
#include "view/value_field.h"
#include "view/window_actions.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <random>

using namespace playground;
using Phase = PlaybackState::Phase;

namespace {

constexpr qint64 ms = 1'000'000;

/// A window with a run behind it.
struct Playground {
    Playback playback; // Before the window, which shows its run to the last.
    MainWindow window;

    explicit Playground(const Scenario &scenario)
    {
        connectParts(window, playback);
        window.resize(1280, 760);
        window.openScenario(scenario);
        window.show();
    }
    TimelineView *timeline() const { return window.findChild<TimelineView *>(); }
    TransportBar *bar() const { return window.findChild<TransportBar *>(); }
    ValueField *limit() const
    {
        return static_cast<NumberControl *>(window.findChild<ScenarioPanel *>()->patternCard()->form()->row("pattern.limit")->control())->field();
    }
    QImage picture()
    {
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents(); // What was shown or hidden finds its place first.
        return window.grab().toImage();
    }
    QPoint onRuler(int x) const { return {x, rulerY}; }

    static constexpr int rulerY = 52; // The overview takes 40 px above it, the ruler is 24 px high.
};

Scenario with(const Scenario &base, const Settings &settings) { return std::get<Scenario>(withSettings(base, settings)); }

void runToEnd(Playground &shown)
{
    shown.playback.toEnd();
    QTRY_COMPARE_WITH_TIMEOUT(shown.playback.state().phase, Phase::Ended, 20000);
}

} // namespace

/// The window at any instant of the past, by mouse and by keyboard. Pictures are compared to the last bit.
class PastTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("asyncade-test");
        QCoreApplication::setApplicationName("past");
        QVERIFY(m_settings.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void looksAtEachInstantLikeARunStoppedThere_data()
    {
        QTest::addColumn<Scenario>("scenario");
        QTest::newRow("eight fetches") << defaultScenario();
        Scenario edited = defaultScenario();
        edited.edits = {{std::chrono::milliseconds(700), "pattern.limit", 8}};
        QTest::newRow("edited") << edited;
        QTest::newRow("debounce") << with(defaultScenario(), {{"source", R"({"kind":"bursts","count":12,"size":4,"every":"900ms","spacing":"120ms"})"},
                                                              {"pattern", R"({"kind":"debounce"})"}});
        QTest::newRow("hedge, breaker and tokens")
            << with(defaultScenario(), {{"source.count", "30"},
                                        {"backend.failure", R"({"kind":"probability","p":0.4})"},
                                        {"policies", R"([{"kind":"rate-limit","rate":12},{"kind":"circuit-breaker","failures":3,"openFor":"300ms"},{"kind":"hedge"}])"}});
        QTest::newRow("empty") << with(defaultScenario(), {{"source.count", "0"}});
        QTest::newRow("one") << with(defaultScenario(), {{"source.count", "1"}});
    }
    void looksAtEachInstantLikeARunStoppedThere()
    {
        QFETCH(Scenario, scenario);
        Playground rewound(scenario), fresh(scenario);
        for (Playground *shown : {&rewound, &fresh}) {
            runToEnd(*shown);
            shown->timeline()->select(4);
        }
        const Run &whole = rewound.playback.whole();
        std::mt19937_64 random(7);
        for (int i = 0; i < 5; ++i) {
            const auto index = size_t(random() % quint64(whole.trace().size()));
            const qint64 time = i % 2 ? whole.trace().records()[index].t : qint64(random() % quint64(whole.now() + 1));
            rewound.playback.rewindTo(time);
            fresh.playback.reset(scenario); // The same axis, and a run that comes no further.
            fresh.playback.goTo(time);
            QTRY_VERIFY(fresh.playback.state().phase != Phase::Running && fresh.playback.state().now == time);
            QCOMPARE(rewound.playback.state().phase, fresh.playback.state().phase);
            if (rewound.picture() != fresh.picture()) {
                rewound.picture().save("rewound.png");
                fresh.picture().save("fresh.png");
                QFAIL(qPrintable(QStringLiteral("at %1 ns the pictures differ: see rewound.png and fresh.png").arg(time)));
            }
        }
    }

    void keysAndTheButtonStepBack()
    {
        Playground shown(defaultScenario());
        runToEnd(shown);
        const qint64 end = shown.playback.run().now();
        QTest::keyClick(shown.timeline(), Qt::Key_Comma);
        const qint64 first = shown.playback.run().now();
        QVERIFY(first < end);
        QTest::keyClick(shown.timeline(), Qt::Key_Left, Qt::ControlModifier);
        const qint64 second = shown.playback.run().now();
        QVERIFY(second < first);
        IconButton *button = nullptr;
        for (IconButton *one : shown.bar()->findChildren<IconButton *>())
            button = one->accessibleName() == "Step back" ? one : button;
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(shown.playback.run().now() < second);
        QTest::keyClick(shown.timeline(), Qt::Key_Period);
        QCOMPARE(shown.playback.run().now(), second);
        QVERIFY(shown.playback.state().rewound);
    }

    void homeAndEndShowTheFirstAndTheLastInstant()
    {
        Playground shown(defaultScenario());
        runToEnd(shown);
        QTest::keyClick(shown.timeline(), Qt::Key_Home);
        QCOMPARE(shown.playback.run().now(), 0);
        QCOMPARE(shown.bar()->timeText(), "0.000 s");
        QTest::keyClick(shown.timeline(), Qt::Key_Comma);
        QCOMPARE(shown.playback.state().phase, Phase::Ready);
        QTest::keyClick(shown.timeline(), Qt::Key_End);
        QCOMPARE(shown.playback.state().phase, Phase::Ended);
    }

    void draggingOnTheRulerShowsWhatIsThere()
    {
        Playground shown(defaultScenario());
        runToEnd(shown);
        TimelineView *timeline = shown.timeline();
        const qint64 end = shown.playback.run().now();
        QTest::mousePress(timeline, Qt::LeftButton, {}, shown.onRuler(200));
        const qint64 left = shown.playback.run().now();
        QVERIFY(left > 0 && left < end);
        QTest::mouseMove(timeline, shown.onRuler(300));
        const qint64 right = shown.playback.run().now();
        QVERIFY(right > left && right < end);
        QTest::mouseMove(timeline, shown.onRuler(200));
        QCOMPARE(shown.playback.run().now(), left);
        QTest::mouseMove(timeline, shown.onRuler(-50));
        QCOMPARE(shown.playback.run().now(), 0);
        QTest::mouseMove(timeline, shown.onRuler(timeline->width() + 50)); // Beyond the end is the end.
        QCOMPARE(shown.playback.state().phase, Phase::Ended);
        QTest::mouseRelease(timeline, Qt::LeftButton, {}, shown.onRuler(timeline->width() + 50));
        QTest::mouseClick(timeline, Qt::LeftButton, {}, shown.onRuler(300));
        QCOMPARE(shown.playback.run().now(), right);
    }

    void theOverviewsPlayheadCanBeDragged()
    {
        Playground shown(defaultScenario());
        runToEnd(shown);
        TimelineView *timeline = shown.timeline();
        const QRgb accent = Theme::matching(timeline->palette()).color(Token::Accent).rgb();
        const QImage picture = timeline->grab().toImage();
        int x = -1;
        for (int i = 0; i < picture.width(); ++i)
            x = picture.pixel(i, 6) == accent ? i : x;
        QVERIFY(x > 0);
        const qint64 end = shown.playback.run().now();
        QTest::mousePress(timeline, Qt::LeftButton, {}, {x, 8});
        QTest::mouseMove(timeline, {x - 200, 8});
        const qint64 now = shown.playback.run().now();
        QVERIFY(now > 0 && now < end);
        QTest::mouseRelease(timeline, Qt::LeftButton, {}, {x - 200, 8});
        QCOMPARE(timeline->grab().toImage().pixel(x - 200, 6), accent);
    }

    void aTimeCanBeTyped()
    {
        Playground shown(defaultScenario());
        runToEnd(shown);
        TimeField *field = shown.bar()->timeField();
        shown.window.activateWindow();
        QTest::keyClick(shown.timeline(), Qt::Key_G, Qt::ControlModifier);
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, "0.5");
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(shown.playback.run().now(), 500 * ms);
        QCOMPARE(field->text(), "0.500 s");
        QVERIFY(shown.timeline()->hasFocus());

        field->setFocus(Qt::ShortcutFocusReason);
        QTest::keyClicks(field, "soon");
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->hasFocus()); // It stays to be mended, and the window says why.
        QVERIFY(shown.window.findChild<StatusLine *>()->message().contains("soon"));
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(field->text(), "0.500 s");
        QCOMPARE(shown.playback.run().now(), 500 * ms);

        field->setFocus(Qt::ShortcutFocusReason);
        QTest::keyClicks(field, "250 ms");
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(shown.playback.run().now(), 250 * ms);
    }

    void aTypedTimeThatHasNotComeIsRunTo()
    {
        Playground shown(defaultScenario());
        QVERIFY(QTest::qWaitForWindowExposed(&shown.window));
        shown.window.activateWindow();
        TimeField *field = shown.bar()->timeField();
        field->setFocus(Qt::ShortcutFocusReason);
        QTest::keyClicks(field, "1.2s");
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(shown.playback.state().phase, Phase::Paused);
        QCOMPARE(shown.playback.run().now(), 1200 * ms);
    }

    void theClockReadsTheTimesThatItShows()
    {
        Playground shown(with(defaultScenario(), {{"backend.latency", "50s"}, {"backend.failure", "never"}}));
        runToEnd(shown);
        TimeField *field = shown.bar()->timeField();
        QCOMPARE(field->text(), "2 min 30.000 s");
        QCOMPARE(shown.window.findChild<StatusLine *>()->timeText(), "2 min 30.000 s");
        QTRY_VERIFY(field->width() > field->fontMetrics().horizontalAdvance(field->text()) + 2 * Theme::grid(1));
        for (const char *text : {"1 min 6.746 s", "1min6.746s", "66.746", "1 min 6746 ms"}) {
            shown.playback.goTo(0);
            field->setFocus(Qt::ShortcutFocusReason);
            QTest::keyClicks(field, text);
            QTest::keyClick(field, Qt::Key_Return);
            QTRY_COMPARE(shown.playback.run().now(), 66'746 * ms);
            QCOMPARE(field->text(), "1 min 6.746 s");
        }
    }

    void theClockHasRoomForHoursInTheSmallestWindow()
    {
        Playground shown(with(defaultScenario(), {{"backend.latency", "28799.9s"}, {"backend.failure", "never"}}));
        shown.window.resize(960, 600);
        runToEnd(shown);
        TimeField *field = shown.bar()->timeField();
        QCOMPARE(field->text(), "23 h 59 min 59.700 s");
        QTRY_VERIFY(field->width() >= field->fontMetrics().horizontalAdvance(field->text()) + 2 * Theme::size(Size::BarGap));
        QCOMPARE(shown.window.width(), 960);
        const QList<IconButton *> buttons = shown.bar()->findChildren<IconButton *>(Qt::FindDirectChildrenOnly);
        for (const QWidget *other : buttons)
            QVERIFY(!other->isVisible() || !other->geometry().intersects(shown.bar()->gallery()->geometry()));
    }

    void spaceRunsOnFromThePast()
    {
        Playground shown(defaultScenario());
        runToEnd(shown);
        const Trace whole = shown.playback.run().trace();
        QTest::keyClick(shown.timeline(), Qt::Key_Home);
        shown.playback.setSpeed(20);
        QTest::keyClick(shown.timeline(), Qt::Key_Space);
        QTRY_COMPARE(shown.playback.state().phase, Phase::Ended);
        QVERIFY(shown.playback.run().trace() == whole);
    }

    void anEditInThePastBranchesAndUndoBringsTheRunBack()
    {
        Playground shown(defaultScenario());
        runToEnd(shown);
        const Trace whole = shown.playback.run().trace();
        shown.playback.rewindTo(500 * ms);
        const QImage before = shown.timeline()->grab().toImage();
        shown.window.activateWindow();
        shown.limit()->setFocus();
        QTest::keyClick(shown.limit(), Qt::Key_Up);
        QCOMPARE(shown.playback.run().timeline().flags().size(), 0);
        QTRY_COMPARE(shown.playback.run().timeline().flags().size(), 1);
        QCOMPARE(shown.playback.run().timeline().flags()[0].t, 500 * ms);
        QCOMPARE(shown.playback.state().phase, Phase::Paused);
        runToEnd(shown);
        QVERIFY(shown.playback.run().trace() != whole);

        shown.timeline()->setFocus();
        QTest::keyClick(shown.timeline(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(shown.limit()->text(), "3");
        QCOMPARE(shown.playback.run().now(), 500 * ms);
        QVERIFY(shown.playback.whole().trace() == whole);
        QCOMPARE(shown.timeline()->grab().toImage(), before);
        QTest::keyClick(shown.timeline(), Qt::Key_End);
        QVERIFY(shown.playback.run().trace() == whole);
    }

    void theFormShowsTheNumbersOfTheInstant()
    {
        Playground shown(defaultScenario());
        shown.playback.goTo(500 * ms);
        QTRY_COMPARE(shown.playback.state().phase, Phase::Paused);
        shown.window.activateWindow();
        shown.limit()->setFocus();
        QTest::keyClick(shown.limit(), Qt::Key_Up);
        QTRY_COMPARE(shown.playback.run().timeline().flags().size(), 1);
        shown.timeline()->setFocus();
        runToEnd(shown);
        QCOMPARE(shown.limit()->text(), "4");
        const int steps = shown.window.scenario().pattern.integer("limit");
        QCOMPARE(steps, 4);
        QTest::keyClick(shown.timeline(), Qt::Key_Home);
        QCOMPARE(shown.limit()->text(), "3");
        QCOMPARE(shown.window.scenario().pattern.integer("limit"), 3);
        QTest::keyClick(shown.timeline(), Qt::Key_End);
        QCOMPARE(shown.limit()->text(), "4");
        QVERIFY(shown.playback.whole().trace() == shown.playback.run().trace()); // Looking is no edit.
    }

    void aSavedRunIsRunAgainFromItsFile_data()
    {
        QTest::addColumn<bool>("compares");
        QTest::newRow("alone") << false;
        QTest::newRow("beside a strip") << true;
    }
    void aSavedRunIsRunAgainFromItsFile()
    {
        QFETCH(bool, compares);
        Scenario scenario = defaultScenario();
        if (compares) // The strip has A's limit because it says nothing of it; it keeps that when A's changes.
            scenario = with(scenario, {{"compare", R"([{"name":"Patient","set":{"policies.retry.attempts":5}}])"}});
        Playground shown(scenario);
        auto *document = shown.window.findChild<ScenarioDocument *>();
        shown.playback.goTo(500 * ms);
        QTRY_COMPARE(shown.playback.state().phase, Phase::Paused);
        QVERIFY(!shown.window.isWindowModified());
        shown.window.activateWindow();
        shown.limit()->setFocus();
        QTest::keyClick(shown.limit(), Qt::Key_Up);
        QTest::keyClick(shown.limit(), Qt::Key_Up);
        QVERIFY(shown.window.isWindowModified());
        shown.playback.goTo(900 * ms);
        QTRY_COMPARE(shown.playback.state().phase, Phase::Paused);
        QVERIFY(document->set("backend.latency.median", "100ms"));
        document->endGesture();
        runToEnd(shown);
        shown.playback.rewindTo(700 * ms); // Wherever one looks, all of the run is saved.

        QTemporaryDir folder;
        const QString path = folder.filePath("edited.json");
        QVERIFY(document->save(path));
        QVERIFY(!shown.window.isWindowModified());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const ScenarioOrProblem read = readScenario(file.readAll(), path);
        const auto *saved = std::get_if<Scenario>(&read);
        QVERIFY2(saved, qPrintable(saved ? QString() : std::get<Problem>(read).text()));
        QCOMPARE(saved->pattern.integer("limit"), 3);
        QCOMPARE(saved->edits.size(), size_t(3));
        QVERIFY(runToEnd(*saved)->trace() == shown.playback.whole().trace());
        if (compares)
            QVERIFY(runToEnd(stripOf(*saved, 1))->trace() == runToEnd(with(defaultScenario(), {{"policies.retry.attempts", "5"}, {"edits", R"([{"at":"900ms","set":{"backend.latency.median":"100ms"}}])"}}))->trace());

        // Opened anew it is the same run once more, and nothing there is unsaved.
        shown.window.openScenario(*saved, path);
        runToEnd(shown);
        QVERIFY(shown.playback.whole().trace() == runToEnd(*saved)->trace());
        QVERIFY(!shown.window.isWindowModified());
    }

    void whatIsChangedAndChangedBackIsNotUnsaved()
    {
        Playground shown(defaultScenario());
        auto *document = shown.window.findChild<ScenarioDocument *>();
        shown.playback.goTo(500 * ms);
        QTRY_COMPARE(shown.playback.state().phase, Phase::Paused);
        QVERIFY(document->set("pattern.limit", 5));
        QVERIFY(document->isDirty());
        QCOMPARE(document->whole().edits.size(), size_t(1));
        document->undoStack()->undo();
        QVERIFY(!document->isDirty());
        QCOMPARE(document->whole().edits.size(), size_t(2)); // They were made all the same.
        QVERIFY(document->set("pattern.limit", 5));
        document->endGesture();
        runToEnd(shown);
        QVERIFY(document->isDirty());
        QTest::keyClick(&shown.window, Qt::Key_R); // Back to the start, without the edits of this run.
        QVERIFY(!document->isDirty());
        QVERIFY(document->whole() == defaultScenario());
    }

    void whatIsDraggedIsOutlinedUntilItIsReleased()
    {
        Playground shown(defaultScenario());
        runToEnd(shown);
        shown.playback.rewindTo(500 * ms);
        const Run *before = nullptr, *ahead = nullptr;
        connect(&shown.playback, &Playback::ghostsChanged, this, [&](const Run *one, const Run *other) { before = one, ahead = other; });
        const Trace whole = shown.playback.whole().trace();
        auto *slider = shown.limit()->parentWidget()->findChild<Slider *>();
        QVERIFY(slider);
        const QPoint middle = slider->rect().center();
        QTest::mousePress(slider, Qt::LeftButton, {}, middle);
        QTest::mouseMove(slider, middle + QPoint(6, 0));
        QTest::mouseMove(slider, middle + QPoint(10, 0));
        QVERIFY(before && ahead);
        QVERIFY(before->trace() == whole);
        QTRY_VERIFY(ahead && ahead->ended());
        QTRY_COMPARE(shown.playback.run().timeline().flags().size(), 1); // One edit, however often the hand moved.
        const QImage dragged = shown.timeline()->grab().toImage();
        QTest::mouseRelease(slider, Qt::LeftButton, {}, middle + QPoint(10, 0));
        QVERIFY(!ahead && before);
        const QImage released = shown.timeline()->grab().toImage();
        QVERIFY(released != dragged);
        // Without the outlines of the run before, too.
        shown.timeline()->setFocus();
        QTest::keyClick(shown.timeline(), Qt::Key_G);
        QVERIFY(!before);
        QVERIFY(shown.timeline()->grab().toImage() != released);
        QTest::keyClick(shown.timeline(), Qt::Key_G);
        QCOMPARE(shown.timeline()->grab().toImage(), released);
    }

    void theSelectedSpanStaysSelected()
    {
        Playground shown(defaultScenario());
        runToEnd(shown);
        shown.timeline()->selectSpan(0);
        QTest::keyClick(shown.timeline(), Qt::Key_Comma);
        QCOMPARE(shown.timeline()->selectedSpan(), 0U);
        QTest::keyClick(shown.timeline(), Qt::Key_Home);
        QCOMPARE(shown.timeline()->selectedSpan(), 0U);
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(PastTest)
#include "past_test.moc"
