// SPDX-License-Identifier: MIT
#pragma once

#include "engine/runner.h"

#include <QDeadlineTimer>

namespace playground {

/// How far a run shall go: to a time, or to the end of the next instant at which something happens, but not beyond a time.
struct RunGoal {
    enum class Kind { Time, Step };
    Kind kind = Kind::Time;
    std::chrono::nanoseconds time{};

    static RunGoal at(std::chrono::nanoseconds time) { return {Kind::Time, time}; }
    static RunGoal end() { return {Kind::Time, std::chrono::nanoseconds::max()}; }
    static RunGoal step(std::chrono::nanoseconds limit = std::chrono::nanoseconds::max()) { return {Kind::Step, limit}; }
};

/// A piece of a run: what happened, up to when, and whether that was all.
struct RunBatch {
    Trace trace;
    std::chrono::nanoseconds now{};
    bool ended = false;
    bool goalReached = false;
};

/// Advances a run towards a goal in slices that end when their time is up.
class RunSlicer {
public:
    /// Makes a new run that first repeats, unseen, the `known` events that somebody has already: a run is a function of its scenario
    /// and its edits, so it comes to the same point again.
    RunSlicer(const Scenario &scenario, qint64 known) : m_runner(scenario), m_known(known) {}

    Runner &runner() { return m_runner; }
    /// Sets out for a new goal.
    void setGoal(const RunGoal &goal);
    /// Works towards the goal until it is reached, the time is up, or `most` new events are there. Gives what is new.
    RunBatch advance(const QDeadlineTimer &timeUp, qint64 most);

private:
    bool work(const QDeadlineTimer &timeUp, qint64 most);
    bool repeat(const QDeadlineTimer &timeUp);
    bool reached() const;

    Runner m_runner;
    qint64 m_known;          ///< Events to repeat; 0 when that is done.
    Trace m_surplus;         ///< What the last repeated thing brought beyond the known events.
    RunGoal m_goal;
    qint64 m_stepBegan = -1; ///< How many events there were when the step began.
};

} // namespace playground
