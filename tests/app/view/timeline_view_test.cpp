// SPDX-License-Identifier: MIT
#include "view/timeline_view.h"

#include "app/picture/trace_builder.h"
#include "model/marks.h"
#include "model/words.h"
#include "picture/theme.h"
#include "view/marks_menu.h"

#include <QHelpEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>
#include <QUndoStack>
#include <QWheelEvent>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

/// The widget with a run of eight fetches: lane 4 lies from 264 to 308, 305 px are a second.
struct Shown {
    explicit Shown(bool whole = true)
        : run(parallelMap(8, 3))
    {
        view.resize(824, 764);
        if (whole)
            run.append(eightFetches(), 2200 * ms);
        view.setRun(&run);
        view.show();
        selected = std::make_unique<QSignalSpy>(&view, &TimelineView::selectionChanged);
    }
    QColor colorAt(int x, int y) { return view.grab().toImage().pixelColor(x, y); }
    void wheel(const QPoint &at, int angle, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(at, view.mapToGlobal(at), {}, {0, angle}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
    }
    SpanState selectedState() const { return run.timeline().spans()[view.selectedSpan()].state; }

    Run run;
    TimelineView view;
    std::unique_ptr<QSignalSpy> selected;
};

} // namespace

class TimelineViewTest : public QObject {
    Q_OBJECT

private slots:
    void selectsTheSpanThatIsClicked();
    void selectsALaneAndNothing();
    void tellsWhatThePointerIsOn();
    void zoomsWithTheWheelAndTheKeys();
    void pansByDragging();
    void dragsTheWindowInTheOverview();
    void walksFromSpanToSpan();
    void zoomsToTheSelection();
    void followsTheLiveEdgeUntilPanned();
    void keepsTheSelectedRequestInTheNextRun();
    void measuresByDraggingWithShift();
    void measuresByKeys();
    void escapeClearsOneThingAtATime();
    void setsAMarkAtThePointerOrThePresent();
    void renamesAMarkInPlace();
    void offersEachMarkInTheMenu();
    void keepsMarksInTheNextRunOfTheScenario();
    void marksCanBeUndone();
    void leavesOtherKeysAlone();
    void showsTheKeyboardFocus();
    void takesTheThemeOfThePalette();
    void survivesRunsThatGo();
    void theLegendExplainsEachState();
    void fitsWhatWasSelectedOrMeasuredLast();
    void theMenuKeyOffersTheCountersWhereOneIsShown();
    void letsRequestsShareRows();
    void sharesRowsOfManyUntilChosenOtherwise();
    void pullsTheEndsOfTheVisiblePieceWithKeys();
};

void TimelineViewTest::selectsTheSpanThatIsClicked()
{
    Shown shown;
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {280, 280});
    QCOMPARE(shown.selected->count(), 1);
    QCOMPARE(shown.view.selectedRequest(), quint32(4));
    QCOMPARE(shown.selectedState(), SpanState::Failed);
    QCOMPARE(shown.colorAt(5, 270), Theme::light().color(Token::Soft));
    QVERIFY(shown.view.accessibleDescription().contains(QStringLiteral("503")));
}

void TimelineViewTest::selectsALaneAndNothing()
{
    Shown shown;
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {780, 280});
    QCOMPARE(shown.view.selectedRequest(), quint32(4));
    QCOMPARE(shown.view.selectedSpan(), noSpan);
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {81, 114}); // An IN marble.
    QCOMPARE(shown.view.selectedRequest(), quint32(1));
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    QCOMPARE(shown.view.selectedRequest(), quint32(0));
}

void TimelineViewTest::tellsWhatThePointerIsOn()
{
    Shown shown;
    QSignalSpy hovered(&shown.view, &TimelineView::hovered);
    QTest::mouseMove(&shown.view, {280, 280});
    QCOMPARE(hovered.count(), 1);
    QCOMPARE(hovered[0][0].toUInt(), quint32(4));
    QTest::mouseMove(&shown.view, {780, 280});
    QCOMPARE(hovered.count(), 2);
    QCOMPARE(hovered[1][1].toUInt(), noSpan);
}

