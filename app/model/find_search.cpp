// SPDX-License-Identifier: MIT
#include "model/find_search.h"

#include <algorithm>

namespace playground {

namespace {

using Kind = FindTerm::Kind;

constexpr quint32 bit(auto value) { return quint32(1) << quint32(value); }
constexpr quint32 waitStates = bit(SpanState::Queued) | bit(SpanState::Token) | bit(SpanState::Backoff);

bool holds(const FindTerm &term, const Span &span, qint64 now)
{
    switch (term.kind) {
    case Kind::State:
        return term.mask & bit(span.state);
    case Kind::Reason:
        return term.mask & bit(span.reason);
    case Kind::Code:
        return !span.isOpen() && term.compares(span.code);
    case Kind::Attempt:
        return term.compares(span.number);
    case Kind::Try:
        return term.compares(span.tryNumber);
    case Kind::Copy:
        return term.compares(span.copy);
    case Kind::Wait:
    case Kind::Work:
    case Kind::Length:
        return term.compares(span.lengthAt(now));
    case Kind::Request:
    case Kind::Outcome:
        break;
    }
    return false;
}

/// A condition on how a request ends.
bool holds(const FindTerm &term, const Lane &lane)
{
    return lane.outcome == RequestOutcome::Pending ? lane.arrived >= 0 && term.mask & bit(RequestOutcome::Pending)
                                                   : term.mask & bit(lane.outcome);
}

/// How a request ends whose attempts have that state.
quint32 endsLike(quint32 states)
{
    quint32 ends = 0;
    const auto add = [&](SpanState state, RequestOutcome outcome) { ends |= states & bit(state) ? bit(outcome) : 0; };
    add(SpanState::Succeeded, RequestOutcome::Succeeded);
    add(SpanState::Failed, RequestOutcome::Failed);
    add(SpanState::TimedOut, RequestOutcome::TimedOut);
    add(SpanState::Cancelled, RequestOutcome::Cancelled);
    return ends;
}

bool allHold(const std::vector<FindTerm> &terms, const auto &...subject)
{
    return std::ranges::all_of(terms, [&](const FindTerm &term) { return holds(term, subject...); });
}

/// Whether a comes before b among the matches of one request: a request as a whole before its spans.
bool isEarlier(quint32 a, quint32 b) { return quint32(a + 1) < quint32(b + 1); }

bool comesBefore(const FindMatch &a, const FindMatch &b)
{
    return a.request != b.request ? a.request < b.request : isEarlier(a.span, b.span);
}

} // namespace

std::ranges::subrange<std::vector<FindMatch>::const_iterator> FindResult::of(quint32 request) const
{
    return std::ranges::equal_range(m_matches, request, {}, &FindMatch::request);
}

std::optional<size_t> FindResult::behind(quint32 request, quint32 span) const
{
    if (m_matches.empty())
        return std::nullopt;
    const auto next = std::upper_bound(m_matches.begin(), m_matches.end(), FindMatch{request, span}, comesBefore);
    return next == m_matches.end() ? 0 : size_t(next - m_matches.begin());
}

std::optional<size_t> FindResult::before(quint32 request, quint32 span) const
{
    if (m_matches.empty())
        return std::nullopt;
    const auto at = std::lower_bound(m_matches.begin(), m_matches.end(), FindMatch{request, span}, comesBefore);
    return at == m_matches.begin() ? m_matches.size() - 1 : size_t(at - m_matches.begin()) - 1;
}

std::optional<size_t> FindResult::indexOf(quint32 request, quint32 span) const
{
    const FindMatch wanted{request, span};
    const auto at = std::lower_bound(m_matches.begin(), m_matches.end(), wanted, comesBefore);
    return at != m_matches.end() && *at == wanted ? std::optional(size_t(at - m_matches.begin())) : std::nullopt;
}

FindSearch::FindSearch(const FindQuery &query, qint64 requests)
    : m_last(query.terms.empty() ? 0 : requests)
{
    quint32 states = ~quint32(0);
    bool endsCount = true;
    for (const FindTerm &term : query.terms) {
        switch (term.kind) {
        case Kind::Request:
            m_next = std::max(m_next, term.value);
            m_last = std::min(m_last, term.most);
            break;
        case Kind::Outcome:
            m_requestTerms.push_back(term);
            break;
        case Kind::State: {
            const bool isWait = (term.mask & ~waitStates) == 0;
            (isWait ? m_waitTerms : m_attemptTerms).push_back(term);
            if (!isWait)
                states &= term.mask;
            break;
        }
        case Kind::Reason:
        case Kind::Wait:
            m_waitTerms.push_back(term);
            break;
        case Kind::Code:
        case Kind::Attempt:
        case Kind::Work:
            m_attemptTerms.push_back(term);
            endsCount = false;
            break;
        case Kind::Try:
        case Kind::Copy:
        case Kind::Length:
            m_eitherTerms.push_back(term);
            endsCount = false;
            break;
        }
    }
    if (endsCount)
        m_endMask = endsLike(states);
}

bool FindSearch::advance(const Timeline &timeline, qint64 now, size_t most)
{
    const auto lanes = qint64(timeline.lanes().size());
    for (size_t looked = 0; m_next <= m_last && looked < most; ++m_next) {
        if (m_next <= lanes) {
            const Lane &lane = timeline.lanes()[size_t(m_next - 1)];
            addMatches(timeline, lane, now);
            looked += 1 + lane.spanCount;
        } else if (wantsWholeRequests() && m_requestTerms.empty()) {
            m_result.m_matches.push_back({quint32(m_next), noSpan});
            ++looked;
        } else {
            m_next = m_last; // Nothing is known of those behind it.
        }
    }
    return m_next > m_last;
}

bool FindSearch::wantsWholeRequests() const
{
    return m_waitTerms.empty() && m_attemptTerms.empty() && m_eitherTerms.empty();
}

void FindSearch::addMatches(const Timeline &timeline, const Lane &lane, qint64 now)
{
    std::vector<FindMatch> &matches = m_result.m_matches;
    if (!allHold(m_requestTerms, lane))
        return;
    if (wantsWholeRequests()) {
        matches.push_back({lane.request, noSpan});
        return;
    }
    const bool wantsWaits = !m_waitTerms.empty(), wantsAttempts = !m_attemptTerms.empty();
    const bool wantsEither = !wantsWaits && !wantsAttempts;
    const size_t before = matches.size();
    bool foundWait = false, foundAttempt = false;
    const auto spans = timeline.spansOf(lane);
    for (auto i = spans.begin(); i != spans.end(); ++i) {
        const bool isWait = i->isWait();
        if (isWait && i->end == i->begin)
            continue; // It went on at once: nothing of it is to be seen.
        if (!(wantsEither || (isWait ? wantsWaits : wantsAttempts)) || !allHold(m_eitherTerms, *i, now) ||
            !allHold(isWait ? m_waitTerms : m_attemptTerms, *i, now))
            continue;
        (isWait ? foundWait : foundAttempt) = true;
        matches.push_back({lane.request, i.index()});
    }
    if (wantsAttempts && !foundAttempt && m_endMask != 0 && lane.settled >= 0 && m_endMask & bit(lane.outcome) &&
        (foundWait || !wantsWaits)) {
        // It ended so without an attempt of its own.
        matches.insert(matches.begin() + qsizetype(before), {lane.request, noSpan});
        return;
    }
    if ((wantsWaits && !foundWait) || (wantsAttempts && !foundAttempt))
        matches.resize(before);
}

} // namespace playground
