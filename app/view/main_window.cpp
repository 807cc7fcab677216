// SPDX-License-Identifier: MIT
#include "view/main_window_parts.h"

#include "picture/theme.h"
#include "view/reduced_motion.h"

#include <QApplication>
#include <QCloseEvent>
#include <QRandomGenerator>
#include <QSettings>
#include <QStyle>

namespace playground {

namespace {

/// How long the first hint still stands when the first run is over.
constexpr int hintStays = 8000;
constexpr QSize usualSize(1280, 760), leastSize(960, 600);
const QString geometryKey = QStringLiteral("window/geometry"), panelsKey = QStringLiteral("window/panels");

} // namespace

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
    connectInput();
    connectAppearance();
    connectComparison();
    connectWallClock();
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

void MainWindow::begin()
{
    offerLostWork();
    if (prefersReducedMotion() || !m_parts->document.file().isEmpty())
        return;
    m_parts->scenario->showHint(tr("Drag me, also while it runs"));
    emit runRequested();
}

void MainWindow::setScenarioList(const std::vector<ScenarioInfo> &list)
{
    m_parts->transport->gallery()->setList(list);
    m_parts->comparison->setScenarioList(list);
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

void MainWindow::setRun(const Run *run)
{
    m_parts->run = run;
    m_parts->beside.clear(); // Those of the comparison before; who has new ones tells at once.
    showRuns();
}

void MainWindow::runAdvanced()
{
    m_parts->timeline->runAdvanced();
    m_parts->find->runAdvanced();
    m_parts->numbers->runAdvanced();
}

void MainWindow::showNumbers()
{
    m_parts->transport->setState(m_parts->state);
    m_parts->pad->showText(m_parts->run);
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
    m_parts->actions->run->setText(!runs ? tr("Run") : state.wallClock ? tr("Stop") : tr("Pause"));
    m_parts->actions->step->setEnabled(!ended && !state.wallClock);
    m_parts->actions->toEnd->setEnabled(state.wallClock ? state.rewound || state.seeking >= 0 : !ended);
    m_parts->actions->stepBack->setEnabled(state.phase != PlaybackState::Phase::Ready && !state.wallClock);
    m_parts->wallClock->show(state);
    m_parts->actions->record->setChecked(state.recording);
    showInput();
    if (otherPhase && ended)
        m_parts->hintEnd->start();
    showNumbers();
}

void MainWindow::followScenario(const Scenario &scenario)
{
    m_parts->quiet = true;
    m_parts->document.follow(scenario);
    m_parts->quiet = false;
}

void MainWindow::takeRecording(const Section &source)
{
    m_parts->quiet = true; // The run knows it.
    m_parts->document.recordTape(source, requestCount(m_parts->run->scenario()) == 0 && m_parts->run->now() == 0);
    m_parts->quiet = false;
}

void MainWindow::setGhosts(const Run *before, const Run *ahead)
{
    m_parts->ghosts = {before, ahead};
    m_parts->actions->keepGhost->setEnabled(before);
    ghostsAdvanced();
}

void MainWindow::ghostsAdvanced() { m_parts->timeline->setGhosts(m_parts->ghosts); }

void MainWindow::showProblem(const QString &sentence) { m_parts->problem->showProblem(sentence); }

void MainWindow::takeScenario()
{
    const ScenarioDocument &document = m_parts->document;
    const Scenario &scenario = document.scenario();
    m_parts->transport->gallery()->setCurrent(scenario.name, scenario.title, document.isDirty());
    m_parts->transport->setSeed(scenario.seed);
    showInput();
    // The title of a shipped scenario says what it was made to show, also when it shows something else now.
    const bool other = document.isDirty() && document.file().isEmpty() && scenario.title == document.saved().title;
    setWindowTitle((other ? tr("%1, changed[*] – Asyncade") : tr("%1[*] – Asyncade")).arg(scenario.title));
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
    takeOwnEditsBack();
    emit resetRequested(scenario());
}

void MainWindow::goBackToStart()
{
    // The edits of this run go with it; what the run began with stands there again, and Undo brings the edits back.
    const Scenario began = m_parts->run ? comparisonAsBegun() : scenario();
    const Scenario again = scenarioToBeginWith(began);
    if (m_parts->state.phase != PlaybackState::Phase::Ready && began != again) {
        m_parts->quiet = true;
        m_parts->document.follow(again);
        m_parts->document.replace(began, tr("Back to the start"));
        m_parts->quiet = false;
    }
    startAgain();
}

quint64 MainWindow::drawnSeed() { return QRandomGenerator::global()->bounded(1u, 10000u); }

void MainWindow::changeSeed(quint64 seed)
{
    Scenario changed = scenario();
    changed.seed = seed;
    m_parts->document.replace(changed, tr("Seed %1 → %2").arg(scenario().seed).arg(seed));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_parts->files->mayClose())
        return event->ignore();
    m_parts->unsaved->forget();
    QSettings settings;
    settings.setValue(geometryKey, saveGeometry());
    const QByteArray panels = m_parts->layout->saveState();
    if (!panels.isEmpty())
        settings.setValue(panelsKey, panels);
    QMainWindow::closeEvent(event);
}

} // namespace playground
