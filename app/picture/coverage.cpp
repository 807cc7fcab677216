// SPDX-License-Identifier: MIT
#include "picture/coverage.h"

#include <algorithm>
#include <utility>

namespace playground {

Coverage::Coverage(int buckets, int bits)
    : m_bits(bits)
    , m_partial(size_t(buckets), 0)
    , m_change(size_t(buckets) + 1, 0)
{
}

void Coverage::add(qint64 t, int change)
{
    const size_t bucket = std::min(size_t(t >> m_bits), m_partial.size() - 1);
    const qint64 rest = (qint64(bucket + 1) << m_bits) - t;
    m_partial[bucket] += change * rest;
    m_change[bucket + 1] += change;
}

void Coverage::halve()
{
    const size_t half = m_partial.size() / 2;
    const qint64 length = qint64(1) << m_bits;
    std::vector<qint64> partial(m_partial.size(), 0);
    std::vector<qint32> change(m_change.size(), 0);
    for (size_t i = 0; i < half; ++i) {
        // What is covered from the second bucket's begin on covers half of both.
        partial[i] = m_partial[2 * i] + m_partial[2 * i + 1] + length * m_change[2 * i + 1];
        change[i] += m_change[2 * i];
        change[i + 1] += m_change[2 * i + 1];
    }
    change[half] += m_change[2 * half];
    m_partial = std::move(partial);
    m_change = std::move(change);
    ++m_bits;
}

std::vector<qint64> Coverage::sums() const
{
    std::vector<qint64> sums(m_partial.size());
    qint64 covering = 0;
    for (size_t i = 0; i < sums.size(); ++i) {
        covering += m_change[i];
        sums[i] = m_partial[i] + (covering << m_bits);
    }
    return sums;
}

} // namespace playground
