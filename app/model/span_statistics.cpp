// SPDX-License-Identifier: MIT
#include "model/span_statistics.h"

#include <algorithm>

namespace playground {

namespace {

/// The value of rank ceil(p/100 · n) among those from `from` on; those before it are smaller. Moves the values about.
size_t moveToRank(std::vector<qint64> &values, size_t from, size_t percent)
{
    const size_t rank = (values.size() * percent + 99) / 100 - 1;
    std::nth_element(values.begin() + qsizetype(from), values.begin() + qsizetype(rank), values.end());
    return rank;
}

SpanLengths lengthsOf(std::vector<qint64> values)
{
    SpanLengths lengths;
    lengths.count = qint64(values.size());
    if (values.empty())
        return lengths;
    Wide sum = 0;
    lengths.min = lengths.max = values.front();
    for (const qint64 value : values) {
        sum += value;
        lengths.min = std::min(lengths.min, value);
        lengths.max = std::max(lengths.max, value);
    }
    lengths.mean = qint64(dividedHalfUp(sum, lengths.count));
    const size_t median = moveToRank(values, 0, 50);
    lengths.p50 = values[median];
    lengths.p95 = values[moveToRank(values, median, 95)];
    return lengths;
}

} // namespace

SpanStatistics SpanStatistics::ofRange(qint64 begin, qint64 end)
{
    SpanStatistics statistics;
    statistics.m_begin = begin;
    statistics.m_end = end;
    return statistics;
}

SpanStatistics SpanStatistics::ofMatches(std::vector<FindMatch> matches)
{
    SpanStatistics statistics;
    statistics.m_byMatches = true;
    statistics.m_matches = std::move(matches);
    return statistics;
}

bool SpanStatistics::advance(const Timeline &timeline, qint64 now, size_t most)
{
    if (!m_looked)
        m_byMatches ? addMatches(timeline, now, most) : addRange(timeline, now, most);
    else if (m_line <= kinds)
        workOut(m_line++);
    return m_looked && m_line > kinds;
}

void SpanStatistics::add(const Span &span, qint64 now)
{
    if (span.isWait() && span.end == span.begin)
        return; // It went on at once: nothing of it is to be seen.
    const size_t kind = span.reason == WaitReason::Server ? serverQueue : size_t(span.state);
    m_lengths[kind].push_back(std::max<qint64>(span.lengthAt(now), 0));
}

void SpanStatistics::addRange(const Timeline &timeline, qint64 now, size_t most)
{
    const Timeline::Spans &spans = timeline.spans();
    const size_t last = std::min(spans.size(), m_next + most);
    for (; m_next < last; ++m_next) {
        const Span &span = spans[m_next];
        if (span.begin > m_end) { // They come in order of begin.
            m_next = spans.size();
            break;
        }
        const qint64 end = span.isOpen() ? std::max(now, span.begin) : span.end;
        const bool isMoment = end == span.begin;
        if (isMoment ? span.begin >= m_begin : end > m_begin && span.begin < m_end)
            add(span, now);
    }
    m_looked = m_next == spans.size();
}

void SpanStatistics::addMatches(const Timeline &timeline, qint64 now, size_t most)
{
    const Timeline::Spans &spans = timeline.spans();
    for (size_t looked = 0; m_next < m_matches.size() && looked < most; ++m_next, ++looked) {
        const FindMatch match = m_matches[m_next];
        if (match.span < spans.size()) {
            add(spans[match.span], now);
        } else if (match.span == noSpan && match.request <= timeline.lanes().size()) {
            for (const Span &span : timeline.spansOf(timeline.lanes()[match.request - 1])) {
                if (span.reason != WaitReason::Server)
                    add(span, now);
                ++looked;
            }
        }
    }
    m_looked = m_next == m_matches.size();
}

void SpanStatistics::workOut(size_t line)
{
    if (line < m_numbers.byState.size())
        m_numbers.byState[line] = lengthsOf(m_lengths[line]);
    else if (line == serverQueue)
        m_numbers.inServerQueue = lengthsOf(m_lengths[serverQueue]);
    else {
        std::vector<qint64> all;
        for (size_t kind = 0; kind < kinds; ++kind) {
            if (kind != serverQueue || m_byMatches)
                all.insert(all.end(), m_lengths[kind].begin(), m_lengths[kind].end());
            m_lengths[kind] = {};
        }
        m_numbers.all = lengthsOf(std::move(all));
    }
}

} // namespace playground
