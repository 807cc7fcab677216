// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace asyncade::detail {

class Wait;

/// Among timers that are due at one instant, deadlines come last: work that ends at its deadline has ended in time.
enum class Lane : std::uint8_t { Work = 0, Deadline = 1 };

/// Something that is due at a time. Lives in its owner; the heap only points to it.
class Timer {
public:
    Timer() = default;
    Timer(const Timer &) = delete;
    Timer &operator=(const Timer &) = delete;
    bool armed() const noexcept { return m_seat != none; }
    /// The wait that the clock knows by this timer alone, if there is one: it is cancelled when the clock ends.
    virtual Wait *waiter() noexcept { return nullptr; }

protected:
    ~Timer() = default;
    /// Called once, already removed from the heap, on the clock's thread. Must not resume anybody itself.
    virtual void fire() noexcept = 0;

private:
    friend class TimerHeap;
    static constexpr std::uint32_t none = UINT32_MAX;
    std::uint32_t m_seat = none;
};

/// Timers in the order (due, lane, arrival): an implicit 4-ary heap (d-ary heap after Johnson 1975), whose keys lie beside
/// each other. An entry names the seat on which its timer sits, and no timer knows its place in the heap: so sifting touches nothing
/// but keys, however many timers there are and wherever they lie. A timer that is removed leaves an empty seat, whose entry is
/// dropped when it comes to the top, or with all others when they are more than those in use: O(1) amortised.
class TimerHeap {
public:
    bool empty() const noexcept { return m_entries.empty(); }
    /// When the first is due; must not be empty.
    std::chrono::nanoseconds nextDue() const noexcept { return std::chrono::nanoseconds(m_entries.front().due); }

    void add(Timer &timer, std::chrono::nanoseconds due, Lane lane);
    /// Does nothing when it is not in the heap.
    void remove(Timer &timer) noexcept;
    /// Takes the first one out and fires it.
    void fireNext() noexcept;
    /// Takes all out without firing them.
    void clear() noexcept;
    /// Those of a lane that are in it, in the order in which they came.
    std::vector<Timer *> all(Lane lane) const;

private:
    struct Entry {
        std::int64_t due;
        std::uint64_t order; ///< Lane in the top bit, arrival below.
        std::uint32_t seat;
        bool operator<(const Entry &other) const noexcept
        {
            return due != other.due ? due < other.due : order < other.order;
        }
    };
    std::uint32_t takeSeat(Timer &timer);
    void freeSeat(std::uint32_t seat) noexcept;
    /// Nobody if it was removed.
    Timer *timerOf(const Entry &entry) const noexcept { return m_seats[entry.seat].timer; }
    void siftDown(std::size_t position, Entry entry) noexcept;
    void removeFirst() noexcept;
    void dropEmptyFirst() noexcept;
    void dropAllEmpty() noexcept;

    union Seat {
        Timer *timer;           ///< While an entry names it: who sits there, or nobody any more.
        std::uint32_t nextFree; ///< Else: the next free one.
    };
    std::vector<Entry> m_entries; ///< The first one's timer is always there.
    std::vector<Seat> m_seats;
    std::uint64_t m_arrivals = 0;
    std::size_t m_empty = 0; ///< Entries whose timer was removed.
    std::uint32_t m_firstFree = Timer::none;
};

} // namespace asyncade::detail
