// SPDX-License-Identifier: MIT
// Who tells whom: the window's menu, and the connections among its parts.
#include "view/main_window_parts.h"

#include "view/focus_guide.h"
#include "view/keys_dialog.h"
#include "view/language_menu.h"
#include "view/source_card.h"
#include "view/speed_scale.h"
#include "view/tape_buttons.h"
#include "view/time_field.h"

#include <QApplication>

namespace playground {

void MainWindow::fillMenu()
{
    WindowActions &a = *m_parts->actions;
    QMenu *menu = m_parts->menu;
    menu->addActions({a.newScenario, a.open});
    m_parts->files->addRecent(menu);
    menu->addActions({a.save, a.saveAs});
    menu->addSeparator();
    menu->addActions({a.undo, a.redo});
    menu->addActions({a.palette, a.find, a.compare});
    menu->addAction(a.wallClock);
    menu->addSeparator();
    QMenu *colors = menu->addMenu(tr("&Colours"));
    colors->addActions({a.themeSystem, a.themeLight, a.themeDark});
    auto *languages = new LanguageMenu(menu);
    menu->addMenu(languages);
    connect(languages, &LanguageMenu::chosen, this, &MainWindow::showProblem);
    menu->addActions({a.packRows, a.ghosts, a.fullScreen, a.keys});
    menu->addSeparator();
    menu->addAction(a.quit);
    connectFiles();
    connect(a.palette, &QAction::triggered, this, &MainWindow::openPalette);
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
    connect(a.fullScreen, &QAction::triggered, this, [this](bool full) { full ? showFullScreen() : showNormal(); });
    connect(a.keys, &QAction::triggered, this, [this] { KeysDialog(*m_parts->actions, this).exec(); });
    connect(a.nextRegion, &QAction::triggered, this, [this] {
        focusNextRegion(
            {m_parts->transport, m_parts->scenario, m_parts->pad, m_parts->timeline, m_parts->inspector, m_parts->metrics});
    });
    connect(a.toTimeline, &QAction::triggered, this, [this] {
        if (m_parts->timeline->hasFocus())
            m_parts->timeline->select(0);
        if (m_parts->layout->isDrawer())
            m_parts->layout->showInspector(false);
        m_parts->timeline->setFocus(Qt::ShortcutFocusReason);
    });
}

void MainWindow::connectTransport()
{
    WindowActions &a = *m_parts->actions;
    TransportBar *bar = m_parts->transport;
    connect(a.run, &QAction::triggered, this, &MainWindow::runOrPause);
    connect(a.step, &QAction::triggered, this, &MainWindow::stepRequested);
    connect(a.ghosts, &QAction::toggled, this, &MainWindow::ghostsWanted);
    connect(a.stepBack, &QAction::triggered, this, &MainWindow::stepBackRequested);
    connect(a.toEnd, &QAction::triggered, this, &MainWindow::toEndRequested);
    connect(a.goToTime, &QAction::triggered, bar->timeField(), [bar] { bar->timeField()->setFocus(Qt::ShortcutFocusReason); });
    connect(bar->timeField(), &TimeField::typed, this, &MainWindow::goToRequested);
    connect(bar->timeField(), &TimeField::left, m_parts->timeline, [this] { m_parts->timeline->setFocus(Qt::OtherFocusReason); });
    connect(a.reset, &QAction::triggered, this, &MainWindow::goBackToStart);
    connect(a.newSeed, &QAction::triggered, this, [this] { changeSeed(drawnSeed()); });
    connect(bar, &TransportBar::seedEdited, this, &MainWindow::changeSeed);
    connect(bar, &TransportBar::speedChanged, this, &MainWindow::speedChanged);
    const auto speed = [this, bar](double value) {
        bar->setSpeed(value);
        emit speedChanged(value);
    };
    connect(a.slower, &QAction::triggered, this, [=] { speed(nextSpeed(bar->speed(), -1)); });
    connect(a.faster, &QAction::triggered, this, [=] { speed(nextSpeed(bar->speed(), 1)); });
    connect(a.usualSpeed, &QAction::triggered, this, [=] { speed(1); });
    connect(bar->gallery(), &GalleryButton::listWanted, this, &MainWindow::openPalette);
    connect(bar->gallery(), &GalleryButton::chosen, this, [this](const QString &name) {
        if (!m_parts->files->mayReplace())
            return;
        const QString before = m_parts->document.scenario().name;
        emit galleryChosen(name);
        if (m_parts->document.scenario().name == name && (name != before || !m_parts->document.isDirty()))
            emit runRequested(); // Who picks one wants to see it.
    });
}

void MainWindow::connectDocument()
{
    ScenarioDocument *document = &m_parts->document;
    QUndoStack *stack = document->undoStack();
    WindowActions &a = *m_parts->actions;
    connect(a.undo, &QAction::triggered, stack, &QUndoStack::undo);
    connect(a.redo, &QAction::triggered, stack, &QUndoStack::redo);
    const auto name = [&](QAction *action, const QString &bare, const QString &named) {
        return [=](const QString &step) { action->setText(step.isEmpty() ? bare : named.arg(step)); };
    };
    a.undo->setEnabled(false);
    a.redo->setEnabled(false);
    connect(stack, &QUndoStack::canUndoChanged, a.undo, &QAction::setEnabled);
    connect(stack, &QUndoStack::canRedoChanged, a.redo, &QAction::setEnabled);
    connect(stack, &QUndoStack::undoTextChanged, this, name(a.undo, tr("&Undo"), tr("&Undo: %1")));
    connect(stack, &QUndoStack::redoTextChanged, this, name(a.redo, tr("&Redo"), tr("&Redo: %1")));
    connect(document, &ScenarioDocument::gestureEnded, this, &MainWindow::gestureEnded);
    connect(document, &ScenarioDocument::stateChanged, this, &MainWindow::takeScenario);
    connect(document, &ScenarioDocument::problem, this, &MainWindow::showProblem);
    connect(m_parts->files, &DocumentFiles::problem, this, &MainWindow::showProblem);
    connect(document, &ScenarioDocument::opened, this, [this](const Scenario &scenario) {
        m_parts->problem->showProblem({});
        emit resetRequested(scenario);
    });
    connect(document, &ScenarioDocument::edited, this, [this](const Scenario &scenario) {
        m_parts->problem->showProblem({});
        explainFocus(); // What the focused control has chosen may be another thing now.
        if (m_parts->quiet)
            return;
        // Before the start there is nothing that an edit could apply to: it belongs to the run from its beginning.
        const bool nothingToKeep = !m_parts->state.rewound && m_parts->document.undoneGesture() < 0;
        if (m_parts->state.phase == PlaybackState::Phase::Ready && nothingToKeep)
            emit resetRequested(scenario);
        else
            emit scenarioChanged(scenario, m_parts->document.gesture(), m_parts->document.undoneGesture());
    });
}

void MainWindow::connectPanels()
{
    TimelineView *timeline = m_parts->timeline;
    Inspector *inspector = m_parts->inspector;
    WindowLayout *layout = m_parts->layout;
    timeline->setUndoStack(m_parts->document.undoStack());
    connect(timeline, &TimelineView::selectionChanged, this, [=](quint32 request, quint32 span) {
        inspector->setSelection(request, span);
        if (layout->isDrawer())
            layout->showInspector(request > 0);
    });
    connect(m_parts->numbers, &TimelineNumbers::subjectChanged, inspector, &Inspector::setNumbersShown);
    connect(m_parts->actions->packRows, &QAction::triggered, timeline, &TimelineView::setPacked);
    connect(timeline, &TimelineView::packedChanged, m_parts->actions->packRows, &QAction::setChecked);
    connect(m_parts->actions->find, &QAction::triggered, m_parts->find, &TimelineFind::open);
    connect(m_parts->actions->findNext, &QAction::triggered, m_parts->find, &TimelineFind::goToNext);
    connect(m_parts->actions->findPrevious, &QAction::triggered, m_parts->find, &TimelineFind::goToPrevious);
    connect(timeline, &TimelineView::instantRequested, this, &MainWindow::rewindRequested);
    connect(inspector, &Inspector::requestChosen, timeline, &TimelineView::select);
    connect(inspector, &Inspector::spanChosen, timeline, &TimelineView::selectSpan);
    connect(inspector, &Inspector::spanHovered, timeline, &TimelineView::hover);
    connect(inspector, &Inspector::zoomRequested, timeline, &TimelineView::zoomToSelection);
    connect(inspector, &Inspector::closeRequested, layout, [layout] { layout->showInspector(false); });
    QAction *details = m_parts->actions->details;
    connect(details, &QAction::triggered, layout, &WindowLayout::showInspector);
    connect(layout, &WindowLayout::inspectorChanged, this, [=] {
        details->setEnabled(layout->isDrawer());
        details->setChecked(layout->isInspectorShown());
        inspector->setDrawer(layout->isDrawer());
    });
    details->setEnabled(layout->isDrawer());
    connect(qApp, &QApplication::focusChanged, this, &MainWindow::explainFocus);
}

void MainWindow::connectInput()
{
    InputPad *pad = m_parts->pad;
    const auto record = [this](bool on) {
        if (on) {
            takeOwnEditsBack();
            emit recordRequested(scenario());
        } else {
            emit recordingEndRequested();
        }
        m_parts->actions->record->setChecked(m_parts->state.recording);
    };
    TapeButtons *tape = m_parts->scenario->sourceCard()->tape();
    connect(tape, &TapeButtons::recordRequested, this, record);
    connect(tape, &TapeButtons::replayRequested, this, &MainWindow::replayTape);
    connect(m_parts->actions->record, &QAction::triggered, this, record);
    connect(m_parts->actions->tap, &QAction::triggered, pad, [pad] { pad->tap(); });
    connect(m_parts->timeline, &TimelineView::tapped, pad, &InputPad::tap);
    connect(pad, &InputPad::recordRequested, this, record);
    connect(pad, &InputPad::input, this, &MainWindow::inputMade);
    connect(pad, &InputPad::burstRequested, this, &MainWindow::burstRequested);
    connect(pad, &InputPad::generateRequested, this, &MainWindow::generateRequested);
}

void MainWindow::connectAppearance()
{
    WindowActions &a = *m_parts->actions;
    using Choice = Appearance::Choice;
    const auto show = [this, &a] {
        const Choice choice = m_parts->appearance.choice();
        a.themeSystem->setChecked(choice == Choice::System);
        a.themeLight->setChecked(choice == Choice::Light);
        a.themeDark->setChecked(choice == Choice::Dark);
        m_parts->transport->setThemeIcon(choice == Choice::System  ? QStringLiteral("system")
                                         : choice == Choice::Light ? QStringLiteral("light")
                                                                   : QStringLiteral("dark"));
    };
    const auto chooses = [this](QAction *action, Choice choice) {
        connect(action, &QAction::triggered, this, [this, choice] { m_parts->appearance.choose(choice); });
    };
    chooses(a.themeSystem, Choice::System);
    chooses(a.themeLight, Choice::Light);
    chooses(a.themeDark, Choice::Dark);
    connect(&m_parts->appearance, &Appearance::changed, this, show);
    connect(&m_parts->appearance, &Appearance::changed, this,
            &MainWindow::showNumbers); // Links bear their colour in the text.
    show();
}

} // namespace playground
