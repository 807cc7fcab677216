// SPDX-License-Identifier: MIT
#include "view/main_window.h"

#include "model/run.h"
#include "picture/theme.h"
#include "view/appearance.h"
#include "view/document_files.h"
#include "view/focus_guide.h"
#include "view/gallery_button.h"
#include "view/inspector.h"
#include "view/keys_dialog.h"
#include "view/metrics_bar.h"
#include "view/problem_bar.h"
#include "view/scenario_document.h"
#include "view/scenario_panel.h"
#include "view/speed_scale.h"
#include "view/status_line.h"
#include "view/timeline_view.h"
#include "view/transport_bar.h"
#include "view/value_field.h"
#include "view/window_actions.h"
#include "view/window_layout.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSettings>
#include <QStyle>
#include <QStatusTipEvent>
#include <QTimer>

namespace playground {

namespace {

/// How long the first hint still stands when the first run is over.
constexpr int hintStays = 8000;
constexpr QSize usualSize(1280, 760), leastSize(960, 600);
const QString geometryKey = QStringLiteral("window/geometry"), panelsKey = QStringLiteral("window/panels");

/// Small enough to be typed again.
quint64 drawnSeed() { return QRandomGenerator::global()->bounded(1u, 10000u); }

} // namespace

/// What the window is made of.
class MainWindow::Parts {
public:
    explicit Parts(MainWindow *window)
        : appearance(window)
        , actions(new WindowActions(window))
        , menu(new QMenu(window))
        , files(new DocumentFiles(&document, window))
        , transport(new TransportBar(actions, menu))
        , problem(new ProblemBar)
        , scenario(new ScenarioPanel(&document))
        , timeline(new TimelineView)
        , inspector(new Inspector)
        , metrics(new MetricsBar)
        , status(new StatusLine)
        , layout(new WindowLayout({transport, problem, scenario, timeline, inspector, metrics, status}))
        , hintEnd(new QTimer(window))
    {
    }

    Appearance appearance;
    ScenarioDocument document;
    WindowActions *actions;
    QMenu *menu;
    DocumentFiles *files;
    TransportBar *transport;
    ProblemBar *problem;
    ScenarioPanel *scenario;
    TimelineView *timeline;
    Inspector *inspector;
    MetricsBar *metrics;
    StatusLine *status;
    WindowLayout *layout;
    QTimer *hintEnd; // Runs from the end of the first run.
    const Run *run = nullptr;
    PlaybackState state;
    bool hasScenario = false; // The first one has been opened.
    bool quiet = false;       // The document changes, but nobody needs to be told.
    bool forwarding = false;  // A key is on its way to the timeline.
};

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_parts(std::make_unique<Parts>(this))
{
    setCentralWidget(m_parts->layout);
    setMinimumSize(leastSize);
    setAcceptDrops(true);
    fillMenu();
    connectTransport();
    connectDocument();
    connectPanels();
    connectAppearance();
    m_parts->hintEnd->setObjectName(QStringLiteral("hintEnd"));
    m_parts->hintEnd->setSingleShot(true);
    m_parts->hintEnd->setInterval(hintStays);
    connect(m_parts->hintEnd, &QTimer::timeout, m_parts->scenario, &ScenarioPanel::hideHint);
    m_parts->actions->lockSeed->setChecked(true);
    resize(usualSize);
    const QSettings settings;
    restoreGeometry(settings.value(geometryKey).toByteArray());
    m_parts->layout->restoreState(settings.value(panelsKey).toByteArray());
    takeScenario();
    setPlaybackState({});
    m_parts->timeline->setFocus();
}

MainWindow::~MainWindow()
{
    // Widgets that are still there would tell parts that are not.
    disconnect(qApp, nullptr, this, nullptr);
    m_parts->document.disconnect();
    m_parts->document.undoStack()->disconnect();
    delete takeCentralWidget();
}

const Scenario &MainWindow::scenario() const { return m_parts->document.scenario(); }

void MainWindow::fitInto(const QSize &available)
{
    const int titleBar = style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, this);
    resize(size().boundedTo(available - QSize(0, titleBar)));
}

