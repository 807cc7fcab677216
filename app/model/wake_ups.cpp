// SPDX-License-Identifier: MIT
#include "model/wake_ups.h"

#include <algorithm>

namespace playground {

void WakeUps::push(const Entry &entry)
{
    m_entries.push_back(entry);
    if (entry.due >= 0)
        m_lateness.add(entry.at - entry.due);
}

void WakeUps::add(qint64 due, qint64 at)
{
    Q_ASSERT(due >= 0 && due <= at);
    push({due, at});
}

void WakeUps::interrupt(qint64 at) { push({-1, at}); }

void WakeUps::append(const WakeUps &batch)
{
    for (const Entry &entry : batch.m_entries)
        push(entry);
}

void WakeUps::repeat(const WakeUps &recorded, qint64 time)
{
    for (auto i = m_entries.size(); i < recorded.m_entries.size() && recorded.m_entries[i].at <= time; ++i)
        push(recorded.m_entries[i]);
}

void WakeUps::clear()
{
    m_entries.clear();
    m_lateness = {};
}

std::optional<qint64> WakeUps::planned(qint64 time) const
{
    const auto later =
        std::partition_point(m_entries.begin(), m_entries.end(), [time](const Entry &entry) { return entry.at <= time; });
    if (later == m_entries.begin())
        return std::nullopt;
    const Entry &last = *(later - 1);
    return last.due < 0 ? std::nullopt : std::optional(last.due);
}

std::optional<WakeUps::Lateness> WakeUps::lateness() const
{
    if (m_lateness.count() == 0)
        return std::nullopt;
    return Lateness{m_lateness.at(50), m_lateness.at(99), m_lateness.max()};
}

} // namespace playground