void TimelineViewTest::zoomsWithTheWheelAndTheKeys()
{
    Shown shown;
    QSignalSpy following(&shown.view, &TimelineView::followingChanged);
    shown.wheel({280, 280}, 120);
    QVERIFY(!shown.view.isFollowing());
    QCOMPARE(following.count(), 1);
    // What was under the pointer still is.
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {280, 280});
    QCOMPARE(shown.selectedState(), SpanState::Failed);
    QTest::keyClick(&shown.view, Qt::Key_Backspace);
    QVERIFY(shown.view.isFollowing());
    QTest::keyClick(&shown.view, Qt::Key_Up, Qt::ControlModifier);
    QVERIFY(!shown.view.isFollowing());
    QTest::keyClick(&shown.view, Qt::Key_0);
    QVERIFY(shown.view.isFollowing());
}

void TimelineViewTest::pansByDragging()
{
    Shown shown;
    QTest::keyClick(&shown.view, Qt::Key_W);
    const QColor before = shown.colorAt(300, 204); // 0.883 s, when #2 runs.
    QTest::mousePress(&shown.view, Qt::LeftButton, {}, {600, 400});
    QTest::mouseMove(&shown.view, {500, 400});
    QTest::mouseMove(&shown.view, {100, 400});
    QTest::mouseRelease(&shown.view, Qt::LeftButton, {}, {100, 400});
    QCOMPARE(shown.selected->count(), 0); // A drag is no click.
    QCOMPARE(before, Theme::light().state(SpanState::Succeeded).fill);
    QCOMPARE(shown.colorAt(300, 204), QColor(Qt::white)); // 1.243 s
}

void TimelineViewTest::dragsTheWindowInTheOverview()
{
    Shown shown;
    QTest::mousePress(&shown.view, Qt::LeftButton, {}, {804, 20});
    QTest::mouseMove(&shown.view, {438, 20});
    QTest::mouseRelease(&shown.view, Qt::LeftButton, {}, {438, 20});
    // Half the time on the whole axis: #1 ends at 684 ms = 57 % of 1.2 s.
    QCOMPARE(shown.colorAt(72 + 410, 160), Theme::light().state(SpanState::Succeeded).fill);
    QCOMPARE(shown.colorAt(72 + 425, 142), QColor(Qt::white));
}

void TimelineViewTest::walksFromSpanToSpan()
{
    Shown shown;
    QTest::keyClick(&shown.view, Qt::Key_J);
    QCOMPARE(shown.view.selectedRequest(), quint32(1));
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&shown.view, Qt::Key_J);
    QCOMPARE(shown.view.selectedRequest(), quint32(4));
    QCOMPARE(shown.selectedState(), SpanState::Queued);
    QTest::keyClick(&shown.view, Qt::Key_J);
    QCOMPARE(shown.selectedState(), SpanState::Failed);
    QTest::keyClick(&shown.view, Qt::Key_K);
    QTest::keyClick(&shown.view, Qt::Key_K);
    QCOMPARE(shown.view.selectedRequest(), quint32(3));
}

void TimelineViewTest::zoomsToTheSelection()
{
    Shown shown;
    shown.view.select(4);
    QCOMPARE(shown.view.selectedRequest(), quint32(4));
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {280, 280});
    QTest::keyClick(&shown.view, Qt::Key_F);
    // The failure takes 80 % of the axis now.
    QCOMPARE(shown.colorAt(72 + 90, 275), Theme::light().state(SpanState::Failed).fill);
    QCOMPARE(shown.colorAt(72 + 640, 275), Theme::light().state(SpanState::Failed).fill);
}

