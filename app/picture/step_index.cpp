// SPDX-License-Identifier: MIT
#include "picture/step_index.h"

#include <algorithm>

namespace playground {
namespace {

StepIndex::Extremes join(const StepIndex::Extremes &a, const StepIndex::Extremes &b)
{
    return {std::min(a.least, b.least), std::max(a.most, b.most)};
}

StepIndex::Extremes scan(const std::vector<Step> &counter, size_t first, size_t last)
{
    StepIndex::Extremes extremes{counter[first].value, counter[first].value};
    for (size_t i = first + 1; i < last; ++i)
        extremes = join(extremes, {counter[i].value, counter[i].value});
    return extremes;
}

} // namespace

void StepIndex::update(const std::vector<Step> &counter)
{
    // The last block may have grown, and its last step may have changed.
    if (!m_blocks.empty()) {
        m_blocks.pop_back();
        m_begins.pop_back();
    }
    for (size_t first = m_blocks.size() * blockSize; first < counter.size(); first += blockSize) {
        if (!m_blocks.empty())
            m_most = std::max(m_most, m_blocks.back().most);
        m_begins.push_back(counter[first].t);
        m_blocks.push_back(scan(counter, first, std::min(counter.size(), first + blockSize)));
    }
}

void StepIndex::clear()
{
    m_blocks.clear();
    m_begins.clear();
    m_most = 0;
}

qint32 StepIndex::most() const { return m_blocks.empty() ? 0 : std::max(m_most, m_blocks.back().most); }

StepIndex::Extremes StepIndex::among(const std::vector<Step> &counter, size_t first, size_t last) const
{
    if (first >= last)
        return {};
    const size_t firstBlock = (first + blockSize - 1) / blockSize, lastBlock = last / blockSize;
    if (firstBlock >= lastBlock)
        return scan(counter, first, last);
    Extremes extremes = m_blocks[firstBlock];
    for (size_t block = firstBlock + 1; block < lastBlock; ++block)
        extremes = join(extremes, m_blocks[block]);
    if (first < firstBlock * blockSize)
        extremes = join(extremes, scan(counter, first, firstBlock * blockSize));
    if (last > lastBlock * blockSize)
        extremes = join(extremes, scan(counter, lastBlock * blockSize, last));
    return extremes;
}

size_t stepAfter(const std::vector<Step> &counter, qint64 t)
{
    return size_t(std::ranges::upper_bound(counter, t, {}, &Step::t) - counter.begin());
}

} // namespace playground
