// SPDX-License-Identifier: MIT
#pragma once

#include "engine/answer.h"
#include "engine/failure_rule.h"
#include "engine/server_places.h"
#include "model/latency_model.h"
#include "model/scenario.h"

#include <asyncade/rate_limiter.h>
#include <asyncade/task_scope.h>

#include <QCoroTask>

#include <optional>
#include <stop_token>
#include <vector>

namespace playground {

/// The server that a run talks to: it makes up its latencies and failures, by the backend of the scenario and the luck of the seed,
/// has only so many places and tokens, and reports each attempt to the observer. What luck an attempt has depends on its request,
/// try and copy alone, never on the order in which attempts come.
class FakeServer {
public:
    /// Must be made while the clock of the run is current, if the server has limits.
    explicit FakeServer(const Scenario &scenario);

    /// From now on attempts meet this backend; those in service keep what they met.
    void setBackend(const Backend &backend);

    /// One attempt, the `number`th of its call, of the current span's request, which carries `members` requests: reports it, waits as
    /// long as it takes, and gives the answer. Throws ServerError for a failing answer and for a refusal, and `Cancelled` when `token`
    /// is stopped meanwhile.
    QCoro::Task<Answer> attempt(quint32 number, std::stop_token token, quint32 members = 1);

private:
    /// What happens to one attempt, decided when its service begins.
    struct Plan {
        std::chrono::nanoseconds time{};
        std::optional<FailingAnswer> failure;
        bool hangs() const { return failure && failure->hang; }
    };
    Plan plan(const asyncade::Span &attempt, quint32 members) const;
    std::chrono::nanoseconds slowed(std::chrono::nanoseconds latency, quint32 members) const;
    quint16 refusal();
    std::optional<std::chrono::nanoseconds> retryAfter(quint16 refusal) const;
    void finishLater(ServerPlaces::Place place, std::chrono::nanoseconds end);
    void setRate(const Section &settings);
    asyncade::Part part();

    quint64 m_seed;
    std::vector<SourceItem> m_items; ///< Of a `list` source: what they say themselves goes before the backend.
    LatencyModel m_latency;
    FailureRule m_failure;
    double m_slowdown = 0;
    std::chrono::nanoseconds m_perItem{}, m_refuseAfter{};
    bool m_tellsRetryAfter = true;
    bool m_finishes = false; ///< Work goes on though the client has given up.
    asyncade::Part m_part;
    ServerPlaces m_places;
    std::optional<asyncade::RateLimiter> m_tokens;
    double m_rate = 0;
    int m_burst = 1;
    asyncade::TaskScope m_leftovers; ///< Work that no client waits for any more.
};

} // namespace playground
