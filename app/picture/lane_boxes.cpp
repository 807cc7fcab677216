// SPDX-License-Identifier: MIT
#include "picture/lane_boxes.h"

#include "picture/timeline_geometry.h"

#include <algorithm>
#include <array>
#include <utility>

namespace playground {
namespace {

/// From how many spans on a lane gets an index.
constexpr quint32 longLane = 128;
/// A row of more requests has one, too.
constexpr size_t manyRequests = 32;
/// So many spans may begin before one that has not ended yet: copies of a call.
constexpr size_t mostCopies = 32;
/// So many failures of a row lie to the column where they began; of more the bucket tells where.
constexpr size_t fewFailures = 16;
/// A span of so many columns has a box of its own: three of them are covered by it for sure.
constexpr int surelyWhole = 6;
/// So many spans before and behind a long one may share its first and its last column.
constexpr qsizetype mostBeside = 256;
/// A failure takes so many columns at the least.
constexpr int leastFailure = 3;

bool isFailure(SpanState state) { return state == SpanState::Failed || state == SpanState::TimedOut; }

constexpr quint8 bitOf(SpanState state) { return quint8(1 << int(state)); }
constexpr quint8 failures = bitOf(SpanState::Failed) | bitOf(SpanState::TimedOut);

/// What is drawn inside an attempt, or has no length, has no box of its own.
bool hasBox(const Span &span)
{
    return span.reason != WaitReason::Server && !(span.isWait() && span.end == span.begin);
}

/// How many parts overlapping copies split a lane into; 1: they have no room.
int partsOf(const Lane &lane, const TimelineGeometry &geometry)
{
    const int wanted = lane.lastCopy + 1;
    return partHeight(geometry.spanHeight(), wanted) < leastPart ? 1 : wanted;
}

/// Whether the spans of these requests are few enough to be looked at one by one.
bool areFew(const Timeline &timeline, std::span<const quint32> requests)
{
    if (requests.size() > manyRequests)
        return false;
    quint32 spans = 0;
    for (const quint32 request : requests)
        spans += timeline.lanes()[request - 1].spanCount;
    return spans < longLane;
}

} // namespace

void splitAmongCopies(SpanBox &box, const Span &span, const Lane &lane, const TimelineGeometry &geometry)
{
    if (!span.overlaps)
        return;
    box.parts = quint8(partsOf(lane, geometry));
    box.part = box.parts > 1 ? span.copy : 0;
    box.more = box.parts > 1 ? 0 : lane.lastCopy;
}

int severity(SpanState state)
{
    constexpr std::array<int, 8> order{0, 1, 2, 3, 4, 7, 6, 5};
    return order[size_t(state)];
}

struct LaneBoxes::Placing {
    const Timeline &timeline;
    const TimelineGeometry &geometry;
    qint64 now;
    std::vector<SpanBox> &boxes;
    std::vector<SpanBox> &front;

