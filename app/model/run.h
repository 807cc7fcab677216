// SPDX-License-Identifier: MIT
#pragma once

#include "model/metrics.h"
#include "model/scenario.h"
#include "model/timeline.h"
#include "model/trace.h"
#include "model/wake_ups.h"

namespace playground {

/// What makes the time of a run pass.
enum class RunClock : quint8 {
    Virtual, ///< Jumps from one thing to the next: the same scenario gives the same run.
    System   ///< Real time: how late each timer comes is different each time.
};

/// Everything known of one run: the scenario as started, its trace so far, and what follows from the trace. Facts, no
/// colours. Append-only: whoever draws keeps its own position and catches up.
class Run {
public:
    /// What is kept beside the trace and the metrics. `NumbersOnly`: no timeline, which takes more memory than the trace.
    enum class Keeps { Everything, NumbersOnly };

    explicit Run(Scenario scenario, RunClock clock = RunClock::Virtual, Keeps keeps = Keeps::Everything);

    const Scenario &scenario() const { return m_scenario; }
    /// The scenario with the edits of this run so far: what the form shows and the metrics of limits refer to.
    const Scenario &current() const { return m_current; }
    const Trace &trace() const { return m_trace; }
    /// Empty when only numbers are kept.
    const Timeline &timeline() const { return m_timeline; }
    const Metrics &metrics() const { return m_metrics; }
    /// How far the run has come.
    qint64 now() const { return m_now; }
    bool ended() const { return m_ended; }
    RunClock clock() const { return m_clock; }
    bool isReproducible() const { return m_clock == RunClock::Virtual; }
    /// How late its timers came: none on the virtual clock.
    const WakeUps &wakeUps() const { return m_wakeUps; }
    /// For when the end of a span was planned, where a timer brought it about that began before; else nothing.
    std::optional<qint64> plannedEnd(const Span &span) const;

    /// Takes a batch of new records and moves the present to `now`.
    void append(const Trace &batch, qint64 now);
    /// The same of a run on the system clock, whose timers came as `wakeUps` says.
    void append(const Trace &batch, const WakeUps &wakeUps, qint64 now);
    /// Repeats what another run of the same scenario has recorded, up to so many of its events, and moves the present to `now`.
    /// What stands here then is what stood there when that had happened.
    void repeat(const Run &recorded, qsizetype events, qint64 now);
    void setCurrent(const Scenario &scenario) { m_current = scenario; }
    /// The source has grown: it is being recorded. What it made so far must stay as it is.
    void growSource(const Section &source);

private:
    Scenario m_scenario, m_current;
    Trace m_trace;
    Timeline m_timeline;
    Metrics m_metrics;
    WakeUps m_wakeUps;
    RunClock m_clock;
    qint64 m_now = 0;
    bool m_ended = false;
    bool m_keepsTimeline;
};

/// How a live run stands; the transport and the status bar show it.
struct PlaybackState {
    enum class Phase { Ready, Running, Paused, Ended };
    Phase phase = Phase::Ready;
    qint64 now = 0;       ///< Virtual ns of the instant that is shown.
    qint64 recorded = 0;  ///< Virtual ns up to which the run is recorded: later than `now` when an instant of the past is shown.
    bool rewound = false; ///< An instant of the past is shown: the record goes on behind it.
    /// The past instant that will be shown as soon as it is found; a large run takes a moment. -1: none.
    qint64 seeking = -1;
    double speed = 0.5;   ///< 0.01 … 100; infinity = Max.
    double realSpeed = 0; ///< What was reached lately; 0 = not running.
    double eventsPerSecond = 0;
    double frameMs = 0; ///< Time the last slice took.
    /// In real time, which nobody can halt, slow down or repeat: there is no pause, step, speed or ghost.
    bool wallClock = false;
    bool recording = false; ///< What is put in becomes the source; the speed is at most 1.
    QString next;           ///< The next instant in words: "at 1.101 s: #4 starts try 2".
    friend bool operator==(const PlaybackState &, const PlaybackState &) = default;
};

} // namespace playground
