// SPDX-License-Identifier: MIT
#include "engine/forecast.h"

namespace playground {

Forecast::Forecast(const Scenario &scenario, QThreadPool &pool) : m_run(scenario), m_driver(makeWorkerDriver(scenario, 0, pool))
{
    m_driver->setGoal(RunGoal::end());
}

bool Forecast::advance(const QDeadlineTimer &timeUp)
{
    const qsizetype before = m_run.trace().size();
    while (!m_run.ended()) {
        const RunBatch batch = m_driver->take(timeUp);
        if (batch.trace.size() == 0)
            break;
        m_run.append(batch.trace, batch.now.count());
        if (timeUp.hasExpired())
            break;
    }
    return m_run.trace().size() > before;
}

} // namespace playground
