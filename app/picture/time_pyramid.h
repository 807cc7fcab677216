// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

#include <array>
#include <optional>
#include <vector>

namespace playground {

/// What a row shows at any zoom: buckets of time whose lengths are powers of two of ns, each twice as long as those of the level below.
/// A bucket of two bytes knows which states lie in it and which of them takes most of it, so a view that is zoomed out looks at a
/// bucket or two for each column, however many spans lie there.
///
/// Grows at its end: spans come in order of begin, and only when they have ended. The finest buckets double in length when there would be
/// more than two for each span, so that it takes about 8 bytes a span.
class TimePyramid {
public:
    struct Bucket {
        quint8 states = 0;                     ///< As bits (1 << state).
        SpanState state = SpanState::Queued;   ///< The one that takes most of it.
        bool isWhole = false;                  ///< One span, or several of this state without a gap, takes all of it.
        bool isEmpty() const { return states == 0; }
        friend bool operator==(const Bucket &, const Bucket &) = default;
    };

    void add(SpanState state, qint64 begin, qint64 end);
    /// Spans so far.
    size_t count() const { return m_count; }
    /// Up to where they reach.
    qint64 end() const { return m_end; }

    /// The level whose buckets are the longest that are no longer than so many ns; nothing: even the finest are.
    std::optional<int> levelFor(double length) const;
    /// Buckets of that level are 2^n ns long.
    int bitsOf(int level) const { return m_bits + level; }
    /// How many buckets that level has begun.
    qint64 countOf(int level) const;
    Bucket at(int level, qint64 index) const;
    size_t bytes() const;

private:
    /// Two bytes: the states, and beside them the one that takes most, and whether the bucket is whole.
    struct Packed {
        quint8 states = 0;
        quint8 look = 0;
    };
    /// What lies in a bucket that still grows.
    struct Sum {
        std::array<qint64, 8> time{};
        quint8 states = 0;
        int whole = 0; ///< How many of its halves are whole and of one state; on the finest level 2 when the bucket is.
        quint8 wholeState = 0;
        void join(const Sum &other);
    };
    struct Level {
        std::vector<Packed> buckets; ///< Those that are complete.
        Sum open;                    ///< What complete buckets of the level below put into the next one.
    };

    static Packed pack(const Sum &sum);
    static Bucket unpack(const Packed &packed);
    void complete(size_t level);
    void dropFinest();
    void addBehind(SpanState state, qint64 bucket);
    Sum openAt(size_t level) const;

    std::vector<Level> m_levels = std::vector<Level>(1);
    int m_bits = 10;
    size_t m_count = 0;
    qint64 m_end = 0;
};

} // namespace playground
