// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"
#include "model/trace.h"
#include "model/wake_ups.h"

#include <asyncade/observer.h>

#include <chrono>
#include <memory>
#include <vector>

class QThreadPool;

namespace playground {

/// One run of a scenario in real time: on the library's system clock, on the Qt event loop of a thread of its own, so that neither a
/// backlog of a million requests nor its unwinding blocks a window, and no window is in its figures. t = 0 is when its first request
/// may come. Needs a QCoreApplication.
class WallClockRun {
public:
    /// What happened since the last piece.
    struct Piece {
        Trace trace;
        WakeUps wakeUps;
        std::chrono::nanoseconds now{};              ///< The present: all before it has been told.
        std::vector<std::chrono::nanoseconds> edits; ///< When edit() was applied, once for each call.
        bool ended = false;
    };
    /// Whether the source is the scenario's, or is put in while it runs.
    enum class Source { Complete, Open };

    /// Starts at once. `pool`, which must outlive it, takes care of what is left when it goes.
    WallClockRun(const Scenario &scenario, QThreadPool &pool, Source source = Source::Complete);
    /// Stops it, waits for nobody.
    ~WallClockRun();
    WallClockRun(const WallClockRun &) = delete;
    WallClockRun &operator=(const WallClockRun &) = delete;

    /// What is new. Never waits for the run.
    Piece take();
    /// The same when the run has ended, or `most` later: for whoever has nothing else to do, and does not want to disturb the run.
    Piece waitAndTake(std::chrono::milliseconds most);
    /// Its time now; 0 as long as it has not begun.
    std::chrono::nanoseconds now() const;

    // What follows is done as soon as the run's thread comes to it, and nothing when it has ended.

    /// Changes *now* parameters at one instant. The values must be valid for their paths.
    void edit(const std::vector<Edit> &edits);
    /// These are the requests so far of a source that is put in; an open one may grow further.
    void growSource(const Section &source, Source state);
    /// Ends it, with reason *stopped*.
    void stop();

private:
    class Thread;
    std::shared_ptr<Thread> m_thread;
    QThreadPool &m_pool;
};

} // namespace playground
