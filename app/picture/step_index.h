// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

#include <algorithm>
#include <vector>

namespace playground {

/// Finds the least and the largest value of a counter over any time by blocks of steps. Grows with the counter.
class StepIndex {
public:
    struct Extremes {
        qint32 least = 0, most = 0;
    };

    /// Catches up with the counter, which only grows, except for the value of its last step.
    void update(const std::vector<Step> &counter);
    void clear();

    /// The largest value so far; 0 at first.
    qint32 most() const;
    /// The extremes among the steps [first, last); {0, 0} when there is none.
    Extremes among(const std::vector<Step> &counter, size_t first, size_t last) const;
    /// The first step whose time `isBefore` is not true of; it is of all before that, and those before `first` need no look. Looks at the
    /// times of blocks first, which lie close together: doubling its steps, then halving them (Bentley and Yao, 1976).
    template <typename Predicate>
    size_t firstNot(const std::vector<Step> &counter, size_t first, Predicate isBefore) const;

private:
    static constexpr size_t blockSize = 64;
    std::vector<Extremes> m_blocks;
    std::vector<qint64> m_begins; // When each block begins.
    qint32 m_most = 0; // Of all blocks but the last.
};

template <typename Predicate>
size_t StepIndex::firstNot(const std::vector<Step> &counter, size_t first, Predicate isBefore) const
{
    size_t block = first / blockSize + 1, step = 1;
    while (block + step <= m_begins.size() && isBefore(m_begins[block + step - 1])) {
        block += step;
        step *= 2;
    }
    const auto begin = m_begins.begin() + std::ptrdiff_t(std::min(block, m_begins.size()));
    const auto end = m_begins.begin() + std::ptrdiff_t(std::min(std::max(block + step - 1, block), m_begins.size()));
    const auto behind = size_t(std::partition_point(begin, end, isBefore) - m_begins.begin());
    const size_t from = std::max(first, (std::max<size_t>(behind, 1) - 1) * blockSize);
    const size_t to = behind < m_begins.size() ? behind * blockSize : counter.size();
    return size_t(std::partition_point(counter.begin() + std::ptrdiff_t(from), counter.begin() + std::ptrdiff_t(std::max(from, to)),
                                       [&](const Step &one) { return isBefore(one.t); }) -
                  counter.begin());
}

/// The first step behind `t`.
size_t stepAfter(const std::vector<Step> &counter, qint64 t);

} // namespace playground
