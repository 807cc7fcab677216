// SPDX-License-Identifier: MIT
#include "engine/rewinding.h"

#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <utility>

namespace playground {

namespace {

/// So many events at once: whoever wants to set another goal waits for one such piece at most.
constexpr qsizetype pieceSize = 8192;
/// Taking down fewer events than these is done in no time.
constexpr qsizetype largeRun = 100'000;

} // namespace

/// What the worker and its owner share.
struct Rewinding::Shared {
    std::mutex mutex;
    std::atomic_int waiting = 0; ///< The owner wants the mutex: it goes first.
    std::shared_ptr<const Run> recorded;
    std::shared_ptr<Run> run;
    RunInstant goal;
    bool there = false;
    bool cancelled = false;

    /// For the owner.
    std::unique_lock<std::mutex> lock()
    {
        ++waiting;
        std::unique_lock held(mutex);
        --waiting;
        return held;
    }

    /// Repeats the next piece. False: nothing is left to do.
    bool advance()
    {
        while (waiting > 0)
            std::this_thread::yield();
        const std::scoped_lock lock(mutex);
        if (cancelled || there)
            return false;
        const qsizetype next = std::min(goal.events, run->trace().size() + pieceSize);
        there = next == goal.events;
        const auto &records = recorded->trace().records();
        run->repeat(*recorded, next, there ? goal.now : next > 0 ? records[size_t(next - 1)].t : 0);
        return !there;
    }
};

Rewinding::Rewinding(std::shared_ptr<const Run> recorded, const RunInstant &goal, QThreadPool &pool)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->run = std::make_shared<Run>(recorded->scenario());
    m_shared->recorded = std::move(recorded);
    m_shared->goal = goal;
    pool.start([shared = m_shared] {
        while (shared->advance()) {
        }
    });
}

Rewinding::~Rewinding()
{
    const auto lock = m_shared->lock();
    m_shared->cancelled = true;
    m_shared->recorded.reset();
}

bool Rewinding::setGoal(const RunInstant &goal)
{
    const auto lock = m_shared->lock();
    if (m_shared->there || goal.events < m_shared->run->trace().size() || goal.now < m_shared->run->now())
        return false;
    m_shared->goal = goal;
    return true;
}

RunInstant Rewinding::goal() const
{
    const auto lock = m_shared->lock();
    return m_shared->goal;
}

std::shared_ptr<Run> Rewinding::take()
{
    const auto lock = m_shared->lock();
    return m_shared->there ? std::exchange(m_shared->run, nullptr) : nullptr;
}

void retire(std::shared_ptr<const Run> run, QThreadPool &pool)
{
    if (run && run.use_count() == 1 && run->trace().size() > largeRun)
        pool.start([run = std::move(run)]() mutable { run.reset(); });
}

} // namespace playground
