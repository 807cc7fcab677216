// SPDX-License-Identifier: MIT
#pragma once

#include "model/chunked_vector.h"
#include "model/percentiles.h"

#include <QtGlobal>

#include <optional>

namespace playground {

/// The wake-ups of a run on the system clock, in their order: for when each timer was set, and when it came. All that happens until the
/// next one is what it brought about. Times in ns since the start of the run. Append-only.
class WakeUps {
public:
    /// A timer came at `at`, which is not earlier than it was `due`.
    void add(qint64 due, qint64 at);
    /// At this time something else than a timer set things going: an edit, an input.
    void interrupt(qint64 at);
    /// Appends everything of `batch` behind what is here.
    void append(const WakeUps &batch);
    /// Appends what `recorded`, which begins with what is here, has up to and including `time`.
    void repeat(const WakeUps &recorded, qint64 time);
    void clear();

    /// How many timers came.
    qsizetype count() const { return m_lateness.count(); }
    /// For when that was planned which happened at `time`: when the timer was due that brought it about. Nothing: no timer did.
    std::optional<qint64> planned(qint64 time) const;

    /// How much later than asked for timers came, in ns: nearest rank, as all percentiles here.
    struct Lateness {
        qint64 p50 = 0, p99 = 0, max = 0;
        friend bool operator==(const Lateness &, const Lateness &) = default;
    };
    /// Nothing as long as no timer came.
    std::optional<Lateness> lateness() const;

private:
    struct Entry {
        qint64 due; ///< -1: it was no timer.
        qint64 at;
    };
    void push(const Entry &entry);

    ChunkedVector<Entry> m_entries;
    Percentiles m_lateness;
};

} // namespace playground
