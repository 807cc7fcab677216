// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/puller.h>
#include <asyncade/streams/stream.h>

#include <ranges>
#include <utility>

namespace asyncade {

/// The items of a range as a source, each read when it is asked for. An rvalue is owned, an lvalue referred to.
///
///     auto pages = fromRange(ids) | map(fetchPage);
template <std::ranges::input_range R>
    requires std::ranges::viewable_range<R>
[[nodiscard("take from it: nothing is pulled before")]]
auto fromRange(R &&range)
{
    detail::checkValue<R>();
    return detail::RangePuller(std::views::all(std::forward<R>(range)));
}

} // namespace asyncade
