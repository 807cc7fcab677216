// SPDX-License-Identifier: MIT
#pragma once

#include "engine/answer.h"
#include "engine/failure_rule.h"
#include "model/latency_model.h"
#include "model/scenario.h"

#include <QCoroTask>

#include <stop_token>
#include <vector>

namespace playground {

/// The server that a run talks to: it makes up its latencies and failures, by the backend of the scenario and the luck of the seed,
/// and reports each attempt to the observer. What an attempt meets depends on its request, try and copy alone, never on the order
/// in which attempts come.
class FakeServer {
public:
    explicit FakeServer(const Scenario &scenario);

    /// From now on attempts meet this backend; those under way keep what they met.
    void setBackend(const Backend &backend);

    /// One attempt, the `number`th of its call, of the current span's request: reports it, waits as long as it takes, and gives the
    /// answer. Throws ServerError for a failing answer, and `Cancelled` when `token` is stopped meanwhile.
    QCoro::Task<Answer> attempt(quint32 number, std::stop_token token);

private:
    /// What happens to one attempt, decided when it starts.
    struct Plan {
        std::chrono::nanoseconds time{};
        std::optional<FailingAnswer> failure;
    };
    Plan plan(const asyncade::Span &attempt) const;

    quint64 m_seed;
    std::vector<SourceItem> m_items; ///< Of a `list` source: what they say themselves goes before the backend.
    LatencyModel m_latency;
    FailureRule m_failure;
};

} // namespace playground
