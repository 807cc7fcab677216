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
    /// The comparison was edited at `now`, which must not lie before what is shown: numbers of strips that are under way change
    /// there; a strip that cannot take the change, or had ended and got another pattern or other policies, begins anew and has to
    /// catch up. It begins with source and server of `played`: A's scenario as started, with the edits of this run so far. True:
    /// other runs than before stand there; the old ones live until forgetOld().
    bool change(const Scenario &scenario, const Scenario &played, std::chrono::nanoseconds now);
    /// All strips begin anew, as if they had been there since t = 0; see change().
    void replay(const Scenario &scenario, const Scenario &played);
    void forgetOld();

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

private:
    std::unique_ptr<StripRun> begin(const Scenario &strip, const Scenario &played);
    void useWorkers(bool worker);

    QThreadPool m_pool;
    std::vector<std::unique_ptr<StripRun>> m_strips, m_old;
    std::vector<std::unique_ptr<Run>> m_oldRuns;
    bool m_large = false;
};

} // namespace playground
