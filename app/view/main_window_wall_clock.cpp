// SPDX-License-Identifier: MIT
// Runs in real time: switching to them and back.
#include "view/main_window_parts.h"

#include "model/strips.h"

namespace playground {

void MainWindow::connectWallClock()
{
    WindowActions &a = *m_parts->actions;
    ScenarioDocument *document = &m_parts->document;
    connect(a.wallClock, &QAction::triggered, this, [this, &a](bool on) {
        emit wallClockWanted(on);
        a.wallClock->setChecked(m_parts->state.wallClock);
    });
    connect(document, &ScenarioDocument::stateChanged, this, [this, document] {
        const bool compares = stripCount(document->scenario()) > 1;
        m_parts->wallClock->setComparing(compares);
        if (!compares || !m_parts->state.wallClock)
            return;
        emit wallClockWanted(false);
        m_parts->status->setNotice(tr("The wall clock is off: it shows one run, and these are several"));
    });
    // Who wants to follow the run sees its present.
    connect(m_parts->timeline, &TimelineView::followingChanged, this, [this](bool follows) {
        if (follows && m_parts->state.wallClock && m_parts->state.rewound)
            emit toEndRequested();
    });
}

} // namespace playground
