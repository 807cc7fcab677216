// SPDX-License-Identifier: MIT
#pragma once

#include "engine/strip_run.h"

#include <QThreadPool>

#include <vector>

namespace playground {

/// The runs of the strips beside the scenario itself (B, C, D): all show the same instant, or their end where that comes before.
class StripRuns {
public:
    StripRuns();

    /// Begins anew at t = 0 with the strips of this comparison. Runs that were there live until forgetOld().
    void reset(const Scenario &scenario);
    /// What a change of the comparison is for the strips: nothing; numbers of runs under way; or some begin anew, come or go, while
    /// the others take it as well.
    enum class Change { None, Numbers, Runs };
    Change look(const Scenario &scenario, std::chrono::nanoseconds now) const;
    /// The comparison was edited at `now`, which is what is shown, or negative before the start: numbers of strips that are under way
    /// change there; a strip that cannot take the change, or had ended and got another pattern or other policies, begins anew and has
    /// to catch up. It begins with source and server of `played`: A's scenario as started, with all edits so far. True: other runs
    /// than before stand there; the old ones live until forgetOld().
    bool change(const Scenario &scenario, const Scenario &played, std::chrono::nanoseconds now);
    /// All take another course behind that instant, which is what is shown: without the edits that lie there.
    void cutAfter(std::chrono::nanoseconds time);
    void forgetOld();

    /// From these the strips stand there again as they stood; see bringBack().
    std::vector<StripRun::Known> everything() const;
    /// Others stand there: shown is nothing yet. The old ones live until forgetOld().
    void bringBack(std::vector<StripRun::Known> strips);
    /// Whether the strips of this comparison would make the runs that these make.
    bool playAlike(const Scenario &scenario) const;
    /// Each strip as it had become at that instant.
    std::vector<Scenario> currentAt(std::chrono::nanoseconds time) const;
    /// How often each had become another one until then.
    std::vector<size_t> turnsUntil(std::chrono::nanoseconds time) const;
    /// The runs as far as they were ever shown.
    std::vector<std::shared_ptr<const Run>> wholes() const;

    const Course &course(size_t strip) const { return m_strips[strip]->course(); }
    /// B, C, …; in their order.
    std::vector<const Run *> runs() const;
    bool empty() const { return m_strips.empty(); }
    bool ended() const;
    /// Whether all of them are known to end not later than this.
    bool endBy(std::chrono::nanoseconds time) const;
    /// The last time before `time` at which something that is shown happened; nothing: there is none.
    std::optional<std::chrono::nanoseconds> before(std::chrono::nanoseconds time) const;
    /// See StripRun.
    void growSource(const Section &source, const Section &shown);
    /// Whether all of them show this time, or their end.
    bool show(std::chrono::nanoseconds time) const;
    /// Shows an instant of the past, as far as it is known. True: other runs than before stand there.
    bool goBackTo(std::chrono::nanoseconds time);
    /// The latest of their presents; 0 when there are none.
    std::chrono::nanoseconds now() const;

    /// Works for at most this long on showing `time`; true when all show it. `worker`: small ones go on a worker, too.
    bool workTo(std::chrono::nanoseconds time, bool worker, std::chrono::nanoseconds slice);
    /// Works for at most this long on knowing when something happens next in one of them; true when that is known.
    bool findNext(bool worker, std::chrono::nanoseconds slice);
    /// When that is; nothing: never.
    std::optional<std::chrono::nanoseconds> next() const;
    /// What happens next in each of them, see StripRun.
    std::vector<Trace> nextInstants() const;

private:
    /// Whose run each strip of a changed comparison takes over, by the numbers before and after; nothing: it begins anew.
    std::vector<std::optional<size_t>> plan(const std::vector<Scenario> &variants, std::chrono::nanoseconds now) const;
    std::unique_ptr<StripRun> begin(const Scenario &strip, const Scenario &played);
    void useWorkers(bool worker);

    QThreadPool m_pool;
    std::vector<std::unique_ptr<StripRun>> m_strips, m_old;
    std::vector<std::shared_ptr<Run>> m_oldRuns;
    bool m_large = false;
};

} // namespace playground