void MainWindow::fillMenu()
{
    WindowActions &a = *m_parts->actions;
    QMenu *menu = m_parts->menu;
    menu->addActions({a.open, a.save, a.saveAs});
    menu->addSeparator();
    menu->addActions({a.undo, a.redo});
    menu->addSeparator();
    QMenu *colors = menu->addMenu(tr("&Colours"));
    colors->addActions({a.themeSystem, a.themeLight, a.themeDark});
    menu->addActions({a.fullScreen, a.keys});
    menu->addSeparator();
    menu->addAction(a.quit);
    connect(a.open, &QAction::triggered, this, [this] {
        if (mayReplace())
            m_parts->files->askAndOpen();
    });
    connect(a.save, &QAction::triggered, m_parts->files, &DocumentFiles::save);
    connect(a.saveAs, &QAction::triggered, m_parts->files, &DocumentFiles::saveAs);
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
    connect(a.fullScreen, &QAction::triggered, this, [this](bool full) { full ? showFullScreen() : showNormal(); });
    connect(a.keys, &QAction::triggered, this, [this] { KeysDialog(*m_parts->actions, this).exec(); });
    connect(a.nextRegion, &QAction::triggered, this, [this] {
        focusNextRegion(
            {m_parts->transport, m_parts->scenario, m_parts->timeline, m_parts->inspector, m_parts->metrics});
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
    connect(a.toEnd, &QAction::triggered, this, &MainWindow::toEndRequested);
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
    connect(bar->gallery(), &GalleryButton::chosen, this, [this](const QString &name) {
        if (!mayReplace())
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
        if (m_parts->state.phase == PlaybackState::Phase::Ready)
            emit resetRequested(scenario);
        else
            emit scenarioChanged(scenario, m_parts->document.gesture());
    });
}

void MainWindow::connectPanels()
{
    TimelineView *timeline = m_parts->timeline;
    Inspector *inspector = m_parts->inspector;
    WindowLayout *layout = m_parts->layout;
    connect(timeline, &TimelineView::selectionChanged, this, [=](quint32 request, quint32 span) {
        inspector->setSelection(request, span);
        if (layout->isDrawer())
            layout->showInspector(request > 0);
    });
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

void MainWindow::explainFocus()
{
    const QWidget *now = QApplication::focusWidget();
    const bool explains = now && m_parts->layout->isAncestorOf(now) && now != m_parts->timeline;
    m_parts->status->setExplanation(explains ? explanationOf(now, m_parts->layout) : QString());
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

void MainWindow::begin()
{
    if (prefersReducedMotion() || !m_parts->document.file().isEmpty())
        return;
    m_parts->scenario->showHint(tr("Drag me, also while it runs"));
    emit runRequested();
}

void MainWindow::setScenarioList(const std::vector<ScenarioInfo> &list)
{
    m_parts->transport->gallery()->setList(list);
}

void MainWindow::openScenario(const Scenario &scenario, const QString &file)
{
    if (m_parts->hasScenario)
        m_parts->document.open(scenario, file);
    else
        m_parts->document.start(scenario, file);
    m_parts->hasScenario = true;
}

bool MainWindow::openFile(const QString &path)
{
    if (!m_parts->files->open(path))
        return false;
    if (!m_parts->hasScenario)
        m_parts->document.undoStack()->clear(); // There was nothing before it.
    m_parts->hasScenario = true;
    return true;
}

bool MainWindow::mayReplace()
{
    // A shipped scenario with edits comes back with Undo; a file of the user's own deserves the question.
    return m_parts->document.file().isEmpty() || m_parts->files->mayClose();
}

void MainWindow::setRun(const Run *run)
{
    m_parts->run = run;
    m_parts->timeline->setRun(run);
    m_parts->inspector->setRun(run);
    m_parts->metrics->setRun(run);
}

void MainWindow::runAdvanced() { m_parts->timeline->runAdvanced(); }

void MainWindow::showNumbers()
{
    m_parts->transport->setState(m_parts->state);
    m_parts->inspector->refresh(m_parts->state.phase);
    m_parts->metrics->refresh();
    m_parts->status->setState(m_parts->state, m_parts->run);
}

void MainWindow::setPlaybackState(const PlaybackState &state)
{
    const bool otherPhase = state.phase != m_parts->state.phase;
    m_parts->state = state;
    const bool ended = state.phase == PlaybackState::Phase::Ended;
    const bool runs = state.phase == PlaybackState::Phase::Running;
    m_parts->actions->run->setText(runs ? tr("Pause") : tr("Run"));
    m_parts->actions->step->setEnabled(!ended);
    m_parts->actions->toEnd->setEnabled(!ended);
    if (otherPhase && ended)
        m_parts->hintEnd->start();
    showNumbers();
}

void MainWindow::showProblem(const QString &sentence) { m_parts->problem->showProblem(sentence); }

void MainWindow::takeScenario()
{
    const ScenarioDocument &document = m_parts->document;
    const Scenario &scenario = document.scenario();
    m_parts->transport->gallery()->setCurrent(scenario.name, scenario.title, document.isDirty());
    m_parts->transport->setSeed(scenario.seed);
    setWindowTitle(tr("%1[*] – Asyncade").arg(scenario.title));
    setWindowFilePath(document.file());
    setWindowModified(document.isDirty());
}

void MainWindow::runOrPause()
{
    switch (m_parts->state.phase) {
    case PlaybackState::Phase::Running:
        emit pauseRequested();
        return;
    case PlaybackState::Phase::Ended:
        startAgain();
        break;
    case PlaybackState::Phase::Ready:
    case PlaybackState::Phase::Paused:
        break;
    }
    emit runRequested();
}

void MainWindow::startAgain()
{
    if (!m_parts->actions->lockSeed->isChecked())
        m_parts->document.drawSeed(drawnSeed());
    emit resetRequested(scenario());
}

void MainWindow::goBackToStart()
{
    // The edits of this run go with it; what the run began with stands there again, and Undo brings the edits back.
    if (m_parts->run && m_parts->state.phase != PlaybackState::Phase::Ready && m_parts->run->scenario() != scenario()) {
        m_parts->quiet = true;
        m_parts->document.replace(m_parts->run->scenario(), tr("Back to the start"));
        m_parts->quiet = false;
    }
    startAgain();
}

void MainWindow::changeSeed(quint64 seed)
{
    Scenario changed = scenario();
    changed.seed = seed;
    m_parts->document.replace(changed, tr("Seed %1 → %2").arg(scenario().seed).arg(seed));
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // Keys that nobody wanted belong to the timeline, wherever the focus is.
    if (m_parts->forwarding || m_parts->timeline->hasFocus())
        return QMainWindow::keyPressEvent(event);
    m_parts->forwarding = true;
    QApplication::sendEvent(m_parts->timeline, event);
    m_parts->forwarding = false;
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::StatusTip) {
        const QString tip = static_cast<QStatusTipEvent *>(event)->tip();
        if (!tip.isEmpty())
            m_parts->status->setNotice(tip);
        return true;
    }
    // Space presses the button that has the focus; without this the window's own Space would come first.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier &&
            qobject_cast<QAbstractButton *>(focusWidget()))
            key->accept();
    }
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_parts->files->mayClose())
        return event->ignore();
    QSettings settings;
    settings.setValue(geometryKey, saveGeometry());
    const QByteArray panels = m_parts->layout->saveState();
    if (!panels.isEmpty())
        settings.setValue(panelsKey, panels);
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString file = droppedFile(event->mimeData());
    if (file.isEmpty())
        return;
    event->acceptProposedAction();
    if (mayReplace())
        openFile(file);
}

QString MainWindow::droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    const QString file = urls.size() == 1 ? urls.first().toLocalFile() : QString();
    return file.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive) ? file : QString();
}

} // namespace playground
