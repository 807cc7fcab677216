// SPDX-License-Identifier: MIT
#pragma once

#include "engine/run_driver.h"
#include "model/run.h"

#include <memory>
#include <optional>

namespace playground {

/// The run of one strip of a comparison: a run of its own, with a clock of its own, that shows the instant which it is told.
/// It may know more than it shows: what lies ahead of the instant waits.
class StripRun {
public:
    /// Ready at t = 0. Workers come from `pool`, which must outlive it.
    StripRun(const Scenario &scenario, QThreadPool &pool);

    const Run &run() const { return *m_run; }
    /// The strip as the form shows it; has no influence on the run.
    void setCurrent(const Scenario &scenario) { m_run->setCurrent(scenario); }

    /// Where the work is done from now on: on a thread of the pool, or inside the calls below.
    void useWorker(bool worker);
    /// Works until everything up to this time is known, or the time is up.
    void fetchTo(std::chrono::nanoseconds time, const QDeadlineTimer &timeUp);
    /// Works until it is known when something happens next, or the time is up; then false.
    bool fetchNext(const QDeadlineTimer &timeUp);
    /// When something happens next behind what is shown, after fetchNext(); nothing: never.
    std::optional<std::chrono::nanoseconds> next() const;
    /// Up to where all is known; the largest time when that is all.
    std::chrono::nanoseconds known() const;
    /// Shows what is known up to this time.
    void show(std::chrono::nanoseconds time);
    /// Shows an instant of the past; all behind it stays known. Gives the run that showed more, or nullptr where nothing changes.
    std::unique_ptr<Run> goBackTo(std::chrono::nanoseconds time);
    /// The last time that it was told to show; negative before the first.
    std::chrono::nanoseconds shown() const { return m_shown; }
    bool ended() const { return m_run->ended(); }
    /// When it ends, once that is known.
    std::optional<std::chrono::nanoseconds> end() const;
    /// The last time before `time` at which something that is shown happened; nothing: there is none.
    std::optional<std::chrono::nanoseconds> before(std::chrono::nanoseconds time) const;
    /// The source is being recorded: `source` is what a run of it needs, `shown` what it made so far.
    void growSource(const Section &source, const Section &shown);

    /// Changes a number at edit.at, which must not lie before what is shown.
    void edit(const Edit &edit);

private:
    void take(const QDeadlineTimer &timeUp);
    void makeDriver();
    void forgetAhead();

    std::unique_ptr<Run> m_run;
    Scenario m_played; ///< As started, with the edits of this run.
    QThreadPool &m_pool;
    std::unique_ptr<RunDriver> m_driver;
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
