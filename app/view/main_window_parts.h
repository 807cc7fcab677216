// SPDX-License-Identifier: MIT
#pragma once

#include "model/run.h"
#include "picture/ghost_painter.h"
#include "view/appearance.h"
#include "view/comparison.h"
#include "view/document_files.h"
#include "view/find_bar.h"
#include "view/gallery_button.h"
#include "view/input_pad.h"
#include "view/inspector.h"
#include "view/main_window.h"
#include "view/metrics_bar.h"
#include "view/problem_bar.h"
#include "view/scenario_document.h"
#include "view/scenario_panel.h"
#include "view/status_line.h"
#include "view/timeline_find.h"
#include "view/timeline_numbers.h"
#include "view/timeline_pane.h"
#include "view/timeline_view.h"
#include "view/transport_bar.h"
#include "view/unsaved_work.h"
#include "view/wall_clock_controls.h"
#include "view/window_actions.h"
#include "view/window_layout.h"

#include <QMenu>
#include <QTimer>

namespace playground {

/// What the window is made of.
class MainWindow::Parts {
public:
    explicit Parts(MainWindow *window)
        : appearance(window)
        , document(window)
        , actions(new WindowActions(window))
        , menu(new QMenu(window))
        , files(new DocumentFiles(&document, window))
        , unsaved(new UnsavedWork(&document, window))
        , transport(new TransportBar(actions, menu))
        , problem(new ProblemBar)
        , scenario(new ScenarioPanel(&document))
        , pad(new InputPad(actions))
        , timeline(new TimelineView)
        , findBar(new FindBar)
        , inspector(new Inspector)
        , metrics(new MetricsBar)
        , status(new StatusLine)
        , layout(new WindowLayout({transport, problem, scenario, new TimelinePane(pad, findBar, timeline, problem), inspector, metrics, status}))
        , find(new TimelineFind(findBar, timeline, window))
        , numbers(new TimelineNumbers(inspector->numbers(), timeline, find, window))
        , comparison(new Comparison(&document, window))
        , wallClock(new WallClockControls(actions, window))
        , hintEnd(new QTimer(window))
    {
    }

    Appearance appearance;
    ScenarioDocument document;
    WindowActions *actions;
    QMenu *menu;
    DocumentFiles *files;
    UnsavedWork *unsaved;
    TransportBar *transport;
    ProblemBar *problem;
    ScenarioPanel *scenario;
    InputPad *pad;
    TimelineView *timeline;
    FindBar *findBar;
    Inspector *inspector;
    MetricsBar *metrics;
    StatusLine *status;
    WindowLayout *layout;
    TimelineFind *find;
    TimelineNumbers *numbers;
    Comparison *comparison;
    WallClockControls *wallClock;
    QTimer *hintEnd; // Runs from the end of the first run.
    const Run *run = nullptr;          // A, or the only one.
    std::vector<const Run *> beside;   // The other strips.
    PlaybackState state;
    Ghosts ghosts;
    std::vector<Ghosts> ghostsBeside; // B first.
    bool hasScenario = false; // The first one has been opened.
    bool quiet = false;       // The document changes, but nobody needs to be told.
    bool forwarding = false;  // A key is on its way to the timeline.
};

} // namespace playground
