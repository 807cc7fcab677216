// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <vector>

namespace playground {

/// Values that keep coming, and their nearest-rank percentiles at any time: percentile p = sorted[ceil(p/100 · n) − 1].
///
/// Exact. New values are sorted and merged when somebody asks, so asking once a frame costs one pass and a run that
/// nobody watches pays once. Asking from two threads at once is not allowed.
class Percentiles {
public:
    void add(qint64 value) { m_values.push_back(value); }
    qsizetype count() const { return qsizetype(m_values.size()); }
    /// `percent` in 1 … 100; there must be a value.
    qint64 at(int percent) const;
    qint64 min() const;
    qint64 max() const { return at(100); }

private:
    void sort() const;

    mutable std::vector<qint64> m_values;
    mutable std::size_t m_sorted = 0; // So many in front are in order.
};

} // namespace playground
