// SPDX-License-Identifier: MIT
#include "engine/run_driver.h"

#include <limits>

namespace playground {

namespace {

class LocalDriver final : public RunDriver {
public:
    LocalDriver(const Scenario &scenario, qint64 known) : m_slicer(scenario, known) {}

    void setGoal(const RunGoal &goal) override { m_slicer.setGoal(goal); }

    bool edit(const Edit &edit) override
    {
        m_slicer.runner().edit(edit.path, edit.value);
        return true;
    }

    RunBatch take(const QDeadlineTimer &timeUp) override { return m_slicer.advance(timeUp, std::numeric_limits<qint32>::max()); }

private:
    RunSlicer m_slicer;
};

} // namespace

std::unique_ptr<RunDriver> makeLocalDriver(const Scenario &scenario, qint64 known)
{
    return std::make_unique<LocalDriver>(scenario, known);
}

} // namespace playground
