// SPDX-License-Identifier: MIT
#pragma once

#include "model/run.h"

#include <optional>

namespace playground {

/// What made a back-off as long as it is meant to be.
struct BackoffFacts {
    qint64 drawn = 0; ///< Its whole length in ns, also while it goes on.
    /// The server's Retry-After, when that made it so long; luck had no part in it then.
    bool asked = false;
    /// Without jitter: min(cap, base × factor^(try − 2)), by the values in force when it began. Nothing when the policy is not known.
    std::optional<qint64> nominal;
    Jitter jitter;

    /// How far the jitter took it from the nominal length.
    int percentDrawn() const { return nominal && *nominal > 0 ? qRound((double(drawn) / double(*nominal) - 1) * 100) : 0; }
};

/// For a wait of the run's timeline with the reason Backoff.
BackoffFacts backoffFacts(const Run &run, const Span &wait);

/// The last attempt of the try before a back-off; nullptr when there was none.
const Span *triedBefore(const Run &run, const Span &wait);

/// The last answer before a wait, and not before `since`, that said when to come back and is right for `matches`; else nullptr.
template <typename Predicate>
const Record *lastRetryAfter(const Run &run, const Span &wait, qint64 since, Predicate matches)
{
    const auto &records = run.trace().records();
    for (quint32 i = wait.record; i-- > 0 && records[i].t >= since;) {
        const Record &record = records[i];
        if (record.kind == EventKind::AttemptEnd && record.b >= 0 && matches(record))
            return &record;
    }
    return nullptr;
}

} // namespace playground
