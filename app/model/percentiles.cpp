// SPDX-License-Identifier: MIT
#include "model/percentiles.h"

#include <algorithm>

namespace playground {

qint64 Percentiles::at(int percent) const
{
    Q_ASSERT(percent >= 1 && percent <= 100 && !m_values.empty());
    sort();
    const std::size_t rank = (m_values.size() * std::size_t(percent) + 99) / 100;
    return m_values[rank - 1];
}

qint64 Percentiles::min() const
{
    Q_ASSERT(!m_values.empty());
    sort();
    return m_values.front();
}

void Percentiles::sort() const
{
    const auto middle = m_values.begin() + std::ptrdiff_t(m_sorted);
    if (middle == m_values.end())
        return;
    std::sort(middle, m_values.end());
    std::inplace_merge(m_values.begin(), middle, m_values.end());
    m_sorted = m_values.size();
}

} // namespace playground