void TimelineViewTest::followsTheLiveEdgeUntilPanned()
{
    Shown shown(false);
    shown.run.append(TraceBuilder().arrive(0, 1).attempt(0, 1).trace(), 500 * ms);
    shown.view.runAdvanced();
    auto *button = shown.view.findChild<QToolButton *>();
    QVERIFY(button && !button->isVisible());
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&shown.view, Qt::Key_W);
    QVERIFY(!shown.view.isFollowing());
    QVERIFY(button->isVisible());
    button->click();
    QVERIFY(shown.view.isFollowing());
    QVERIFY(!button->isVisible());
    QTest::keyClick(&shown.view, Qt::Key_Left);
    QVERIFY(!shown.view.isFollowing());
}

void TimelineViewTest::keepsTheSelectedRequestInTheNextRun()
{
    Shown shown;
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {280, 280});
    Run next(parallelMap(8, 5));
    shown.view.setRun(&next);
    QCOMPARE(shown.view.selectedRequest(), quint32(4));
    QCOMPARE(shown.view.selectedSpan(), noSpan);
    Run less(parallelMap(3, 5));
    shown.view.setRun(&less);
    QCOMPARE(shown.view.selectedRequest(), quint32(0));
    shown.view.setRun(nullptr);
}

void TimelineViewTest::measuresByDraggingWithShift()
{
    Shown shown;
    QSignalSpy changed(&shown.view, &TimelineView::measuredChanged);
    // From near the begin of #4's first attempt (column 239) to near its end (323), both in its lane.
    QTest::mousePress(&shown.view, Qt::LeftButton, Qt::ShiftModifier, {242, 280});
    QTest::mouseMove(&shown.view, {290, 280});
    QTest::mouseMove(&shown.view, {320, 280});
    QCOMPARE(shown.view.measured(), (std::optional<TimeRange>({548 * ms, 824 * ms})));
    QTest::mouseRelease(&shown.view, Qt::LeftButton, Qt::ShiftModifier, {320, 280});
    QVERIFY(!changed.isEmpty());
    QCOMPARE(shown.selected->count(), 0); // It was no click, and it has not panned.
    QVERIFY(shown.view.isFollowing());
    // Backwards, and from the ruler.
    QTest::mousePress(&shown.view, Qt::LeftButton, Qt::ShiftModifier, {500, 50});
    QTest::mouseMove(&shown.view, {400, 50});
    QTest::mouseMove(&shown.view, {72, 50});
    QCOMPARE(shown.view.measured()->begin, 0);
    // Esc gives up the drag: what was measured before stands again.
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    QCOMPARE(shown.view.measured(), (std::optional<TimeRange>({548 * ms, 824 * ms})));
    // A click with Shift is a click.
    QTest::mouseClick(&shown.view, Qt::LeftButton, Qt::ShiftModifier, {280, 280});
    QCOMPARE(shown.view.selectedRequest(), quint32(4));
}

void TimelineViewTest::measuresByKeys()
{
    Shown shown;
    QTest::keyClick(&shown.view, Qt::Key_M, Qt::ShiftModifier);
    QCOMPARE(shown.view.measured(), (std::optional<TimeRange>({0, 2200 * ms})));
    shown.view.select(4);
    QTest::keyClick(&shown.view, Qt::Key_M, Qt::ShiftModifier);
    QCOMPARE(shown.view.measured(), (std::optional<TimeRange>({0, 1766 * ms})));
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {280, 280});
    QTest::keyClick(&shown.view, Qt::Key_M, Qt::ShiftModifier);
    QCOMPARE(shown.view.measured(), (std::optional<TimeRange>({548 * ms, 824 * ms})));
    // From edge to edge of the selected request, and to marks.
    shown.view.setMarkAt(1000 * ms);
    std::vector<qint64> ends;
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(&shown.view, Qt::Key_Right, Qt::ShiftModifier);
        ends.push_back(shown.view.measured()->end / ms);
    }
    QTest::keyClick(&shown.view, Qt::Key_Left, Qt::ShiftModifier);
    ends.push_back(shown.view.measured()->end / ms);
    QCOMPARE(ends, (std::vector<qint64>{1000, 1142, 1766, 1142}));
    // The end does not go before the begin.
    for (int i = 0; i < 9; ++i)
        QTest::keyClick(&shown.view, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(shown.view.measured(), (std::optional<TimeRange>({548 * ms, 548 * ms})));
}

