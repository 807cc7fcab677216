// SPDX-License-Identifier: MIT
#include "view/timeline_find.h"

#include "app/picture/trace_builder.h"
#include "view/find_bar.h"
#include "view/timeline_view.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

/// The bar and a timeline with a run of eight fetches: lane 4 lies from 264 to 308, 305 px are a second.
struct Shown {
    Shown()
        : run(parallelMap(8, 3))
        , find(&bar, &view)
    {
        view.resize(824, 764);
        run.append(eightFetches(), 2200 * ms);
        view.setRun(&run);
        find.setRun(&run);
        view.show();
    }
    QLineEdit *field() { return bar.findChild<QLineEdit *>(); }
    void type(const QString &text)
    {
        find.open();
        QTest::keyClicks(field(), text);
    }
    QColor colorAt(int x, int y) { return view.grab().toImage().pixelColor(x, y); }
    QString selected() const
    {
        const quint32 span = view.selectedSpan();
        return span == noSpan ? QStringLiteral("#%1").arg(view.selectedRequest())
                              : QStringLiteral("#%1 from %2").arg(view.selectedRequest()).arg(
                                    run.timeline().spans()[span].begin / ms);
    }

    Run run;
    FindBar bar;
    TimelineView view;
    TimelineFind find;
};

} // namespace

class TimelineFindTest : public QObject {
    Q_OBJECT

private slots:
    void findsAsItIsTyped();
    void dimsAllElse();
    void goesToTheNextMatchAndAround();
    void aWrongQuerySaysWhatCanBeWritten();
    void escapeClosesTheBar();
    void followsTheRun();
    void forgetsWhatBelongsToTheRunBefore();
    void bringsAMatchIntoView();
    void aLargeRunIsSearchedInPieces();
};

void TimelineFindTest::findsAsItIsTyped()
{
    Shown shown;
    QVERIFY(shown.bar.isHidden());
    shown.type(QStringLiteral("#4"));
    QVERIFY(shown.bar.isVisible());
    QCOMPARE(shown.bar.countText(), QStringLiteral("1 match"));
    QTest::keyClicks(shown.field(), QStringLiteral(" wait>300ms"));
    QCOMPARE(shown.bar.countText(), QStringLiteral("2 matches")); // For the slot, and the back-off.
    QTest::keyClicks(shown.field(), QStringLiteral(" reason:slot"));
    QCOMPARE(shown.bar.countText(), QStringLiteral("1 match"));
    QTest::keyClicks(shown.field(), QStringLiteral(" dropped"));
    QCOMPARE(shown.bar.countText(), QStringLiteral("no match"));
    shown.field()->clear();
    QVERIFY(shown.bar.countText().isEmpty());
    QVERIFY(!shown.find.found());
    QVERIFY(shown.bar.message().contains(QStringLiteral("wait>300ms")));
}

void TimelineFindTest::dimsAllElse()
{
    Shown shown;
    const QColor red = Theme::light().state(SpanState::Failed).fill, green = Theme::light().state(SpanState::Succeeded).fill;
    QCOMPARE(shown.colorAt(280, 275), red);
    QCOMPARE(shown.colorAt(200, 145), green);
    shown.type(QStringLiteral("failed"));
    QCOMPARE(shown.colorAt(280, 275), red);
    QVERIFY(shown.colorAt(200, 145) != green);
    QVERIFY(shown.colorAt(500, 275) != green); // The rest of #4's lane, too.
    shown.field()->selectAll();
    QTest::keyClicks(shown.field(), QStringLiteral("#4"));
    QCOMPARE(shown.colorAt(500, 275), green);
    QVERIFY(shown.colorAt(200, 145) != green);
    shown.find.close();
    QCOMPARE(shown.colorAt(200, 145), green);
}