    const Lane &laneOf(const Span &span) const { return timeline.lanes()[span.request - 1]; }
    qint64 endOf(const Span &span) const { return span.isOpen() ? std::max(now, span.begin) : span.end; }
    bool shows(const Span &span) const
    {
        return hasBox(span) && !(span.overlaps && span.copy > 0 && partsOf(laneOf(span), geometry) == 1);
    }
};

const std::vector<SpanBox> &LaneBoxes::of(const Timeline &timeline, std::span<const quint32> requests,
                                          const TimelineGeometry &geometry, qint64 now)
{
    m_boxes.clear();
    m_front.clear();
    // A request that the source will make has no lane yet.
    if (requests.empty() || requests.front() == 0 || requests.front() > timeline.lanes().size())
        return m_boxes;
    Placing placing{timeline, geometry, now, m_boxes, m_front};
    if (areFew(timeline, requests)) {
        for (const quint32 request : requests) {
            const auto spans = timeline.spansOf(timeline.lanes()[request - 1]);
            for (auto i = spans.begin(); i != spans.end(); ++i)
                placeSpan(placing, i.index());
        }
    } else {
        Index &index = m_indices[requests.front()];
        takeSpans(index, timeline, requests);
        placeIndexed(placing, index);
    }
    m_boxes.insert(m_boxes.end(), m_front.begin(), m_front.end());
    return m_boxes;
}

const std::vector<SpanBox> &LaneBoxes::ofSpans(const Timeline &timeline, const std::vector<quint32> &spans, const TimelineGeometry &geometry,
                                               qint64 now)
{
    m_boxes.clear();
    m_front.clear();
    if (spans.empty())
        return m_boxes;
    Placing placing{timeline, geometry, now, m_boxes, m_front};
    Index &index = m_indices[spans.front()];
    if (index.spans.size() != spans.size())
        index = {.spans = spans};
    placeIndexed(placing, index);
    m_boxes.insert(m_boxes.end(), m_front.begin(), m_front.end());
    return m_boxes;
}

void LaneBoxes::placeIndexed(Placing &placing, Index &index)
{
    settle(index, placing.timeline);
    const TimelineGeometry &geometry = placing.geometry;
    const TimeRange &range = geometry.range();
    const auto begin = [&](quint32 span) { return placing.timeline.spans()[span].begin; };
    auto first = std::ranges::lower_bound(index.spans, range.begin, {}, begin);
    const auto last = std::ranges::upper_bound(index.spans, range.end, {}, begin);
    const auto level = index.pyramid.levelFor(double(range.length()) / geometry.axisWidth());
    const auto settled = index.spans.begin() + qsizetype(index.settled);
    const bool many = level && last - first > geometry.axisWidth() / 2;
    first -= std::min<qsizetype>(first - index.spans.begin(), mostCopies);
    if (many) {
        placeColumns(placing, index, *level);
        first = std::max(first, settled);
    }
    if (settled < first)
        placeSpan(placing, *settled); // It goes on, however long ago it began.
    for (; first < last; ++first)
        placeSpan(placing, *first);
}

/// Takes in what has come since. Only the last request can get more spans.
void LaneBoxes::takeSpans(Index &index, const Timeline &timeline, std::span<const quint32> requests)
{
    const auto &spans = timeline.spans();
    quint32 next = index.last == noSpan ? noSpan : spans[index.last].next;
    while (true) {
        for (; next != noSpan; next = spans[next].next) {
            index.last = next;
            if (spans[next].reason != WaitReason::Server)
                index.spans.push_back(next);
        }
        if (index.requests == requests.size())
            return;
        next = timeline.lanes()[requests[index.requests] - 1].firstSpan;
        if (next == noSpan && index.requests + 1 == requests.size())
            return;
        ++index.requests;
    }
}

/// What has ended goes into the pyramid.
void LaneBoxes::settle(Index &index, const Timeline &timeline)
{
    const auto &spans = timeline.spans();
    for (; index.settled < index.spans.size(); ++index.settled) {
        const Span &span = spans[index.spans[index.settled]];
        if (span.isOpen())
            break;
        if (hasBox(span))
            index.pyramid.add(span.state, span.begin, span.end);
    }
}

/// One box a column, but whole spans where a column or more is covered by one.
void LaneBoxes::placeColumns(Placing &placing, const Index &index, int level)
{
    const TimelineGeometry &geometry = placing.geometry;
    const TimePyramid &pyramid = index.pyramid;
    const int bits = pyramid.bitsOf(level), left = geometry.axisLeft();
    const int right = std::min(geometry.axisRight(), geometry.x(pyramid.end()));
    if (right < left)
        return;
    m_columns.assign(size_t(right - left + 1), {});
    // A bucket belongs to the column in which its middle lies.
    const qint64 half = (qint64(1) << bits) / 2, count = pyramid.countOf(level);
    for (qint64 bucket = std::max<qint64>(0, (geometry.range().begin >> bits) - 1); bucket < count; ++bucket) {
        const int column = geometry.x((bucket << bits) + half);
        if (column > right)
            break;
        const Column own = column < left ? Column() : pyramid.at(level, bucket);
        if (own.isEmpty())
            continue;
        Column &shown = m_columns[size_t(column - left)];
        if (shown.isEmpty()) {
            shown = own;
            continue;
        }
        shown.isWhole = shown.isWhole && own.isWhole && shown.state == own.state;
        shown.states |= own.states;
    }
    const auto &spans = placing.timeline.spans();
    const auto begin = [&](quint32 span) { return spans[span].begin; };
    for (int x = left; x <= right; ++x) {
        const Column column = m_columns[size_t(x - left)];
        if (!(column.states & bitOf(column.state)))
            continue; // Nothing, or only that there is a failure beside.
        int end = x;
        while (column.isWhole && end < right && m_columns[size_t(end + 1 - left)].isWhole && m_columns[size_t(end + 1 - left)].state == column.state)
            ++end;
        if (end - x >= 2) {
            // The span that covers the second of these columns, as it is.
            const auto settled = index.spans.begin() + qsizetype(index.settled);
            auto found = std::ranges::upper_bound(index.spans.begin(), settled, geometry.timeAt(x + 1), {}, begin);
            const Span *span = found == index.spans.begin() ? nullptr : &spans[*--found];
            if (span && span->state == column.state && geometry.x(span->end) > x + 1 && geometry.x(span->begin) <= x + 1) {
                const int from = geometry.x(span->begin), to = geometry.x(span->end);
                // The columns where it begins and ends show what else lies in them, and nothing of it beside its own box.
                while (!m_boxes.empty() && m_boxes.back().span == noSpan && m_boxes.back().left >= from - 1)
                    m_boxes.pop_back();
                const auto others = [&](int at) { return at < left || at > right ? Column() : columnWithout(found, index, placing, at); };
                if (const Column before = others(from - 1); from > left) {
                    m_columns[size_t(from - 1 - left)] = before;
                    if (before.states & bitOf(before.state))
                        m_boxes.push_back({.left = from - 1, .right = from, .span = noSpan, .state = before.state});
                }
                placeSpan(placing, *found);
                for (int covered = std::max(from, left); covered < to && covered <= right; ++covered)
                    m_columns[size_t(covered - left)] = {};
                if (const quint8 hidden = others(from).states & failures; hidden != 0)
                    m_columns[size_t(from - left)] = {.states = hidden, .state = SpanState::Succeeded};
                if (to <= right)
                    m_columns[size_t(to - left)] = others(to);
                x = std::max(x, to - 1);
                continue;
            }
        }
        m_boxes.push_back({.left = x, .right = x + 1, .span = noSpan, .state = column.state});
    }
    placeFailures(placing, index, left);
}

/// What lies in a column beside one span, from the spans themselves.
LaneBoxes::Column LaneBoxes::columnWithout(std::vector<quint32>::const_iterator one, const Index &index, const Placing &placing, int column)
{
    const auto &spans = placing.timeline.spans();
    const qint64 from = placing.geometry.timeAt(column - 0.5), to = placing.geometry.timeAt(column + 0.5);
    std::array<qint64, 8> time{};
    Column shown;
    const auto add = [&](quint32 other) {
        const Span &span = spans[other];
        const int left = placing.geometry.x(span.begin), right = placing.geometry.x(span.end);
        // The bucket of a failure may have had its middle in this column where the failure itself lies beside it.
        const int slack = isFailure(span.state) ? 1 : 0;
        if (!hasBox(span) || left > column + slack || right < column - slack || right - left >= surelyWhole)
            return;
        shown.states |= bitOf(span.state);
        if (left > column || right < column)
            return;
        time[size_t(span.state)] += std::max<qint64>(1, std::min(span.end, to) - std::max(span.begin, from));
    };
    const auto begin = index.spans.begin(), settled = begin + qsizetype(index.settled);
    for (auto i = one - std::min<qsizetype>(one - begin, mostBeside); i != one; ++i)
        add(*i);
    for (auto i = one + 1; i < settled && i - one <= mostBeside && spans[*i].begin <= to + (to - from); ++i)
        add(*i);
    const auto most = std::ranges::max_element(time);
    shown.state = *most > 0 ? SpanState(most - time.begin()) : SpanState::Succeeded;
    return shown;
}

/// Failures that other work hides get a strip; those that are shown, but narrow, get their 3 px.
void LaneBoxes::placeFailures(Placing &placing, const Index &index, int left)
{
    const auto failureIn = [&](const Column &column) {
        return column.states & bitOf(SpanState::Failed) ? SpanState::Failed : SpanState::TimedOut;
    };
    const auto isHidden = [&](const Column &column) { return (column.states & failures) && !isFailure(column.state); };
    const auto size = int(m_columns.size());
    const size_t before = placing.front.size();
    for (int at = 0; at < size; ++at) {
        const Column first = m_columns[size_t(at)];
        if (!(first.states & failures))
            continue;
        const bool hidden = isHidden(first);
        const int from = at;
        while (at + 1 < size && (m_columns[size_t(at + 1)].states & failures) && isHidden(m_columns[size_t(at + 1)]) == hidden)
            ++at;
        const int columns = at - from + 1;
        if (!hidden && columns >= leastFailure)
            continue;
        SpanBox box{.left = left + from, .right = left + at + 1, .span = noSpan, .state = failureIn(first), .isStrip = hidden};
        if (columns < leastFailure) {
            --box.left;
            box.right = box.left + leastFailure;
        }
        placing.front.push_back(box);
    }
    if (placing.front.size() - before > fewFailures)
        return;
    // Few enough to be looked for: they lie where their spans begin.
    for (auto box = placing.front.begin() + qsizetype(before); box != placing.front.end(); ++box) {
        if (box->right - box->left > leastFailure)
            continue;
        box->span = find(*box, placing.timeline, index, placing.geometry, placing.now);
        if (box->span != noSpan)
            box->left = placing.geometry.x(placing.timeline.spans()[box->span].begin) - 1;
        box->right = box->left + leastFailure;
    }
}

quint32 LaneBoxes::find(const SpanBox &box, const Timeline &timeline, const Index &index, const TimelineGeometry &geometry, qint64 now)
{
    const auto &spans = timeline.spans();
    const auto begin = [&](quint32 span) { return spans[span].begin; };
    // A bucket may reach into the columns beside its own.
    const qint64 from = geometry.timeAt(box.left - 1.5), to = geometry.timeAt(box.right + 0.5), middle = (from + to) / 2;
    auto i = std::ranges::lower_bound(index.spans, from, {}, begin);
    i -= std::min<qsizetype>(i - index.spans.begin(), mostCopies);
    quint32 best = noSpan;
    std::pair<int, qint64> bestRank;
    for (; i != index.spans.end() && spans[*i].begin <= to; ++i) {
        const Span &span = spans[*i];
        const qint64 end = span.isOpen() ? std::max(now, span.begin) : span.end;
        if (!hasBox(span) || end < from)
            continue;
        const qint64 distance = std::max({qint64(0), span.begin - middle, middle - end});
        const int unlike = span.state == box.state ? 0 : box.isStrip && isFailure(span.state) ? 1 : 2;
        if (const std::pair rank(unlike, distance); best == noSpan || rank < bestRank) {
            best = *i;
            bestRank = rank;
        }
    }
    return best;
}

quint32 LaneBoxes::spanOf(const SpanBox &box, const Timeline &timeline, std::span<const quint32> requests, const TimelineGeometry &geometry,
                          qint64 now) const
{
    if (box.span != noSpan || requests.empty())
        return box.span;
    const auto index = m_indices.find(requests.front());
    return index == m_indices.end() ? noSpan : find(box, timeline, index->second, geometry, now);
}

void LaneBoxes::placeSpan(Placing &placing, quint32 index)
{
    const TimeRange &range = placing.geometry.range();
    const Span &span = placing.timeline.spans()[index];
    const qint64 end = placing.endOf(span);
    if (end < range.begin || span.begin > range.end || !placing.shows(span))
        return;
    SpanBox box;
    box.left = placing.geometry.x(span.begin);
    // One column stays free between neighbours.
    box.right = std::max(box.left + 1, placing.geometry.x(end) - 1);
    if (span.isOpen() && placing.timeline.ended())
        box.right = std::max(box.right, box.left + leastPending);
    box.span = index;
    box.state = span.state;
    splitAmongCopies(box, span, placing.laneOf(span), placing.geometry);
    if (isFailure(box.state) && box.right - box.left < leastFailure) {
        box.right = box.left + 2;
        --box.left;
        if (placing.front.empty() || placing.front.back().right < box.right || placing.front.back().part != box.part)
            placing.front.push_back(box);
        return;
    }
    if (!placing.boxes.empty() && box.right - box.left == 1) {
        SpanBox &last = placing.boxes.back();
        if (last.right > box.left && last.part == box.part) {
            if (last.right - last.left == 1 && severity(box.state) > severity(last.state))
                last = box;
            return;
        }
    }
    placing.boxes.push_back(box);
}

} // namespace playground
