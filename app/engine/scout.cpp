// SPDX-License-Identifier: MIT
#include "engine/scout.h"

#include <limits>

namespace playground {

const Trace &Scout::next(qint64 events)
{
    while (m_events <= events) {
        m_slicer.setGoal(RunGoal::step());
        m_instant = m_slicer.advance(QDeadlineTimer(QDeadlineTimer::Forever), std::numeric_limits<qint32>::max()).trace;
        if (m_instant.size() == 0)
            break;
        m_events += m_instant.size();
    }
    return m_instant;
}

} // namespace playground
