// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/saturating.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>

namespace asyncade {

struct RateLimit;

namespace detail {

/// What passed last: for a limit that holds for each window, wherever it begins. Remembers those in the window, and a thousand instants of those
/// that have left it, so that a longer window counts them too. Those that were forgotten count as if they had passed with the last of them: a
/// window that does not reach back so far holds none of them.
class WindowLog {
public:
    /// From now on at most `most` pass in a `window`.
    void setRule(std::chrono::nanoseconds window, int most);
    /// When `count` may pass, not before `from`, once `ahead` others have.
    std::chrono::nanoseconds readyAt(std::chrono::nanoseconds from, std::int64_t ahead, int count) const noexcept;
    void add(int count, std::chrono::nanoseconds now);
    void remove(int count, std::chrono::nanoseconds at) noexcept;
    std::int64_t inWindow(std::chrono::nanoseconds now) const noexcept;
    /// When the next one leaves the window; the largest time when none is in it.
    std::chrono::nanoseconds nextLeaves(std::chrono::nanoseconds now) const noexcept;

private:
    struct Entry {
        std::chrono::nanoseconds time;
        int count;
    };
    std::chrono::nanoseconds passedAt(std::int64_t number) const noexcept;
    void forgetFirst() noexcept;
    void recall();

    std::deque<Entry> m_entries; ///< By time; what passed at one instant is one entry.
    std::int64_t m_total = 0;
    std::size_t m_past = 0;          ///< So many entries at the front have left the window,
    std::int64_t m_pastCount = 0;    ///< and so many passed with them.
    std::int64_t m_forgotten = 0;    ///< How many have passed that are no entries any more,
    std::chrono::nanoseconds m_forgottenAt{}; ///< the last of them then.
    std::chrono::nanoseconds m_window{};
    int m_most = 1;
};

/// Books what one rule has let pass. A token bucket keeps one number, the theoretical arrival time of the generic cell rate
/// algorithm (ITU-T I.371): the bucket is full from then on. A strict rule keeps a log.
class RateAccount {
public:
    /// Throws std::invalid_argument when the rule makes no sense; `helper` is who was given it.
    explicit RateAccount(const RateLimit &rule, const char *helper = "RateLimiter");

    bool isStrict() const noexcept { return m_log != nullptr; }
    /// How many can pass at one instant.
    int most() const noexcept { return m_most; }
    double perSecond() const noexcept { return 1e9 / double(m_interval.count()); }

    /// For a token bucket: lets `count` pass if they may now.
    bool tryTake(int count, std::chrono::nanoseconds now) noexcept
    {
        const std::chrono::nanoseconds full = plus(std::max(m_full, now), times(m_interval, count));
        if (full - now > m_capacity)
            return false;
        m_full = full;
        return true;
    }
    /// When `count` may pass if nothing passes before `from` and `ahead` others pass before them; a time in the past means at
    /// once.
    std::chrono::nanoseconds readyAt(std::chrono::nanoseconds from, std::int64_t ahead, int count) const noexcept;
    /// `count` pass now. `due` is when they could at the earliest: a bucket loses no credit when they were resumed a little late.
    void take(int count, std::chrono::nanoseconds due, std::chrono::nanoseconds now);
    /// As if the `count` that passed at `at` had not.
    void giveBack(int count, std::chrono::nanoseconds at) noexcept;
    /// How many could pass now, in fractions of one.
    double available(std::chrono::nanoseconds now) const noexcept;
    /// When the number of those that could pass changes by a step if nothing passes: under a strict rule; else the largest time.
    std::chrono::nanoseconds nextStep(std::chrono::nanoseconds now) const noexcept
    {
        return m_log ? m_log->nextLeaves(now) : std::chrono::nanoseconds::max();
    }
    /// A new rule of the same kind. What a bucket lacks stays the same number of tokens.
    void change(const RateLimit &rule, std::chrono::nanoseconds now);

private:
    void setNumbers(const RateLimit &rule, const char *helper);

    std::chrono::nanoseconds m_interval{}; ///< A token's time, rounded up: never faster than the rule.
    std::chrono::nanoseconds m_capacity{}; ///< A full bucket's time.
    std::chrono::nanoseconds m_full{};     ///< When the bucket is full again.
    int m_most = 1;
    std::unique_ptr<WindowLog> m_log;
};

} // namespace detail
} // namespace asyncade
