// SPDX-License-Identifier: MIT
#pragma once

#include "engine/playback.h"
#include "view/main_window.h"

namespace playground {

/// Lets the window's wishes reach the playback, and the playback's facts the window.
inline void connectParts(MainWindow &window, Playback &playback)
{
    QObject::connect(&window, &MainWindow::resetRequested, &playback, &Playback::reset);
    QObject::connect(&window, &MainWindow::scenarioChanged, &playback, &Playback::change);
    QObject::connect(&window, &MainWindow::runRequested, &playback, &Playback::start);
    QObject::connect(&window, &MainWindow::pauseRequested, &playback, &Playback::pause);
    QObject::connect(&window, &MainWindow::stepRequested, &playback, &Playback::step);
    QObject::connect(&window, &MainWindow::stepBackRequested, &playback, &Playback::stepBack);
    QObject::connect(&window, &MainWindow::goToRequested, &playback, &Playback::goTo);
    QObject::connect(&window, &MainWindow::rewindRequested, &playback, &Playback::rewindTo);
    QObject::connect(&window, &MainWindow::toEndRequested, &playback, &Playback::toEnd);
    QObject::connect(&window, &MainWindow::speedChanged, &playback, &Playback::setSpeed);
    QObject::connect(&window, &MainWindow::recordRequested, &playback, &Playback::record);
    QObject::connect(&window, &MainWindow::recordingEndRequested, &playback, &Playback::endRecording);
    QObject::connect(&window, &MainWindow::inputMade, &playback, &Playback::input);
    QObject::connect(&window, &MainWindow::burstRequested, &playback, &Playback::burst);
    QObject::connect(&window, &MainWindow::generateRequested, &playback, &Playback::generate);
    QObject::connect(&playback, &Playback::recorded, &window, &MainWindow::takeRecording);
    QObject::connect(&window, &MainWindow::gestureEnded, &playback, &Playback::endGesture);
    QObject::connect(&window, &MainWindow::ghostsWanted, &playback, &Playback::setGhosts);
    QObject::connect(&playback, &Playback::ghostsChanged, &window, &MainWindow::setGhosts);
    QObject::connect(&playback, &Playback::ghostsAdvanced, &window, &MainWindow::ghostsAdvanced);
    QObject::connect(&playback, &Playback::runReplaced, &window, &MainWindow::setRun);
    QObject::connect(&playback, &Playback::stripsReplaced, &window, &MainWindow::setStrips);
    QObject::connect(&playback, &Playback::advanced, &window, &MainWindow::runAdvanced);
    QObject::connect(&playback, &Playback::stateChanged, &window, &MainWindow::setPlaybackState);
    QObject::connect(&playback, &Playback::scenarioShown, &window, &MainWindow::followScenario);
    QObject::connect(&playback, &Playback::problem, &window, &MainWindow::showProblem);
}

} // namespace playground
