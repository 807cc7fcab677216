// SPDX-License-Identifier: MIT
#include "engine/forecast.h"

#include <QThreadPool>

#include <atomic>
#include <mutex>
#include <utility>

namespace playground {

namespace {

/// So many events come in one piece, those of some 14,000 requests; a worker makes and follows them in about 50 ms.
constexpr qsizetype eventsAtOnce = 100'000;
/// Whoever goes away is waited for by nobody; the worker notices within such a piece.
constexpr qint64 pieceSize = 8192;
constexpr int sliceMs = 4;

} // namespace

/// What the worker and its owner share.
struct Forecast::Shared {
    std::atomic_bool cancelled = false;
    std::mutex mutex;
    std::unique_ptr<Run> ready;

    void work(const Scenario &scenario)
    {
        auto run = std::make_unique<Run>(scenario);
        RunSlicer slicer(scenario, 0);
        slicer.setGoal(RunGoal::end());
        while (!run->ended() && run->trace().size() < eventsAtOnce) {
            if (cancelled)
                return;
            const RunBatch batch = slicer.advance(QDeadlineTimer(sliceMs), pieceSize);
            run->append(batch.trace, batch.now.count());
        }
        const std::scoped_lock lock(mutex);
        ready = std::move(run);
    }
};

Forecast::Forecast(const Scenario &scenario, QThreadPool &pool)
    : m_scenario(scenario)
    , m_pool(pool)
    , m_run(std::make_unique<Run>(scenario))
    , m_shared(std::make_shared<Shared>())
{
    pool.start([shared = m_shared, scenario] { shared->work(scenario); });
}

Forecast::~Forecast()
{
    if (m_shared)
        m_shared->cancelled = true;
}

bool Forecast::advance(const QDeadlineTimer &timeUp)
{
    m_before.reset();
    if (m_shared) {
        std::unique_ptr<Run> ready;
        {
            const std::scoped_lock lock(m_shared->mutex);
            ready = std::move(m_shared->ready);
        }
        if (!ready)
            return false;
        m_shared.reset();
        m_before = std::exchange(m_run, std::move(ready));
        if (m_run->ended())
            return true;
        m_driver = makeWorkerDriver(m_scenario, m_run->trace().size(), m_pool);
        m_driver->setGoal(RunGoal::end());
        return true;
    }
    const qsizetype before = m_run->trace().size();
    while (!m_run->ended()) {
        const RunBatch batch = m_driver->take(timeUp);
        if (batch.trace.size() == 0)
            break;
        m_run->append(batch.trace, batch.now.count());
        if (timeUp.hasExpired())
            break;
    }
    return m_run->trace().size() > before;
}

} // namespace playground
