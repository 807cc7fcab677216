// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"
#include "picture/coverage.h"
#include "picture/ruler_ticks.h"
#include "picture/theme.h"

#include <QImage>
#include <QRect>

#include <array>
#include <vector>

class QPainter;

namespace playground {

class PackedRows;
class Run;

/// The whole run in a few rows of pixels, all lanes at once. Each cell of a grid of lanes and time buckets knows which
/// states it holds as bits, so that no failure is lost among a million successes. Grows with the run: the buckets
/// double when time runs out of them.
///
/// A failure is drawn where it lies as long as no other work ends in its cell. Otherwise the cell shows that work, and a strip
/// along the bottom says that there were failures: as high as their share of all that went on at that time, 3 px at the least.
class OverviewRaster {
public:
    /// `rows`: the height of the picture in px.
    explicit OverviewRaster(int rows)
        : m_maxRows(rows)
    {
    }

    /// Catches up with the run; `clear` first when it is another one. Lanes lie in the order of their requests, or of these rows,
    /// which must have caught up.
    void update(const Run &run, const PackedRows *packed = nullptr);
    void clear();

    /// Draws the run up to now; `range` is the time that the rectangle's width stands for.
    void paint(QPainter &painter, const QRect &rect, const TimeRange &range, const Theme &theme) const;
    /// The states in the row of a request at a time, as bits (1 << state).
    quint8 statesAt(quint32 request, qint64 t) const;
    /// How much of what goes on at a time has this state, failed or timed out; 0 … 1.
    double shareAt(SpanState state, qint64 t) const;

private:
    static constexpr int columns = 4096;
    using Bits = std::array<quint64, columns / 64>;
    /// One row: a set of buckets for each state, and how many spans of each state are open.
    struct Row {
        std::array<Bits, 8> states{};
        std::array<quint32, 8> open{};
    };

    /// Columns of a row that show the same state.
    struct Piece {
        QRect place;
        SpanState state;
    };
    /// A row as it is to be painted.
    struct RowPicture {
        std::vector<Piece> pieces;
        /// By column: the failures (as bits) that other work in the cell hides.
        std::vector<quint8> hidden;
    };

    /// What a picture of the overview depends on. While it stays the same, as it does when only the axis moves, the picture is
    /// painted once.
    struct Shown {
        QSize size;
        TimeRange range;
        Theme theme = Theme::light();
        double ratio = 1;
        qsizetype records = -1;
        qint64 extendedTo = 0;
        friend bool operator==(const Shown &, const Shown &) = default;
    };

    void paintRows(QPainter &painter, const QRect &rect, const TimeRange &range, const Theme &theme) const;
    void paintShares(QPainter &painter, const QRect &rect, const std::vector<quint8> &hidden, const std::vector<int> &buckets,
                     const Theme &theme) const;
    qint64 lanesOf(const Run &run, const PackedRows *packed) const;
    /// A request that ended without a span shows its end.
    void settle(const Lane &lane);
    void cover(const Span &span);
    /// Follows a record that ends a span which was open at the last update.
    void close(const Timeline &timeline, const Record &record);
    void extendOpen(qint64 now);
    void add(const Span &span, qint64 now);
    void halve();
    int column(qint64 t) const;
    size_t rowIndex(quint32 request) const;
    static void fill(Bits &bits, int first, int last);
    static quint8 statesIn(const Row &row, int first, int last);
    /// The first bucket of each column, up to the present.
    std::vector<int> bucketsOf(const TimeRange &range, int width) const;
    static RowPicture pictureOf(const Row &row, const std::vector<int> &buckets);

    int m_maxRows;
    qint64 m_lanes = 0;
    const PackedRows *m_packed = nullptr; // While it updates.
    bool m_wasPacked = false;
    int m_bucketBits = 10; // A bucket has 2^10 ns at first.
    std::vector<Row> m_rows;
    Coverage m_work{columns, 10}, m_failed{columns, 10}, m_timedOut{columns, 10}; // Of all rows.
    qsizetype m_seenRecords = 0;
    size_t m_seenSpans = 0;
    ChunkedVector<quint32> m_passed; ///< By request, from 1: the last span of its lane that nothing will be said of any more.
    qint64 m_extendedTo = 0;
    mutable Shown m_shown;
    mutable QImage m_picture;
};

} // namespace playground