void TimelineViewTest::escapeClearsOneThingAtATime()
{
    Shown shown;
    QSignalSpy nothing(&shown.view, &TimelineView::nothingToClear);
    shown.view.select(4);
    shown.view.measureSelection();
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    QVERIFY(!shown.view.measured());
    QCOMPARE(shown.view.selectedRequest(), quint32(4));
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    QCOMPARE(shown.view.selectedRequest(), quint32(0));
    QVERIFY(nothing.isEmpty());
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    QCOMPARE(nothing.count(), 1);
}

void TimelineViewTest::setsAMarkAtThePointerOrThePresent()
{
    Shown shown;
    QTest::keyClick(&shown.view, Qt::Key_M);
    QCOMPARE(shown.view.marks().all(), (std::vector<Mark>{{2200 * ms, QStringLiteral("Mark 1")}}));
    QTest::mouseMove(&shown.view, {241, 280}); // Near the begin of #4's first attempt.
    QTest::keyClick(&shown.view, Qt::Key_M);
    QCOMPARE(shown.view.marks().all().front(), (Mark{548 * ms, QStringLiteral("Mark 2")}));
    QTest::mouseMove(&shown.view, {20, 280}); // The gutter is no time.
    QTest::keyClick(&shown.view, Qt::Key_M);
    QCOMPARE(shown.view.marks().all().size(), size_t(2));
    QVERIFY(shown.view.findChild<QLineEdit *>()); // One was there: its name can be changed.
}

void TimelineViewTest::renamesAMarkInPlace()
{
    Shown shown;
    shown.view.setMarkAt(1000 * ms);
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {385, 50});
    auto *editor = shown.view.findChild<QLineEdit *>();
    QVERIFY(editor);
    QCOMPARE(editor->selectedText(), QStringLiteral("Mark 1"));
    QTest::keyClicks(editor, QStringLiteral("the stall"));
    QTest::keyClick(editor, Qt::Key_Return);
    QCOMPARE(shown.view.marks().all()[0].name, QStringLiteral("the stall"));
    QVERIFY(!editor->isVisible());
    shown.view.editMark(0);
    editor = shown.view.findChildren<QLineEdit *>().last();
    QTest::keyClicks(editor, QStringLiteral("other"));
    QTest::keyClick(editor, Qt::Key_Escape);
    QCOMPARE(shown.view.marks().all()[0].name, QStringLiteral("the stall"));
    QVERIFY(!editor->isVisible());
}

void TimelineViewTest::offersEachMarkInTheMenu()
{
    Shown shown;
    const auto texts = [](const QMenu &menu) {
        QStringList all;
        for (const QAction *action : menu.actions())
            all += action->text();
        return all;
    };
    {
        QMenu menu;
        addMarks(menu, shown.view);
        QCOMPARE(texts(menu), (QStringList{QStringLiteral("Set a mark\tM"), QStringLiteral("Measure the selection\tShift+M")}));
        menu.actions()[0]->trigger();
        QCOMPARE(shown.view.marks().all().size(), size_t(1));
    }
    shown.view.setMarkAt(1000 * ms);
    QMenu menu;
    addMarks(menu, shown.view);
    QMenu *list = menu.actions().last()->menu();
    QCOMPARE(texts(*list), (QStringList{QStringLiteral("Mark 2\t1.000 s"), QStringLiteral("Mark 1\t2.200 s"), QString(),
                                        QStringLiteral("Remove all")}));
    QMenu *first = list->actions()[0]->menu();
    QCOMPARE(texts(*first), (QStringList{QStringLiteral("Go to it"), QStringLiteral("Rename…"), QStringLiteral("Remove")}));
    first->actions()[2]->trigger();
    QCOMPARE(shown.view.marks().all(), (std::vector<Mark>{{2200 * ms, QStringLiteral("Mark 1")}}));
    list->actions().last()->trigger();
    QVERIFY(shown.view.marks().empty());
}

