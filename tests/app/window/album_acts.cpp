// SPDX-License-Identifier: MIT
// What is done before a picture is taken.
#include "app/window/album_page.h"

#include "view/find_bar.h"
#include "view/keys_dialog.h"
#include "view/panel_tabs.h"
#include "view/scenario_text.h"

#include <QApplication>
#include <QPlainTextEdit>

namespace playground {

void selectLongestWait(Playground &shown)
{
    const Run &run = shown.run();
    quint32 longest = noSpan;
    for (quint32 i = 0; i < run.timeline().spans().size(); ++i) {
        const Span &span = run.timeline().spans()[i];
        if (span.isWait() && (longest == noSpan || span.lengthAt(run.now()) > run.timeline().spans()[longest].lengthAt(run.now())))
            longest = i;
    }
    if (longest == noSpan)
        shown.timeline()->select(1);
    else
        shown.timeline()->selectSpan(longest);
    shown.settle();
}

void selectWaitOf(Playground &shown, quint32 request)
{
    const Timeline &timeline = shown.run().timeline();
    const auto spans = timeline.spansOf(timeline.lanes()[request - 1]);
    shown.timeline()->selectSpan(spans.begin().index());
    shown.settle();
}

void toEndAndSelectFour(Playground &shown)
{
    shown.toEnd();
    selectWaitOf(shown, 4);
}

void rewind(Playground &shown)
{
    shown.toEnd();
    shown.playback.rewindTo(700 * msInNs);
    shown.rest();
}

void branch(Playground &shown)
{
    rewind(shown);
    ValueField *limit = shown.number(QStringLiteral("pattern.limit"))->field();
    shown.type(limit, QStringLiteral("5"));
    shown.waitUntil([&] { return shown.run().timeline().flags().size() == 1; });
    shown.rest();
    shown.timeline()->setFocus();
}

void showInspectorPage(Playground &shown, Inspector::Page page)
{
    toEndAndSelectFour(shown);
    shown.part<Inspector>()->showPage(page);
}

void find(Playground &shown, const QString &text)
{
    shown.toEnd();
    shown.key(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), text);
    shown.waitUntil([&] { return !shown.part<FindBar>()->countText().isEmpty(); });
}

void measure(Playground &shown)
{
    shown.toEnd();
    TimelineView *timeline = shown.timeline();
    const QPoint from(timeline->width() / 3, timeline->height() / 3), to(timeline->width() * 2 / 3, timeline->height() / 3);
    timeline->setMarkAt(1000 * msInNs);
    QTest::mousePress(timeline, Qt::LeftButton, Qt::ShiftModifier, from);
    QTest::mouseMove(timeline, (from + to) / 2);
    QTest::mouseMove(timeline, to);
    QTest::mouseRelease(timeline, Qt::LeftButton, Qt::ShiftModifier, to);
}

void showText(Playground &shown, bool broken)
{
    shown.toEnd();
    shown.part<ScenarioPanel>()->tabs()->setCurrent(1);
    shown.settle();
    if (!broken)
        return;
    auto *editor = shown.part<ScenarioText>()->findChild<QPlainTextEdit *>();
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_Home, Qt::ControlModifier);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(editor, Qt::Key_Down);
    QTest::keyClicks(editor, "patern");
}

QImage takeKeys()
{
    chooseTheme(false);
    Playground shown(defaultScenario());
    KeysDialog dialog(*shown.actions(), &shown.window);
    dialog.show();
    shown.settle();
    return dialog.grab().toImage();
}

} // namespace playground
