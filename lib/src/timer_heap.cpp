// SPDX-License-Identifier: MIT
#include <asyncade/detail/timer_heap.h>

#include <algorithm>
#include <iterator>

namespace asyncade::detail {

namespace {
constexpr std::size_t arity = 4;
}

std::uint32_t TimerHeap::takeSeat(Timer &timer)
{
    if (m_firstFree == Timer::none) {
        m_seats.push_back({.timer = &timer});
        return std::uint32_t(m_seats.size() - 1);
    }
    const std::uint32_t seat = m_firstFree;
    m_firstFree = m_seats[seat].nextFree;
    m_seats[seat].timer = &timer;
    return seat;
}

void TimerHeap::freeSeat(std::uint32_t seat) noexcept
{
    m_seats[seat].nextFree = m_firstFree;
    m_firstFree = seat;
}

void TimerHeap::add(Timer &timer, std::chrono::nanoseconds due, Lane lane)
{
    timer.m_seat = takeSeat(timer);
    m_entries.emplace_back();
    const Entry entry{due.count(), std::uint64_t(lane) << 63 | m_arrivals++, timer.m_seat};
    std::size_t position = m_entries.size() - 1;
    while (position > 0) {
        const std::size_t parent = (position - 1) / arity;
        if (!(entry < m_entries[parent]))
            break;
        m_entries[position] = m_entries[parent];
        position = parent;
    }
    // One by one, out of registers: as a whole it would be read back from memory before the parts have arrived there.
    m_entries[position].due = entry.due;
    m_entries[position].order = entry.order;
    m_entries[position].seat = entry.seat;
}

void TimerHeap::remove(Timer &timer) noexcept
{
    if (!timer.armed())
        return;
    m_seats[timer.m_seat].timer = nullptr;
    ++m_empty;
    timer.m_seat = Timer::none;
    dropEmptyFirst();
    if (m_empty > m_entries.size() / 2)
        dropAllEmpty();
}

void TimerHeap::fireNext() noexcept
{
    Timer *timer = timerOf(m_entries.front());
    timer->m_seat = Timer::none;
    removeFirst();
    dropEmptyFirst();
    // Whoever is next lies anywhere: its memory is fetched while the one that fires goes on.
    if (!m_entries.empty())
        __builtin_prefetch(timerOf(m_entries.front()));
    timer->fire();
}

void TimerHeap::clear() noexcept
{
    for (const Entry &entry : m_entries) {
        if (Timer *timer = timerOf(entry))
            timer->m_seat = Timer::none;
    }
    m_entries.clear();
    m_seats.clear();
    m_firstFree = Timer::none;
    m_empty = 0;
}

std::vector<Timer *> TimerHeap::all(Lane lane) const
{
    std::vector<Entry> entries;
    std::ranges::copy_if(m_entries, std::back_inserter(entries),
                         [&](const Entry &entry) { return Lane(entry.order >> 63) == lane && timerOf(entry); });
    std::ranges::sort(entries, {}, &Entry::order);
    std::vector<Timer *> timers;
    std::ranges::transform(entries, std::back_inserter(timers), [this](const Entry &entry) { return timerOf(entry); });
    return timers;
}

void TimerHeap::removeFirst() noexcept
{
    if (m_entries.size() == 1) { // All seats are free: the next to come sit down side by side again.
        m_entries.clear();
        m_seats.clear();
        m_firstFree = Timer::none;
        return;
    }
    freeSeat(m_entries.front().seat);
    const Entry last = m_entries.back();
    m_entries.pop_back();
    siftDown(0, last);
}

void TimerHeap::dropEmptyFirst() noexcept
{
    while (m_empty > 0 && !m_entries.empty() && !timerOf(m_entries.front())) {
        --m_empty;
        removeFirst();
    }
}

void TimerHeap::dropAllEmpty() noexcept
{
    std::erase_if(m_entries, [this](const Entry &entry) {
        const bool isEmpty = !timerOf(entry);
        if (isEmpty)
            freeSeat(entry.seat);
        return isEmpty;
    });
    m_empty = 0;
    for (std::size_t position = m_entries.size() / arity + 1; position-- > 0;) {
        if (position < m_entries.size())
            siftDown(position, m_entries[position]);
    }
}

void TimerHeap::siftDown(std::size_t position, Entry entry) noexcept
{
    for (;;) {
        const std::size_t first = position * arity + 1;
        if (first >= m_entries.size())
            break;
        const std::size_t last = std::min(first + arity, m_entries.size());
        std::size_t least = first;
        for (std::size_t child = first + 1; child < last; ++child) {
            if (m_entries[child] < m_entries[least])
                least = child;
        }
        if (!(m_entries[least] < entry))
            break;
        m_entries[position] = m_entries[least];
        position = least;
    }
    m_entries[position] = entry;
}

} // namespace asyncade::detail
