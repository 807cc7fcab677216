// SPDX-License-Identifier: MIT
// New, open, save, and work that a crash has left behind.
#include "view/main_window_parts.h"

namespace playground {

void MainWindow::connectFiles()
{
    const WindowActions &a = *m_parts->actions;
    DocumentFiles *files = m_parts->files;
    connect(a.newScenario, &QAction::triggered, files, [files] {
        if (files->mayReplace())
            files->startNew();
    });
    connect(a.open, &QAction::triggered, files, [files] {
        if (files->mayReplace())
            files->askAndOpen();
    });
    connect(a.save, &QAction::triggered, files, &DocumentFiles::save);
    connect(a.saveAs, &QAction::triggered, files, &DocumentFiles::saveAs);
    connect(files, &DocumentFiles::recentChosen, this, [this, files](const QString &path) {
        if (files->mayReplace())
            openFile(path);
    });
}

void MainWindow::setCourse(const Scenario &course) { m_parts->document.setCourse(course); }

void MainWindow::offerLostWork()
{
    const auto lost = m_parts->unsaved->findLost();
    if (!lost)
        return;
    m_parts->problem->offer(tr("“%1” was not saved when the program ended last time.").arg(lost->scenario.title),
                            tr("R&estore"), tr("Disc&ard it"));
    connect(
        m_parts->problem, &ProblemBar::answered, this,
        [this, lost = *lost](bool accepted) {
            if (accepted && !m_parts->files->mayReplace())
                return offerLostWork();
            if (accepted)
                m_parts->document.restore(lost.scenario, lost.saved, lost.file);
            m_parts->unsaved->forgetLost();
            m_parts->unsaved->keep(); // What was restored must not be lost once more.
            offerLostWork();          // Another window may have been lost, too.
        },
        Qt::SingleShotConnection);
}

} // namespace playground
