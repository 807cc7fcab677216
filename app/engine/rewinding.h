// SPDX-License-Identifier: MIT
#pragma once

#include "model/run.h"

#include <memory>

class QThreadPool;

namespace playground {

/// A point of a recorded run: so many of its events have happened, and then it is that time.
struct RunInstant {
    qsizetype events = 0;
    qint64 now = 0;
};

/// Repeats a large recorded run up to an instant of its past, on a worker. Going away stops it.
class Rewinding {
public:
    /// Nothing may be appended to `recorded` while this lives.
    Rewinding(std::shared_ptr<const Run> recorded, const RunInstant &goal, QThreadPool &pool);
    ~Rewinding();
    Rewinding(const Rewinding &) = delete;
    Rewinding &operator=(const Rewinding &) = delete;

    /// Goes for another instant instead. False: that is behind what was repeated already, or that has been handed over; begin anew.
    bool setGoal(const RunInstant &goal);
    /// The instant that it goes for.
    RunInstant goal() const;
    /// The run as of that instant once it is there, else nullptr.
    std::shared_ptr<Run> take();

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared; ///< With the worker, so that nobody waits for it but for a piece.
};

/// Lets a run that is no longer needed go away on a worker when it is large.
void retire(std::shared_ptr<const Run> run, QThreadPool &pool);

} // namespace playground
