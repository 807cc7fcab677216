// SPDX-License-Identifier: MIT
#include "picture/time_pyramid.h"

#include <algorithm>
#include <utility>

namespace playground {
namespace {

/// A row of few spans may have as many finest buckets as this all the same.
constexpr qint64 leastBuckets = 1024;
constexpr quint8 stateBits = 7, wholeBit = 8;

} // namespace

void TimePyramid::Sum::join(const Sum &other)
{
    for (size_t state = 0; state < time.size(); ++state)
        time[state] += other.time[state];
    states |= other.states;
    if (other.whole == 2 && (whole == 0 || wholeState == other.wholeState)) {
        ++whole;
        wholeState = other.wholeState;
    }
}

TimePyramid::Packed TimePyramid::pack(const Sum &sum)
{
    const auto most = std::ranges::max_element(sum.time);
    auto state = quint8(most - sum.time.begin());
    if (*most == 0) { // What took no time shows as well.
        for (state = 0; state < stateBits && !(sum.states >> state & 1);)
            ++state;
    }
    return {sum.states, quint8(state | (sum.whole == 2 ? wholeBit : 0))};
}

TimePyramid::Bucket TimePyramid::unpack(const Packed &packed)
{
    return {packed.states, SpanState(packed.look & stateBits), (packed.look & wholeBit) != 0};
}

void TimePyramid::add(SpanState state, qint64 begin, qint64 end)
{
    ++m_count;
    m_end = std::max(m_end, end);
    const qint64 lastTime = std::max(begin, end - 1);
    while (lastTime >> m_bits >= std::max(leastBuckets, 2 * qint64(m_count)))
        dropFinest();
    const auto bit = quint8(1 << int(state));
    const qint64 last = lastTime >> m_bits, length = qint64(1) << m_bits;
    for (qint64 bucket = begin >> m_bits; bucket <= last; ++bucket) {
        if (bucket < qint64(m_levels[0].buckets.size())) {
            addBehind(state, bucket);
            continue;
        }
        while (qint64(m_levels[0].buckets.size()) < bucket)
            complete(0);
        Sum &open = m_levels[0].open;
        const qint64 from = std::max(begin, bucket << m_bits), to = std::min(end, (bucket + 1) << m_bits);
        const qint64 time = std::max<qint64>(0, to - from);
        open.time[size_t(state)] += time;
        open.states |= bit;
        open.whole = time == length ? 2 : 0;
        open.wholeState = quint8(state);
    }
}

/// A span that lies beside another one which came further already.
void TimePyramid::addBehind(SpanState state, qint64 bucket)
{
    for (Level &level : m_levels) {
        if (bucket < qint64(level.buckets.size()))
            level.buckets[size_t(bucket)].states |= quint8(1 << int(state));
        else if (bucket == qint64(level.buckets.size()))
            level.open.states |= quint8(1 << int(state));
        bucket /= 2;
    }
}

/// The growing bucket of a level is complete: it goes into its half of the one above.
void TimePyramid::complete(size_t level)
{
    const Sum sum = std::exchange(m_levels[level].open, {});
    m_levels[level].buckets.push_back(pack(sum));
    if (level + 1 == m_levels.size())
        m_levels.emplace_back();
    m_levels[level + 1].open.join(sum);
    if (m_levels[level].buckets.size() % 2 == 0)
        complete(level + 1);
}

void TimePyramid::dropFinest()
{
    if (m_levels.size() == 1)
        m_levels.emplace_back();
    m_levels[1].open.join(m_levels[0].open);
    m_levels.erase(m_levels.begin());
    ++m_bits;
}

std::optional<int> TimePyramid::levelFor(double length) const
{
    if (length < double(qint64(1) << m_bits))
        return std::nullopt;
    int level = 0;
    while (level + 1 < int(m_levels.size()) && double(qint64(1) << bitsOf(level + 1)) <= length)
        ++level;
    return level;
}

TimePyramid::Sum TimePyramid::openAt(size_t level) const
{
    Sum sum = m_levels[0].open;
    for (size_t i = 1; i <= level; ++i) {
        Sum both = m_levels[i].open;
        both.join(sum);
        sum = both;
    }
    return sum;
}

qint64 TimePyramid::countOf(int level) const { return qint64(m_levels[size_t(level)].buckets.size()) + 1; }

TimePyramid::Bucket TimePyramid::at(int level, qint64 index) const
{
    const std::vector<Packed> &buckets = m_levels[size_t(level)].buckets;
    if (index >= 0 && index < qint64(buckets.size()))
        return unpack(buckets[size_t(index)]);
    return index == qint64(buckets.size()) ? unpack(pack(openAt(size_t(level)))) : Bucket();
}

size_t TimePyramid::bytes() const
{
    size_t bytes = 0;
    for (const Level &level : m_levels)
        bytes += level.buckets.capacity() * sizeof(Packed) + sizeof(Level);
    return bytes;
}

} // namespace playground