void TimelineFindTest::goesToTheNextMatchAndAround()
{
    Shown shown;
    shown.type(QStringLiteral("wait>900ms"));
    QCOMPARE(shown.bar.countText(), QStringLiteral("3 matches"));
    QStringList walked;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(shown.field(), Qt::Key_Return);
        walked += shown.bar.countText() + QStringLiteral(": ") + shown.selected();
    }
    QCOMPARE(walked, (QStringList{QStringLiteral("1 of 3: #6 from 0"), QStringLiteral("2 of 3: #7 from 0"),
                                  QStringLiteral("3 of 3: #8 from 0"), QStringLiteral("1 of 3: #6 from 0")}));
    QTest::keyClick(shown.field(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(shown.selected(), QStringLiteral("#8 from 0"));
    // From another selection on it goes to the match behind that.
    shown.view.select(7);
    QCOMPARE(shown.bar.countText(), QStringLiteral("3 matches"));
    shown.find.goToNext();
    QCOMPARE(shown.selected(), QStringLiteral("#7 from 0"));
    shown.find.goToPrevious();
    QCOMPARE(shown.selected(), QStringLiteral("#6 from 0"));
}

void TimelineFindTest::aWrongQuerySaysWhatCanBeWritten()
{
    Shown shown;
    shown.type(QStringLiteral("failed"));
    QVERIFY(shown.find.found());
    QTest::keyClicks(shown.field(), QStringLiteral("x"));
    QVERIFY(!shown.find.found());
    QCOMPARE(shown.bar.message(), QStringLiteral("\"failedx\" is not known; did you mean \"failed\"?"));
    QTest::keyClick(shown.field(), Qt::Key_Return);
    QCOMPARE(shown.view.selectedRequest(), quint32(0));
}

void TimelineFindTest::escapeClosesTheBar()
{
    Shown shown;
    shown.type(QStringLiteral("failed"));
    QTest::keyClick(shown.field(), Qt::Key_Escape);
    QVERIFY(shown.bar.isHidden());
    QVERIFY(!shown.find.found());
    // Opened again it finds what was written before.
    shown.find.open();
    QCOMPARE(shown.field()->selectedText(), QStringLiteral("failed"));
    QCOMPARE(shown.bar.countText(), QStringLiteral("1 match"));
    // On the timeline Esc first clears the selection.
    shown.find.goToNext();
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    QVERIFY(shown.bar.isVisible());
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    QVERIFY(shown.bar.isHidden());
}

void TimelineFindTest::followsTheRun()
{
    Shown shown;
    Run growing(parallelMap(8, 3));
    shown.view.setRun(&growing);
    shown.find.setRun(&growing);
    shown.type(QStringLiteral("failed"));
    QCOMPARE(shown.bar.countText(), QStringLiteral("no match"));
    growing.append(eightFetches(), 2200 * ms);
    shown.view.runAdvanced();
    shown.find.runAdvanced();
    QCOMPARE(shown.bar.countText(), QStringLiteral("1 match"));
}

void TimelineFindTest::forgetsWhatBelongsToTheRunBefore()
{
    Shown shown;
    shown.type(QStringLiteral("succeeded"));
    QCOMPARE(shown.bar.countText(), QStringLiteral("8 matches"));
    Run next(parallelMap(2, 3));
    shown.view.setRun(&next);
    shown.find.setRun(&next);
    QCOMPARE(shown.bar.countText(), QStringLiteral("no match"));
    shown.view.grab();
    shown.view.setRun(nullptr);
    shown.find.setRun(nullptr);
    QVERIFY(!shown.find.found());
    shown.view.grab();
}

void TimelineFindTest::bringsAMatchIntoView()
{
    Shown shown;
    shown.view.measure(TimeRange{0, 100 * ms});
    shown.view.zoomToSelection();
    const QColor red = Theme::light().state(SpanState::Failed).fill;
    const auto redShows = [&] {
        const QImage image = shown.view.grab().toImage();
        for (int x = 72; x < 800; ++x) {
            if (image.pixelColor(x, 275) == red)
                return true;
        }
        return false;
    };
    QVERIFY(!redShows());
    shown.type(QStringLiteral("failed"));
    QTest::keyClick(shown.field(), Qt::Key_Return);
    QVERIFY(redShows());
}

void TimelineFindTest::aLargeRunIsSearchedInPieces()
{
    constexpr quint32 count = 300'000;
    Run run(parallelMap(count, 3));
    TraceBuilder trace;
    for (quint32 request = 1; request <= count; ++request)
        trace.arrive(request, request).attempt(request, request).attemptEnd(
            request + 1, request, request % 1000 == 0 ? AttemptOutcome::Failed : AttemptOutcome::Ok);
    run.append(trace.trace(), count * ms);
    Shown shown;
    shown.view.setRun(&run);
    shown.find.setRun(&run);
    QSignalSpy changed(&shown.find, &TimelineFind::foundChanged);
    shown.type(QStringLiteral("failed"));
    QTRY_COMPARE(shown.bar.countText(), QStringLiteral("300 matches"));
    QVERIFY(!changed.isEmpty());
    QTest::keyClick(shown.field(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(shown.view.selectedRequest(), count);
    shown.view.grab();
}

QTEST_MAIN(TimelineFindTest)
#include "timeline_find_test.moc"
