// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace asyncade::detail {

/// Among timers that are due at one instant, deadlines come last: work that ends at its deadline has ended in time.
enum class Lane : std::uint8_t { Work = 0, Deadline = 1 };

/// Something that is due at a time. Lives in its owner; the heap only points to it.
class Timer {
public:
    Timer() = default;
    Timer(const Timer &) = delete;
    Timer &operator=(const Timer &) = delete;
    bool armed() const noexcept { return m_position != none; }

protected:
    ~Timer() = default;
    /// Called once, already removed from the heap, on the clock's thread. Must not resume anybody itself.
    virtual void fire() noexcept = 0;

private:
    friend class TimerHeap;
    static constexpr std::size_t none = SIZE_MAX;
    std::size_t m_position = none;
};

/// Timers in the order (due, lane, arrival): an implicit 4-ary heap (d-ary heap after Johnson 1975), whose keys lie beside
/// each other; a timer knows its place, so removing one is O(log n) too.
class TimerHeap {
public:
    bool empty() const noexcept { return m_entries.empty(); }
    std::size_t size() const noexcept { return m_entries.size(); }
    /// When the first is due; must not be empty.
    std::chrono::nanoseconds nextDue() const noexcept { return std::chrono::nanoseconds(m_entries.front().due); }

    void add(Timer &timer, std::chrono::nanoseconds due, Lane lane);
    /// Does nothing when it is not in the heap.
    void remove(Timer &timer) noexcept;
    /// Takes the first one out and fires it.
    void fireNext() noexcept;
    /// Takes all out without firing them.
    void clear() noexcept;

private:
    struct Entry {
        std::int64_t due;
        std::uint64_t order; ///< Lane in the top bit, arrival below.
        Timer *timer;
        bool operator<(const Entry &other) const noexcept
        {
            return due != other.due ? due < other.due : order < other.order;
        }
    };
    void place(std::size_t position, const Entry &entry) noexcept
    {
        m_entries[position] = entry;
        entry.timer->m_position = position;
    }
    void siftUp(std::size_t position, Entry entry) noexcept;
    void siftDown(std::size_t position, Entry entry) noexcept;
    void removeAt(std::size_t position) noexcept;

    std::vector<Entry> m_entries;
    std::uint64_t m_arrivals = 0;
};

} // namespace asyncade::detail
