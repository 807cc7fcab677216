// SPDX-License-Identifier: MIT
#include "model/packed_rows.h"

#include <algorithm>

namespace playground {

void PackedRows::update(const Trace &trace)
{
    for (; m_seen < trace.size(); ++m_seen) {
        const Record &record = trace.records()[size_t(m_seen)];
        switch (record.kind) {
        case EventKind::Arrive:
            arrive(record);
            break;
        case EventKind::Join:
            join(record);
            break;
        case EventKind::Wait:
        case EventKind::Attempt:
            if (rowOf(record.request) == none)
                arrive(record); // A trace from elsewhere may not say that it came.
            m_last[rowOf(record.request)].isBare = false;
            break;
        case EventKind::Settle:
            settle(record);
            break;
        default:
            break;
        }
    }
}

std::span<const quint32> PackedRows::requestsOf(size_t row) const
{
    if (row >= m_first.size())
        return {};
    const auto shared = m_shared.find(quint32(row));
    return shared == m_shared.end() ? std::span(&m_first[row], 1) : std::span<const quint32>(shared->second);
}

std::span<const quint32> PackedRows::withoutSpansOf(size_t row) const
{
    const auto bare = m_bare.find(quint32(row));
    return bare == m_bare.end() ? std::span<const quint32>() : std::span<const quint32>(bare->second);
}

void PackedRows::arrive(const Record &record)
{
    while (m_rowOf.size() < record.request)
        m_rowOf.push_back(none);
    const quint32 row = takeFree(record.t);
    m_rowOf[record.request - 1] = row;
    if (row == m_first.size()) {
        m_first.push_back(record.request);
        m_last.push_back({record.t});
        return;
    }
    m_last[row] = {record.t};
    std::vector<quint32> &requests = m_shared[row];
    if (requests.empty())
        requests.push_back(m_first[row]);
    requests.push_back(record.request);
}

quint32 PackedRows::takeFree(qint64 t)
{
    if (t != m_restingAt)
        freeRested();
    if (m_free.empty())
        return quint32(m_first.size());
    const quint32 row = m_free.top();
    m_free.pop();
    return row;
}

void PackedRows::freeRested()
{
    for (const quint32 row : m_resting)
        m_free.push(row);
    m_resting.clear();
}

void PackedRows::join(const Record &record)
{
    const quint32 row = rowOf(record.request);
    if (row == none)
        return;
    m_bare[row].push_back(record.request);
    m_last[row].isBare = false;
}

void PackedRows::settle(const Record &record)
{
    const quint32 row = rowOf(record.request);
    if (row == none)
        return;
    if (m_last[row].isBare)
        m_bare[row].push_back(record.request);
    if (m_last[row].arrived != record.t)
        return m_free.push(row);
    if (m_restingAt != record.t)
        freeRested();
    m_restingAt = record.t;
    m_resting.push_back(row);
}

std::span<const quint32> presentIn(std::span<const quint32> requests, const Timeline &timeline, qint64 from, qint64 to)
{
    const auto &lanes = timeline.lanes();
    const auto first = std::ranges::partition_point(requests, [&](quint32 request) {
        const Lane &lane = lanes[request - 1];
        return lane.settled >= 0 && lane.settled < from;
    });
    const auto last = std::partition_point(first, requests.end(), [&](quint32 request) { return lanes[request - 1].arrived <= to; });
    return {first, last};
}

} // namespace playground
