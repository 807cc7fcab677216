// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"
#include "picture/ruler_ticks.h"
#include "picture/theme.h"

#include <QImage>
#include <QRect>

#include <array>
#include <vector>

class QPainter;

namespace playground {

class Run;

/// The whole run in a few rows of pixels, all lanes at once. Each cell of a grid of lanes and time buckets knows which
/// states it holds as bits, so that no failure is lost among a million successes. Grows with the run: the buckets
/// double when time runs out of them.
class OverviewRaster {
public:
    /// `rows`: the height of the picture in px.
    explicit OverviewRaster(int rows)
        : m_maxRows(rows)
    {
    }

    /// Catches up with the run; `clear` first when it is another one.
    void update(const Run &run);
    void clear();

    /// Draws the run up to now; `range` is the time that the rectangle's width stands for.
    void paint(QPainter &painter, const QRect &rect, const TimeRange &range, const Theme &theme) const;
    /// The states in the row of a request at a time, as bits (1 << state).
    quint8 statesAt(quint32 request, qint64 t) const;

private:
    static constexpr int columns = 4096;
    using Bits = std::array<quint64, columns / 64>;
    /// One row: a set of buckets for each state, and how many spans of each state are open.
    struct Row {
        std::array<Bits, 8> states{};
        std::array<quint32, 8> open{};
    };

    struct Piece {
        QRect place;
        SpanState state;
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
    void begin(const Run &run);
    /// Follows a record that ends a span which was open at the last update.
    void close(const Timeline &timeline, const Record &record);
    void extendOpen(qint64 now);
    void add(const Span &span, qint64 now);
    void halve();
    int column(qint64 t) const;
    size_t rowIndex(quint32 request) const;
    static void fill(Bits &bits, int first, int last);
    static bool any(const Bits &bits, int first, int last);
    /// The state to show for a row's buckets; -1: nothing there.
    static int shown(const Row &row, int first, int last);
    /// The first bucket of each column, up to the present.
    std::vector<int> bucketsOf(const TimeRange &range, int width) const;
    /// The columns of a row that show the same state, joined.
    static std::vector<Piece> piecesOf(const Row &row, const std::vector<int> &buckets);

    int m_maxRows;
    qint64 m_lanes = 0;
    int m_bucketBits = 10; // A bucket has 2^10 ns at first.
    std::vector<Row> m_rows;
    qsizetype m_seenRecords = 0;
    size_t m_seenSpans = 0;
    ChunkedVector<quint32> m_passed; ///< By request, from 1: the last span of its lane that nothing will be said of any more.
    qint64 m_extendedTo = 0;
    mutable Shown m_shown;
    mutable QImage m_picture;
};

} // namespace playground
