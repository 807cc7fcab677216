// SPDX-License-Identifier: MIT
#include <asyncade/detail/timer_heap.h>

#include <algorithm>

namespace asyncade::detail {

namespace {
constexpr std::size_t arity = 4;
}

void TimerHeap::add(Timer &timer, std::chrono::nanoseconds due, Lane lane)
{
    const Entry entry{due.count(), std::uint64_t(lane) << 63 | m_arrivals++, &timer};
    m_entries.push_back(entry);
    siftUp(m_entries.size() - 1, entry);
}

void TimerHeap::remove(Timer &timer) noexcept
{
    if (timer.armed())
        removeAt(timer.m_position);
}

void TimerHeap::fireNext() noexcept
{
    Timer *timer = m_entries.front().timer;
    removeAt(0);
    timer->fire();
}

void TimerHeap::clear() noexcept
{
    for (const Entry &entry : m_entries)
        entry.timer->m_position = Timer::none;
    m_entries.clear();
}

void TimerHeap::removeAt(std::size_t position) noexcept
{
    m_entries[position].timer->m_position = Timer::none;
    const Entry last = m_entries.back();
    m_entries.pop_back();
    if (position == m_entries.size())
        return;
    if (position > 0 && last < m_entries[(position - 1) / arity])
        siftUp(position, last);
    else
        siftDown(position, last);
}

void TimerHeap::siftUp(std::size_t position, Entry entry) noexcept
{
    while (position > 0) {
        const std::size_t parent = (position - 1) / arity;
        if (!(entry < m_entries[parent]))
            break;
        place(position, m_entries[parent]);
        position = parent;
    }
    place(position, entry);
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
        place(position, m_entries[least]);
        position = least;
    }
    place(position, entry);
}

} // namespace asyncade::detail
