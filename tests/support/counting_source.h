// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/sleep.h>

#include <QCoroTask>

#include <chrono>
#include <cstddef>
#include <iterator>
#include <optional>
#include <stop_token>

namespace support {

/// `count` times the same number, to be read once, which counts what was read from it.
class CountingRange {
public:
    explicit CountingRange(int count, int value = 0) : m_count(count), m_value(value) {}
    int pulled() const noexcept { return m_pulled; }

    class Iterator {
    public:
        using value_type = int;
        using difference_type = std::ptrdiff_t;
        explicit Iterator(CountingRange *range) : m_range(range) {}
        int operator*() const
        {
            ++m_range->m_pulled;
            return m_range->m_value;
        }
        Iterator &operator++()
        {
            ++m_range->m_position;
            return *this;
        }
        void operator++(int) { ++*this; }
        bool operator==(std::default_sentinel_t) const { return m_range->m_position == m_range->m_count; }

    private:
        CountingRange *m_range;
    };
    Iterator begin() { return Iterator(this); }
    std::default_sentinel_t end() const { return {}; }

private:
    int m_count, m_value;
    int m_position = 0, m_pulled = 0;
};

/// Gives 0, 1, 2 … one after each `interval`, `count` in all; counts how often it was asked.
class TimedSource {
public:
    TimedSource(int count, std::chrono::nanoseconds interval) : m_count(count), m_interval(interval) {}
    int asked() const noexcept { return m_asked; }

    QCoro::Task<std::optional<int>> next(std::stop_token token)
    {
        ++m_asked;
        if (m_given == m_count)
            co_return std::nullopt;
        if (m_interval.count() > 0)
            co_await asyncade::sleepFor(m_interval, token);
        co_return std::optional<int>(m_given++);
    }

private:
    int m_count;
    std::chrono::nanoseconds m_interval;
    int m_asked = 0, m_given = 0;
};

} // namespace support
