// SPDX-License-Identifier: MIT
#include "engine/scout.h"

#include "engine/instant_words.h"

#include <limits>

namespace playground {

QString Scout::next(qint64 events)
{
    while (m_events <= events) {
        m_slicer.setGoal(RunGoal::step());
        const RunBatch batch = m_slicer.advance(QDeadlineTimer(QDeadlineTimer::Forever), std::numeric_limits<qint32>::max());
        if (batch.trace.size() == 0)
            return {};
        m_events += batch.trace.size();
        m_at = std::chrono::nanoseconds(batch.trace.records().front().t);
        m_words = instantWords(batch.trace);
    }
    return m_words;
}

} // namespace playground
