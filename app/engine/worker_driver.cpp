// SPDX-License-Identifier: MIT
#include "engine/run_driver.h"

#include <QFuture>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <limits>
#include <mutex>

namespace playground {

namespace {

/// So many events a batch: short enough to be taken in within a frame.
constexpr qint64 batchSize = 8192;
/// So many batches lie ready; then the worker waits until one is taken.
constexpr size_t mostBatches = 16;
constexpr int sliceMs = 4;

/// What the worker and its driver share; whoever goes last takes it along.
class Handover {
public:
    void setGoal(const RunGoal &goal)
    {
        const std::scoped_lock lock(m_mutex);
        m_goal = goal;
        ++m_goalNumber;
        m_changed.notify_all();
    }

    void cancel()
    {
        const std::scoped_lock lock(m_mutex);
        m_cancelled = true;
        m_changed.notify_all();
    }

    /// The next batch, if there is one. It has reached the goal only if that is still the goal.
    std::optional<RunBatch> take()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_batches.empty())
            return std::nullopt;
        RunBatch batch = std::move(m_batches.front().batch);
        batch.goalReached = batch.goalReached && m_batches.front().goalNumber == m_goalNumber;
        m_batches.pop_front();
        m_changed.notify_all();
        return batch;
    }

    /// For the worker: leaves a batch on the way to the goal with that number.
    void put(RunBatch batch, int goalNumber)
    {
        const std::scoped_lock lock(m_mutex);
        m_batches.push_back({std::move(batch), goalNumber});
    }

    /// For the worker: waits until there is room for a batch and something to do, a goal with another number or, if `underWay`, the
    /// one that it has. False: it is no longer needed.
    bool waitForWork(bool underWay, int &goalNumber, RunGoal &goal)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_cancelled || ((underWay || goalNumber != m_goalNumber) && m_batches.size() < mostBatches); });
        goalNumber = m_goalNumber;
        goal = m_goal;
        return !m_cancelled;
    }

    /// For the worker: waits until there is room for a batch. False: it is no longer needed.
    bool waitForRoom()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_cancelled || m_batches.size() < mostBatches; });
        return !m_cancelled;
    }

private:
    struct Numbered {
        RunBatch batch;
        int goalNumber;
    };

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Numbered> m_batches;
    RunGoal m_goal;
    int m_goalNumber = 0; ///< 0: there has been none.
    bool m_cancelled = false;
};

/// Leaves a batch in pieces that can be taken in within a frame: a single thing of a run may bring millions of events.
void putInPieces(Handover &handover, RunBatch batch, int goalNumber)
{
    const qint64 size = batch.trace.size();
    if (size < 2 * batchSize) {
        handover.put(std::move(batch), goalNumber);
        return;
    }
    for (qint64 first = 0; first < size; first += batchSize) {
        RunBatch piece{.trace = batch.trace.piece(first, std::min(batchSize, size - first)), .now = batch.now};
        const bool last = first + batchSize >= size;
        if (!last)
            piece.now = std::chrono::nanoseconds(piece.trace.records().back().t);
        piece.ended = last && batch.ended;
        piece.goalReached = last && batch.goalReached;
        if (!handover.waitForRoom())
            return;
        handover.put(std::move(piece), goalNumber);
    }
}

void work(Handover &handover, const Scenario &scenario, qint64 known)
{
    RunSlicer slicer(scenario, known);
    bool underWay = false;
    int goalNumber = 0;
    int lastNumber = 0;
    RunGoal goal;
    while (handover.waitForWork(underWay, goalNumber, goal)) {
        if (goalNumber != lastNumber)
            slicer.setGoal(goal);
        lastNumber = goalNumber;
        RunBatch batch = slicer.advance(QDeadlineTimer(sliceMs), batchSize);
        underWay = !batch.goalReached;
        putInPieces(handover, std::move(batch), goalNumber);
    }
}

class WorkerDriver final : public RunDriver {
public:
    WorkerDriver(const Scenario &scenario, qint64 known, QThreadPool &pool) : m_handover(std::make_shared<Handover>())
    {
        // The worker keeps all that it needs, so nobody has to wait for it.
        m_worker = QtConcurrent::run(&pool, [handover = m_handover, scenario, known] { work(*handover, scenario, known); });
    }
    ~WorkerDriver() override { m_handover->cancel(); }

    void setGoal(const RunGoal &goal) override { m_handover->setGoal(goal); }
    bool edit(const Edit &) override { return false; }

    RunBatch take(const QDeadlineTimer &) override
    {
        if (std::optional<RunBatch> batch = m_handover->take()) {
            m_now = batch->now;
            m_ended = batch->ended;
            return std::move(*batch);
        }
        return {.trace = {}, .now = m_now, .ended = m_ended};
    }

private:
    std::shared_ptr<Handover> m_handover;
    QFuture<void> m_worker;
    std::chrono::nanoseconds m_now{}; ///< Of the last batch.
    bool m_ended = false;
};

} // namespace

std::unique_ptr<RunDriver> makeWorkerDriver(const Scenario &scenario, qint64 known, QThreadPool &pool)
{
    return std::make_unique<WorkerDriver>(scenario, known, pool);
}

} // namespace playground
