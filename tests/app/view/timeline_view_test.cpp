// SPDX-License-Identifier: MIT
#include "view/timeline_view.h"

#include "app/picture/trace_builder.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
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
    void leavesOtherKeysAlone();
    void showsTheKeyboardFocus();
    void takesTheThemeOfThePalette();
    void survivesRunsThatGo();
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

QTEST_MAIN(TimelineViewTest)
#include "timeline_view_test.moc"