void TimelineViewTest::marksCanBeUndone()
{
    Shown shown;
    QUndoStack history;
    shown.view.setUndoStack(&history);
    const auto names = [&] {
        QStringList list;
        for (const Mark &mark : shown.view.marks().all())
            list << mark.name;
        return list;
    };
    shown.view.setMarkAt(1000 * ms);
    QCOMPARE(history.undoText(), QString::fromUtf8("Set “Mark 1”"));
    shown.view.setMarkAt(2000 * ms);
    shown.view.editMark(0);
    QTest::keyClicks(shown.view.findChild<QLineEdit *>(), QStringLiteral("the stall"));
    QTest::keyClick(shown.view.findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(history.undoText(), QString::fromUtf8("Rename “Mark 1” to “the stall”"));
    shown.view.editMark(0); // Left as it is: no step.
    QTest::keyClick(shown.view.findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(history.count(), 3);
    shown.view.removeMark(1);
    QCOMPARE(history.undoText(), QString::fromUtf8("Remove “Mark 2”"));
    QCOMPARE(names(), QStringList{QStringLiteral("the stall")});
    history.undo();
    QCOMPARE(names(), (QStringList{QStringLiteral("the stall"), QStringLiteral("Mark 2")}));
    shown.view.removeMarks();
    QCOMPARE(history.undoText(), QStringLiteral("Remove all marks"));
    QVERIFY(shown.view.marks().empty());
    history.undo();
    history.undo();
    QCOMPARE(names(), (QStringList{QStringLiteral("Mark 1"), QStringLiteral("Mark 2")}));
    history.undo();
    history.undo();
    QVERIFY(shown.view.marks().empty());
    while (history.canRedo())
        history.redo();
    QVERIFY(shown.view.marks().empty());
    history.undo();
    // Those of another scenario come back with it.
    Run other(parallelMap(3, 5));
    shown.view.setRun(&other);
    QVERIFY(shown.view.marks().empty());
    shown.view.setRun(&shown.run);
    QCOMPARE(names(), (QStringList{QStringLiteral("the stall"), QStringLiteral("Mark 2")}));
    shown.view.setRun(nullptr);
}

void TimelineViewTest::keepsMarksInTheNextRunOfTheScenario()
{
    Shown shown;
    shown.view.setMarkAt(1000 * ms);
    shown.view.measure(TimeRange{0, 100 * ms});
    Run next(parallelMap(8, 5));
    shown.view.setRun(&next);
    QCOMPARE(shown.view.marks().all().size(), size_t(1));
    QVERIFY(shown.view.measured());
    Run other(parallelMap(3, 5));
    shown.view.setRun(&other);
    QVERIFY(shown.view.marks().empty());
    QVERIFY(!shown.view.measured());
    shown.view.setRun(nullptr);
}

void TimelineViewTest::leavesOtherKeysAlone()
{
    Shown shown;
    for (const auto &[key, modifiers] :
         {std::pair(Qt::Key_Space, Qt::KeyboardModifiers()), {Qt::Key_R, {}}, {Qt::Key_S, Qt::ControlModifier}}) {
        QKeyEvent event(QEvent::KeyPress, key, modifiers);
        event.accept();
        QCoreApplication::sendEvent(&shown.view, &event);
        QVERIFY(!event.isAccepted());
    }
}

void TimelineViewTest::showsTheKeyboardFocus()
{
    Shown shown;
    QFocusEvent byTab(QEvent::FocusIn, Qt::TabFocusReason), byMouse(QEvent::FocusIn, Qt::MouseFocusReason);
    QCoreApplication::sendEvent(&shown.view, &byTab);
    QCOMPARE(shown.colorAt(0, 400), Theme::light().color(Token::Accent));
    QCoreApplication::sendEvent(&shown.view, &byMouse);
    QVERIFY(shown.colorAt(0, 400) != Theme::light().color(Token::Accent));
}

void TimelineViewTest::takesTheThemeOfThePalette()
{
    Shown shown;
    shown.view.setPalette(Theme::dark().palette());
    QCOMPARE(shown.colorAt(780, 150), Theme::dark().color(Token::Canvas));
    shown.view.setTheme(Theme::light());
    QCOMPARE(shown.colorAt(780, 150), Theme::light().color(Token::Canvas));
}

void TimelineViewTest::survivesRunsThatGo()
{
    Shown shown;
    {
        Run other(parallelMap(8, 3));
        other.append(eightFetches(), 2200 * ms);
        shown.view.setRun(&other);
        shown.view.grab();
        shown.view.setRun(nullptr);
    }
    shown.view.grab();
    shown.view.select(3);
    QCOMPARE(shown.view.selectedRequest(), quint32(0));
    QTest::keyClick(&shown.view, Qt::Key_F);
    QTest::mouseMove(&shown.view, {300, 300});
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {300, 300});
}

void TimelineViewTest::theMenuKeyOffersTheCountersWhereOneIsShown()
{
    Shown shown;
    const auto texts = [&] {
        QStringList all;
        QTimer::singleShot(0, &shown.view, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            for (const QAction *action : menu->actions()) {
                all += action->text();
                if (const QMenu *counters = action->text() == "Counter" ? action->menu() : nullptr)
                    counters->actions().last()->trigger();
            }
            menu->close();
        });
        const QPoint middle = shown.view.rect().center();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, middle, shown.view.mapToGlobal(middle));
        QCoreApplication::sendEvent(&shown.view, &event);
        return all;
    };
    QVERIFY(!texts().contains("Counter")); // All are shown.
    shown.view.resize(700, 380);
    const QImage inFlight = shown.view.grab().toImage();
    QVERIFY(texts().contains("Counter"));
    QVERIFY(shown.view.grab().toImage() != inFlight);
}

