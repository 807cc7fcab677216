// SPDX-License-Identifier: MIT
#pragma once

#include "engine/playback.h"
#include "view/main_window.h"

namespace playground {

/// Lets the window's wishes reach the playback, and the playback's facts the window. `AnyPlayback`: Playback, or what is like it.
template <typename AnyPlayback>
void connectParts(MainWindow &window, AnyPlayback &playback)
{
    QObject::connect(&window, &MainWindow::resetRequested, &playback, &AnyPlayback::reset);
    QObject::connect(&window, &MainWindow::scenarioChanged, &playback, &AnyPlayback::change);
    QObject::connect(&window, &MainWindow::runRequested, &playback, &AnyPlayback::start);
    QObject::connect(&window, &MainWindow::pauseRequested, &playback, &AnyPlayback::pause);
    QObject::connect(&window, &MainWindow::stepRequested, &playback, &AnyPlayback::step);
    QObject::connect(&window, &MainWindow::stepBackRequested, &playback, &AnyPlayback::stepBack);
    QObject::connect(&window, &MainWindow::goToRequested, &playback, &AnyPlayback::goTo);
    QObject::connect(&window, &MainWindow::rewindRequested, &playback, &AnyPlayback::rewindTo);
    QObject::connect(&window, &MainWindow::toEndRequested, &playback, &AnyPlayback::toEnd);
    QObject::connect(&window, &MainWindow::speedChanged, &playback, &AnyPlayback::setSpeed);
    QObject::connect(&window, &MainWindow::recordRequested, &playback, &AnyPlayback::record);
    QObject::connect(&window, &MainWindow::recordingEndRequested, &playback, &AnyPlayback::endRecording);
    QObject::connect(&window, &MainWindow::inputMade, &playback, &AnyPlayback::input);
    QObject::connect(&window, &MainWindow::burstRequested, &playback, &AnyPlayback::burst);
    QObject::connect(&window, &MainWindow::generateRequested, &playback, &AnyPlayback::generate);
    QObject::connect(&playback, &AnyPlayback::recorded, &window, &MainWindow::takeRecording);
    QObject::connect(&window, &MainWindow::gestureEnded, &playback, &AnyPlayback::endGesture);
    QObject::connect(&window, &MainWindow::ghostsWanted, &playback, &AnyPlayback::setGhosts);
    QObject::connect(&playback, &AnyPlayback::ghostsChanged, &window, &MainWindow::setGhosts);
    QObject::connect(&playback, &AnyPlayback::ghostsBesideChanged, &window, &MainWindow::setGhostsBeside);
    QObject::connect(&playback, &AnyPlayback::ghostsAdvanced, &window, &MainWindow::ghostsAdvanced);
    QObject::connect(&playback, &AnyPlayback::runReplaced, &window, &MainWindow::setRun);
    QObject::connect(&playback, &AnyPlayback::stripsReplaced, &window, &MainWindow::setStrips);
    QObject::connect(&playback, &AnyPlayback::advanced, &window, &MainWindow::runAdvanced);
    QObject::connect(&playback, &AnyPlayback::stateChanged, &window, &MainWindow::setPlaybackState);
    QObject::connect(&playback, &AnyPlayback::courseChanged, &window, &MainWindow::setCourse);
    QObject::connect(&playback, &AnyPlayback::scenarioShown, &window, &MainWindow::followScenario);
    QObject::connect(&playback, &AnyPlayback::problem, &window, &MainWindow::showProblem);
}

/// Neither reaches the other any more.
template <typename AnyPlayback>
void disconnectParts(MainWindow &window, AnyPlayback &playback)
{
    QObject::disconnect(&window, nullptr, &playback, nullptr);
    QObject::disconnect(&playback, nullptr, &window, nullptr);
}

} // namespace playground
