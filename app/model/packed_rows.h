// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

#include <queue>
#include <span>
#include <unordered_map>
#include <vector>

namespace playground {

/// The rows of a timeline in which requests share rows: when it arrives, a request takes the first row that is free, and keeps
/// it until it is settled (greedy interval partitioning, Kleinberg and Tardos, Algorithm Design, 4.1: no other way needs fewer rows).
/// The order of the trace decides ties. What happens later changes no row, so a run has the same rows while it grows, when an
/// instant of its past is shown, and in one piece.
///
/// A request that arrives and is settled in one instant keeps its row to itself for that instant: two of them would lie over each
/// other.
class PackedRows {
public:
    static constexpr quint32 none = std::numeric_limits<quint32>::max();

    /// Catches up with the trace, which must be the same one each time. Looks at each record once.
    void update(const Trace &trace);
    void clear() { *this = PackedRows(); }

    size_t count() const { return m_first.size(); }
    /// `none`: it has not arrived.
    quint32 rowOf(quint32 request) const { return request > 0 && request <= m_rowOf.size() ? m_rowOf[request - 1] : none; }
    /// The requests of a row in order of their arrival; each is settled when the next one arrives. Valid until the next update.
    std::span<const quint32> requestsOf(size_t row) const;
    /// Of these the ones that are settled without a wait or an attempt, or travel in another's call: nothing of theirs is among the
    /// spans. In the same order.
    std::span<const quint32> withoutSpansOf(size_t row) const;

private:
    void arrive(const Record &record);
    void join(const Record &record);
    void settle(const Record &record);
    void freeRested();
    quint32 takeFree(qint64 t);

    qsizetype m_seen = 0;
    ChunkedVector<quint32> m_rowOf; // By request, from 1.
    /// The first request of each row. All of them lie in m_shared where there are more: a run whose requests come all at once has as
    /// many rows as requests.
    ChunkedVector<quint32> m_first;
    /// What a row's last request did.
    struct Last {
        qint64 arrived = 0;
        bool isBare = true; // So far it has no span.
    };
    ChunkedVector<Last> m_last; // By row.
    std::unordered_map<quint32, std::vector<quint32>> m_shared, m_bare;
    std::priority_queue<quint32, std::vector<quint32>, std::greater<>> m_free;
    std::vector<quint32> m_resting; // Free as soon as the instant m_restingAt is over.
    qint64 m_restingAt = -1;
};

/// Those of a row's requests that are there at some time within [from, to], the ends included.
std::span<const quint32> presentIn(std::span<const quint32> requests, const Timeline &timeline, qint64 from, qint64 to);

} // namespace playground
