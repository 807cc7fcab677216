// SPDX-License-Identifier: MIT
#include "view/input_age.h"

#include <algorithm>

namespace playground {

namespace {

/// A stamp that seems older comes from another clock.
constexpr std::chrono::milliseconds oldest(1000);

} // namespace

std::chrono::nanoseconds InputAge::of(quint64 timestamp, qint64 now)
{
    if (timestamp == 0)
        return {};
    const qint64 offset = now - qint64(timestamp);
    m_offset = m_known ? std::min(m_offset, offset) : offset;
    m_known = true;
    const std::chrono::milliseconds age(offset - m_offset);
    return age > oldest ? std::chrono::nanoseconds{} : age;
}

} // namespace playground
