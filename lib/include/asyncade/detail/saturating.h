// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>

namespace asyncade::detail {

/// Sums and products of times that stay at the far end instead of overflowing: "never" is a time too.
inline std::chrono::nanoseconds plus(std::chrono::nanoseconds a, std::chrono::nanoseconds b) noexcept
{
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a.count(), b.count(), &sum)) [[unlikely]]
        return b.count() > 0 ? std::chrono::nanoseconds::max() : std::chrono::nanoseconds::min();
    return std::chrono::nanoseconds(sum);
}
/// `count` is not negative.
inline std::chrono::nanoseconds times(std::chrono::nanoseconds a, std::int64_t count) noexcept
{
    std::int64_t product = 0;
    if (__builtin_mul_overflow(a.count(), count, &product)) [[unlikely]]
        return a.count() > 0 ? std::chrono::nanoseconds::max() : std::chrono::nanoseconds::min();
    return std::chrono::nanoseconds(product);
}

} // namespace asyncade::detail
