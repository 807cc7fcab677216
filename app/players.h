// SPDX-License-Identifier: MIT
#pragma once

#include "connect_parts.h"
#include "engine/wall_clock_playback.h"

#include <QObject>

namespace playground {

/// The two that can play what the window shows: on the virtual clock, and in real time. One of them does; the other stands still.
class Players {
public:
    /// The virtual clock plays. The window must go first.
    void connectTo(MainWindow &window)
    {
        m_window = &window;
        connectParts(window, m_playback);
        QObject::connect(&window, &MainWindow::wallClockWanted, &window, [this](bool wanted) { useWallClock(wanted); });
    }

    Playback &playback() { return m_playback; }
    WallClockPlayback &wallClockPlayback() { return m_wallClock; }

private:
    void useWallClock(bool wanted)
    {
        if (wanted == m_usesWallClock)
            return;
        m_usesWallClock = wanted;
        if (wanted)
            hand(m_playback, m_wallClock);
        else
            hand(m_wallClock, m_playback);
    }

    /// Each begins anew with the scenario as the window has it: what the other has begun it cannot go on with.
    template <typename From, typename To>
    void hand(From &from, To &to)
    {
        from.endRecording();
        disconnectParts(*m_window, from);
        connectParts(*m_window, to);
        m_window->setGhosts(nullptr, nullptr);
        m_window->setGhostsBeside({}, {});
        m_window->takeOwnEditsBack();
        to.reset(m_window->scenario());
        from.reset(Scenario());
    }

    Playback m_playback;
    WallClockPlayback m_wallClock;
    MainWindow *m_window = nullptr;
    bool m_usesWallClock = false;
};

} // namespace playground
