// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <ratio>
#include <type_traits>

namespace asyncade {

namespace detail {

/// Any duration in nanoseconds: what is too long becomes the longest there is (292 years), what is too negative the most negative.
/// Fractions are rounded to the nearest nanosecond; no number at all is 0.
template <class Rep, class Period>
constexpr std::chrono::nanoseconds inNanoseconds(std::chrono::duration<Rep, Period> duration) noexcept
{
    using Limits = std::numeric_limits<std::int64_t>;
    using Factor = std::ratio_divide<Period, std::nano>;
    if constexpr (std::is_integral_v<Rep> && sizeof(Rep) <= sizeof(std::int64_t) && Factor::den == 1) {
        if constexpr (std::is_signed_v<Rep>) {
            if (std::int64_t(duration.count()) < Limits::min() / Factor::num)
                return std::chrono::nanoseconds::min();
        }
        if (duration.count() > 0 && std::uint64_t(duration.count()) > std::uint64_t(Limits::max() / Factor::num))
            return std::chrono::nanoseconds::max();
        return std::chrono::nanoseconds(std::int64_t(duration.count()) * Factor::num);
    } else {
        const long double count = static_cast<long double>(duration.count()) * Factor::num / Factor::den;
        if (count != count)
            return {};
        constexpr long double end = 9223372036854775808.0L; // 2^63.
        if (count >= end)
            return std::chrono::nanoseconds::max();
        if (count < -end)
            return std::chrono::nanoseconds::min();
        const auto whole = std::int64_t(count); // Towards 0.
        const long double rest = count - static_cast<long double>(whole);
        return std::chrono::nanoseconds(whole + (rest >= 0.5L) - (rest <= -0.5L));
    }
}

} // namespace detail

/// A duration that somebody gives: nanoseconds that are made of any duration of std::chrono, whole or fractional, without overflowing.
/// One that is too long becomes the longest there is, 292 years: `std::chrono::seconds::max()` means for ever. Every parameter and
/// option of the library that says how long something takes is one; it counts and compares as the `std::chrono::nanoseconds` that it is.
///
///     RetryOptions options{.base = std::chrono::duration<double>(0.3), .cap = std::chrono::hours::max()};
class Duration : public std::chrono::nanoseconds {
public:
    /// Zero.
    constexpr Duration() noexcept : std::chrono::nanoseconds(0) {}
    /// What `time` says, rounded to the nanosecond.
    template <class Rep, class Period>
    constexpr Duration(std::chrono::duration<Rep, Period> time) noexcept : std::chrono::nanoseconds(detail::inNanoseconds(time))
    {
    }
};
static_assert(std::is_trivially_destructible_v<Duration> && std::is_trivially_copyable_v<Duration>);

} // namespace asyncade
