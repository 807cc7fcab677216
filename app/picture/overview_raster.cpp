// SPDX-License-Identifier: MIT
#include "picture/overview_raster.h"

#include "model/run.h"
#include "picture/lane_boxes.h"
#include "picture/span_painter.h"

#include <QPainter>

#include <algorithm>

namespace playground {
namespace {

/// The states in order of severity, the one to show first.
constexpr std::array<SpanState, 8> bySeverity{SpanState::Failed,    SpanState::TimedOut, SpanState::Cancelled,
                                              SpanState::Succeeded, SpanState::Running,  SpanState::Backoff,
                                              SpanState::Token,     SpanState::Queued};

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

void OverviewRaster::begin(const Run &run)
{
    m_lanes = std::max<qint64>({requestCount(run.scenario()), qint64(run.timeline().lanes().size()), 1});
    m_rows.assign(size_t(std::min<qint64>(m_lanes, m_maxRows)), {});
}

void OverviewRaster::update(const Run &run)
{
    const Timeline &timeline = run.timeline();
    // A source without a stated size may bring more lanes than were planned for: then the rows are shared anew.
    if (m_rows.empty() || qint64(timeline.lanes().size()) > m_lanes) {
        clear();
        begin(run);
    }
    while (run.now() >> m_bucketBits >= columns)
        halve();
    for (; m_seenRecords < run.trace().size(); ++m_seenRecords) {
        const Record &record = run.trace().records()[size_t(m_seenRecords)];
        if (m_seenSpans > 0 && (record.kind == EventKind::Go || record.kind == EventKind::AttemptEnd))
            close(timeline, record);
    }
    extendOpen(run.now());
    for (; m_seenSpans < timeline.spans().size(); ++m_seenSpans)
        add(timeline.spans()[m_seenSpans], run.now());
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
        return;
    }
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
    ++m_bucketBits;
}

int OverviewRaster::column(qint64 t) const { return int(std::min<qint64>(t >> m_bucketBits, columns - 1)); }

size_t OverviewRaster::rowIndex(quint32 request) const
{
    return size_t(qint64(request - 1) * qint64(m_rows.size()) / m_lanes);
}

void OverviewRaster::fill(Bits &bits, int first, int last)
{
    for (int word = first / 64; word <= last / 64; ++word)
        bits[size_t(word)] |= maskIn(word, first, last);
}

bool OverviewRaster::any(const Bits &bits, int first, int last)
{
    for (int word = first / 64; word <= last / 64; ++word) {
        if (bits[size_t(word)] & maskIn(word, first, last))
            return true;
    }
    return false;
}

int OverviewRaster::shown(const Row &row, int first, int last)
{
    for (const SpanState state : bySeverity) {
        if (any(row.states[size_t(state)], first, last))
            return int(state);
    }
    return -1;
}

quint8 OverviewRaster::statesAt(quint32 request, qint64 t) const
{
    quint8 states = 0;
    for (size_t state = 0; state < 8; ++state) {
        if (any(m_rows[rowIndex(request)].states[state], column(t), column(t)))
            states |= quint8(1 << state);
    }
    return states;
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
    std::vector<Piece> failures;
    for (size_t index = 0; index < m_rows.size(); ++index) {
        for (const Piece &piece : piecesOf(m_rows[index], buckets)) {
            const bool waits = SpanPainter::isWaiting(piece.state) && pitch > 2;
            QRect place(rect.left() + piece.place.left(), rect.top() + int(index) * pitch, piece.place.width(),
                        std::max(1, pitch - 1));
            if (waits)
                place = QRect(place.left(), place.top() + 1, place.width(), 1);
            painter.fillRect(place, theme.state(piece.state).fill);
            if (piece.state == SpanState::Failed || piece.state == SpanState::TimedOut)
                failures.push_back({place, piece.state});
        }
    }
    // One failure among a million successes stays visible: it takes 3 px each way, in front.
    for (const auto &[place, state] : failures) {
        const int dx = std::max(0, 3 - place.width()), dy = std::max(0, 3 - place.height());
        painter.fillRect(place.adjusted(-(dx / 2), -(dy / 2), dx - dx / 2, dy - dy / 2).intersected(rect),
                         theme.state(state).fill);
    }
}

std::vector<OverviewRaster::Piece> OverviewRaster::piecesOf(const Row &row, const std::vector<int> &buckets)
{
    std::vector<Piece> pieces;
    const int width = int(buckets.size()) - 1;
    int left = 0, state = -1;
    for (int x = 0; x <= width; ++x) {
        const int next =
            x == width ? -1 : shown(row, buckets[size_t(x)], std::max(buckets[size_t(x)], buckets[size_t(x) + 1] - 1));
        if (next == state)
            continue;
        if (state >= 0)
            pieces.push_back({QRect(left, 0, x - left, 1), SpanState(state)});
        left = x;
        state = next;
    }
    return pieces;
}

} // namespace playground
