// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace support {

/// How far apart on the stack the calls of `look` were, in bytes: work that is resumed from a queue stays within a few frames,
/// however much of it there is; work that resumes its successor grows with each.
class StackWatch {
public:
    [[gnu::noinline]] void look() noexcept
    {
        const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
        m_lowest = std::min(m_lowest, here);
        m_highest = std::max(m_highest, here);
        ++m_looks;
    }
    std::size_t depth() const noexcept { return m_looks ? m_highest - m_lowest : 0; }
    std::size_t looks() const noexcept { return m_looks; }

private:
    std::uintptr_t m_lowest = UINTPTR_MAX, m_highest = 0;
    std::size_t m_looks = 0;
};

} // namespace support
