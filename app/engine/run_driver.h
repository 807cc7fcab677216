// SPDX-License-Identifier: MIT
#pragma once

#include "engine/run_slicer.h"

#include <QJsonValue>
#include <QString>

#include <chrono>
#include <memory>

class QThreadPool;

namespace playground {

/// Larger runs go on a worker: their beginning and their end alone would take longer than the window may wait.
inline constexpr qint64 mostRequestsHere = 1000;

/// Advances one run for the window, which must never wait for it.
class RunDriver {
public:
    virtual ~RunDriver() = default;
    virtual void setGoal(const RunGoal &goal) = 0;
    /// Changes a number at the present instant. False: this driver is ahead of what was taken from it, so that a new one, with
    /// the edit in its scenario, has to replace it.
    virtual bool edit(const Edit &edit) = 0;
    /// The next piece of what has happened since the last call; without events when there is none before the time is up.
    virtual RunBatch take(const QDeadlineTimer &timeUp) = 0;
};

/// Runs on the caller's thread, inside take().
std::unique_ptr<RunDriver> makeLocalDriver(const Scenario &scenario, qint64 known);
/// Runs on a thread of the pool, ahead of take(). Can be destroyed at any time without waiting; the pool must outlive it.
std::unique_ptr<RunDriver> makeWorkerDriver(const Scenario &scenario, qint64 known, QThreadPool &pool);

} // namespace playground
