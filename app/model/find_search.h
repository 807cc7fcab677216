// SPDX-License-Identifier: MIT
#pragma once

#include "model/find_query.h"
#include "model/timeline.h"

#include <optional>
#include <ranges>
#include <utility>
#include <vector>

namespace playground {

/// Something that was found: a span, or a request as a whole (span noSpan).
struct FindMatch {
    quint32 request = 0;
    quint32 span = noSpan;
    friend bool operator==(const FindMatch &, const FindMatch &) = default;
};

/// What a query has found, request by request, within each in order of begin.
class FindResult {
public:
    const std::vector<FindMatch> &matches() const { return m_matches; }
    size_t count() const { return m_matches.size(); }
    /// The matches of one request; empty where it has none.
    std::ranges::subrange<std::vector<FindMatch>::const_iterator> of(quint32 request) const;
    bool has(quint32 request) const { return !of(request).empty(); }
    /// The first match that comes behind this request and span in the order of the matches, around the end; nothing only
    /// where there is none at all. Request 0: from the start.
    std::optional<size_t> behind(quint32 request, quint32 span) const;
    /// The same the other way round.
    std::optional<size_t> before(quint32 request, quint32 span) const;
    /// The place of this match, or nothing.
    std::optional<size_t> indexOf(quint32 request, quint32 span) const;

private:
    friend class FindSearch;
    std::vector<FindMatch> m_matches;
};

/// Finds what a query asks for, piece by piece, so that a window can look through a million spans between two frames.
/// Between pieces the timeline may grow; what was looked at then shows as it was.
class FindSearch {
public:
    /// `requests`: how many the source makes; those that have not arrived yet are found by their number only.
    FindSearch(const FindQuery &query, qint64 requests);

    /// Looks at about `most` more spans and requests; true when all have been looked at. Open spans are as long as they
    /// are at `now`.
    bool advance(const Timeline &timeline, qint64 now, size_t most);
    /// What has been found so far.
    const FindResult &result() const { return m_result; }
    FindResult takeResult() { return std::move(m_result); }

private:
    void addMatches(const Timeline &timeline, const Lane &lane, qint64 now);
    /// The query says nothing of waits and attempts.
    bool wantsWholeRequests() const;

    std::vector<FindTerm> m_requestTerms, m_waitTerms, m_attemptTerms, m_eitherTerms;
    quint32 m_endMask = 0; ///< The ends of a request that count like the states asked for (1 << RequestOutcome).
    qint64 m_next = 1, m_last = 0;
    FindResult m_result;
};

} // namespace playground
