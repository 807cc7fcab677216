// SPDX-License-Identifier: MIT
#include "picture/overview_raster.h"

#include "model/packed_rows.h"
#include "model/run.h"
#include "picture/instant_end.h"
#include "picture/span_painter.h"

#include <QPainter>

#include <algorithm>
#include <bit>
#include <cmath>

namespace playground {
namespace {

constexpr quint8 bitOf(SpanState state) { return quint8(1 << int(state)); }

constexpr quint8 failures = bitOf(SpanState::Failed) | bitOf(SpanState::TimedOut);
/// What has its place before a failure that shares a cell with it. Not what runs: a failure ran before it failed.
constexpr quint8 otherEnds = bitOf(SpanState::Succeeded) | bitOf(SpanState::Cancelled);

/// The order in which one of several states is shown.
constexpr std::array<SpanState, 8> byOrder{SpanState::Failed,    SpanState::TimedOut,  SpanState::Succeeded,
                                           SpanState::Cancelled, SpanState::Running,   SpanState::Backoff,
                                           SpanState::Token,     SpanState::Queued};

constexpr int leastMark = 3;
constexpr size_t manyLanes = 512;

/// The bits first…last of word number `word`.
quint64 maskIn(int word, int first, int last)
{
    const int from = std::max(first - word * 64, 0), to = std::min(last - word * 64, 63);
    return (~quint64(0) << from) & (~quint64(0) >> (63 - to));
}

/// The span that the record ended: the one of its request with the same names and this end.
bool isEndOf(const Span &span, const Record &record)
{
    if (span.end != record.t || span.isWait() != (record.kind == EventKind::Go))
        return false;
    return span.isWait() ? span.part == record.part && span.tryNumber == record.tryNumber && span.copy == record.copy
                         : span.number == record.a;
}

} // namespace

void OverviewRaster::clear() { *this = OverviewRaster(m_maxRows); }

/// For how many lanes there must be room. Beyond what was planned there are more at each power of two only: to share the rows anew
/// takes another look at all spans.
qint64 OverviewRaster::lanesOf(const Run &run, const PackedRows *packed) const
{
    const auto there = packed ? packed->count() : run.timeline().lanes().size();
    const qint64 planned = packed ? 0 : requestCount(run.scenario());
    const bool grows = qint64(there) > planned && (packed || there > manyLanes);
    return std::max<qint64>({planned, qint64(grows ? std::bit_ceil(there) : there), 1});
}

void OverviewRaster::update(const Run &run, const PackedRows *packed)
{
    const Timeline &timeline = run.timeline();
    m_packed = packed;
    if (const qint64 lanes = lanesOf(run, packed); m_rows.empty() || lanes > m_lanes || m_wasPacked != (packed != nullptr)) {
        clear();
        m_packed = packed;
        m_wasPacked = packed != nullptr;
        m_lanes = lanes;
        m_rows.assign(size_t(std::min<qint64>(m_lanes, m_maxRows)), {});
    }
    while (run.now() >> m_bucketBits >= columns)
        halve();
    for (; m_seenRecords < run.trace().size(); ++m_seenRecords) {
        const Record &record = run.trace().records()[size_t(m_seenRecords)];
        if (m_seenSpans > 0 && (record.kind == EventKind::Go || record.kind == EventKind::AttemptEnd))
            close(timeline, record);
        else if (record.kind == EventKind::Settle)
            settle(timeline.lanes()[record.request - 1]);
    }
    extendOpen(run.now());
    for (; m_seenSpans < timeline.spans().size(); ++m_seenSpans)
        add(timeline.spans()[m_seenSpans], run.now());
    m_packed = nullptr;
}

void OverviewRaster::close(const Timeline &timeline, const Record &record)
{
    const Timeline::Spans &spans = timeline.spans();
    const auto behind = [&](quint32 span) {
        return span == noSpan ? timeline.lanes()[record.request - 1].firstSpan : spans[span].next;
    };
    const auto isSeen = [&](quint32 span) { return span != noSpan && span < m_seenSpans; };
    while (m_passed.size() < record.request)
        m_passed.push_back(noSpan);
    // Records come in order of time: what ended before has been looked at, and a lane of many spans is not walked again.
    quint32 &passed = m_passed[record.request - 1];
    for (quint32 i = behind(passed); isSeen(i) && !spans[i].isOpen() && spans[i].end < record.t; i = behind(i))
        passed = i;
    for (quint32 i = behind(passed); isSeen(i); i = behind(i)) {
        const Span &span = spans[i];
        if (!isEndOf(span, record))
            continue;
        Row &row = m_rows[rowIndex(record.request)];
        const SpanState wasState = span.isWait() ? span.state : SpanState::Running;
        quint32 &open = row.open[size_t(wasState)];
        open -= open > 0;
        fill(row.states[size_t(span.state)], column(span.begin), column(span.end));
        cover(span);
        return;
    }
}

/// Counts a span that has ended; that it began is counted already.
void OverviewRaster::cover(const Span &span)
{
    if (span.isWait())
        return;
    m_work.end(span.end);
    if (Coverage *own = span.state == SpanState::Failed ? &m_failed : span.state == SpanState::TimedOut ? &m_timedOut : nullptr) {
        own->begin(span.begin);
        own->end(span.end);
    }
}

void OverviewRaster::settle(const Lane &lane)
{
    if (const std::optional<SpanState> state = instantEnd(lane))
        fill(m_rows[rowIndex(lane.request)].states[size_t(*state)], column(lane.settled), column(lane.settled));
}

void OverviewRaster::extendOpen(qint64 now)
{
    for (Row &row : m_rows) {
        for (size_t state = 0; state < row.states.size(); ++state) {
            if (row.open[state] > 0)
                fill(row.states[state], column(m_extendedTo), column(now));
        }
    }
    m_extendedTo = now;
}

void OverviewRaster::add(const Span &span, qint64 now)
{
    if (span.reason == WaitReason::Server)
        return;
    Row &row = m_rows[rowIndex(span.request)];
    if (span.isOpen())
        ++row.open[size_t(span.state)];
    if (!span.isWait())
        m_work.begin(span.begin);
    if (!span.isOpen())
        cover(span);
    fill(row.states[size_t(span.state)], column(span.begin),
         column(span.isOpen() ? std::max(now, span.begin) : span.end));
}

/// Joins every two buckets to one, and makes room for as much time again.
void OverviewRaster::halve()
{
    for (Row &row : m_rows) {
        for (Bits &bits : row.states) {
            if (bits == Bits{})
                continue;
            Bits joined{};
            for (int i = 0; i < columns; ++i) {
                if (bits[size_t(i / 64)] >> (i % 64) & 1)
                    joined[size_t(i / 128)] |= quint64(1) << (i / 2 % 64);
            }
            bits = joined;
        }
    }
    for (Coverage *coverage : {&m_work, &m_failed, &m_timedOut})
        coverage->halve();
    ++m_bucketBits;
}

int OverviewRaster::column(qint64 t) const { return int(std::min<qint64>(t >> m_bucketBits, columns - 1)); }

size_t OverviewRaster::rowIndex(quint32 request) const
{
    const quint32 packed = m_packed ? m_packed->rowOf(request) : request - 1;
    return size_t(std::min(qint64(packed) * qint64(m_rows.size()) / m_lanes, qint64(m_rows.size()) - 1));
}

void OverviewRaster::fill(Bits &bits, int first, int last)
{
    for (int word = first / 64; word <= last / 64; ++word)
        bits[size_t(word)] |= maskIn(word, first, last);
}

quint8 OverviewRaster::statesIn(const Row &row, int first, int last)
{
    quint8 states = 0;
    for (size_t state = 0; state < row.states.size(); ++state) {
        for (int word = first / 64; word <= last / 64; ++word) {
            if (row.states[state][size_t(word)] & maskIn(word, first, last)) {
                states |= bitOf(SpanState(state));
                break;
            }
        }
    }
    return states;
}

quint8 OverviewRaster::statesAt(quint32 request, qint64 t) const
{
    return statesIn(m_rows[rowIndex(request)], column(t), column(t));
}

double OverviewRaster::shareAt(SpanState state, qint64 t) const
{
    const size_t bucket = size_t(column(t));
    const qint64 work = m_work.sums()[bucket];
    return work > 0 ? double((state == SpanState::Failed ? m_failed : m_timedOut).sums()[bucket]) / double(work) : 0;
}

std::vector<int> OverviewRaster::bucketsOf(const TimeRange &range, int width) const
{
    std::vector<int> buckets;
    for (int x = 0; x <= width; ++x) {
        const qint64 t = range.begin + qint64(double(range.length()) * x / width);
        buckets.push_back(column(t));
        if (t > m_extendedTo)
            break;
    }
    return buckets;
}

void OverviewRaster::paint(QPainter &painter, const QRect &rect, const TimeRange &range, const Theme &theme) const
{
    if (m_rows.empty() || rect.isEmpty())
        return;
    const Shown wanted{rect.size(), range, theme, painter.device()->devicePixelRatioF(), m_seenRecords, m_extendedTo};
    if (wanted != m_shown) {
        m_shown = wanted;
        m_picture = QImage(rect.size() * wanted.ratio, QImage::Format_ARGB32_Premultiplied);
        m_picture.setDevicePixelRatio(wanted.ratio);
        m_picture.fill(Qt::transparent);
        QPainter own(&m_picture);
        paintRows(own, QRect(QPoint(), rect.size()), range, theme);
    }
    painter.drawImage(rect.topLeft(), m_picture);
}

void OverviewRaster::paintRows(QPainter &painter, const QRect &rect, const TimeRange &range, const Theme &theme) const
{
    const std::vector<int> buckets = bucketsOf(range, rect.width());
    const int pitch = std::clamp(rect.height() / int(m_rows.size()), 1, 4);
    std::vector<Piece> small;
    std::vector<quint8> hidden(buckets.size(), 0);
    for (size_t index = 0; index < m_rows.size(); ++index) {
        const RowPicture row = pictureOf(m_rows[index], buckets);
        for (size_t x = 0; x < row.hidden.size(); ++x)
            hidden[x] |= row.hidden[x];
        for (const Piece &piece : row.pieces) {
            const bool waiting = SpanPainter::isWaiting(piece.state) && pitch > 2;
            QRect place(rect.left() + piece.place.left(), rect.top() + int(index) * pitch, piece.place.width(),
                        std::max(1, pitch - 1));
            if (waiting)
                place = QRect(place.left(), place.top() + 1, place.width(), 1);
            painter.fillRect(place, theme.state(piece.state).fill);
            const bool isInstant = piece.state == SpanState::Cancelled && place.width() < leastMark;
            if (isInstant || bitOf(piece.state) & failures)
                small.push_back({place, piece.state});
        }
    }
    // What failed or was over at once stays visible, however small: it takes 3 px each way, in front, the worst before all.
    for (const SpanState worse : {SpanState::Cancelled, SpanState::TimedOut, SpanState::Failed}) {
        for (const auto &[place, state] : small) {
            const int dx = std::max(0, leastMark - place.width()), dy = std::max(0, leastMark - place.height());
            if (state == worse && (dx > 0 || dy > 0))
                painter.fillRect(place.adjusted(-(dx / 2), -(dy / 2), dx - dx / 2, dy - dy / 2).intersected(rect),
                                 theme.state(state).fill);
        }
    }
    paintShares(painter, rect, hidden, buckets, theme);
}

/// Along the bottom: what other work hides, as high as its share.
void OverviewRaster::paintShares(QPainter &painter, const QRect &rect, const std::vector<quint8> &hidden, const std::vector<int> &buckets,
                                 const Theme &theme) const
{
    if (std::ranges::none_of(hidden, [](quint8 states) { return states != 0; }))
        return;
    const std::vector<qint64> work = m_work.sums();
    // 3 px wide where one column alone has some.
    const auto isNear = [&](size_t x, quint8 bit) {
        for (size_t near = x > 0 ? x - 1 : 0; near < std::min(hidden.size(), x + 2); ++near) {
            if (hidden[near] & bit)
                return true;
        }
        return false;
    };
    std::vector<int> taken(hidden.size(), 0);
    for (const auto &[state, coverage] : {std::pair(SpanState::Failed, &m_failed), std::pair(SpanState::TimedOut, &m_timedOut)}) {
        const std::vector<qint64> own = coverage->sums();
        for (size_t x = 0; x + 1 < buckets.size(); ++x) {
            if (!isNear(x, bitOf(state)))
                continue;
            qint64 all = 0, part = 0;
            for (int bucket = buckets[x]; bucket <= std::max(buckets[x], buckets[x + 1] - 1); ++bucket) {
                all += work[size_t(bucket)];
                part += own[size_t(bucket)];
            }
            const double share = all > 0 ? double(part) / double(all) : 0;
            const int height = std::min(std::max(int(std::lround(share * rect.height())), leastMark), rect.height() - taken[x]);
            painter.fillRect(rect.left() + int(x), rect.bottom() + 1 - taken[x] - height, 1, height, theme.state(state).fill);
            taken[x] += height;
        }
    }
}

OverviewRaster::RowPicture OverviewRaster::pictureOf(const Row &row, const std::vector<int> &buckets)
{
    RowPicture picture;
    const size_t width = buckets.size() - 1;
    picture.hidden.assign(width, 0);
    std::vector<quint8> states(width);
    for (size_t x = 0; x < width; ++x)
        states[x] = statesIn(row, buckets[x], std::max(buckets[x], buckets[x + 1] - 1));
    // A failure shows where nothing else ended, and where it touches other work beside that.
    const auto isPlain = [&](size_t x) { return (states[x] & failures) && !(states[x] & otherEnds); };
    const auto shows = [&](size_t x) {
        return isPlain(x) || (x > 0 && isPlain(x - 1) && (states[x] & states[x - 1] & failures)) ||
               (x + 1 < width && isPlain(x + 1) && (states[x] & states[x + 1] & failures));
    };
    int left = 0, shown = -1;
    for (size_t x = 0; x <= width; ++x) {
        int next = -1;
        if (x < width && states[x] != 0) {
            const bool hides = (states[x] & failures) && !shows(x);
            picture.hidden[x] = hides ? states[x] & failures : 0;
            const quint8 candidates = hides ? states[x] & ~failures : states[x];
            next = int(*std::ranges::find_if(byOrder, [&](SpanState state) { return candidates & bitOf(state); }));
        }
        if (next == shown)
            continue;
        if (shown >= 0)
            picture.pieces.push_back({QRect(left, 0, int(x) - left, 1), SpanState(shown)});
        left = int(x);
        shown = next;
    }
    return picture;
}

} // namespace playground