void TimelineViewTest::fitsWhatWasSelectedOrMeasuredLast()
{
    Shown shown;
    shown.view.selectSpan(0);
    shown.view.measure(TimeRange{1000 * ms, 1400 * ms});
    QTest::keyClick(&shown.view, Qt::Key_F);
    const auto sees = [&](qint64 t) {
        // To reveal what is in view changes nothing.
        const QImage before = shown.view.grab().toImage();
        shown.view.reveal(t * ms);
        return before == shown.view.grab().toImage();
    };
    QVERIFY(sees(1000) && sees(1400));
    QVERIFY(!sees(100));
    QTest::keyClick(&shown.view, Qt::Key_J);
    QTest::keyClick(&shown.view, Qt::Key_K);
    QTest::keyClick(&shown.view, Qt::Key_F);
    QVERIFY(sees(100));
}

void TimelineViewTest::theLegendExplainsEachState()
{
    Shown shown;
    shown.view.resize(1200, 700);
    QStringList told;
    for (int x = 0; x < shown.view.width(); x += 4) {
        const QPoint at(x, shown.view.height() - Theme::size(Size::Legend) / 2);
        QHelpEvent help(QEvent::ToolTip, at, shown.view.mapToGlobal(at));
        QCoreApplication::sendEvent(&shown.view, &help);
        if (const QString text = QToolTip::text(); !text.isEmpty() && !told.contains(text))
            told += text;
    }
    QCOMPARE(told.size(), 8);
    for (const SpanState state : {SpanState::Queued, SpanState::Running, SpanState::Cancelled})
        QVERIFY(told.contains(stateTerm(state).name + ": " + stateTerm(state).help));
    QToolTip::hideText();
}

