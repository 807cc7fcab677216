// SPDX-License-Identifier: MIT
#pragma once

#include "engine/course.h"
#include "engine/run_driver.h"
#include "engine/scout.h"
#include "model/run.h"

#include <memory>
#include <optional>

namespace playground {

/// The run of one strip of a comparison: a run of its own, with a clock of its own, that shows the instant which it is told.
/// It may know more than it shows: what lies ahead of the instant waits.
class StripRun {
public:
    /// What it is a function of, and what is known of it: from this it stands there again as it stood.
    struct Known {
        Course course;
        Trace trace;
        std::chrono::nanoseconds until{-1}; ///< All that happens up to then is known,
        bool all = false;                   ///< and whether that is all there is.

        /// It can be run again.
        void forgetTrace();
    };

    /// Ready at t = 0. Workers come from `pool`, which must outlive it.
    StripRun(const Scenario &scenario, QThreadPool &pool);
    /// The same with what is known already.
    StripRun(Known known, QThreadPool &pool);

    Known everything() const;
    const Course &course() const { return m_course; }
    const Run &run() const { return *m_run; }
    /// The run as far as it was ever shown: the same, unless an instant of the past is shown.
    std::shared_ptr<const Run> whole() const { return m_whole ? m_whole : m_run; }

    /// Where the work is done from now on: on a thread of the pool, or inside the calls below.
    void useWorker(bool worker);
    /// Works until everything up to this time is known, or the time is up.
    void fetchTo(std::chrono::nanoseconds time, const QDeadlineTimer &timeUp);
    /// Works until it is known when something happens next, or the time is up; then false.
    bool fetchNext(const QDeadlineTimer &timeUp);
    /// When something happens next behind what is shown, after fetchNext(); nothing: never.
    std::optional<std::chrono::nanoseconds> next() const;
    /// What that is, all of it, known or not; empty: nothing. For runs of moderate size.
    Trace nextInstant();
    /// Up to where all is known; the largest time when that is all.
    std::chrono::nanoseconds known() const;
    /// Shows what is known up to this time.
    void show(std::chrono::nanoseconds time);
    /// Shows an instant of the past; all behind it stays known. Gives the run that showed more, or nullptr where nothing changes.
    std::shared_ptr<Run> goBackTo(std::chrono::nanoseconds time);
    /// The last time that it was told to show; negative before the first.
    std::chrono::nanoseconds shown() const { return m_shown; }
    bool ended() const { return m_run->ended(); }
    /// When it ends, once that is known.
    std::optional<std::chrono::nanoseconds> end() const;
    /// The last time before `time` at which something that is shown happened; nothing: there is none.
    std::optional<std::chrono::nanoseconds> before(std::chrono::nanoseconds time) const;
    /// The source is being recorded: `source` is what a run of it needs, `shown` what it made so far.
    void growSource(const Section &source, const Section &shown);

    /// Makes these edits at `now`, which must not lie before what is shown; what comes after it stays. Their own times do not count.
    void edit(std::chrono::nanoseconds now, const std::vector<Edit> &edits);
    /// Takes another course behind what is shown: without the edits that lie there.
    void cutAfter(std::chrono::nanoseconds time);

private:
    void take(const QDeadlineTimer &timeUp);
    void makeDriver();
    void forgetAhead();
    void followCourse(std::chrono::nanoseconds time);

    Course m_course;
    std::shared_ptr<Run> m_run;
    std::shared_ptr<const Run> m_whole; ///< The run that showed more than this one; nullptr: there is none.
    std::optional<size_t> m_turns;      ///< Those of the course that this one shows.
    QThreadPool &m_pool;
    std::unique_ptr<RunDriver> m_driver;
    std::unique_ptr<Scout> m_scout; ///< Made anew when the run takes another course.
    bool m_onWorker = false;
    Trace m_ahead;              ///< Known, and
    qsizetype m_aheadShown = 0; ///< shown of it.
    std::chrono::nanoseconds m_shown{-1};
    std::chrono::nanoseconds m_known{-1};
    bool m_allKnown = false;
    std::optional<std::chrono::nanoseconds> m_goal; ///< The driver works towards that time.
    bool m_stepping = false; ///< The driver looks for the next instant.
};

} // namespace playground
