// SPDX-License-Identifier: MIT
// The strips of a comparison: which runs are shown, and whose the panels are.
#include "view/main_window_parts.h"

#include "model/change.h"
#include "model/edits.h"
#include "model/strips.h"

#include <algorithm>

namespace playground {

void MainWindow::connectComparison()
{
    WindowActions &a = *m_parts->actions;
    Comparison *comparison = m_parts->comparison;
    ScenarioDocument *document = &m_parts->document;
    TimelineView *timeline = m_parts->timeline;
    connect(a.compare, &QAction::triggered, this, &MainWindow::openCompareMenu);
    a.keepGhost->setEnabled(false); // Until there is one.
    connect(a.keepGhost, &QAction::triggered, this, &MainWindow::keepGhost);
    connect(a.nextStrip, &QAction::triggered, comparison, [comparison] { comparison->chooseBeside(1); });
    connect(a.previousStrip, &QAction::triggered, comparison, [comparison] { comparison->chooseBeside(-1); });
    connect(a.renameStrip, &QAction::triggered, this, [=] { timeline->editStripName(document->chosenStrip()); });
    connect(a.makeBaseline, &QAction::triggered, this, [=] { comparison->makeBaseline(document->chosenStrip()); });
    connect(a.removeStrip, &QAction::triggered, this, [=] { comparison->remove(document->chosenStrip()); });
    connect(comparison, &Comparison::problem, this, &MainWindow::showProblem);
    connect(comparison, &Comparison::renameRequested, timeline, &TimelineView::editStripName);
    connect(timeline, &TimelineView::stripChosen, document, &ScenarioDocument::chooseStrip);
    connect(m_parts->inspector, &Inspector::stripChosen, document, &ScenarioDocument::chooseStrip);
    connect(timeline, &TimelineView::stripRenamed, comparison, &Comparison::rename);
    connect(timeline, &TimelineView::stripMenuRequested, comparison, &Comparison::openStripMenu);
    connect(document, &ScenarioDocument::stripChosen, this, &MainWindow::showChosenStrip);
    const auto enable = [this, &a] {
        const qsizetype strip = m_parts->document.chosenStrip();
        const bool compares = stripCount(m_parts->document.scenario()) > 1;
        a.compare->setChecked(compares);
        for (QAction *action : {a.nextStrip, a.previousStrip, a.removeStrip})
            action->setEnabled(compares);
        for (QAction *action : {a.renameStrip, a.makeBaseline})
            action->setEnabled(compares && strip > 0);
    };
    a.compare->setCheckable(true);
    connect(document, &ScenarioDocument::stateChanged, this, enable);
    connect(document, &ScenarioDocument::stripChosen, this, enable);
    enable();
}

/// Below the button that stands for it, also when a key has asked for it.
void MainWindow::openCompareMenu()
{
    m_parts->actions->compare->setChecked(stripCount(scenario()) > 1); // Only the strips themselves check it.
    m_parts->comparison->openMenu(m_parts->transport->belowCompare());
}

/// The run before the last change becomes a strip, as far as strips can differ from each other.
void MainWindow::keepGhost()
{
    const Run *before = m_parts->ghosts.before;
    if (!before)
        return;
    const Scenario &kept = before->current(), &now = scenario();
    if (kept.source != now.source || kept.backend != now.backend || kept.seed != now.seed)
        return showProblem(tr("The run before had another source, backend or seed, and strips share all three. Undo brings it back, and what you "
                              "changed can be compared as a pattern or policy only."));
    m_parts->comparison->add(kept, tr("Before"));
}

void MainWindow::setStrips(const std::vector<const Run *> &runs)
{
    m_parts->beside = runs;
    showRuns();
}

void MainWindow::setGhostsBeside(const std::vector<const Run *> &before, const std::vector<const Run *> &ahead)
{
    m_parts->ghostsBeside.assign(std::max(before.size(), ahead.size()), {});
    for (size_t i = 0; i < before.size(); ++i)
        m_parts->ghostsBeside[i].before = before[i];
    for (size_t i = 0; i < ahead.size(); ++i)
        m_parts->ghostsBeside[i].ahead = ahead[i];
    m_parts->timeline->setGhostsBeside(m_parts->ghostsBeside);
}

const Run *MainWindow::chosenRun() const
{
    const qsizetype strip = m_parts->document.chosenStrip();
    return strip > 0 && strip <= qsizetype(m_parts->beside.size()) ? m_parts->beside[size_t(strip - 1)] : m_parts->run;
}

/// A, or the only one, and those beside it.
std::vector<const Run *> MainWindow::shownRuns() const
{
    std::vector<const Run *> runs;
    if (m_parts->run)
        runs.push_back(m_parts->run);
    for (const Run *beside : m_parts->beside)
        runs.push_back(beside);
    return runs;
}

void MainWindow::showRuns()
{
    m_parts->timeline->setRuns(shownRuns());
    showChosenStrip();
}

/// The panels are about the chosen strip.
void MainWindow::showChosenStrip()
{
    m_parts->timeline->chooseStrip(m_parts->document.chosenStrip());
    const Run *run = chosenRun();
    m_parts->find->setRun(run);
    m_parts->numbers->setRun(run);
    m_parts->inspector->setStrips(shownRuns(), size_t(m_parts->document.chosenStrip()));
    m_parts->inspector->setRun(run);
    m_parts->metrics->setRun(run);
    const bool compares = !m_parts->beside.empty();
    m_parts->metrics->setStrip(compares ? QString(stripLetter(m_parts->document.chosenStrip())) : QString(),
                               compares && run != m_parts->run ? m_parts->run : nullptr);
}

/// The scenario that the runs began with: without the edits that were made since.
Scenario MainWindow::comparisonAsBegun() const
{
    Scenario began = m_parts->run->scenario();
    began.compare = scenario().compare;
    if (m_parts->beside.size() + 1 != size_t(stripCount(scenario())))
        return began;
    for (size_t strip = 1; strip <= m_parts->beside.size(); ++strip) {
        const Scenario own = m_parts->beside[strip - 1]->scenario();
        const ScenarioOrProblem now = playground::strip(began, qsizetype(strip) - 1);
        const auto *inherits = std::get_if<Scenario>(&now);
        if (inherits && inherits->pattern == own.pattern && inherits->policies == own.policies)
            continue;
        const ScenarioOrProblem changed = withStrip(began, qsizetype(strip), own);
        if (const auto *after = std::get_if<Scenario>(&changed))
            began = Scenario(*after);
    }
    return began;
}

void MainWindow::takeOwnEditsBack()
{
    if (m_parts->run)
        followScenario(scenarioToBeginWith(comparisonAsBegun()));
}

/// What the form shows, but without what the edits that the scenario came with have made of it: they come again with each run.
Scenario MainWindow::scenarioToBeginWith(const Scenario &began) const
{
    Scenario shown = began;
    for (const Edit &edit : began.edits) {
        if (edit.at.count() <= m_parts->state.now)
            shown = withEdit(shown, edit).value_or(shown);
    }
    return withChange(began, shown, scenario());
}

} // namespace playground