void TimelineViewTest::letsRequestsShareRows()
{
    Shown shown;
    QSignalSpy told(&shown.view, &TimelineView::packedChanged);
    QVERIFY(!shown.view.arePacked());
    const QRect own = shown.view.placeOf(8, noSpan);
    shown.view.setPacked(true);
    QVERIFY(shown.view.arePacked());
    QCOMPARE(told.count(), 1);
    QCOMPARE(told.last().at(0).toBool(), true);
    // All eight come at once: each needs a row, which is now no longer than the request is there.
    const QRect packed = shown.view.placeOf(8, noSpan);
    QCOMPARE(packed.top(), own.top());
    QVERIFY(packed.width() < own.width());
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {280, 280});
    QCOMPARE(shown.view.selectedRequest(), 4u);
    QCOMPARE(shown.selectedState(), SpanState::Failed);
    QTest::keyClick(&shown.view, Qt::Key_J);
    QCOMPARE(shown.selectedState(), SpanState::Backoff);
    // Behind its end the row is nobody's.
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {740, 280});
    QCOMPARE(shown.view.selectedRequest(), 0u);
    shown.view.setPacked(false);
    QCOMPARE(told.count(), 2);
    QCOMPARE(shown.view.placeOf(8, noSpan), own);
}

void TimelineViewTest::sharesRowsOfManyUntilChosenOtherwise()
{
    Shown shown;
    Run many(parallelMap(501, 3));
    TraceBuilder b;
    for (quint32 request = 1; request <= 501; ++request)
        b.arrive(10 * request, request).attempt(10 * request, request).attemptEnd(10 * request + 5, request, AttemptOutcome::Ok).settle(10 * request + 5, request);
    many.append(b.trace(), 5100 * ms);
    QSignalSpy told(&shown.view, &TimelineView::packedChanged);
    shown.view.setRun(&many);
    QVERIFY(shown.view.arePacked());
    QCOMPARE(told.count(), 1);
    const QRect lastRow = shown.view.placeOf(501, noSpan);
    QVERIFY(!lastRow.isEmpty());
    shown.view.setPacked(false);
    QVERIFY(shown.view.placeOf(501, noSpan).isEmpty()); // Far below.
    shown.view.select(501);
    QVERIFY(!shown.view.placeOf(501, noSpan).isEmpty());
    // The next run of the scenario keeps the choice, another scenario does not.
    Run again(many.scenario());
    again.append(b.trace(), 5100 * ms);
    shown.view.setRun(&again);
    QVERIFY(!shown.view.arePacked());
    shown.view.setRun(&shown.run);
    shown.view.setRun(&many);
    QVERIFY(shown.view.arePacked());
}

void TimelineViewTest::pullsTheEndsOfTheVisiblePieceWithKeys()
{
    Shown shown;
    const auto place = [&](quint32 request) { return shown.view.placeOf(request, shown.run.timeline().lanes()[request - 1].lastSpan); };
    const QRect before = place(3); // From 0 to 548 ms.
    QTest::keyClick(&shown.view, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QVERIFY(place(3).width() > before.width()); // The end came nearer,
    QCOMPARE(place(3).left(), before.left());   // the start stayed.
    QTest::keyClick(&shown.view, Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(place(3), before);
    const QRect last = place(8);
    QTest::keyClick(&shown.view, Qt::Key_Right, Qt::AltModifier);
    QVERIFY(place(8).left() < last.left());
    QTest::keyClick(&shown.view, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(place(8), last);
}

QTEST_MAIN(TimelineViewTest)
#include "timeline_view_test.moc"
