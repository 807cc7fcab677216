// SPDX-License-Identifier: MIT
#pragma once

#include "model/find_search.h"
#include "model/timeline.h"
#include "model/wide.h"

#include <array>
#include <optional>
#include <vector>

namespace playground {

/// How long some spans took. Times in ns.
struct SpanLengths {
    qint64 count = 0;
    qint64 min = 0, mean = 0, p50 = 0, p95 = 0, max = 0; ///< 0 where there are none. The mean is rounded half up.
    friend bool operator==(const SpanLengths &, const SpanLengths &) = default;
};

/// The numbers of some spans: of all together, and by state.
struct SpanNumbers {
    SpanLengths all;
    std::array<SpanLengths, 8> byState; ///< By SpanState.
    SpanLengths inServerQueue;          ///< Waits in the server's queue: pieces of attempts, so not among `all`, unless asked for.
    friend bool operator==(const SpanNumbers &, const SpanNumbers &) = default;
};

/// Works out the numbers of a piece of time, or of what was found, piece by piece, so that a window can go through a
/// million spans between two frames.
///
/// A span counts with its whole length; an open one with what it has at `now`. Percentiles are exact, by nearest rank:
/// sorted[ceil(p/100 · n) − 1].
class SpanStatistics {
public:
    /// The spans that share some time with [begin, end]; one without a length counts when it lies inside.
    static SpanStatistics ofRange(qint64 begin, qint64 end);
    /// What a search has found; of a request as a whole all its spans. Waits in the server's queue count among all here,
    /// where they were found as such.
    static SpanStatistics ofMatches(std::vector<FindMatch> matches);

    /// Looks at about `most` more spans, or works out one line of the numbers; true when all is done.
    bool advance(const Timeline &timeline, qint64 now, size_t most);
    /// Complete once advance() has returned true.
    const SpanNumbers &numbers() const { return m_numbers; }

private:
    static constexpr size_t serverQueue = 8, kinds = 9;

    SpanStatistics() = default;
    void add(const Span &span, qint64 now);
    void addRange(const Timeline &timeline, qint64 now, size_t most);
    void addMatches(const Timeline &timeline, qint64 now, size_t most);
    void workOut(size_t line);

    bool m_byMatches = false;
    qint64 m_begin = 0, m_end = 0;
    std::vector<FindMatch> m_matches;
    size_t m_next = 0;
    bool m_looked = false; ///< At all spans.
    size_t m_line = 0;     ///< The next line of the numbers.
    std::array<std::vector<qint64>, kinds> m_lengths;
    SpanNumbers m_numbers;
};

} // namespace playground
