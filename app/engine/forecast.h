// SPDX-License-Identifier: MIT
#pragma once

#include "engine/run_driver.h"
#include "model/run.h"

#include <memory>

namespace playground {

/// A run as it will be if nobody edits it any more, made on a worker from its start. A run of moderate size comes in one piece, when
/// it is complete: the worker follows it as well, so that whoever shows it has nothing left to do. Of a larger one the beginning comes so, the
/// rest piece by piece. Going away stops it without waiting.
class Forecast {
public:
    Forecast(const Scenario &scenario, QThreadPool &pool);
    ~Forecast();
    Forecast(const Forecast &) = delete;
    Forecast &operator=(const Forecast &) = delete;

    /// As far as it is known. It is another object once the worker has handed over its own, see advance().
    const Run &run() const { return *m_run; }
    /// Takes in what the worker has, until the time is up. False: nothing is new. The run before lives until the next call.
    bool advance(const QDeadlineTimer &timeUp);

private:
    struct Shared;

    Scenario m_scenario;
    QThreadPool &m_pool;
    std::unique_ptr<Run> m_run, m_before;
    std::shared_ptr<Shared> m_shared; ///< With the worker, until it has handed over its run.
    std::unique_ptr<RunDriver> m_driver; ///< From then on, if that was not all.
};

} // namespace playground
