// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

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

private:
    static constexpr size_t blockSize = 64;
    std::vector<Extremes> m_blocks;
    qint32 m_most = 0; // Of all blocks but the last.
};

/// The first step behind `t`.
size_t stepAfter(const std::vector<Step> &counter, qint64 t);

} // namespace playground
