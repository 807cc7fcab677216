// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <vector>

namespace playground {

/// How much of each of some equal buckets of time is covered by spans, all of them added up. A span costs the same however
/// long it is: only its begin and its end are noted, and what lies between follows when the sums are asked for.
class Coverage {
public:
    /// Buckets of 2^bits ns each; times must lie within them.
    Coverage(int buckets, int bits);

    void begin(qint64 t) { add(t, +1); }
    void end(qint64 t) { add(t, -1); }
    /// Joins every two buckets to one, and makes room for as much time again.
    void halve();
    /// Covered ns by bucket.
    std::vector<qint64> sums() const;

private:
    void add(qint64 t, int change);

    int m_bits;
    std::vector<qint64> m_partial; // Ns that a bucket has beside what is covered from its begin on.
    std::vector<qint32> m_change;  // How many more spans cover a bucket from its begin on than the one before.
};

} // namespace playground
