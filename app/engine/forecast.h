// SPDX-License-Identifier: MIT
#pragma once

#include "engine/run_driver.h"
#include "model/run.h"

namespace playground {

/// A run as it will be if nobody edits it any more: made on a worker from its start to its end, and there piece by piece. Going away
/// stops it.
class Forecast {
public:
    Forecast(const Scenario &scenario, QThreadPool &pool);

    const Run &run() const { return m_run; }
    /// Takes in what the worker has, until the time is up. False: nothing is new.
    bool advance(const QDeadlineTimer &timeUp);

private:
    Run m_run;
    std::unique_ptr<RunDriver> m_driver;
};

} // namespace playground
